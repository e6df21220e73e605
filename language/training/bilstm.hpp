// A bidirectional LSTM layer over a packed batch, forward and backward.
// Source: S. Hochreiter and J. Schmidhuber (1997); packed batches as in cuDNN; recurrent dropout with one
// mask a
//         sequence: Y. Gal and Z. Ghahramani (NIPS 2016).
#pragma once

#include <cstddef>
#include <vector>

#include "language/training/parameter.hpp"

namespace actorgraph {

/// Rows of sentences of falling length, by position: first the first tokens of all sentences, then the second
/// ...
struct PackedBatch {
  std::vector<std::size_t> lengths;  ///< falling
  std::vector<std::size_t> offsets;  ///< first row of each position, and the row count at the end
  std::vector<std::size_t> counts;   ///< sentences that reach a position

  explicit PackedBatch(std::vector<std::size_t> falling_lengths);
  [[nodiscard]] std::size_t rows() const { return offsets.back(); }
  [[nodiscard]] std::size_t row(std::size_t sentence, std::size_t position) const {
    return offsets[position] + sentence;
  }
};

enum class Direction : std::uint8_t { Forward, Backward };

/// Indices of one direction's matrices among a network's parameters.
struct LstmParameters {
  std::size_t input = 0;      ///< input dim x 4 units; gates in the order input, forget, cell, output
  std::size_t recurrent = 0;  ///< units x 4 units
  std::size_t bias = 0;       ///< 1 x 4 units
};

/// What one pass keeps for the way back.
struct LstmState {
  Matrix gates;  ///< after their non-linearities
  Matrix cells;
  Matrix previous;  ///< hidden vector of the step before, with dropout
  Matrix hidden;
  Matrix mask;  ///< recurrent dropout, one row a sentence; empty where none
};

void lstm_forward(const Matrix& input, const PackedBatch& batch, Direction direction, const Matrix& w_input,
                  const Matrix& w_recurrent, const Matrix& bias, LstmState& state);

/// In:  gradient of the hidden vectors. Out: gradient of the input, added; gradients of the three matrices,
/// added.
void lstm_backward(const Matrix& input, const PackedBatch& batch, Direction direction, const Matrix& w_input,
                   const Matrix& w_recurrent, const LstmState& state, const Matrix& hidden_gradient,
                   Matrix& input_gradient, Matrix& g_input, Matrix& g_recurrent, Matrix& g_bias);

}  // namespace actorgraph
