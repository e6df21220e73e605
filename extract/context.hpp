// Negation, modality and attribution of a clause. Second step of find_clauses.
#pragma once

#include <vector>

#include "extract/clause.hpp"

namespace actorgraph {

/// Sets the context of every clause from its own words and from the clauses above it.
///
/// Requires: parents stand before children; slots are filled.
/// Cost:     O(tokens).
void set_contexts(const DependencyTree& tree, const Lexicon& lexicon, std::vector<Clause>& clauses);

/// The stronger of two degrees of reality: what is planned in a threat stays a threat.
[[nodiscard]] Modality combine(Modality outer, Modality inner);

/// Applies what becomes of a complement.
void apply_outcome(Outcome outcome, Context& context);

}  // namespace actorgraph
