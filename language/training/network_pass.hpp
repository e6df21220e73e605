// One batch on its way through the trainable network and back. Used by TrainableNetwork alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "language/training/trainable_network.hpp"

namespace actorgraph {

inline constexpr float kLeak = 0.1F;  ///< slope of the heads' non-linearity below zero

[[nodiscard]] inline Eigen::Index to_index(std::size_t n) {
  return static_cast<Eigen::Index>(n);
}

/// Zeros with probability `rate`, else 1 / (1 - rate).
[[nodiscard]] Matrix dropout_mask(Eigen::Index rows, Eigen::Index cols, float rate, std::mt19937_64& random);

/// Rows of log-probabilities in place of scores.
void log_softmax(Matrix& scores);

struct Hidden {
  Matrix out;
  Matrix slope;  ///< derivative of `out` by the layer's scores; empty where that is one
};

struct NetworkPass {
  using Index = Eigen::Index;
  using Layer = TrainableNetwork::Layer;
  enum class Activation : std::uint8_t { Linear, Leaky };

  const TrainableNetwork& net;
  std::span<const TrainingSentence* const> sentences;
  Weights weights;
  const DropoutOptions* dropout;  ///< null when predicting
  std::mt19937_64* random;
  PackedBatch batch;
  std::vector<std::uint32_t> words;  ///< per row, after word dropout
  std::vector<char> unlisted;        ///< per sentence, 1 where gazetteer dropout hides what is listed
  Matrix input_mask;
  std::vector<Matrix> inputs;       ///< of each recurrent layer, and the context at the end
  std::vector<Matrix> layer_masks;  ///< one row a sentence
  std::vector<std::array<LstmState, 2>> states;
  Hidden tag, name, arc_dependent, arc_head, label_dependent, label_head;

  NetworkPass(const TrainableNetwork& network, std::span<const TrainingSentence* const> batch_sentences,
              Weights which, const DropoutOptions* drop, std::mt19937_64* rng);

  /// Computes everything up to the heads' hidden vectors.
  void forward();

  /// Adds the gradients of the losses, each scaled by `scale`. Requires: forward() ran.
  [[nodiscard]] Losses backward(float scale, std::vector<Gradient>& gradients) const;

  /// What the network says of one sentence. Requires: forward() ran.
  // Log-probabilities of sentence `s`, a row a token. Requires: forward() ran.
  [[nodiscard]] Matrix tag_scores(std::size_t s, const Layer& layer) const;
  [[nodiscard]] Matrix name_scores(std::size_t s) const;
  [[nodiscard]] Matrix head_scores(std::size_t s) const;  ///< column 0 is the root
  [[nodiscard]] Matrix label_scores(std::size_t s, std::span<const std::uint32_t> heads) const;

 private:
  [[nodiscard]] const Matrix& value(std::size_t parameter) const {
    const Parameter& p = net.parameters_[parameter];
    return weights == Weights::Average ? p.average : p.value;
  }
  [[nodiscard]] const Matrix& context() const { return inputs.back(); }
  template <class Function>
  void for_each_row(Function function) const {
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      for (std::size_t i = 0; i < sentences[s]->size(); ++i) function(s, i, to_index(batch.row(s, i)));
    }
  }
  [[nodiscard]] GazetteerClasses listed(std::size_t s, std::size_t i) const {
    return unlisted[s] != 0 ? GazetteerClasses{0} : sentences[s]->features[i].gazetteer;
  }
  void embed();
  void embed_back(Matrix& dx, std::vector<Gradient>& gradients) const;
  void run_layers();
  void layers_back(Matrix d_out, std::vector<Gradient>& gradients) const;
  Hidden hidden(const Layer& layer, Activation activation);
  void hidden_back(const Layer& layer, const Hidden& h, Matrix d, Matrix& d_context,
                   std::vector<Gradient>& gradients) const;
  [[nodiscard]] Matrix scores(const Layer& layer, const Matrix& in) const;
  /// Rows of one sentence, in order of position.
  [[nodiscard]] Matrix gather(const Matrix& packed, std::size_t s, Index first_rows) const;
  [[nodiscard]] Matrix head_vectors(std::size_t s) const;
  /// Scores of each dependent's (row) possible heads (column; 0 is the root).
  [[nodiscard]] Matrix arc_scores(const Matrix& dependents, const Matrix& heads) const;
  template <class Target>
  void classify(const Layer& layer, const Hidden& h, Matrix& d_hidden, Target target, float scale,
                double& loss, double& count, std::vector<Gradient>& gradients) const;
  void finish_layer(const Layer& layer, const Hidden& h, const Matrix& d, Matrix& d_hidden,
                    std::vector<Gradient>& gradients) const;
  void name_loss(Matrix& d_hidden, float scale, Losses& losses, std::vector<Gradient>& gradients) const;
  void arc_loss(Matrix& d_dependent, Matrix& d_head, float scale, Losses& losses,
                std::vector<Gradient>& gradients) const;
  void label_loss(Matrix& d_dependent, Matrix& d_head, float scale, Losses& losses,
                  std::vector<Gradient>& gradients) const;
};

}  // namespace actorgraph
