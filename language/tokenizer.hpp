// Cuts text into words as UD English EWT does, with hyphenated compounds kept whole. The first step of
// language; the sentence splitter works on its output.
// Source: UD English EWT and GUM guidelines. Differs in: "U.S.-led", "al-Qaida" and "5-10" are one word.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "records/span.hpp"

namespace actorgraph {

/// A longer run of characters is cut, so that no word is long whatever the input.
inline constexpr std::size_t kMaxTokenBytes = 512;

/// A word of the text. Its form is its bytes.
struct TokenPiece {
  ByteSpan span;
  bool joins_next = false;  ///< it and the next piece are words of one multiword token: do|n't, Russia|'s

  friend bool operator==(const TokenPiece&, const TokenPiece&) = default;
};

/// Appends the words of `range` to `out`.
///
/// Out:      in text order; they cover every character that is not white space exactly once.
/// Requires: `text` is valid UTF-8; `range` begins and ends between characters.
/// Cost:     O(bytes), also without any white space.
void tokenize(std::string_view text, ByteSpan range, std::vector<TokenPiece>& out);

}  // namespace actorgraph
