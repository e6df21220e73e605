// The places that a sentence names, each with all that its name may stand for. First step of place
// resolution. Thread-safety: free functions without state.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "extract/dependency_tree.hpp"
#include "extract/place_gazetteer.hpp"
#include "extract/world.hpp"

namespace actorgraph {

/// How the place stands in its sentence.
enum class PlaceUse : std::uint8_t {
  Place,
  Government,  ///< a capital that acts or is dealt with: "Moscow said", "talks with Tehran"
};

struct PlaceName {
  TokenRange tokens;
  std::string text;  ///< as written
  std::string key;   ///< folded, without what says its kind ("province")
  std::span<const Place> candidates;
  PlaceKind hint = PlaceKind::Unknown;  ///< what the words around it call it: "city of", "province"
  PlaceUse use = PlaceUse::Place;
  bool facility = false;  ///< a building or airport named after the place
  bool located = false;   ///< stands behind "in", "near"...
};

/// Family and given names of the persons that a document names; a single word of them is no place.
[[nodiscard]] std::set<std::string> person_words(const Document& doc);

/// Finds the names of places of one sentence.
///
/// Out:      in text order, disjoint; every one has candidates.
/// Cost:     O(tokens + names x log places).
[[nodiscard]] std::vector<PlaceName> find_place_names(const Document& doc, const DependencyTree& tree,
                                                      const PlaceGazetteer& gazetteer,
                                                      const std::set<std::string>& persons);

}  // namespace actorgraph
