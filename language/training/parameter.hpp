// One trainable matrix with its Adam state. Of an embedding table only the rows that a batch touched are
// updated. Source: D. P. Kingma and J. Ba, Adam (ICLR 2015); averaging: B. T. Polyak and A. B. Juditsky
// (1992), as an
//         exponential moving average of the weights.
#pragma once

#include <cstdint>
#include <Eigen/Core>
#include <string>
#include <vector>

namespace actorgraph {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

enum class Update : std::uint8_t { Dense, TouchedRows };

struct Parameter {
  std::string name;
  Update update = Update::Dense;
  Matrix value;
  Matrix average;  ///< what is evaluated and saved
  Matrix first_moment;
  Matrix second_moment;
};

/// Gradients of all parameters, in the same order, of one thread.
struct Gradient {
  Matrix sum;
  std::vector<std::uint32_t> touched;  ///< rows, with repeats; only for Update::TouchedRows
};

struct AdamOptions {
  float rate = 2e-3F;
  float beta1 = 0.9F;
  float beta2 = 0.98F;
  float epsilon = 1e-8F;
  float average_decay = 0.999F;
  float weight_decay = 0.0F;
};

/// Applies `gradient` to `parameter` and sets it to zero.
/// Requires: step counts from 1.
void update_parameter(Parameter& parameter, Gradient& gradient, const AdamOptions& options,
                      std::uint64_t step);

}  // namespace actorgraph
