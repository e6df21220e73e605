// Lists of a document or claim that are rarely selected by, as JSON text in one column. Used by Store alone.
// Every function that reads throws FormatError where the text is not what the writer made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "records/article.hpp"
#include "records/claim.hpp"

namespace actorgraph {

/// ["terrorism", ...]
[[nodiscard]] std::string texts_to_json(const std::vector<std::string>& values);
[[nodiscard]] std::vector<std::string> texts_from_json(std::string_view json);

/// [[0, 10, 19], [1, 20, 28, "in Kabul"], ...]: the number of the role, bytes, and the words where they are
/// not exactly those bytes of `text`.
[[nodiscard]] std::string arguments_to_json(const std::vector<Argument>& arguments, std::string_view text);
[[nodiscard]] std::vector<Argument> arguments_from_json(std::string_view json, std::string_view text);

/// As versions before 4 wrote them: [["time", null, 10, 19], ...].
[[nodiscard]] std::vector<Argument> named_arguments_from_json(std::string_view json, std::string_view text);

/// [["title", 0, 14], ...]
[[nodiscard]] std::string blocks_to_json(const std::vector<Block>& blocks);
[[nodiscard]] std::vector<Block> blocks_from_json(std::string_view json, std::string_view text);

/// Errors: throws FormatError where the span is not inside `text`.
[[nodiscard]] ByteSpan checked_span(std::int64_t begin, std::int64_t end, std::string_view text);

}  // namespace actorgraph
