// Finds 64-bit hashes in a sorted array that lies elsewhere (in a mapped model file): no copy of the keys,
// and one or two looks at them. Thread-safety: const.
#pragma once

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace actorgraph {

class HashIndex {
 public:
  HashIndex() = default;
  /// Requires: `keys` rise, are spread over all 64 bits, and outlive the index. Cost: O(keys).
  explicit HashIndex(std::span<const std::uint64_t> keys)
      : keys_(keys), shift_(64 - std::max(1, static_cast<int>(std::bit_width(keys.size())) - 1)) {
    assert(std::is_sorted(keys.begin(), keys.end()));
    starts_.assign((std::size_t{1} << (64 - shift_)) + 1, 0);
    for (const std::uint64_t key : keys) ++starts_[(key >> shift_) + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  }

  /// The position of `key`. Cost: O(1) on average.
  [[nodiscard]] std::optional<std::size_t> find(std::uint64_t key) const {
    if (keys_.empty()) return {};
    const std::uint64_t bucket = key >> shift_;
    for (std::size_t i = starts_[bucket]; i < starts_[bucket + 1]; ++i) {
      if (keys_[i] == key) return i;
    }
    return {};
  }

  [[nodiscard]] std::size_t size() const { return keys_.size(); }

 private:
  std::span<const std::uint64_t> keys_;
  int shift_ = 63;
  std::vector<std::uint32_t> starts_;  ///< where the keys of each leading bits begin
};

}  // namespace actorgraph
