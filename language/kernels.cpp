#include "language/kernels.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#define ACTORGRAPH_X86 1
#endif

// Bodies are inlined into one function an instruction set. This file is compiled without contraction of
// multiplications and additions, which would round differently from set to set.
#define ACTORGRAPH_INLINE __attribute__((always_inline)) inline

namespace actorgraph {
namespace {

constexpr float kLeak = 0.1F;
constexpr float kRoundMagic = 12582912.0F;  // 1.5 * 2^23: adding and subtracting it rounds to an integer

ACTORGRAPH_INLINE float round_float(float x) {
  return (x + kRoundMagic) - kRoundMagic;
}

/// e^x by 2^n * 2^f with a polynomial for 2^f; relative error below 3e-7.
/// Requires: x in [-80, 80].
ACTORGRAPH_INLINE float exp_float(float x) {
  x *= 1.44269504F;
  const float n = round_float(x);
  const float f = x - n;
  float p = 1.5403530e-4F;
  p = p * f + 1.3333558e-3F;
  p = p * f + 9.6181291e-3F;
  p = p * f + 5.5504109e-2F;
  p = p * f + 2.4022651e-1F;
  p = p * f + 6.9314718e-1F;
  p = p * f + 1.0F;
  return p * std::bit_cast<float>((static_cast<std::int32_t>(n) + 127) << 23);
}

/// e^-x, held to where sigmoid(x) = 1 / (1 + e^-x) differs from 0 and 1, so that three of them can be
/// multiplied; tanh(x) is (1 - e^-2x) / (1 + e^-2x).
ACTORGRAPH_INLINE float exp_of_negative(float x) {
  return exp_float(-std::min(std::max(x, -28.0F), 28.0F));
}

ACTORGRAPH_INLINE std::int16_t to_steps(float x, float steps) {
  return static_cast<std::int16_t>(
      static_cast<std::int32_t>(round_float(std::min(std::max(x * steps, -32767.0F), 32767.0F))));
}

ACTORGRAPH_INLINE void lstm_cell_body(const float* __restrict gates, std::size_t units,
                                      float* __restrict cell, std::int16_t* __restrict hidden) {
  for (std::size_t i = 0; i < units; ++i) {
    // Fractions with one denominator: divisions are what takes time here.
    const float in = exp_of_negative(gates[i]);
    const float forget = exp_of_negative(gates[units + i]);
    const float candidate = exp_of_negative(2.0F * gates[2 * units + i]);
    const float out = exp_of_negative(gates[3 * units + i]);
    const float opened = (1.0F + in) * (1.0F + candidate);
    const float c = ((1.0F - candidate) * (1.0F + forget) + cell[i] * opened) / (opened * (1.0F + forget));
    cell[i] = c;
    const float squashed = exp_of_negative(2.0F * c);
    hidden[i] = to_steps((1.0F - squashed) / ((1.0F + out) * (1.0F + squashed)), kUnitSteps);
  }
}

ACTORGRAPH_INLINE void rectify_body(const float* __restrict in, std::size_t count,
                                    std::int16_t* __restrict out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = to_steps(std::max(in[i], kLeak * in[i]), kHiddenSteps);
}

ACTORGRAPH_INLINE void quantise_body(const float* __restrict in, std::size_t count,
                                     std::int16_t* __restrict out) {
  constexpr float kWidest = 127 / kInputSteps;
  for (std::size_t i = 0; i < count; ++i)
    out[i] = to_steps(std::min(std::max(in[i], -kWidest), kWidest), kInputSteps);
}

ACTORGRAPH_INLINE void add_row_body(const std::int8_t* __restrict row, float scale, std::size_t count,
                                    float* __restrict sum) {
  for (std::size_t i = 0; i < count; ++i) sum[i] += scale * static_cast<float>(row[i]);
}

ACTORGRAPH_INLINE void add_products_body(const float* __restrict left, std::size_t inner,
                                         const float* __restrict right, std::size_t right_stride,
                                         std::size_t count, float* __restrict out) {
  for (std::size_t k = 0; k < inner; ++k) {
    const float factor = left[k];
    const float* row = right + k * right_stride;
    for (std::size_t j = 0; j < count; ++j) out[j] += factor * row[j];
  }
}

// --- plain -------------------------------------------------------------------------------------

void multiply_plain(const std::int16_t* in, std::size_t in_stride, std::size_t rows,
                    const PackedMatrix& matrix, float* out, std::size_t out_stride, Accumulate accumulate) {
  const std::size_t pairs = matrix.inputs / 2;
  for (std::size_t r = 0; r < rows; ++r) {
    const std::int16_t* a = in + r * in_stride;
    for (std::size_t begin = 0; begin < matrix.stride(); begin += kColumnBlock) {
      const std::int16_t* w = matrix.weights.data() + begin * matrix.inputs;
      std::array<std::int32_t, kColumnBlock> sum{};
      for (std::size_t k = 0; k < pairs; ++k, w += 2 * kColumnBlock) {
        for (std::size_t c = 0; c < kColumnBlock; ++c) {
          sum[c] += static_cast<std::int32_t>(a[2 * k]) * w[2 * c] +
                    static_cast<std::int32_t>(a[2 * k + 1]) * w[2 * c + 1];
        }
      }
      float* o = out + r * out_stride + begin;
      for (std::size_t c = 0; c < kColumnBlock; ++c) {
        const float base = accumulate == Accumulate::FromBias ? matrix.bias[begin + c] : o[c];
        o[c] = base + static_cast<float>(sum[c]) * matrix.scales[begin + c];
      }
    }
  }
}

constexpr Kernels kPlain = {
    "plain",
    multiply_plain,
    [](const float* g, std::size_t n, float* c, std::int16_t* h) { lstm_cell_body(g, n, c, h); },
    [](const float* in, std::size_t n, std::int16_t* out) { rectify_body(in, n, out); },
    [](const float* in, std::size_t n, std::int16_t* out) { quantise_body(in, n, out); },
    [](const std::int8_t* row, float s, std::size_t n, float* sum) { add_row_body(row, s, n, sum); },
    [](const float* l, std::size_t k, const float* r, std::size_t s, std::size_t n, float* o) {
      add_products_body(l, k, r, s, n, o);
    },
};

#if defined(ACTORGRAPH_X86)

ACTORGRAPH_INLINE std::int32_t load_pair(const std::int16_t* at) {
  std::int32_t pair = 0;
  std::memcpy(&pair, at, sizeof pair);
  return pair;
}

// --- AVX2 --------------------------------------------------------------------------------------

#define ACTORGRAPH_AVX2 __attribute__((target("avx2")))

template <int Rows>
ACTORGRAPH_AVX2 void multiply_block_avx2(const std::int16_t* in, std::size_t in_stride,
                                         const PackedMatrix& matrix, std::size_t begin, float* out,
                                         std::size_t out_stride, Accumulate accumulate) {
  constexpr std::size_t kVectors = 4;
  __m256i sum[Rows][kVectors];  // NOLINT(modernize-avoid-c-arrays): a template would drop its alignment
  for (int r = 0; r < Rows; ++r) {
    for (std::size_t v = 0; v < kVectors; ++v) sum[r][v] = _mm256_setzero_si256();
  }
  const std::int16_t* w = matrix.weights.data() + begin * matrix.inputs;
  for (std::size_t k = 0; k < matrix.inputs; k += 2, w += 2 * kColumnBlock) {
    for (std::size_t v = 0; v < kVectors; ++v) {
      const __m256i weight = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w + 16 * v));
      for (int r = 0; r < Rows; ++r) {
        const __m256i pair = _mm256_set1_epi32(load_pair(in + static_cast<std::size_t>(r) * in_stride + k));
        sum[r][v] = _mm256_add_epi32(sum[r][v], _mm256_madd_epi16(weight, pair));
      }
    }
  }
  for (int r = 0; r < Rows; ++r) {
    float* o = out + static_cast<std::size_t>(r) * out_stride + begin;
    for (std::size_t v = 0; v < kVectors; ++v) {
      const __m256 base = _mm256_loadu_ps(
          accumulate == Accumulate::FromBias ? matrix.bias.data() + begin + 8 * v : o + 8 * v);
      const __m256 scaled =
          _mm256_mul_ps(_mm256_cvtepi32_ps(sum[r][v]), _mm256_loadu_ps(matrix.scales.data() + begin + 8 * v));
      _mm256_storeu_ps(o + 8 * v, _mm256_add_ps(base, scaled));
    }
  }
}

