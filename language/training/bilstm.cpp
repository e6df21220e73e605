#include "language/training/bilstm.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

using Index = Eigen::Index;

Index to_index(std::size_t n) {
  return static_cast<Index>(n);
}

/// The positions in the order in which a direction reads them.
std::vector<std::size_t> reading_order(const PackedBatch& batch, Direction direction) {
  std::vector<std::size_t> order(batch.counts.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = direction == Direction::Forward ? i : order.size() - 1 - i;
  return order;
}

/// How many sentences carry a state from the position before (in reading order) into this one.
std::size_t carried(const PackedBatch& batch, const std::vector<std::size_t>& order, std::size_t step) {
  return step == 0 ? 0 : std::min(batch.counts[order[step]], batch.counts[order[step - 1]]);
}

}  // namespace

PackedBatch::PackedBatch(std::vector<std::size_t> falling_lengths) : lengths(std::move(falling_lengths)) {
  offsets.push_back(0);
  for (std::size_t position = 0; !lengths.empty() && position < lengths[0]; ++position) {
    std::size_t count = 0;
    while (count < lengths.size() && lengths[count] > position) ++count;
    counts.push_back(count);
    offsets.push_back(offsets.back() + count);
  }
}

void lstm_forward(const Matrix& input, const PackedBatch& batch, Direction direction, const Matrix& w_input,
                  const Matrix& w_recurrent, const Matrix& bias, LstmState& state) {
  const Index units = w_recurrent.rows();
  const Index rows = to_index(batch.rows());
  state.gates.noalias() = input * w_input;
  state.gates.rowwise() += bias.row(0);
  state.cells.resize(rows, units);
  state.hidden.resize(rows, units);
  state.previous.setZero(rows, units);
  const auto order = reading_order(batch, direction);
  Matrix cell_before;
  for (std::size_t step = 0; step < order.size(); ++step) {
    const Index at = to_index(batch.offsets[order[step]]);
    const Index count = to_index(batch.counts[order[step]]);
    const Index kept = to_index(carried(batch, order, step));
    cell_before.setZero(count, units);
    if (kept > 0) {
      const Index from = to_index(batch.offsets[order[step - 1]]);
      auto previous = state.previous.middleRows(at, kept);
      previous = state.hidden.middleRows(from, kept);
      if (state.mask.size() > 0) previous.array() *= state.mask.topRows(kept).array();
      state.gates.middleRows(at, kept).noalias() += previous * w_recurrent;
      cell_before.topRows(kept) = state.cells.middleRows(from, kept);
    }
    auto gates = state.gates.middleRows(at, count);
    gates.leftCols(2 * units).array() = 0.5F * (0.5F * gates.leftCols(2 * units).array()).tanh() + 0.5F;
    gates.middleCols(2 * units, units).array() = gates.middleCols(2 * units, units).array().tanh();
    gates.rightCols(units).array() = 0.5F * (0.5F * gates.rightCols(units).array()).tanh() + 0.5F;
    auto cells = state.cells.middleRows(at, count);
    cells.array() = gates.leftCols(units).array() * gates.middleCols(2 * units, units).array() +
                    gates.middleCols(units, units).array() * cell_before.array();
    state.hidden.middleRows(at, count).array() = gates.rightCols(units).array() * cells.array().tanh();
  }
}

void lstm_backward(const Matrix& input, const PackedBatch& batch, Direction direction, const Matrix& w_input,
                   const Matrix& w_recurrent, const LstmState& state, const Matrix& hidden_gradient,
                   Matrix& input_gradient, Matrix& g_input, Matrix& g_recurrent, Matrix& g_bias) {
  const Index units = w_recurrent.rows();
  Matrix d_gates(state.gates.rows(), state.gates.cols());
  const auto order = reading_order(batch, direction);
  Matrix d_hidden_next;  // gradients that flow back from the step after, rows of that step
  Matrix d_cell_next;
  for (std::size_t step = order.size(); step-- > 0;) {
    const Index at = to_index(batch.offsets[order[step]]);
    const Index count = to_index(batch.counts[order[step]]);
    Matrix d_hidden = hidden_gradient.middleRows(at, count);
    Matrix d_cell = Matrix::Zero(count, units);
    if (step + 1 < order.size()) {
      const Index kept = to_index(carried(batch, order, step + 1));
      d_hidden.topRows(kept) += d_hidden_next.topRows(kept);
      d_cell.topRows(kept) += d_cell_next.topRows(kept);
    }
    const auto gates = state.gates.middleRows(at, count);
    const auto in = gates.leftCols(units).array();
    const auto forget = gates.middleCols(units, units).array();
    const auto cell_in = gates.middleCols(2 * units, units).array();
    const auto out = gates.rightCols(units).array();
    const Matrix cell_tanh = state.cells.middleRows(at, count).array().tanh();
    d_cell.array() += d_hidden.array() * out * (1 - cell_tanh.array().square());
    Matrix cell_before = Matrix::Zero(count, units);
    const Index kept = to_index(carried(batch, order, step));
    if (kept > 0)
      cell_before.topRows(kept) = state.cells.middleRows(to_index(batch.offsets[order[step - 1]]), kept);
    auto d = d_gates.middleRows(at, count);
    d.leftCols(units).array() = d_cell.array() * cell_in * in * (1 - in);
    d.middleCols(units, units).array() = d_cell.array() * cell_before.array() * forget * (1 - forget);
    d.middleCols(2 * units, units).array() = d_cell.array() * in * (1 - cell_in.square());
    d.rightCols(units).array() = d_hidden.array() * cell_tanh.array() * out * (1 - out);
    if (kept > 0) {
      d_hidden_next.noalias() = d.topRows(kept) * w_recurrent.transpose();
      if (state.mask.size() > 0) d_hidden_next.array() *= state.mask.topRows(kept).array();
      d_cell_next = (d_cell.array() * forget).topRows(kept);
    }
  }
  g_input.noalias() += input.transpose() * d_gates;
  g_recurrent.noalias() += state.previous.transpose() * d_gates;
  g_bias.row(0) += d_gates.colwise().sum();
  input_gradient.noalias() += d_gates * w_input.transpose();
}

}  // namespace actorgraph
