// The analyser's trained network at work: tokens in, tags, trees and names out. Between segmentation and
// extract. Thread-safety: a Network is const and may be shared; every thread owns its NetworkScratch.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "language/analyser.hpp"
#include "language/kernels.hpp"
#include "language/model_file.hpp"
#include "language/network_shape.hpp"
#include "language/token_features.hpp"
#include "language/tree_refiner.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// An arc that a word may have, by its index in the sentence.
struct ScoredArc {
  std::uint32_t dependent = 0;
  std::uint32_t head = 0;  ///< kRootHead for the root
  float score = 0;
};

/// Buffers of one thread, kept between batches.
struct NetworkScratch {
  std::vector<TokenFeatures> features;  ///< of the batch's tokens, sentence by sentence
  std::vector<std::string_view> forms;
  FeatureScratch feature_words;
  std::vector<float> sums;             ///< of one token's embedding rows
  std::vector<std::int16_t> layer_in;  ///< packed rows
  std::vector<std::int16_t> layer_out;
  std::vector<float> gates;
  std::vector<float> cells;
  std::vector<float> hidden;  ///< of the heads
  std::vector<std::int16_t> steps;
  std::vector<float> scores;
  std::vector<float> label_sums;
  std::vector<float> arc_left, arc_heads, arc_scores;
  std::vector<std::uint32_t> heads;    ///< of one sentence
  std::vector<ScoredArc> arcs;         ///< the decoded ones and their rivals, word by word
  std::vector<std::size_t> first_arc;  ///< of each sentence, and their number at the end
  AttachmentChoices choices;           ///< of one sentence
  std::vector<Attachment> tree;        ///< of one sentence
  std::vector<std::uint32_t> tags;
  std::vector<GazetteerClasses> listed;  ///< of one sentence's tokens
};

class Network {
 public:
  /// Reads the weights. Errors: throws FormatError.
  explicit Network(const ModelFile& file, const Kernels& kernels = best_kernels());

  [[nodiscard]] const std::vector<std::string>& feats_bundles() const { return feats_bundles_; }

  /// Fills upos, xpos, head, deprel (and feats) of the tokens, and the names, of `sentences`.
  ///
  /// Requires: no sentence is empty; lengths fall.
  /// Out:      the same for a sentence whatever stands beside it; heads form a tree with one root.
  /// Cost:     O(tokens x units^2 + sum of squared lengths).
  void analyse(std::span<Sentence* const> sentences, Feats feats, NetworkScratch& scratch) const;

 private:
  struct Table {
    std::span<const std::int8_t> weights;
    std::span<const float> scales;
    std::size_t dim = 0;
  };
  struct Layer {
    std::array<PackedMatrix, 2> input;  ///< forwards, backwards
    std::array<PackedMatrix, 2> recurrent;
  };
  struct Batch;

  void embed(const Batch& batch, NetworkScratch& scratch) const;
  void run_layer(const Layer& layer, const Batch& batch, NetworkScratch& scratch) const;
  /// Runs some steps of one direction from step `begin` on, and returns the first that is left.
  std::size_t run_steps(const Layer& layer, std::size_t direction, std::size_t begin, const Batch& batch,
                        NetworkScratch& scratch) const;
  void score_heads(const Batch& batch, NetworkScratch& scratch) const;
  void assign_tags(const Batch& batch, Feats feats, NetworkScratch& scratch) const;
  void assign_names(const Batch& batch, NetworkScratch& scratch) const;
  void assign_trees(const Batch& batch, NetworkScratch& scratch) const;
  void score_arcs(const Batch& batch, NetworkScratch& scratch) const;
  void score_labels(const Batch& batch, NetworkScratch& scratch) const;
  void add_embedding(const Table& table, std::size_t row, float* sum) const;

  ModelFile file_;  ///< keeps the tables' bytes alive
  const Kernels& kernels_;
  NetworkShape shape_;
  KnownWords known_;
  std::vector<std::string> feats_bundles_;
  Table words_, affixes_, trigrams_, shapes_, gazetteer_;
  std::vector<Layer> layers_;
  PackedMatrix heads_;  ///< hidden layers of all heads side by side, in the order of HeadColumns
  PackedMatrix upos_, xpos_, feats_, names_, arc_, label_;
  std::vector<float> arc_bias_, arc_root_;
};

}  // namespace actorgraph
