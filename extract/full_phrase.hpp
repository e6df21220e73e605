// The whole phrase of a noun, as coreference corpora mark it. Beside noun_phrase, whose phrases are the short
// ones that fill the slots of claims.
#pragma once

#include <cstdint>

#include "extract/dependency_tree.hpp"

namespace actorgraph {

/// From the first to the last word of the phrase of `head`: with article, possessive 's, prepositional
/// phrases, relative clauses and appositives; without preposition, coordinated phrases and outer punctuation.
/// Of a predicate, without what belongs to its clause.
///
/// Cost:     O(children of `head`).
[[nodiscard]] TokenRange full_phrase(const DependencyTree& tree, std::uint32_t head);

}  // namespace actorgraph
