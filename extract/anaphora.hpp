// The last pass of coreference, from left to right: descriptions ("the group") and pronouns, by agreement,
// syntax and salience. Used by coreference alone.
// Source: salience after S. Lappin and H. Leass 1994, An algorithm for pronominal anaphora resolution,
// weights of its table 1. Differs in: agreement by kind of actor, quotations and their speakers, a margin
// below which nothing is linked.
#pragma once

#include <vector>

#include "extract/dependency_tree.hpp"
#include "extract/entity_clusters.hpp"
#include "extract/mention.hpp"
#include "extract/quotation.hpp"

namespace actorgraph {

struct AnaphoraInput {
  const Document& doc;
  const std::vector<DependencyTree>& trees;
  const std::vector<Mention>& mentions;
  const std::vector<MentionFeatures>& features;
  const std::vector<std::uint32_t>& owners;  ///< of every mention, as find_owners has them
  const Quotations& quotations;
};

/// Gives every mention that has none an entity.
///
/// Cost:     O(mentions x entities of the last sentences).
void resolve_anaphora(const AnaphoraInput& input, EntityClusters& clusters);

}  // namespace actorgraph
