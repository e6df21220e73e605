#include "language/kernels.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

using namespace actorgraph;

namespace {

using Random = std::mt19937;

float draw(Random& random, float low, float high) {
  return low + (high - low) * static_cast<float>(random() % 100001) / 100000.0F;
}

std::vector<float> floats(Random& random, std::size_t count, float low, float high) {
  std::vector<float> out(count);
  for (float& x : out) x = draw(random, low, high);
  return out;
}

std::vector<std::int8_t> weights(Random& random, std::size_t count) {
  std::vector<std::int8_t> out(count);
  for (std::int8_t& x : out) x = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
  return out;
}

std::vector<std::int16_t> steps(Random& random, std::size_t count) {
  std::vector<std::int16_t> out(count);
  for (std::int16_t& x : out) x = static_cast<std::int16_t>(static_cast<int>(random() % 65535) - 32767);
  return out;
}

/// Steps of a recurrent layer's output, which fit into 8 bits.
std::vector<std::int16_t> unit_steps(Random& random, std::size_t count) {
  std::vector<std::int16_t> out(count);
  for (std::int16_t& x : out) x = static_cast<std::int16_t>(static_cast<int>(random() % 255) - 127);
  return out;
}

template <class T>
bool same_bits(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

/// The versions beside the plain one.
std::vector<const Kernels*> fast_kernels() {
  std::vector<const Kernels*> all = available_kernels();
  all.erase(all.begin());
  return all;
}

const Kernels& plain() {
  return *available_kernels().front();
}

struct Matrix {
  std::size_t inputs, columns;
  std::vector<std::int8_t> weights;
  std::vector<float> scales, bias;

  Matrix(Random& random, std::size_t in, std::size_t out)
      : inputs(in),
        columns(out),
        weights(::weights(random, in * out)),
        scales(floats(random, out, 0.001F, 0.02F)),
        bias(floats(random, out, -3, 3)) {}
  [[nodiscard]] QuantisedColumns view() const { return {weights, scales, bias}; }
  [[nodiscard]] double product(const std::int16_t* row, std::size_t column, float input_steps) const {
    double sum = 0;
    for (std::size_t k = 0; k < inputs; ++k)
      sum += row[k] * static_cast<double>(weights[k * columns + column]);
    return sum * static_cast<double>(scales[column]) / static_cast<double>(input_steps);
  }
};

constexpr std::size_t kCounts[] = {0, 1, 2, 3, 7, 8, 15, 16, 17, 31, 32, 33, 64, 100, 161};

}  // namespace

TEST_CASE("the plain kernels come first and the best ones last") {
  const auto all = available_kernels();
  REQUIRE(!all.empty());
  CHECK(all.front()->name == "plain");
  CHECK(&best_kernels() == all.back());
}

TEST_CASE("matrices of several sizes side by side multiply like their plain columns") {
  Random random(1);
  for (const std::size_t inputs : {1U, 2U, 5U, 64U, 320U}) {
    const Matrix parts[] = {Matrix(random, inputs, 40), Matrix(random, inputs, 1),
                            Matrix(random, inputs, 32)};
    const std::vector<QuantisedColumns> views = {parts[0].view(), parts[1].view(), parts[2].view()};
    const PackedMatrix packed = pack_matrix(inputs, views, kHiddenSteps);
    CHECK(packed.stride() == 64 + 32 + 32);
    CHECK(packed.inputs % 2 == 0);
    // An odd input is padded: whatever stands there must not count.
    const std::vector<std::int16_t> in = steps(random, packed.inputs);
    std::vector<float> out(packed.stride());
    plain().multiply(in.data(), packed.inputs, 1, packed, out.data(), packed.stride(), Accumulate::FromBias);
    const std::size_t begins[] = {0, 64, 96};
    for (std::size_t part = 0; part < 3; ++part) {
      for (std::size_t c = 0; c < parts[part].columns; ++c) {
        CAPTURE(inputs);
        CAPTURE(c);
        const double expected =
            parts[part].product(in.data(), c, kHiddenSteps) + static_cast<double>(parts[part].bias[c]);
        CHECK(out[begins[part] + c] == doctest::Approx(expected).epsilon(1e-5));
      }
    }
    for (std::size_t c = 40; c < 64; ++c) CHECK(out[c] == 0);
  }
}

TEST_CASE("every kernel set multiplies to the same bits") {
  Random random(2);
  for (const std::size_t inputs : {2U, 6U, 64U, 224U, 512U}) {
    for (const std::size_t columns : {1U, 31U, 32U, 33U, 160U}) {
      // Recurrent layers have 8-bit inputs and a kernel of their own.
      const bool is_unit = columns % 2 == 0 || inputs == 64;
      const Matrix matrix(random, inputs, columns);
      const QuantisedColumns view = matrix.view();
      const PackedMatrix packed = pack_matrix(inputs, {&view, 1}, is_unit ? kUnitSteps : kHiddenSteps);
      CHECK(packed.narrow_weights.empty() == (!is_unit || inputs % 4 != 0));
      const std::size_t in_stride = packed.inputs + 2;
      const std::size_t out_stride = packed.stride() + 5;
      for (const std::size_t rows : {0U, 1U, 2U, 3U, 5U, 7U, 8U, 9U, 11U, 13U, 16U, 23U, 33U}) {
        const std::vector<std::int16_t> in =
            is_unit ? unit_steps(random, rows * in_stride) : steps(random, rows * in_stride);
        const std::vector<float> before = floats(random, rows * out_stride, -50, 50);
        for (const Accumulate accumulate : {Accumulate::FromBias, Accumulate::OntoOutput}) {
          std::vector<float> expected = before;
          plain().multiply(in.data(), in_stride, rows, packed, expected.data(), out_stride, accumulate);
          for (const Kernels* kernels : fast_kernels()) {
            CAPTURE(kernels->name);
            CAPTURE(inputs);
            CAPTURE(columns);
            CAPTURE(rows);
            std::vector<float> out = before;
            kernels->multiply(in.data(), in_stride, rows, packed, out.data(), out_stride, accumulate);
            CHECK(same_bits(out, expected));
          }
        }
      }
    }
  }
}

TEST_CASE("the largest sums of a layer do not overflow") {
  constexpr std::size_t kInputs = 512;
  const std::vector<std::int8_t> extreme(kInputs, -127);
  const std::vector<float> scale = {1};
  const QuantisedColumns view{extreme, scale, {}};
  const std::pair<float, std::int16_t> widest[] = {
      {kHiddenSteps, 32767}, {kUnitSteps, 127}, {kInputSteps, 127}};
  for (const auto& [steps, most] : widest) {
    const PackedMatrix packed = pack_matrix(kInputs, {&view, 1}, steps);
    const std::vector<std::int16_t> in(kInputs, most);
    for (const Kernels* kernels : available_kernels()) {
      CAPTURE(kernels->name);
      std::vector<float> out(packed.stride());
      kernels->multiply(in.data(), kInputs, 1, packed, out.data(), packed.stride(), Accumulate::FromBias);
      CHECK(out[0] == doctest::Approx(-127.0 * most * kInputs / static_cast<double>(steps)));
    }
  }
}

TEST_CASE("every kernel set makes the same LSTM step") {
  Random random(3);
  for (const std::size_t units : kCounts) {
    for (const float range : {0.01F, 1.0F, 8.0F, 200.0F}) {
      const std::vector<float> gates = floats(random, 4 * units, -range, range);
      const std::vector<float> cells = floats(random, units, -4, 4);
      std::vector<float> expected_cells = cells;
      std::vector<std::int16_t> expected(units);
      plain().lstm_cell(gates.data(), units, expected_cells.data(), expected.data());
      for (const Kernels* kernels : fast_kernels()) {
        CAPTURE(kernels->name);
        CAPTURE(units);
        std::vector<float> out_cells = cells;
        std::vector<std::int16_t> out(units);
        kernels->lstm_cell(gates.data(), units, out_cells.data(), out.data());
        CHECK(same_bits(out_cells, expected_cells));
        CHECK(same_bits(out, expected));
      }
    }
  }
}

TEST_CASE("an LSTM step is that of the exact functions, near enough") {
  constexpr std::size_t kUnits = 20000;
  Random random(4);
  const auto sigmoid = [](float x) { return 1 / (1 + std::exp(-static_cast<double>(x))); };
  for (const float range : {0.1F, 3.0F, 12.0F, 150.0F}) {
    const std::vector<float> gates = floats(random, 4 * kUnits, -range, range);
    const std::vector<float> before = floats(random, kUnits, -3, 3);
    std::vector<float> cells = before;
    std::vector<std::int16_t> hidden(kUnits);
    plain().lstm_cell(gates.data(), kUnits, cells.data(), hidden.data());
    double cell_error = 0;
    double hidden_error = 0;
    for (std::size_t i = 0; i < kUnits; ++i) {
      const double cell = sigmoid(gates[i]) * std::tanh(static_cast<double>(gates[2 * kUnits + i])) +
                          sigmoid(gates[kUnits + i]) * static_cast<double>(before[i]);
      const double out = sigmoid(gates[3 * kUnits + i]) * std::tanh(cell) * static_cast<double>(kUnitSteps);
      cell_error = std::max(cell_error, std::abs(cell - static_cast<double>(cells[i])));
      hidden_error = std::max(hidden_error, std::abs(out - hidden[i]));
    }
    CAPTURE(range);
    CHECK(cell_error < 2e-6);
    CHECK(hidden_error < 0.51);  // half a step by rounding
  }
}

TEST_CASE("every kernel set rounds to the same steps") {
  Random random(5);
  for (const std::size_t count : kCounts) {
    for (const float range : {0.01F, 2.0F, 40.0F, 1e6F}) {
      const std::vector<float> in = floats(random, count, -range, range);
      std::vector<std::int16_t> rectified(count);
      std::vector<std::int16_t> quantised(count);
      plain().rectify(in.data(), count, rectified.data());
      plain().quantise(in.data(), count, quantised.data());
      for (std::size_t i = 0; i < count; ++i) {
        const double x = std::clamp(static_cast<double>(in[i]) * 1024, -32767.0, 32767.0);
        CHECK(std::abs(quantised[i] - std::clamp(static_cast<double>(in[i]) * 32, -127.0, 127.0)) <= 0.501);
        const double leaky = in[i] > 0 ? x : std::max(static_cast<double>(in[i]) * 102.4, -32767.0);
        CHECK(std::abs(rectified[i] - leaky) <= 0.502);
      }
      for (const Kernels* kernels : fast_kernels()) {
        CAPTURE(kernels->name);
        CAPTURE(count);
        std::vector<std::int16_t> out(count);
        kernels->rectify(in.data(), count, out.data());
        CHECK(same_bits(out, rectified));
        kernels->quantise(in.data(), count, out.data());
        CHECK(same_bits(out, quantised));
      }
    }
  }
}

TEST_CASE("every kernel set adds rows and products to the same bits") {
  Random random(6);
  for (const std::size_t count : kCounts) {
    const std::vector<std::int8_t> row = weights(random, count);
    const std::vector<float> before = floats(random, count, -2, 2);
    std::vector<float> sum = before;
    plain().add_row(row.data(), 0.0123F, count, sum.data());
    for (std::size_t i = 0; i < count; ++i)
      CHECK(sum[i] == doctest::Approx(static_cast<double>(before[i]) + 0.0123 * row[i]).epsilon(1e-4));
    for (const Kernels* kernels : fast_kernels()) {
      CAPTURE(kernels->name);
      std::vector<float> out = before;
      kernels->add_row(row.data(), 0.0123F, count, out.data());
      CHECK(same_bits(out, sum));
    }
    for (const std::size_t inner : {0U, 1U, 2U, 17U, 128U}) {
      const std::size_t stride = count + 3;
      const std::vector<float> left = floats(random, inner, -2, 2);
      const std::vector<float> right = floats(random, inner * stride, -2, 2);
      std::vector<float> expected = before;
      plain().add_products(left.data(), inner, right.data(), stride, count, expected.data());
      for (std::size_t j = 0; j < count; ++j) {
        double exact = static_cast<double>(before[j]);
        for (std::size_t k = 0; k < inner; ++k)
          exact += static_cast<double>(left[k]) * static_cast<double>(right[k * stride + j]);
        CHECK(static_cast<double>(expected[j]) == doctest::Approx(exact).epsilon(1e-4).scale(10));
      }
      for (const Kernels* kernels : fast_kernels()) {
        CAPTURE(kernels->name);
        CAPTURE(inner);
        std::vector<float> out = before;
        kernels->add_products(left.data(), inner, right.data(), stride, count, out.data());
        CHECK(same_bits(out, expected));
      }
    }
  }
}
