// Lines and paragraphs of a plain text, whichever way it was wrapped. Used by plain_text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "records/span.hpp"

namespace actorgraph {

/// A line with something on it.
struct TextLine {
  ByteSpan span;              ///< without white space at its ends
  std::uint32_t columns = 0;  ///< code points of the span
  std::uint32_t indent = 0;   ///< white space before it, in bytes
  bool starts_group = false;  ///< first of the text or after a blank line
};

/// The lines of `text` from byte `begin` on that are not blank. Lines end with "\n", "\r\n" or "\r".
/// Cost: O(bytes).
[[nodiscard]] std::vector<TextLine> split_lines(std::string_view text, std::uint32_t begin);

/// True where `text` ends as a sentence does, closing quotes, brackets and note marks like "[2]" aside.
/// "U.S.", "Inc." and the like do not end one.
[[nodiscard]] bool ends_sentence(std::string_view text);

/// How many of `lines` (at least one where there are any) make up the first paragraph.
///
/// A paragraph ends at a blank line. Between, the lines of a group are one paragraph each, unless they are
/// wrapped (many go on in lower case or break off at a comma or "the"); wrapped lines are joined until a
/// line that is indented, or before which the line had room for the next word.
/// Requires: `lines` come from split_lines(text).
/// Cost:     O(lines of the group).
[[nodiscard]] std::size_t count_paragraph_lines(std::string_view text, std::span<const TextLine> lines);

/// The paragraphs of `lines`, in order.
/// Cost: O(bytes).
[[nodiscard]] std::vector<ByteSpan> find_paragraphs(std::string_view text, std::span<const TextLine> lines);

}  // namespace actorgraph
