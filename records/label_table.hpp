// A table of labels, in the order of an enum's values: from a name back to its value.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace actorgraph {

/// The value of the enum `Label` that `names` calls `text`.
template <class Label, std::size_t Count>
[[nodiscard]] constexpr std::optional<Label> find_label(const std::array<std::string_view, Count>& names,
                                                        std::string_view text) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (names[i] == text) return static_cast<Label>(i);
  }
  return std::nullopt;
}

}  // namespace actorgraph
