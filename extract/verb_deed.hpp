// Whether a verb says that somebody does something: not where it tells somebody to, stands in a name or says
// what something is easy for. Read by verbal.
// Thread-safety: free functions without state.
#pragma once

#include <cstdint>

#include "extract/proposition.hpp"

namespace actorgraph {

/// "to leave"
[[nodiscard]] bool is_infinitive(const DependencyTree& tree, std::uint32_t tok);

/// Whether `clause`, with a verb, may say what its subject does or has done to it.
[[nodiscard]] bool says_deed(const SentenceView& view, const Clause& clause);

}  // namespace actorgraph
