// Half-open ranges: bytes of a document's text, tokens of a sentence.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace actorgraph {

/// Bytes [begin, end) of a document's UTF-8 text.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size_bytes() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(ByteSpan other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(ByteSpan other) const {
    return begin < other.end && other.begin < end;
  }
  friend constexpr auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
};

/// The bytes of `text` that `span` covers; the view lives as long as `text`.
/// Requires: span.end <= text.size().
[[nodiscard]] constexpr std::string_view slice(std::string_view text, ByteSpan span) {
  return text.substr(span.begin, span.size_bytes());
}

/// Tokens [begin, end) of one sentence, 0-based.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size_tokens() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t token) const { return begin <= token && token < end; }
  friend constexpr auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

}  // namespace actorgraph
