// Joins hyphenated compounds that a treebank splits, as our tokeniser has them whole. For training data.
#pragma once

#include "records/document.hpp"

namespace actorgraph {

/// Joins every chain of words and hyphens (XPOS HYPH) that no white space divides into one word: "U.S." "-"
/// "led" becomes "U.S.-led"; numbers also where the hyphen is a symbol ("5-10"). It takes part of speech,
/// features, head and relation from the word of the chain that is nearest the root (the last of them), the
/// lemma from the chain's forms and its last word's lemma. A name that covers a whole chain or reaches beyond
/// it covers the joined word; one that covers a part is dropped. Dependents of any part depend on the joined
/// word, so a tree stays a tree. A multiword token may stand only at the end of a chain ("ISIS-K's"); then it
/// grows by what was joined to its first word.
///
/// Requires: heads form a tree.
/// Cost:     O(tokens + joined chains x depth of the tree).
void join_hyphens(Document& doc);

}  // namespace actorgraph
