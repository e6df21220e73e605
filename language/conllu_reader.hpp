// Reads CoNLL-U: the way in for analyses made by other tools and for treebanks. Stands beside the analyser.
// Source: universaldependencies.org/format.html. Differs in: empty nodes and the DEPS column are left out;
// XPOS outside the Penn set and unknown subtypes of relations are dropped, as they are a treebank's own.
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "records/document.hpp"
#include "records/result.hpp"

namespace actorgraph {

/// What a file is read for.
enum class ConlluUse : std::uint8_t {
  Analysis,  ///< every column counts; heads must form a tree with one root
  Tokens,    ///< only ids, forms, SpaceAfter and multiword tokens; every word is left a root with UPOS X
};

struct ConlluLine {
  std::uint64_t number = 0;  ///< 1-based
  std::string text;
};

/// The lines of one sentence.
struct ConlluLines {
  std::vector<ConlluLine> comments;
  std::vector<ConlluLine> rows;
  std::optional<Issue> issue;  ///< the first line at fault
};

/// Reads one document after another.
///
/// A document begins at `# newdoc`; a file without it is one document. Its text is put together from the
/// `# text` lines (where there is none, from FORM and SpaceAfter): sentences of a paragraph are joined by a
/// space, or by nothing after SpaceAfter=No; `# newpar` begins a paragraph, which is a Body block, or a Title
/// block where its first sentence has `# sent_kind = headline`. The id of `# newdoc id =` becomes
/// Article::name; `# meta::dateCreated`, `sourceURL`, `source`, `author` and `place` fill the article.
/// Names are read from MISC, BIO per word: Name=B-PERSON, Name=I-PERSON. A MISC value of "_" is none.
///
/// Strict: the first fault of a document becomes its issue, with line and column, and reading goes on with
/// the next document. Cost: O(bytes); memory O(one document).
class ConlluReader {
 public:
  /// `source` names the stream in issues. Requires: `in` outlives the reader.
  explicit ConlluReader(std::istream& in, std::string source, ConlluUse use = ConlluUse::Analysis);

  /// The next document or what is wrong with it; nothing at the end.
  /// Errors: throws IoError where the stream fails.
  [[nodiscard]] std::optional<Result<Document>> read();

 private:
  [[nodiscard]] bool read_lines(ConlluLines& lines);
  [[nodiscard]] bool read_line(ConlluLine& line);

  std::istream& in_;
  std::string source_;
  ConlluUse use_;
  std::uint64_t line_ = 0;
  std::optional<ConlluLines> pending_;  ///< the first sentence of the next document
};

}  // namespace actorgraph
