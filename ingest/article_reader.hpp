// Reads articles from files, folders and standard input, one at a time. The first stage of the pipeline.
//
// Article::text is the input's text byte for byte, line endings and control characters included, once it
// is UTF-8 and without its byte order mark; for JSON lines it is the title, a blank line and the text.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>

#include "records/article.hpp"
#include "records/date.hpp"
#include "records/issue.hpp"

namespace actorgraph {

struct IngestOptions {
  /// Wins over a date in a plain text; JSON records that have a date of their own keep it.
  std::optional<Date> published = {};
  /// Wins over the publisher's line of a plain text; JSON records that name their source keep it.
  std::string source = {};
  /// A longer text, or a longer line of JSON, is an issue. Requires: at most 1 GiB (offsets have 32 bits).
  std::uint64_t max_article_bytes = std::uint64_t{256} << 20U;
};

/// How far a run of read_articles has come.
struct IngestProgress {
  std::uint64_t bytes = 0;     ///< of the input, as total_bytes counts it; standard input included
  std::uint64_t articles = 0;  ///< handed over so far, with the present one
  std::uint64_t issues = 0;    ///< reported so far
};

struct IngestHandlers {
  std::function<void(Article article, const IngestProgress& progress)> on_article;
  std::function<void(Issue issue, const IngestProgress& progress)> on_issue;
};

/// Hands every article below `paths` to `handlers`, in the order of the paths, sorted names, lines.
///
/// In:       files (.txt plain text; .jsonl, .ndjson one JSON object a line), folders (searched through;
///           hidden names, linked folders and files of other kinds are passed over), "-" for
///           `standard_input`, which is JSON lines where its first character other than space is '{'.
///           Pipes are read like standard input.
/// Out:      the totals at the end. Repeated articles are kept.
/// Errors:   an issue for what cannot be read (missing, no permission, empty, binary, broken encoding or
///           JSON, too long, an unknown kind of file named in `paths`); the run goes on. What a handler
///           throws passes through.
/// Cost:     linear in the bytes; memory for the longest article, or the names of one folder's files.
IngestProgress read_articles(std::span<const std::string> paths, const IngestOptions& options,
                             std::istream& standard_input, const IngestHandlers& handlers);

/// The size of all that read_articles would read, without standard input; what cannot be read counts 0.
[[nodiscard]] std::uint64_t total_bytes(std::span<const std::string> paths);

}  // namespace actorgraph
