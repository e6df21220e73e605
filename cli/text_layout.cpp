#include "cli/text_layout.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace actorgraph {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// The code point at `at`, which is moved behind it; negative where the bytes are not UTF-8.
UChar32 next_character(std::string_view text, std::size_t& at) {
  UChar32 character = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_NEXT(bytes, at, text.size(), character);
  return character;
}

std::size_t width_of(UChar32 character) {
  const int category = u_charType(character);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool turns_direction(UChar32 character) {
  return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069) ||
         character == 0x200E || character == 0x200F || character == 0x061C;
}

}  // namespace

std::string make_harmless(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const UChar32 character = next_character(text, at);
    if (character == '\n' || character == '\r' || character == '\t') {
      safe += ' ';
    } else if (character < 0 || u_charType(character) == U_CONTROL_CHAR || turns_direction(character)) {
      safe += kReplacement;
    } else {
      safe += text.substr(begin, at - begin);
    }
  }
  return safe;
}

std::size_t width_columns(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 character = next_character(text, at);
    width += character < 0 ? 1 : width_of(character);
  }
  return width;
}

std::string shorten(std::string_view text, std::size_t limit_columns) {
  if (width_columns(text) <= limit_columns) return std::string(text);
  std::size_t width = 0;
  std::size_t at = 0;
  for (std::size_t next = 0; at < text.size(); at = next) {
    const UChar32 character = next_character(text, next);
    width += character < 0 ? 1 : width_of(character);
    if (width + 1 > limit_columns) break;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::vector<std::string> wrap(std::string_view text, std::size_t limit_columns) {
  std::vector<std::string> lines;
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const std::size_t columns = width_columns(word);
    if (!lines.empty() && width + 1 + columns <= limit_columns) {
      lines.back().append(" ").append(word);
      width += 1 + columns;
    } else {
      lines.emplace_back(word);
      width = columns;
    }
  }
  return lines;
}

std::string group_digits(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string count_of(std::uint64_t number, std::string_view singular, std::string_view plural) {
  std::string text = group_digits(number) + ' ';
  if (number == 1) return text.append(singular);
  return plural.empty() ? text.append(singular).append("s") : text.append(plural);
}

}  // namespace actorgraph
