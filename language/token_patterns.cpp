#include "language/token_patterns.hpp"

#include <algorithm>
#include <array>

#include "language/characters.hpp"

namespace actorgraph {
namespace {

bool is_ascii_word(char c) {
  return static_cast<unsigned char>(c) < 128 && is_word(class_of(static_cast<unsigned char>(c)));
}

bool starts_with_any_case(std::string_view text, std::size_t at, std::string_view prefix) {
  if (text.size() - at < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    const char c = text[at + i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c) != prefix[i]) return false;
  }
  return true;
}

constexpr std::size_t kMaxUrlBytes = 2048;
constexpr std::size_t kMaxLocalBytes = 64;

}  // namespace

std::size_t find_url_end(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 5> kPrefixes = {"http://", "https://", "ftp://", "www.", "mailto:"};
  std::size_t begin = at;
  for (const std::string_view prefix : kPrefixes) {
    if (starts_with_any_case(text, at, prefix)) begin = at + prefix.size();
  }
  if (begin == at || begin == text.size() || !is_ascii_word(text[begin])) return at;
  std::size_t end = begin;
  while (end < text.size() && end - at < kMaxUrlBytes) {
    const Character c = decode(text, end);
    const CharClass kind = class_of(c.code);
    if (kind == CharClass::Space || kind == CharClass::OpenQuote || kind == CharClass::CloseQuote ||
        kind == CharClass::Quote || c.code == '<' || c.code == '>' || c.code == 0x2019 ||
        end - at + c.size_bytes > kMaxUrlBytes) {
      break;
    }
    end += c.size_bytes;
  }
  // What closes the sentence or a bracket around the address is no part of it.
  const std::string_view url = text.substr(at, end - at);
  auto open = std::count(url.begin(), url.end(), '(');
  auto closed = std::count(url.begin(), url.end(), ')');
  while (end > begin) {
    const char last = text[end - 1];
    if (last == ')' && closed > open) {
      --closed;
    } else if (std::string_view(".,;:!?'*]}").find(last) == std::string_view::npos) {
      break;
    }
    --end;
  }
  return end;
}

std::size_t find_email_end(std::string_view text, std::size_t at) {
  std::size_t i = at;
  while (i < text.size() && i - at < kMaxLocalBytes &&
         (is_ascii_word(text[i]) ||
          (i > at && std::string_view("._%+-").find(text[i]) != std::string_view::npos))) {
    ++i;
  }
  if (i == at || i >= text.size() || text[i] != '@') return at;
  std::size_t end = ++i;
  while (i < text.size() && i - at < kMaxUrlBytes &&
         (is_ascii_word(text[i]) || text[i] == '.' || text[i] == '-' || text[i] == '_')) {
    ++i;
    if (is_ascii_word(text[i - 1])) end = i;
  }
  return end > 0 && text[end - 1] != '@' ? end : at;
}

std::size_t find_emoticon_end(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 30> kEmoticons = {
      ":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":'(", ">:(", "^_^", "-_-", "o_o", ":)", ":(", ";)", ":D",
      ":P",  ";P",  ";D",  ":p",  ":/",  ":|",  ":*",  "=)",  "=(",  "=D",  "=P",  "<3", "8)", ":]", ":>"};
  const auto* const found =
      std::find_if(kEmoticons.begin(), kEmoticons.end(),
                   [&](std::string_view emoticon) { return text.substr(at, emoticon.size()) == emoticon; });
  if (found == kEmoticons.end()) return at;
  const std::size_t end = at + found->size();
  // Not within a ratio, a path or a word: "3:8", ":/usr", ":Damascus", "8)" after a list's number.
  const bool word_follows =
      end < text.size() && (is_word(class_of(decode(text, end).code)) || text[end] == '/');
  const bool word_precedes = at > 0 && is_ascii_word(text[at - 1]) && is_ascii_word(text[at]);
  return word_follows || word_precedes || text[at] == '8' ? at : end;
}

std::size_t find_emoji_end(std::string_view text, std::size_t at) {
  const auto is_flag_letter = [](char32_t code) { return code >= 0x1F1E6 && code <= 0x1F1FF; };
  const auto modifies = [](char32_t code) {
    return code == 0xFE0E || code == 0xFE0F || code == 0x20E3 || (code >= 0x1F3FB && code <= 0x1F3FF) ||
           (code >= 0xE0000 && code <= 0xE007F);
  };
  Character c = decode(text, at);
  std::size_t end = at + c.size_bytes;
  if (is_flag_letter(c.code) && end < text.size()) {
    const Character second = decode(text, end);
    return is_flag_letter(second.code) ? end + second.size_bytes : end;
  }
  constexpr std::size_t kMaxEmojiBytes = 128;
  while (end < text.size() && end - at < kMaxEmojiBytes) {
    c = decode(text, end);
    if (modifies(c.code)) {
      end += c.size_bytes;
    } else if (c.code == 0x200D && end + c.size_bytes < text.size()) {
      const Character joined = decode(text, end + c.size_bytes);
      if (class_of(joined.code) != CharClass::Emoji) break;
      end += c.size_bytes + joined.size_bytes;
    } else {
      break;
    }
  }
  return end;
}

bool is_unit(std::string_view letters) {
  constexpr std::array<std::string_view, 57> kUnits = {
      "k",   "m",    "M",   "K",  "B",  "bn",  "mn",  "tn",  "mm",  "cm",  "km",   "kg", "g",   "mg",  "ft",
      "in",  "lb",   "lbs", "oz", "am", "pm",  "AM",  "PM",  "mph", "kph", "km/h", "hr", "hrs", "min", "mins",
      "sec", "secs", "ms",  "MW", "GW", "kW",  "kWh", "MWh", "GB",  "MB",  "TB",   "KB", "Hz",  "GHz", "MHz",
      "ml",  "L",    "l",   "h",  "yr", "yrs", "kt",  "nm",  "mi",  "ha",  "hp",   "kN"};
  return std::find(kUnits.begin(), kUnits.end(), letters) != kUnits.end();
}

}  // namespace actorgraph
