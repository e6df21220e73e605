// Finds and reads CoNLL-U files: the way in for analyses of other tools. Beside ingest's read_articles, with
// the same order and the same promises.
#pragma once

#include <functional>
#include <iosfwd>
#include <span>
#include <string>

#include "ingest/article_reader.hpp"
#include "language/conllu_reader.hpp"
#include "records/document.hpp"
#include "records/issue.hpp"

namespace actorgraph {

struct ConlluHandlers {
  std::function<void(Document doc, const IngestProgress& progress)> on_document;
  std::function<void(Issue issue, const IngestProgress& progress)> on_issue;
};

/// Hands every document of `paths` to `handlers`: files, folders (their .conllu files, sorted, searched
/// through), "-" for `standard_input`. `options` fill in the date and the source of documents without them.
///
/// Errors: an issue for what cannot be read; the run goes on. What a handler throws passes through.
IngestProgress read_conllu(std::span<const std::string> paths, ConlluUse use, const IngestOptions& options,
                           std::istream& standard_input, const ConlluHandlers& handlers);

/// The size of all that read_conllu would read, without standard input.
[[nodiscard]] std::uint64_t conllu_bytes(std::span<const std::string> paths);

}  // namespace actorgraph
