// Every distinct string once, by number.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace actorgraph {

/// Numbers depend on the order of adding: they may be compared for equality, never written or sorted by.
class StringTable {
 public:
  std::uint32_t add(std::string_view text) {
    const auto known = numbers_.find(text);
    if (known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    texts_.emplace_back(text);
    numbers_.emplace(texts_.back(), number);
    return number;
  }

  /// Requires: add() gave `number`.
  [[nodiscard]] const std::string& operator[](std::uint32_t number) const { return texts_[number]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  std::deque<std::string> texts_;  // their places do not change, so the keys may point to them
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace actorgraph
