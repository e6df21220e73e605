// Splits the compounds of an analysed document into their words, as UD's English treebanks have them. The
// word that heads a compound keeps its place in the tree; the others get the tags that they mostly have and a
// relation by rule. Between the analyser and CoNLL-U.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/analyser.hpp"
#include "language/lemmatizer.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// The tags that a word mostly has.
struct WordTags {
  Upos upos = Upos::Noun;
  Xpos xpos = Xpos::Nn;
  std::uint16_t feats = 0;  ///< index of the feature bundle
};

/// The tags of words by the hash of their form (word_hash), learned from the treebanks.
class WordTagger {
 public:
  WordTagger() = default;
  WordTagger(std::span<const std::uint64_t> keys, std::span<const WordTags> tags,
             std::vector<std::string> feats_bundles);

  /// Fills upos, xpos and feats of `word` by its form. An unknown form's tags come from its shape and ending.
  void tag(Token& word, Feats feats) const;

 private:
  std::unordered_map<std::uint64_t, WordTags> tags_;
  std::vector<std::string> feats_bundles_;
};

/// Puts the parts of `compounds` (in text order) in place of the compounds' tokens.
///
/// Out:      forms and spans as the compounds say; heads form a tree; names cover all parts of their words; a
///           multiword token that begins with a compound keeps the compound's last word alone.
/// Cost:     O(tokens).
void split_compounds(Document& doc, std::span<const Compound> compounds, const WordTagger& tagger,
                     const Lemmatizer& lemmatizer, Feats feats);

}  // namespace actorgraph
