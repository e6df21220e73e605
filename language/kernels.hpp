// The inner loops of the network, in one version per instruction set, chosen at run time. All versions give
// the same bits: sums are of integers, and what is computed in floats is computed element by element in one
// order. Thread-safety: pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Columns are stored in blocks of this many, padded with zeros.
inline constexpr std::size_t kColumnBlock = 32;

/// One activation is this many steps of an integer.
inline constexpr float kInputSteps =
    32;  ///< of a word's embedding, clipped to what 8 bits hold: [-3.97, 3.97]
inline constexpr float kUnitSteps = 127;     ///< of a recurrent layer's output, in [-1, 1]: 8 bits too
inline constexpr float kHiddenSteps = 1024;  ///< of a hidden layer, 16 bits: clipped to [-31.9, 31.9]

/// An 8-bit matrix (inputs x outputs) widened to 16 bits, in the order in which the kernels read it.
struct PackedMatrix {
  std::size_t inputs = 0;             ///< even
  std::size_t outputs = 0;            ///< before padding
  std::vector<std::int16_t> weights;  ///< [block of columns][pair of inputs][column][2]
  /// The same in 8 bits, for inputs that 8 bits hold: [block of columns][four inputs][column][4]; else empty.
  std::vector<std::int8_t> narrow_weights;
  std::vector<std::int32_t> narrow_offsets;  ///< a column: what inputs raised by 128 add to its sum, negated
  std::vector<float> scales;                 ///< a column: weight step / activation steps; padded
  std::vector<float> bias;                   ///< a column; padded

  [[nodiscard]] std::size_t stride() const { return scales.size(); }
};

/// Appends the columns of one quantised matrix (row-major, inputs x outputs).
/// Requires: `inputs` equals that of the columns already there; bias is empty or one value a column.
struct QuantisedColumns {
  std::span<const std::int8_t> weights;
  std::span<const float> scales;
  std::span<const float> bias;
};

/// Puts matrices of equal input size side by side, each beginning at a multiple of kColumnBlock.
[[nodiscard]] PackedMatrix pack_matrix(std::size_t inputs, std::span<const QuantisedColumns> parts,
                                       float input_steps);

enum class Accumulate : std::uint8_t { FromBias, OntoOutput };

struct Kernels {
  std::string_view name;

  /// out[r * out_stride + c] = (bias[c] or out) + (row r of in) * (column c), for all padded columns.
  void (*multiply)(const std::int16_t* in, std::size_t in_stride, std::size_t rows,
                   const PackedMatrix& matrix, float* out, std::size_t out_stride, Accumulate accumulate);

  /// One LSTM step of one sentence: gates (input, forget, cell, output; `units` each, before their
  /// non-linearities) and the cell before give the cell (in place) and the hidden vector in kUnitSteps.
  void (*lstm_cell)(const float* gates, std::size_t units, float* cell, std::int16_t* hidden);

  /// Leaky rectifier, then steps of 1 / kHiddenSteps.
  void (*rectify)(const float* in, std::size_t count, std::int16_t* out);

  /// Steps of 1 / kInputSteps, clipped to -127..127.
  void (*quantise)(const float* in, std::size_t count, std::int16_t* out);

  /// sum[i] += scale * row[i].
  void (*add_row)(const std::int8_t* row, float scale, std::size_t count, float* sum);

  /// out[j] += sum over k of left[k] * right[k * right_stride + j], k rising.
  void (*add_products)(const float* left, std::size_t inner, const float* right, std::size_t right_stride,
                       std::size_t count, float* out);
};

/// The fastest version that this machine can run.
[[nodiscard]] const Kernels& best_kernels();

/// Every version that this machine can run, the plain one first.
[[nodiscard]] std::vector<const Kernels*> available_kernels();

}  // namespace actorgraph