ACTORGRAPH_AVX2 void multiply_avx2(const std::int16_t* in, std::size_t in_stride, std::size_t rows,
                                   const PackedMatrix& matrix, float* out, std::size_t out_stride,
                                   Accumulate accumulate) {
  for (std::size_t begin = 0; begin < matrix.stride(); begin += kColumnBlock) {
    std::size_t r = 0;
    for (; r + 2 <= rows; r += 2) {
      multiply_block_avx2<2>(in + r * in_stride, in_stride, matrix, begin, out + r * out_stride, out_stride,
                             accumulate);
    }
    if (r < rows)
      multiply_block_avx2<1>(in + r * in_stride, in_stride, matrix, begin, out + r * out_stride, out_stride,
                             accumulate);
  }
}

ACTORGRAPH_AVX2 void lstm_cell_avx2(const float* g, std::size_t n, float* c, std::int16_t* h) {
  lstm_cell_body(g, n, c, h);
}
ACTORGRAPH_AVX2 void rectify_avx2(const float* in, std::size_t n, std::int16_t* out) {
  rectify_body(in, n, out);
}
ACTORGRAPH_AVX2 void quantise_avx2(const float* in, std::size_t n, std::int16_t* out) {
  quantise_body(in, n, out);
}
ACTORGRAPH_AVX2 void add_row_avx2(const std::int8_t* row, float s, std::size_t n, float* sum) {
  add_row_body(row, s, n, sum);
}
ACTORGRAPH_AVX2 void add_products_avx2(const float* l, std::size_t k, const float* r, std::size_t s,
                                       std::size_t n, float* o) {
  add_products_body(l, k, r, s, n, o);
}

