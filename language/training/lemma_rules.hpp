// Learns the lemmatiser's rules from a treebank.
#pragma once

#include <cstdint>
#include <vector>

#include "language/lemmatizer.hpp"
#include "language/training/corpus.hpp"
#include "language/training/inflections.hpp"

namespace actorgraph {

/// The contents of a Lemmatizer, keys in rising order.
struct LemmaTable {
  std::vector<LemmaRule> rules;
  std::vector<std::uint64_t> keys;
  std::vector<std::uint16_t> rule_of_key;
};

/// For every tag the majority rule of each ending and form; an entry that a shorter ending already implies is
/// left out, and so is an ending seen with fewer than two forms. `more` adds forms that the sentences lack.
[[nodiscard]] LemmaTable learn_lemma_rules(const std::vector<TrainingSentence>& sentences,
                                           const std::vector<Inflection>& more);

}  // namespace actorgraph
