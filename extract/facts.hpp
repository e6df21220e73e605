// What the phrases of a sentence say someone or something is: appositions, titles, compounds
// ("Geneva-based"), "including", "elected as". Drawn beside the propositions of clauses. Thread-safety: free
// functions without state.
#pragma once

#include <vector>

#include "extract/proposition.hpp"

namespace actorgraph {

/// Propositions inside noun phrases: appositives, titles, roles, compounds, examples.
[[nodiscard]] std::vector<Proposition> draw_phrase_facts(const SentenceView& view);

}  // namespace actorgraph