constexpr Kernels kAvx2 = {"avx2",        multiply_avx2, lstm_cell_avx2,   rectify_avx2,
                           quantise_avx2, add_row_avx2,  add_products_avx2};

// --- AVX-512 with VNNI -------------------------------------------------------------------------

#define ACTORGRAPH_AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,prefer-vector-width=512")))

template <int Rows>
ACTORGRAPH_AVX512 void multiply_block_avx512(const std::int16_t* in, std::size_t in_stride,
                                             const PackedMatrix& matrix, std::size_t begin, float* out,
                                             std::size_t out_stride, Accumulate accumulate) {
  __m512i sum[Rows][2];  // NOLINT(modernize-avoid-c-arrays): as above
  for (int r = 0; r < Rows; ++r) sum[r][0] = sum[r][1] = _mm512_setzero_si512();
  const std::int16_t* w = matrix.weights.data() + begin * matrix.inputs;
  for (std::size_t k = 0; k < matrix.inputs; k += 2, w += 2 * kColumnBlock) {
    const __m512i low = _mm512_loadu_si512(w);
    const __m512i high = _mm512_loadu_si512(w + 32);
    for (int r = 0; r < Rows; ++r) {
      const __m512i pair = _mm512_set1_epi32(load_pair(in + static_cast<std::size_t>(r) * in_stride + k));
      sum[r][0] = _mm512_dpwssd_epi32(sum[r][0], low, pair);
      sum[r][1] = _mm512_dpwssd_epi32(sum[r][1], high, pair);
    }
  }
  for (int r = 0; r < Rows; ++r) {
    float* o = out + static_cast<std::size_t>(r) * out_stride + begin;
    for (std::size_t v = 0; v < 2; ++v) {
      const __m512 base = _mm512_loadu_ps(
          accumulate == Accumulate::FromBias ? matrix.bias.data() + begin + 16 * v : o + 16 * v);
      const __m512 scaled = _mm512_mul_ps(_mm512_cvtepi32_ps(sum[r][v]),
                                          _mm512_loadu_ps(matrix.scales.data() + begin + 16 * v));
      _mm512_storeu_ps(o + 16 * v, _mm512_add_ps(base, scaled));
    }
  }
}

/// Rows of a multiplication with 8-bit weights that are packed to bytes at a time, and their longest input.
constexpr std::size_t kStripRows = 16;
constexpr std::size_t kMaxNarrowInputs = 2048;

