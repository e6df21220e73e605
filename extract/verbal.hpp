// Propositions of verbs: who did what to whom, and the phrases that relate the subject to more. Passives are
// turned round.
// Thread-safety: free functions without state.
#pragma once

#include <vector>

#include "extract/proposition.hpp"

namespace actorgraph {

/// Draws the propositions of one clause with a verb; `spoken` tells that its object is an event noun whose
/// event has been drawn already, so that the verb itself adds nothing.
enum class ObjectUse : std::uint8_t { Free, Spoken };

[[nodiscard]] std::vector<Proposition> draw_verbal(const SentenceView& view, std::uint32_t clause,
                                                   ObjectUse use = ObjectUse::Free);

}  // namespace actorgraph
