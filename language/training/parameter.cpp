#include "language/training/parameter.hpp"

#include <algorithm>
#include <cmath>

namespace actorgraph {
namespace {

template <class Block>
void update_block(Block value, Block average, Block first, Block second, Block gradient,
                  const AdamOptions& options, float rate, float average_decay) {
  first = options.beta1 * first + (1 - options.beta1) * gradient;
  second = options.beta2 * second + (1 - options.beta2) * gradient * gradient;
  value -= rate * (first / (second.sqrt() + options.epsilon) + options.weight_decay * value);
  average = average_decay * average + (1 - average_decay) * value;
  gradient.setZero();
}

}  // namespace

void update_parameter(Parameter& parameter, Gradient& gradient, const AdamOptions& options,
                      std::uint64_t step) {
  const auto t = static_cast<float>(step);
  const float rate =
      options.rate * std::sqrt(1 - std::pow(options.beta2, t)) / (1 - std::pow(options.beta1, t));
  // Early on the average must forget the random start.
  const float decay = std::min(options.average_decay, (1 + t) / (10 + t));
  if (parameter.update == Update::Dense) {
    update_block(parameter.value.array(), parameter.average.array(), parameter.first_moment.array(),
                 parameter.second_moment.array(), gradient.sum.array(), options, rate, decay);
    return;
  }
  std::sort(gradient.touched.begin(), gradient.touched.end());
  gradient.touched.erase(std::unique(gradient.touched.begin(), gradient.touched.end()),
                         gradient.touched.end());
  for (const std::uint32_t row : gradient.touched) {
    // A rare row is averaged over its own few updates, so less strongly.
    update_block(parameter.value.row(row).array(), parameter.average.row(row).array(),
                 parameter.first_moment.row(row).array(), parameter.second_moment.row(row).array(),
                 gradient.sum.row(row).array(), options, rate, std::min(decay, 0.9F));
  }
  gradient.touched.clear();
}

}  // namespace actorgraph
