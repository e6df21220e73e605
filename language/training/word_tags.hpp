// Learns from treebanks the tags that words mostly have, for the parts of compounds.
#pragma once

#include <cstdint>
#include <vector>

#include "language/compound_splitter.hpp"
#include "language/training/corpus.hpp"

namespace actorgraph {

/// The contents of a WordTagger, keys in rising order.
struct WordTagTable {
  std::vector<std::uint64_t> keys;
  std::vector<WordTags> tags;
};

/// The most frequent tags of every word seen at least three times or beside a hyphen; an occurrence beside a
/// hyphen counts ten times. Requires: hyphens are not joined yet.
[[nodiscard]] WordTagTable count_word_tags(const std::vector<Treebank>& banks, const FeatsTable& feats);

}  // namespace actorgraph
