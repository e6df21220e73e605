// The first passes of coreference: names and their other forms, appositives, titles. They see the whole
// document before any description or pronoun is looked at. Used by coreference alone.
#pragma once

#include <vector>

#include "extract/dependency_tree.hpp"
#include "extract/entity_clusters.hpp"
#include "extract/mention.hpp"

namespace actorgraph {

/// Gives every name an entity: the same words, the same known actor, an alias that the text itself declares
/// ("X, also known as Y", "X (Y)"), an acronym, a short form with one candidate.
/// Cost:     O(names x entities).
void resolve_names(const std::vector<DependencyTree>& trees, const std::vector<Mention>& mentions,
                   const std::vector<MentionFeatures>& features, EntityClusters& clusters);

/// Joins appositives and titles to what they describe. Mentions of neither side's entity begin one.
void resolve_appositives(const std::vector<DependencyTree>& trees, const std::vector<Mention>& mentions,
                         const std::vector<MentionFeatures>& features, EntityClusters& clusters);

/// Joins nouns that only say what a name names: "the city of X", "the X movement".
/// Requires: names have their entities.
/// Cost:     O(mentions squared) in the worst case; few mentions are such nouns.
void resolve_naming_nouns(const std::vector<DependencyTree>& trees, const std::vector<Mention>& mentions,
                          const std::vector<MentionFeatures>& features, EntityClusters& clusters);

/// Whether the names of two entities may stand for one: no two different full names, no two known actors.
[[nodiscard]] bool may_be_same(const Entity& entity, const Entity& other);

}  // namespace actorgraph
