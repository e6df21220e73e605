// How sure a claim is, from the rule that drew it and from how its slots were filled.
#pragma once

#include "extract/proposition.hpp"
#include "records/claim.hpp"

namespace actorgraph {

/// A probability that a careful reader draws the same claim: the share of the rule's claims that readers of
/// news confirmed, lowered for pronouns without antecedent, inferred slots, long slots and long clauses.
/// In:       `claim` with all slots filled; `depth` is how many clauses stand above its own.
[[nodiscard]] double confidence_of(const Claim& claim, Construction construction, std::size_t depth);

}  // namespace actorgraph
