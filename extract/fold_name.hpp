// The form in which names are compared, whatever their case, accents and punctuation.
#pragma once

#include <string>
#include <string_view>

namespace actorgraph {

/// Lower case, accents of Latin letters folded, full stops and commas dropped, hyphens as blanks, one blank
/// between words, a leading "the" dropped: "The U.S." gives "us", "Al-Qaïda" gives "al qaida".
/// Cost:     O(bytes).
[[nodiscard]] std::string fold_name(std::string_view name);

}  // namespace actorgraph
