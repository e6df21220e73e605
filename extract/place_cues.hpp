// What speaks for a country though it names no place: peoples, and "the capital" of a country. Used by place
// resolution alone.
// Thread-safety: free functions without state.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/dependency_tree.hpp"
#include "extract/place_resolver.hpp"
#include "extract/world.hpp"

namespace actorgraph {

/// A country whose people a sentence names, and where.
struct CountryCue {
  std::uint32_t tok = 0;
  std::string country;  ///< ISO 3166-1 alpha-3
};

/// Finds the demonyms of a sentence, in text order.
[[nodiscard]] std::vector<CountryCue> find_country_cues(const DependencyTree& tree, const World& world);

/// Adds "the Afghan capital", "Georgia's capital" and "the capital of Chad" to the places of a sentence,
/// where they are not named beside it.
void add_capitals(const Document& doc, const DependencyTree& tree, const std::vector<CountryCue>& cues,
                  const PlaceGazetteer& gazetteer, std::vector<PlaceMention>& mentions);

}  // namespace actorgraph