/// sum += four unsigned bytes of `inputs` times four signed ones of `weights`, in each 32 bits. The intrinsic
/// makes GCC 12 copy every sum before and after, which takes longer than the sums.
ACTORGRAPH_AVX512 ACTORGRAPH_INLINE void add_byte_products(__m512i& sum, __m512i inputs, __m512i weights) {
#if defined(__clang__)
  sum = _mm512_dpbusd_epi32(sum, inputs, weights);
#else
  asm("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(inputs), "v"(weights));
#endif
}

template <int Rows>
ACTORGRAPH_AVX512 void multiply_narrow_block(const std::uint8_t* in, const PackedMatrix& matrix,
                                             std::size_t begin, float* out, std::size_t out_stride,
                                             Accumulate accumulate) {
  __m512i sum[Rows][2];  // NOLINT(modernize-avoid-c-arrays): as above
  for (int r = 0; r < Rows; ++r) {
    sum[r][0] = _mm512_loadu_si512(matrix.narrow_offsets.data() + begin);
    sum[r][1] = _mm512_loadu_si512(matrix.narrow_offsets.data() + begin + 16);
  }
  const std::int8_t* w = matrix.narrow_weights.data() + begin * matrix.inputs;
  for (std::size_t k = 0; k < matrix.inputs; k += 4, w += 4 * kColumnBlock) {
    const __m512i low = _mm512_loadu_si512(w);
    const __m512i high = _mm512_loadu_si512(w + 64);
    for (int r = 0; r < Rows; ++r) {
      std::int32_t four = 0;
      std::memcpy(&four, in + static_cast<std::size_t>(r) * matrix.inputs + k, sizeof four);
      const __m512i inputs = _mm512_set1_epi32(four);
      add_byte_products(sum[r][0], inputs, low);
      add_byte_products(sum[r][1], inputs, high);
    }
  }
  for (int r = 0; r < Rows; ++r) {
    float* o = out + static_cast<std::size_t>(r) * out_stride + begin;
    for (std::size_t v = 0; v < 2; ++v) {
      const __m512 base = _mm512_loadu_ps(
          accumulate == Accumulate::FromBias ? matrix.bias.data() + begin + 16 * v : o + 16 * v);
      const __m512 scaled = _mm512_mul_ps(_mm512_cvtepi32_ps(sum[r][v]),
                                          _mm512_loadu_ps(matrix.scales.data() + begin + 16 * v));
      _mm512_storeu_ps(o + 16 * v, _mm512_add_ps(base, scaled));
    }
  }
}

/// For one row to seven: the few sentences that are left when the shorter ones have ended.
constexpr std::array kNarrowBlocks = {&multiply_narrow_block<1>, &multiply_narrow_block<2>,
                                      &multiply_narrow_block<3>, &multiply_narrow_block<4>,
                                      &multiply_narrow_block<5>, &multiply_narrow_block<6>,
                                      &multiply_narrow_block<7>};

/// Steps of -128..127 as bytes raised by 128. `count` is a multiple of 4.
ACTORGRAPH_AVX512 void raise_to_bytes(const std::int16_t* in, std::size_t count, std::uint8_t* out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<std::uint8_t>(in[i] + 128);
}

ACTORGRAPH_AVX512 void multiply_narrow(const std::int16_t* in, std::size_t in_stride, std::size_t rows,
                                       const PackedMatrix& matrix, float* out, std::size_t out_stride,
                                       Accumulate accumulate) {
  alignas(64) std::array<std::uint8_t, kStripRows * kMaxNarrowInputs> bytes;  // NOLINT: filled below
  const std::size_t inputs = matrix.inputs;
  for (std::size_t first = 0; first < rows; first += kStripRows) {
    const std::size_t count = std::min(kStripRows, rows - first);
    for (std::size_t r = 0; r < count; ++r)
      raise_to_bytes(in + (first + r) * in_stride, inputs, bytes.data() + r * inputs);
    for (std::size_t begin = 0; begin < matrix.stride(); begin += kColumnBlock) {
      const std::uint8_t* row = bytes.data();
      float* o = out + first * out_stride;
      std::size_t left = count;
      for (; left >= 8; left -= 8, row += 8 * inputs, o += 8 * out_stride)
        multiply_narrow_block<8>(row, matrix, begin, o, out_stride, accumulate);
      if (left > 0) kNarrowBlocks[left - 1](row, matrix, begin, o, out_stride, accumulate);
    }
  }
}

ACTORGRAPH_AVX512 void multiply_avx512(const std::int16_t* in, std::size_t in_stride, std::size_t rows,
                                       const PackedMatrix& matrix, float* out, std::size_t out_stride,
                                       Accumulate accumulate) {
  if (!matrix.narrow_weights.empty() && matrix.inputs <= kMaxNarrowInputs) {
    multiply_narrow(in, in_stride, rows, matrix, out, out_stride, accumulate);
    return;
  }
  for (std::size_t begin = 0; begin < matrix.stride(); begin += kColumnBlock) {
    std::size_t r = 0;
    for (; r + 8 <= rows; r += 8) {
      multiply_block_avx512<8>(in + r * in_stride, in_stride, matrix, begin, out + r * out_stride, out_stride,
                               accumulate);
    }
    for (; r + 4 <= rows; r += 4) {
      multiply_block_avx512<4>(in + r * in_stride, in_stride, matrix, begin, out + r * out_stride, out_stride,
                               accumulate);
    }
    for (; r < rows; ++r) {
      multiply_block_avx512<1>(in + r * in_stride, in_stride, matrix, begin, out + r * out_stride, out_stride,
                               accumulate);
    }
  }
}

ACTORGRAPH_AVX512 void lstm_cell_avx512(const float* g, std::size_t n, float* c, std::int16_t* h) {
  lstm_cell_body(g, n, c, h);
}
ACTORGRAPH_AVX512 void rectify_avx512(const float* in, std::size_t n, std::int16_t* out) {
  rectify_body(in, n, out);
}
ACTORGRAPH_AVX512 void quantise_avx512(const float* in, std::size_t n, std::int16_t* out) {
  quantise_body(in, n, out);
}
ACTORGRAPH_AVX512 void add_row_avx512(const std::int8_t* row, float s, std::size_t n, float* sum) {
  add_row_body(row, s, n, sum);
}
ACTORGRAPH_AVX512 void add_products_avx512(const float* l, std::size_t k, const float* r, std::size_t s,
                                           std::size_t n, float* o) {
  add_products_body(l, k, r, s, n, o);
}

constexpr Kernels kAvx512 = {"avx512",        multiply_avx512, lstm_cell_avx512,   rectify_avx512,
                             quantise_avx512, add_row_avx512,  add_products_avx512};

#endif

std::size_t round_up(std::size_t n, std::size_t to) {
  return (n + to - 1) / to * to;
}

}  // namespace

