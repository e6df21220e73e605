// Verbs that lend themselves to the event of a noun: "carried out attacks on the port", "came under fire".
// Drawn beside the verbal propositions. Thread-safety: free functions without state.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/proposition.hpp"

namespace actorgraph {

/// Propositions of a verb that lends itself to an event noun ("launch", "come under") or plans its event
/// ("threaten"). `used` receives the event nouns that are spoken for.
///
/// Out:      empty where the clause is no such construction or its noun has no further party.
[[nodiscard]] std::vector<Proposition> draw_light_verb(const SentenceView& view, std::uint32_t clause,
                                                       std::vector<std::uint32_t>& used);

}  // namespace actorgraph
