// Hyphenated compounds: whole in our analyses ("U.S.-led"), split in UD's treebanks ("U.S." "-" "led").
// Whole words parse better; CoNLL-U is written and read as the treebanks have it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

/// Whether `word` follows verbs as a particle: "up", "out".
[[nodiscard]] bool is_particle(std::string_view word);

/// A word of a document that stands for several: what it is split into.
struct Compound {
  struct Part {
    std::string form;
    ByteSpan span;
  };
  std::uint32_t sentence = 0;
  std::uint32_t token = 0;
  std::vector<Part> parts;  ///< words and the hyphens between them
};

/// Joins the chains of a document whose tokens alone are given: hyphens are known by their form.
/// Out:      the joined words in text order, with what they were joined from.
[[nodiscard]] std::vector<Compound> join_given_hyphens(Document& doc);

/// The compounds of an analysed document that UD's English treebanks split: not those with a prefix or suffix
/// that is no word ("e-mail", "pro-Russian"), not telephone numbers, addresses and the like.
[[nodiscard]] std::vector<Compound> find_compounds(const Document& doc);

}  // namespace actorgraph
