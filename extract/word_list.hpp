// Short lists of words, searched from front to back; long ones are StringSets.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace actorgraph {

/// Equality that looks at length and first letter before it calls for a comparison: most words differ there.
[[nodiscard]] inline bool is_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || (a.front() == b.front() && a == b));
}

template <std::size_t Count>
[[nodiscard]] bool contains(const std::array<std::string_view, Count>& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view other) { return is_word(word, other); });
}

[[nodiscard]] inline bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view other) { return is_word(word, other); });
}

}  // namespace actorgraph
