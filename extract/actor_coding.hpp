// The CAMEO actor code of every mention of a document: from its own words, from the other mentions of its
// actor, and for bodies of a state from the country that the document is about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/actor_dictionary.hpp"
#include "extract/coreference.hpp"
#include "extract/dependency_tree.hpp"
#include "extract/mention.hpp"
#include "extract/world.hpp"

namespace actorgraph {

struct ActorCoding {
  std::string code;    ///< "AFGREB", else empty
  std::string reason;  ///< why, where the phrase does not say it itself; else empty
};

/// The country that a document mostly tells of: that of its dateline, else the one it names most often: more
/// than once, and at least twice as often as any other. Empty where there is none.
[[nodiscard]] std::string find_main_country(const Document& doc, const World& world);

/// Codes all mentions.
///
/// In:       `trees` of the sentences, `resolutions` one a mention; `dictionary` is the user's and goes
/// first. Out:      one ActorCoding a mention, same order. Cost:     O(words of the mentions).
[[nodiscard]] std::vector<ActorCoding> code_actors(const Document& doc,
                                                   const std::vector<DependencyTree>& trees,
                                                   const std::vector<Mention>& mentions,
                                                   const std::vector<Resolution>& resolutions,
                                                   const World& world, const ActorDictionary& dictionary);

}  // namespace actorgraph
