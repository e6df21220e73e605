// The analyser's network with its gradients: embeddings, recurrent layers, and the heads that score tags,
// arcs, labels and names. Trained here, saved as the model that language/network.hpp reads. Thread-safety:
// const members may be called concurrently, each with its own Pass.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "language/network_shape.hpp"
#include "language/training/bilstm.hpp"
#include "language/training/corpus.hpp"
#include "language/training/parameter.hpp"

namespace actorgraph {

struct DropoutOptions {
  float word = 0.15F;       ///< a word becomes the unknown word
  float gazetteer = 0.15F;  ///< of a sentence no name is listed
  float input = 0.30F;
  float layer = 0.33F;
  float recurrent = 0.20F;
  float hidden = 0.33F;  ///< of the heads' vectors
};

/// Losses per token of one pass, and how many tokens each is a mean over.
struct Losses {
  std::array<double, 6> sum{};  ///< upos, xpos, feats, arc, label, name
  std::array<double, 6> count{};
  Losses& operator+=(const Losses& other);
};

/// What the network says of a sentence.
struct Prediction {
  std::vector<std::uint16_t> upos;
  std::vector<std::uint16_t> xpos;
  std::vector<std::uint16_t> feats;
  std::vector<std::uint32_t> heads;  ///< a tree with one root
  std::vector<std::uint16_t> deprels;
  std::vector<std::uint32_t> names;  ///< a well-formed tag sequence
};

enum class Weights : std::uint8_t { Current, Average };

class TrainableNetwork {
 public:
  TrainableNetwork(const NetworkShape& shape, std::uint64_t seed);

  [[nodiscard]] const NetworkShape& shape() const { return shape_; }
  [[nodiscard]] std::vector<Parameter>& parameters() { return parameters_; }
  [[nodiscard]] const std::vector<Parameter>& parameters() const { return parameters_; }
  /// Takes the averaged weights of `other`, a network of the same shape but with fewer words, for the first
  /// of its words and all else.
  void start_from(const TrainableNetwork& other);

  [[nodiscard]] std::vector<Gradient> make_gradients() const;

  /// Adds the gradients of the mean losses of `sentences` (of falling length), each loss scaled by `scale`.
  Losses add_gradients(std::span<const TrainingSentence* const> sentences, const DropoutOptions& dropout,
                       float scale, std::mt19937_64& random, std::vector<Gradient>& gradients) const;

 private:
  friend struct NetworkPass;
  friend std::vector<Prediction> predict(std::span<const TrainableNetwork* const> networks,
                                         std::span<const TrainingSentence* const> sentences, Weights weights);
  /// A dense layer: out = input * weight + bias.
  struct Layer {
    std::size_t weight = 0;
    std::size_t bias = 0;
  };

  std::size_t add_parameter(std::string name, Eigen::Index rows, Eigen::Index cols, Update update,
                            float scale, std::mt19937_64& random);
  Layer add_layer(const std::string& name, std::uint32_t rows, std::uint32_t cols, std::mt19937_64& random);

  NetworkShape shape_;
  std::vector<Parameter> parameters_;
  std::size_t words_ = 0, affixes_ = 0, trigrams_ = 0, shapes_ = 0, gazetteer_ = 0;
  std::vector<std::array<LstmParameters, 2>> lstm_;
  Layer tag_hidden_, upos_, xpos_, feats_, name_hidden_, name_, arc_dependent_, arc_head_, label_dependent_,
      label_head_, label_;
  std::size_t arc_weight_ = 0, arc_bias_ = 0, arc_root_ = 0;
};

/// Analyses `sentences` (of falling length) with the mean of what `networks`, of one shape, give each label.
[[nodiscard]] std::vector<Prediction> predict(std::span<const TrainableNetwork* const> networks,
                                              std::span<const TrainingSentence* const> sentences,
                                              Weights weights);

}  // namespace actorgraph
