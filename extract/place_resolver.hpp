// Which place each name of a place stands for, by what the document says around it. Stands between the
// analysis and claims. Thread-safety: free functions without state. Source: cues after J. Leidner 2007,
// Toponym Resolution in Text (containers, one sense a discourse, the largest place by default). Differs in:
// fixed weights, no distances but those to areas.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/dependency_tree.hpp"
#include "extract/place_gazetteer.hpp"
#include "extract/place_names.hpp"
#include "extract/world.hpp"

namespace actorgraph {

/// A place that a sentence names, resolved.
struct PlaceMention {
  TokenRange tokens;
  PlaceReference reference;
  const Place* place = nullptr;  ///< lives as long as the gazetteer
  PlaceUse use = PlaceUse::Place;
};

struct DocumentPlaces {
  std::vector<std::vector<PlaceMention>> of_sentence;  ///< in text order, disjoint
  std::optional<PlaceReference> dateline;
  bool dateline_is_capital = false;
};

/// Resolves every place that `doc` names. What speaks for a reading: a container beside it ("Paris, Texas"),
/// the word for its kind ("Kandahar province"), countries, demonyms and other places of the sentence and the
/// document, the dateline, its size; a name keeps its reading throughout a document.
///
/// In:       `trees` are those of doc.sentences.
/// Cost:     O(tokens + names x readings of a name).
[[nodiscard]] DocumentPlaces resolve_places(const Document& doc, const std::vector<DependencyTree>& trees,
                                            const PlaceGazetteer& gazetteer, const World& world);

}  // namespace actorgraph