PackedMatrix pack_matrix(std::size_t inputs, std::span<const QuantisedColumns> parts, float input_steps) {
  PackedMatrix packed;
  packed.inputs = round_up(inputs, 2);
  const bool narrow = input_steps != kHiddenSteps && inputs % 4 == 0;
  for (const QuantisedColumns& part : parts) {
    const std::size_t columns = part.scales.size();
    assert(part.weights.size() == inputs * columns && (part.bias.empty() || part.bias.size() == columns));
    const std::size_t first = packed.scales.size();
    const std::size_t padded = round_up(columns, kColumnBlock);
    packed.outputs = first + columns;
    packed.scales.resize(first + padded, 0);
    packed.bias.resize(first + padded, 0);
    packed.weights.resize((first + padded) * packed.inputs, 0);
    if (narrow) {
      packed.narrow_weights.resize((first + padded) * inputs, 0);
      packed.narrow_offsets.resize(first + padded, 0);
    }
    for (std::size_t c = 0; c < columns; ++c) {
      packed.scales[first + c] = part.scales[c] / input_steps;
      if (!part.bias.empty()) packed.bias[first + c] = part.bias[c];
    }
    for (std::size_t k = 0; k < inputs; ++k) {
      const std::int8_t* row = part.weights.data() + k * columns;
      // Blocks begin at multiples of their size, since every part does.
      for (std::size_t begin = 0; begin < columns; begin += kColumnBlock) {
        const std::size_t count = std::min(kColumnBlock, columns - begin);
        std::int16_t* wide =
            packed.weights.data() + (first + begin) * packed.inputs + (k / 2) * 2 * kColumnBlock + k % 2;
        for (std::size_t c = 0; c < count; ++c) wide[2 * c] = std::int16_t{row[begin + c]};
        if (!narrow) continue;
        std::int8_t* bytes =
            packed.narrow_weights.data() + (first + begin) * inputs + (k / 4) * 4 * kColumnBlock + k % 4;
        std::int32_t* offsets = packed.narrow_offsets.data() + first + begin;
        for (std::size_t c = 0; c < count; ++c) {
          bytes[4 * c] = row[begin + c];
          offsets[c] -= 128 * std::int32_t{row[begin + c]};
        }
      }
    }
  }
  return packed;
}

std::vector<const Kernels*> available_kernels() {
  std::vector<const Kernels*> kernels{&kPlain};
#if defined(ACTORGRAPH_X86)
  if (__builtin_cpu_supports("avx2")) kernels.push_back(&kAvx2);
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vnni")) {
    kernels.push_back(&kAvx512);
  }
#endif
  return kernels;
}

const Kernels& best_kernels() {
  static const Kernels& best = *available_kernels().back();
  return best;
}

}  // namespace actorgraph
