// Classes of characters as the segmentation needs them, from small tables of our own: the same everywhere,
// whatever the system's locale or Unicode version. Low part of language.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace actorgraph {

enum class CharClass : std::uint8_t {
  Space,
  Upper,
  Lower,
  Letter,  ///< a letter of a script without case, or a mark that continues a word
  Digit,
  OpenQuote,   ///< “ ‘ « „
  CloseQuote,  ///< ” »
  Quote,       ///< " and `
  Apostrophe,  ///< ' and ’
  Open,        ///< ( [ {
  Close,       ///< ) ] }
  Stop,        ///< . ! ? … 。
  Comma,       ///< , ; : and their kin
  Dash,        ///< - – — and their kin
  Currency,
  Emoji,   ///< a picture, and what joins or colours pictures
  Symbol,  ///< everything else that is seen
};

/// A character of UTF-8 text.
struct Character {
  char32_t code = 0;
  std::uint32_t size_bytes = 1;
};

/// The character at byte `at` of `text`. A byte that begins no valid sequence is a character of its own.
/// Requires: at < text.size().
[[nodiscard]] Character decode(std::string_view text, std::size_t at);

[[nodiscard]] CharClass class_of(char32_t code);

/// White space as Unicode has it, without zero-width characters.
[[nodiscard]] bool is_space(char32_t code);

/// Letters and digits.
[[nodiscard]] constexpr bool is_word(CharClass kind) {
  return kind >= CharClass::Upper && kind <= CharClass::Digit;
}
[[nodiscard]] constexpr bool is_letter(CharClass kind) {
  return kind >= CharClass::Upper && kind <= CharClass::Letter;
}

/// The first byte that is not part of valid UTF-8, or text.size().
/// Cost: O(bytes).
[[nodiscard]] std::size_t find_utf8_fault(std::string_view text);

/// The first byte from `at` on that is not white space, or text.size().
[[nodiscard]] std::size_t skip_space(std::string_view text, std::size_t at);

}  // namespace actorgraph
