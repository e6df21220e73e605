// What a clause says its subject is: copula and predicate complements. Drawn beside the verbal propositions.
// Thread-safety: free functions without state.
#pragma once

#include <vector>

#include "extract/proposition.hpp"

namespace actorgraph {

/// Propositions of a clause whose predicate is a noun, adjective or phrase.
[[nodiscard]] std::vector<Proposition> draw_predicate(const SentenceView& view, std::uint32_t clause);

}  // namespace actorgraph
