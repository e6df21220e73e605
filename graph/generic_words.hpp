// Common words that may open a sentence and are then written with a capital without being a name.
#pragma once

#include <string_view>

namespace actorgraph {

/// True where `word` (lower case, ASCII) is a common noun of people, bodies, places and events, an adjective
/// or quantifier that goes before one, or a pronoun. Plurals are found by their singular. Cost: O(log words).
[[nodiscard]] bool is_generic_word(std::string_view word);

}  // namespace actorgraph
