// A model of small size and pseudo-random weights: what it says means nothing, but it is a whole model.
#pragma once

#include <string>

#include "language/model_file.hpp"
#include "language/network_shape.hpp"

namespace actorgraph {

/// The shape of make_tiny_model: few and odd-looking sizes, each another.
[[nodiscard]] NetworkShape tiny_shape();

/// All sections of a model of tiny_shape(); a test may replace some.
[[nodiscard]] ModelFileWriter make_tiny_model();

/// Lays a data folder with the tiny model and the shipped segmenter into `folder`.
void save_tiny_data(const std::string& folder);

}  // namespace actorgraph
