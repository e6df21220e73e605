// Writes a trained network as the model file that the analyser reads: weights rounded to 8 bits.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/training/corpus.hpp"
#include "language/training/gazetteer_builder.hpp"
#include "language/training/lemma_rules.hpp"
#include "language/training/trainable_network.hpp"
#include "language/training/word_tags.hpp"

namespace actorgraph {

/// What a model holds beside the network's weights.
struct ModelTables {
  std::vector<std::uint64_t> vocabulary;  ///< hashes in index order
  GazetteerTable gazetteer;
  FeatsTable feats;
  LemmaTable lemmas;
  WordTagTable word_tags;
};

/// Saves the averaged weights and the tables.
///
/// A matrix has a scale a column, an embedding table a scale a row; biases stay as they are.
/// Errors: throws IoError.
void save_model(const TrainableNetwork& network, const ModelTables& tables, const std::string& path);

}  // namespace actorgraph
