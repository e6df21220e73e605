// Surnames so common that one alone tells of nobody.
#pragma once

#include <string_view>

namespace actorgraph {

/// In: one word, lower case, as fold_name gives it. Cost: O(log words).
[[nodiscard]] bool is_common_surname(std::string_view word);

}  // namespace actorgraph
