// Strong ids. Each kind of record has its own type; they do not convert into one another.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace actorgraph {

/// A content hash; 0 means "none". Written as the tag's letter and 16 hexadecimal digits: a00f3...
template <class Tag>
struct Id {
  std::uint64_t value = 0;

  [[nodiscard]] constexpr bool is_none() const { return value == 0; }
  friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

struct DocumentTag {
  static constexpr char kLetter = 'd';
};
struct ActorTag {
  static constexpr char kLetter = 'a';
};
struct ClaimTag {
  static constexpr char kLetter = 'c';
};
struct EventTag {
  static constexpr char kLetter = 'e';
};
struct EdgeTag {
  static constexpr char kLetter = 'r';
};

using DocumentId = Id<DocumentTag>;
using ActorId = Id<ActorTag>;
using ClaimId = Id<ClaimTag>;
using EventId = Id<EventTag>;
using EdgeId = Id<EdgeTag>;

template <class Tag>
[[nodiscard]] std::string to_string(Id<Tag> id) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(17, Tag::kLetter);
  for (std::size_t i = 16; i > 0; --i, id.value >>= 4U) text[i] = kDigits[id.value & 0xFU];
  return text;
}

/// Reads what to_string wrote; nothing where the letter, the length or a digit is wrong.
template <class Tag>
[[nodiscard]] std::optional<Id<Tag>> parse_id(std::string_view text) {
  if (text.size() != 17 || text[0] != Tag::kLetter) return std::nullopt;
  Id<Tag> id;
  for (const char c : text.substr(1)) {
    std::uint64_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<std::uint64_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<std::uint64_t>(c - 'a') + 10;
    } else {
      return std::nullopt;
    }
    id.value = (id.value << 4U) | digit;
  }
  return id;
}

}  // namespace actorgraph

template <class Tag>
struct std::hash<actorgraph::Id<Tag>> {
  std::size_t operator()(actorgraph::Id<Tag> id) const noexcept { return static_cast<std::size_t>(id.value); }
};
