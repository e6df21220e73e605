// Writes analysed documents as CoNLL-U, as ConlluReader reads it. Stands beside the analyser.
#pragma once

#include <ostream>

#include "records/document.hpp"

namespace actorgraph {

/// Writes `doc` with `# newdoc`, `# newpar` at every block, `# sent_id` (made from the document's name or id
/// where it is empty), `# text`, multiword tokens, and SpaceAfter=No and Name=B-PERSON in MISC.
/// Text outside the sentences (bylines, datelines) is not written, so byte offsets are kept by reading back
/// only where sentences cover their blocks with single spaces between them.
///
/// Requires: spans lie in the article's text; heads form a tree.
/// Errors:   throws IoError where the stream fails.
void write_conllu(const Document& doc, std::ostream& out);

}  // namespace actorgraph
