// Twelve invented sentences, tagged, parsed and named: enough to see whether a network learns.
#pragma once

#include <string>
#include <vector>

#include "language/training/corpus.hpp"

namespace actorgraph {

/// CoNLL-U with names in MISC.
[[nodiscard]] std::string tiny_treebank();

[[nodiscard]] Treebank parse_treebank(const std::string& conllu);

/// The hashes of all words of `sentences`, in rising order.
[[nodiscard]] std::vector<std::uint64_t> all_words(const std::vector<TrainingSentence>& sentences);

/// The sentences of a treebank with the names of its MISC column, without features.
[[nodiscard]] std::vector<TrainingSentence> training_sentences(const Treebank& bank, const FeatsTable& feats);

}  // namespace actorgraph
