// Which country a name or an adjective tells of: "russian" and "russian federation" are RUS.
#pragma once

#include <string_view>

namespace actorgraph {

/// The ISO 3166-1 alpha-3 code (of former states as in data/actors/countries.tsv) of a normalised name or
/// adjective; empty where it is none, or of two countries ("korean"). Cost: O(log words).
[[nodiscard]] std::string_view find_country_code(std::string_view key);

}  // namespace actorgraph
