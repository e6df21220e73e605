// ASCII characters as the readers of this folder see them, whatever the locale.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace actorgraph {

[[nodiscard]] constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_ascii_letter(char c) {
  return is_ascii_upper(c) || is_ascii_lower(c);
}
[[nodiscard]] constexpr bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
[[nodiscard]] constexpr bool is_beyond_ascii(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) != 0;
}
[[nodiscard]] constexpr char to_ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] inline std::string to_ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_ascii_lower(c);
  return lower;
}

/// True where `text` begins with `prefix`, which is in lower case, in any case.
[[nodiscard]] constexpr bool starts_with_in_any_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(),
                                                    [](char p, char t) { return p == to_ascii_lower(t); });
}

/// The length in bytes of the white space at the start of `text`: ASCII, the no-break spaces U+00A0 and
/// U+202F, U+FEFF; 0 where there is none.
[[nodiscard]] constexpr std::size_t leading_space_bytes(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_space(text[0])) return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  return text.starts_with("\xE2\x80\xAF") || text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

/// The part of `text` without white space at its ends; a view into `text`.
[[nodiscard]] constexpr std::string_view trim_space(std::string_view text) {
  while (const std::size_t bytes = leading_space_bytes(text)) text.remove_prefix(bytes);
  while (!text.empty()) {
    if (is_ascii_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with("\xC2\xA0")) {
      text.remove_suffix(2);
    } else if (text.ends_with("\xE2\x80\xAF") || text.ends_with("\xEF\xBB\xBF")) {
      text.remove_suffix(3);
    } else {
      break;
    }
  }
  return text;
}

}  // namespace actorgraph
