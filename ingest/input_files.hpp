// Paths as the user names them to the files behind them. Used by article_reader.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "records/issue.hpp"

namespace actorgraph {

enum class InputFormat : std::uint8_t { PlainText, JsonLines, Unknown };

struct InputFile {
  std::string path;  ///< as the user wrote it, with the names below a folder after '/'
  InputFormat format = InputFormat::Unknown;  ///< Unknown for a pipe
  std::uint64_t size_bytes = 0;               ///< 0 for a pipe
};

/// By the name's ending, in any case: .txt, .jsonl, .ndjson.
[[nodiscard]] InputFormat find_input_format(const std::string& path);

/// Hands every file of `path` to `on_file`: itself, or those below a folder, sorted by their names' bytes.
/// Errors: an issue for a path that is missing or cannot be read, and for a file of an unknown format that
///         `path` names; within folders such files, hidden names and linked folders are passed over.
void find_input_files(const std::string& path, const std::function<void(const InputFile&)>& on_file,
                      const std::function<void(Issue)>& on_issue);

}  // namespace actorgraph
