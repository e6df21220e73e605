#include "language/characters.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

constexpr char32_t kInvalid = 0xFFFD;

constexpr CharClass ascii_class(unsigned char c) {
  using enum CharClass;
  if ((c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20)) return Space;
  if (c >= 'A' && c <= 'Z') return Upper;
  if (c >= 'a' && c <= 'z') return Lower;
  if (c >= '0' && c <= '9') return Digit;
  switch (c) {
    case '"':
    case '`':
      return Quote;
    case '\'':
      return Apostrophe;
    case '(':
    case '[':
    case '{':
      return Open;
    case ')':
    case ']':
    case '}':
      return Close;
    case '.':
    case '!':
    case '?':
      return Stop;
    case ',':
    case ';':
    case ':':
      return Comma;
    case '-':
      return Dash;
    case '$':
      return Currency;
    default:
      return Symbol;
  }
}

constexpr auto kAscii = [] {
  std::array<CharClass, 128> table{};
  for (unsigned c = 0; c < 128; ++c) table[c] = ascii_class(static_cast<unsigned char>(c));
  return table;
}();

struct Range {
  char32_t first;
  char32_t last;
  CharClass kind;
};

// Ordered by `first`, disjoint. What is in no range is a letter: most of the code space is scripts.
// Cased: even code points of these blocks are capitals (Latin Extended-A and the like), see class_of.
constexpr std::array kRanges = {
    Range{0x80, 0x84, CharClass::Symbol},        Range{0x85, 0x85, CharClass::Space},
    Range{0x86, 0x9F, CharClass::Symbol},        Range{0xA0, 0xA0, CharClass::Space},
    Range{0xA1, 0xA1, CharClass::Open},          Range{0xA2, 0xA5, CharClass::Currency},
    Range{0xA6, 0xA9, CharClass::Symbol},        Range{0xAA, 0xAA, CharClass::Letter},
    Range{0xAB, 0xAB, CharClass::OpenQuote},     Range{0xAC, 0xAC, CharClass::Symbol},
    Range{0xAD, 0xAD, CharClass::Letter},  // soft hyphen
    Range{0xAE, 0xB1, CharClass::Symbol},        Range{0xB2, 0xB3, CharClass::Digit},
    Range{0xB4, 0xB4, CharClass::Apostrophe},    Range{0xB5, 0xB5, CharClass::Lower},
    Range{0xB6, 0xB8, CharClass::Symbol},        Range{0xB9, 0xB9, CharClass::Digit},
    Range{0xBA, 0xBA, CharClass::Letter},        Range{0xBB, 0xBB, CharClass::CloseQuote},
    Range{0xBC, 0xBE, CharClass::Digit},         Range{0xBF, 0xBF, CharClass::Open},
    Range{0xC0, 0xD6, CharClass::Upper},         Range{0xD7, 0xD7, CharClass::Symbol},
    Range{0xD8, 0xDE, CharClass::Upper},         Range{0xDF, 0xF6, CharClass::Lower},
    Range{0xF7, 0xF7, CharClass::Symbol},        Range{0xF8, 0xFF, CharClass::Lower},
    Range{0x37E, 0x37E, CharClass::Comma},       Range{0x391, 0x3AB, CharClass::Upper},
    Range{0x3AC, 0x3CE, CharClass::Lower},       Range{0x400, 0x42F, CharClass::Upper},
    Range{0x430, 0x45F, CharClass::Lower},       Range{0x531, 0x556, CharClass::Upper},
    Range{0x561, 0x587, CharClass::Lower},       Range{0x589, 0x589, CharClass::Stop},
    Range{0x60C, 0x60C, CharClass::Comma},       Range{0x61B, 0x61B, CharClass::Comma},
    Range{0x61F, 0x61F, CharClass::Stop},        Range{0x660, 0x669, CharClass::Digit},
    Range{0x6D4, 0x6D4, CharClass::Stop},        Range{0x6F0, 0x6F9, CharClass::Digit},
    Range{0x964, 0x965, CharClass::Stop},        Range{0x966, 0x96F, CharClass::Digit},
    Range{0x1680, 0x1680, CharClass::Space},     Range{0x2000, 0x200A, CharClass::Space},
    Range{0x200B, 0x200F, CharClass::Letter},  // zero width and direction marks stay with their word
    Range{0x2010, 0x2015, CharClass::Dash},      Range{0x2016, 0x2017, CharClass::Symbol},
    Range{0x2018, 0x2018, CharClass::OpenQuote}, Range{0x2019, 0x2019, CharClass::Apostrophe},
    Range{0x201A, 0x201C, CharClass::OpenQuote}, Range{0x201D, 0x201D, CharClass::CloseQuote},
    Range{0x201E, 0x201F, CharClass::OpenQuote}, Range{0x2020, 0x2025, CharClass::Symbol},
    Range{0x2026, 0x2026, CharClass::Stop},      Range{0x2027, 0x2027, CharClass::Symbol},
    Range{0x2028, 0x2029, CharClass::Space},     Range{0x202A, 0x202E, CharClass::Letter},
    Range{0x202F, 0x202F, CharClass::Space},     Range{0x2030, 0x2031, CharClass::Symbol},
    Range{0x2032, 0x2033, CharClass::Symbol},    Range{0x2034, 0x2038, CharClass::Symbol},
    Range{0x2039, 0x2039, CharClass::OpenQuote}, Range{0x203A, 0x203A, CharClass::CloseQuote},
    Range{0x203B, 0x203B, CharClass::Symbol},    Range{0x203C, 0x203D, CharClass::Stop},
    Range{0x203E, 0x2046, CharClass::Symbol},    Range{0x2047, 0x2049, CharClass::Stop},
    Range{0x204A, 0x205E, CharClass::Symbol},    Range{0x205F, 0x205F, CharClass::Space},
    Range{0x2060, 0x206F, CharClass::Letter},    Range{0x2070, 0x2079, CharClass::Digit},
    Range{0x207A, 0x207E, CharClass::Symbol},    Range{0x2080, 0x2089, CharClass::Digit},
    Range{0x208A, 0x208E, CharClass::Symbol},    Range{0x20A0, 0x20CF, CharClass::Currency},
    Range{0x20E3, 0x20E3, CharClass::Emoji},     Range{0x2100, 0x2101, CharClass::Symbol},
    Range{0x2103, 0x2103, CharClass::Symbol},    Range{0x2105, 0x2106, CharClass::Symbol},
    Range{0x2109, 0x2109, CharClass::Symbol},    Range{0x2114, 0x2114, CharClass::Symbol},
    Range{0x2116, 0x2118, CharClass::Symbol},    Range{0x211E, 0x2123, CharClass::Symbol},
    Range{0x2150, 0x215F, CharClass::Digit},     Range{0x2190, 0x22FF, CharClass::Symbol},
    Range{0x2300, 0x23FF, CharClass::Symbol},    Range{0x2400, 0x24FF, CharClass::Symbol},
    Range{0x2500, 0x25FF, CharClass::Symbol},    Range{0x2600, 0x27BF, CharClass::Emoji},
    Range{0x27C0, 0x2BFF, CharClass::Symbol},    Range{0x2E00, 0x2E39, CharClass::Symbol},
    Range{0x2E3A, 0x2E3B, CharClass::Dash},      Range{0x2E3C, 0x2E7F, CharClass::Symbol},
    Range{0x3000, 0x3000, CharClass::Space},     Range{0x3001, 0x3001, CharClass::Comma},
    Range{0x3002, 0x3002, CharClass::Stop},      Range{0x3003, 0x3004, CharClass::Symbol},
    Range{0x3008, 0x3011, CharClass::Symbol},    Range{0x3012, 0x3020, CharClass::Symbol},
    Range{0xD800, 0xF8FF, CharClass::Symbol},  // surrogates and private use
    Range{0xFE0E, 0xFE0F, CharClass::Emoji},     Range{0xFE30, 0xFE6F, CharClass::Symbol},
    Range{0xFF01, 0xFF01, CharClass::Stop},      Range{0xFF02, 0xFF0B, CharClass::Symbol},
    Range{0xFF0C, 0xFF0C, CharClass::Comma},     Range{0xFF0D, 0xFF0D, CharClass::Dash},
    Range{0xFF0E, 0xFF0E, CharClass::Stop},      Range{0xFF0F, 0xFF0F, CharClass::Symbol},
    Range{0xFF10, 0xFF19, CharClass::Digit},     Range{0xFF1A, 0xFF1B, CharClass::Comma},
    Range{0xFF1C, 0xFF1E, CharClass::Symbol},    Range{0xFF1F, 0xFF1F, CharClass::Stop},
    Range{0xFF20, 0xFF20, CharClass::Symbol},    Range{0xFF21, 0xFF3A, CharClass::Upper},
    Range{0xFF3B, 0xFF40, CharClass::Symbol},    Range{0xFF41, 0xFF5A, CharClass::Lower},
    Range{0xFF5B, 0xFF65, CharClass::Symbol},    Range{0xFFE0, 0xFFE6, CharClass::Symbol},
    Range{0xFFF0, 0xFFFF, CharClass::Symbol},    Range{0x1F000, 0x1FAFF, CharClass::Emoji},
    Range{0xE0000, 0xE007F, CharClass::Emoji},  // tags of flags
};

