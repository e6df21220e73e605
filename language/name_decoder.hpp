// From scores of name tags to well-formed names.
// Source: A. J. Viterbi (1967); the only transitions forbidden are those into the inside of another name.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "records/document.hpp"

namespace actorgraph {

/// In:       scores[token * kNameTagCount + tag], log-probabilities up to a constant a token.
/// Out:      the best tag sequence in which an inside tag follows a tag of the same type.
/// Cost:     O(tokens x tags).
void decode_name_tags(std::span<const float> scores, std::span<std::uint32_t> tags);

/// The names that a well-formed tag sequence spells.
[[nodiscard]] std::vector<Name> names_of_tags(std::span<const std::uint32_t> tags);

}  // namespace actorgraph
