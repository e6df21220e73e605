// What a sentence says someone or something is: copula, predicate complements, appositions, titles, compounds
// ("Geneva-based"), "including". Drawn beside the verbal propositions.
// Thread-safety: free functions without state.
#pragma once

#include <vector>

#include "extract/proposition.hpp"

namespace actorgraph {

/// Propositions of a clause whose predicate is a noun, adjective or phrase.
[[nodiscard]] std::vector<Proposition> draw_predicate(const SentenceView& view, std::uint32_t clause);

/// Propositions inside noun phrases: appositives, titles, compounds, examples.
[[nodiscard]] std::vector<Proposition> draw_phrase_facts(const SentenceView& view);

}  // namespace actorgraph
