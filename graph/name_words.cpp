#include "graph/name_words.hpp"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <memory>

#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr auto kArticles = std::to_array<std::string_view>({"a", "an", "the"});
bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; });
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The text with typographic quotes and dashes (U+2010 to U+201F) as ASCII: in news prose they are often all
/// that stands between a name and the fast path.
std::string with_plain_signs(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto last = i + 2 < text.size() ? static_cast<unsigned char>(text[i + 2]) : 0U;
    if (text.substr(i, 2) == "\xE2\x80" && last >= 0x90 && last <= 0x9F) {
      plain += last < 0x98 ? '-' : last < 0x9C ? '\'' : '"';
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

std::unique_ptr<icu::Transliterator> make_transliterator(const char* rules) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(
      icu::Transliterator::createInstance(icu::UnicodeString(rules), UTRANS_FORWARD, status));
  if (U_FAILURE(status) || made == nullptr) {
    throw ConfigError(std::string("ICU cannot transliterate (") + u_errorName(status) +
                      "): install its data (Debian package libicu72)");
  }
  return made;
}

bool is_latin(const icu::UnicodeString& text) {
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(text.char32At(i), &status);
    if (script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED) return false;
  }
  return true;
}

/// Lower-case text in which every character is ASCII or a letter or digit that ICU knows no Latin form of.
std::string fold_unicode(std::string_view name) {
  // An instance is not safe to share; making one costs milliseconds, so each thread keeps its own.
  thread_local const auto latin = make_transliterator("NFD; [[:Cf:][:Mn:]] Remove; NFC; Latin-ASCII");
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  if (!is_latin(text)) {
    thread_local const auto any = make_transliterator("NFC; [:Cf:] Remove; Any-Latin");
    any->transliterate(text);
  }
  latin->transliterate(text);
  text.foldCase();
  icu::UnicodeString clean;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    clean.append(c < 0x80 || u_isalnum(c) != 0 ? c : UChar32{' '});
  }
  std::string folded;
  clean.toUTF8String(folded);
  return folded;
}

/// Cuts lower-case text into words; apostrophes go, "U.S." and "J. K." become one word each.
std::vector<NameWord> split_words(std::string_view text) {
  std::vector<NameWord> words;
  NameWord word;
  std::size_t part = 0;  // letters since the last point
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  const auto flush = [&] {
    if (word.text.empty()) return;
    if (word.initials && !words.empty() && words.back().initials && !words.back().possessive) {
      words.back().text += word.text;
      words.back().possessive = word.possessive;
    } else {
      words.push_back(word);
    }
    word = NameWord{};
    part = 0;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_alnum(c)) {
      word.text += c;
      ++part;
    } else if (c == '\'' || c == '`') {
      if (at(i + 1) == 's' && !is_alnum(at(i + 2))) {
        if (!word.text.empty()) word.possessive = true;
        if (word.text.empty() && !words.empty()) words.back().possessive = true;
        flush();
        ++i;
      }
    } else if (c == '.' && part == 1) {
      // A single letter and a point: the word goes on only where another such follows at once.
      word.initials = true;
      part = 0;
      const bool goes_on = is_alnum(at(i + 1)) && !is_alnum(at(i + 2));
      if (!goes_on) flush();
    } else {
      if (c == '&' && !is_alnum(at(i + 1)) && (i == 0 || !is_alnum(text[i - 1]))) word.text = "and";
      flush();
    }
  }
  flush();
  return words;
}

}  // namespace

std::vector<NameWord> cut_name_words(std::string_view name) {
  std::string folded = with_plain_signs(name);
  if (is_ascii(folded)) {
    std::ranges::transform(folded, folded.begin(), lower);
  } else {
    folded = fold_unicode(folded);
  }
  return split_words(folded);
}

bool is_article(std::string_view word) {
  return std::ranges::find(kArticles, word) != kArticles.end();
}

}  // namespace actorgraph
