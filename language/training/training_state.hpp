// What training needs to go on after an interruption: weights, their averages, Adam's moments, and the place.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/training/parameter.hpp"

namespace actorgraph {

struct TrainingPlace {
  std::uint64_t epochs = 0;  ///< finished
  std::uint64_t steps = 0;
};

/// Writes the state, replacing the file at once. Errors: throws IoError.
void save_state(const std::string& path, const std::vector<Parameter>& parameters, TrainingPlace place);

/// Reads a state into `parameters`, which have the shapes of the ones that were saved.
/// Errors: throws IoError where there is no such file, FormatError where it is of another network.
[[nodiscard]] TrainingPlace load_state(const std::string& path, std::vector<Parameter>& parameters);

}  // namespace actorgraph
