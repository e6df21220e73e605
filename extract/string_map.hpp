// A hash table by string that is asked with a std::string_view, without a copy. Most words that are asked for
// are not there: a miss costs a look at a small table of hashes alone. It cannot be walked, so that no output
// depends on its order. Thread-safety: const members may be called concurrently.
#pragma once

#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace actorgraph {

template <class Value>
class StringMap {
 public:
  StringMap() = default;
  StringMap(std::initializer_list<std::pair<std::string_view, Value>> rows) {
    for (const auto& [key, value] : rows) emplace(key, value);
  }

  /// The value of `key`, null where there is none; lives until the next key is added.
  /// Cost:     O(length).
  [[nodiscard]] const Value* find(std::string_view key) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[find_slot(key, hash_of(key))];
    return slot.entry == kFree ? nullptr : &entries_[slot.entry].second;
  }

  [[nodiscard]] bool contains(std::string_view key) const { return find(key) != nullptr; }

  /// The value of `key`, made where there is none.
  Value& operator[](std::string_view key) {
    emplace(key, Value{});
    return entries_[slots_[find_slot(key, hash_of(key))].entry].second;
  }

  /// Adds a key; does nothing and returns false where it is there.
  bool emplace(std::string_view key, Value value = {}) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    const std::uint32_t hash = hash_of(key);
    Slot& slot = slots_[find_slot(key, hash)];
    if (slot.entry != kFree) return false;
    slot = {hash, static_cast<std::uint32_t>(entries_.size())};
    entries_.emplace_back(key, std::move(value));
    return true;
  }

 private:
  static constexpr std::uint32_t kFree = std::numeric_limits<std::uint32_t>::max();

  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = kFree;
  };

  // Words are short: mixed eight bytes at a time, without a call.
  static std::uint32_t hash_of(std::string_view key) {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = key.size();
    for (; key.size() >= 8; key.remove_prefix(8)) {
      std::uint64_t block = 0;
      std::memcpy(&block, key.data(), 8);
      hash = (hash ^ block) * kMix;
      hash ^= hash >> 32U;
    }
    std::uint64_t rest = 0;
    for (const char c : key) rest = rest << 8U | static_cast<unsigned char>(c);
    return static_cast<std::uint32_t>((hash ^ rest) * kMix >> 32U);
  }

  // Where the key is, or would be.
  std::size_t find_slot(std::string_view key, std::uint32_t hash) const {
    const std::size_t last = slots_.size() - 1;
    std::size_t at = hash & last;
    while (slots_[at].entry != kFree && (slots_[at].hash != hash || entries_[slots_[at].entry].first != key))
      at = (at + 1) & last;
    return at;
  }

  void grow() {
    slots_.assign(slots_.empty() ? 16 : 2 * slots_.size(), Slot{});
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const std::uint32_t hash = hash_of(entries_[i].first);
      slots_[find_slot(entries_[i].first, hash)] = {hash, static_cast<std::uint32_t>(i)};
    }
  }

  std::vector<Slot> slots_;  // a power of two of them, at most half of them taken
  std::vector<std::pair<std::string, Value>> entries_;
};

/// The same without values.
using StringSet = StringMap<std::monostate>;

[[nodiscard]] inline StringSet make_string_set(std::initializer_list<std::string_view> words) {
  StringSet set;
  for (const std::string_view word : words) set.emplace(word);
  return set;
}

}  // namespace actorgraph