constexpr bool alternates_case(char32_t code) {
  return (code >= 0x100 && code <= 0x24F) || (code >= 0x460 && code <= 0x52F) ||
         (code >= 0x1E00 && code <= 0x1EFF);
}

}  // namespace

Character decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto next = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const std::uint32_t first = byte(at);
  if (first < 0x80) return {first, 1};
  if (first >= 0xC2 && first < 0xE0 && next(at + 1)) {
    return {((first & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU), 2};
  }
  if (first >= 0xE0 && first < 0xF0 && next(at + 1) && next(at + 2)) {
    const char32_t code = ((first & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU);
    if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return {code, 3};
  }
  if (first >= 0xF0 && first < 0xF5 && next(at + 1) && next(at + 2) && next(at + 3)) {
    const char32_t code = ((first & 0x07U) << 18U) | ((byte(at + 1) & 0x3FU) << 12U) |
                          ((byte(at + 2) & 0x3FU) << 6U) | (byte(at + 3) & 0x3FU);
    if (code >= 0x10000 && code <= 0x10FFFF) return {code, 4};
  }
  return {kInvalid, 1};
}

CharClass class_of(char32_t code) {
  if (code < 128) return kAscii[code];
  const auto after = std::upper_bound(kRanges.begin(), kRanges.end(), code,
                                      [](char32_t value, const Range& range) { return value < range.first; });
  if (after != kRanges.begin() && code <= (after - 1)->last) return (after - 1)->kind;
  if (!alternates_case(code)) return CharClass::Letter;
  // From U+0139 to U+0148 and from U+0179 to U+017E the capitals are the odd ones.
  const bool odd_capitals = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
  return ((code % 2 == 0) != odd_capitals) ? CharClass::Upper : CharClass::Lower;
}

bool is_space(char32_t code) {
  return class_of(code) == CharClass::Space;
}

std::size_t find_utf8_fault(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const Character c = decode(text, at);
    if (c.size_bytes == 1) return at;
    at += c.size_bytes;
  }
  return at;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Character c = decode(text, at);
    if (!is_space(c.code)) break;
    at += c.size_bytes;
  }
  return at;
}

}  // namespace actorgraph
