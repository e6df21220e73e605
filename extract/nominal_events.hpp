// Events that a noun names by itself: "the killing of the general", "talks between A and B". Drawn beside the
// verbal propositions. Thread-safety: free functions without state.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/proposition.hpp"

namespace actorgraph {

/// Propositions of the event nouns that stand by themselves; those in `used` are left out.
[[nodiscard]] std::vector<Proposition> draw_nominal_events(const SentenceView& view,
                                                           const std::vector<std::uint32_t>& used);

}  // namespace actorgraph
