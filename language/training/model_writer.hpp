// Writes a trained network as the model file that the analyser reads: weights rounded to 8 bits.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/training/corpus.hpp"
#include "language/training/lemma_rules.hpp"
#include "language/training/trainable_network.hpp"

namespace actorgraph {

/// Saves the averaged weights with the vocabulary (hashes in index order), feature bundles and lemma rules.
///
/// A matrix has a scale a column, an embedding table a scale a row; biases stay as they are.
/// Errors: throws IoError.
void save_model(const TrainableNetwork& network, const std::vector<std::uint64_t>& vocabulary,
                const FeatsTable& feats, const LemmaTable& lemmas, const std::string& path);

}  // namespace actorgraph
