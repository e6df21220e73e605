// What a user types into a search, as SQLite's full-text search wants it. Used by GraphReader alone.
// Thread-safety: all functions may be called concurrently.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "records/span.hpp"

namespace actorgraph {

enum class MatchWords : std::uint8_t {
  Whole,      ///< in any inflection
  Beginnings  ///< as if every word ended in a star
};

/// A query of FTS5 for all words of `words`; "two words" in double quotes are a phrase, embass* is a
/// beginning. Nothing a user types is an operator. Empty where there is no letter or digit in it. Cost:
/// O(words).
[[nodiscard]] std::string to_match(std::string_view words, MatchWords mode);

/// What highlight() puts round what was found.
inline constexpr char kMarkBegin = '\x01';
inline constexpr char kMarkEnd = '\x02';

/// Takes the marks out of `text`, which it changes, and gives their places.
[[nodiscard]] std::vector<ByteSpan> take_marks(std::string& text);

}  // namespace actorgraph
