// A graph of all that breaks writers and readers: markup, quotes, controls, right-to-left and astral
// characters, parallel edges, loops, missing values, words that readers take for something else, very long
// names.
#pragma once

#include <vector>

#include "tests/graph/claim_lines.hpp"

namespace actorgraph {

[[nodiscard]] std::vector<ClaimLine> make_nasty_claims();

}  // namespace actorgraph
