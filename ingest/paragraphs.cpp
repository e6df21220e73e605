#include "ingest/paragraphs.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "ingest/ascii.hpp"

namespace actorgraph {
namespace {

/// How far a title may stick out of the lines below it and still count as wrapped with them, in columns.
constexpr std::uint32_t kOverhang = 8;
/// Words after which no paragraph or headline ends.
constexpr std::array<std::string_view, 22> kOpenWords = {
    "a",  "an",   "the", "of", "in",  "on",  "at", "to",    "for",   "from", "with",
    "by", "into", "and", "or", "but", "its", "as", "their", "after", "his",  "her"};
constexpr std::array<std::string_view, 14> kAbbreviations = {"inc", "corp", "ltd", "co", "jr", "sr",  "st",
                                                             "no",  "mr",   "mrs", "ms", "dr", "gen", "vs"};

std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && !is_ascii_space(text[begin - 1])) --begin;
  return text.substr(begin);
}

std::uint32_t count_columns(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Whether the words themselves show that `second` goes on with what `first` began.
bool continues(std::string_view first, std::string_view second) {
  if (is_ascii_lower(second.front())) return true;
  if (first.back() == ',') return true;
  const std::string word = to_ascii_lower(last_word(first));
  return std::find(kOpenWords.begin(), kOpenWords.end(), word) != kOpenWords.end();
}

struct GroupLayout {
  std::size_t lines = 0;
  std::uint32_t width = 0;        ///< columns of the longest line
  std::uint32_t inner_width = 0;  ///< of the longest line but the first
  bool is_wrapped = false;
};

GroupLayout measure_group(std::string_view text, std::span<const TextLine> lines) {
  GroupLayout layout{.lines = 1, .width = lines[0].columns};
  std::size_t joints = 0;
  for (; layout.lines < lines.size() && !lines[layout.lines].starts_group; ++layout.lines) {
    const TextLine& line = lines[layout.lines];
    layout.width = std::max(layout.width, line.columns);
    layout.inner_width = std::max(layout.inner_width, line.columns);
    joints += continues(slice(text, lines[layout.lines - 1].span), slice(text, line.span)) ? 1U : 0U;
  }
  layout.is_wrapped = joints > 0 && joints * 3 >= layout.lines - 1;
  return layout;
}

bool is_joined(std::string_view text, const TextLine& first, const TextLine& second, std::uint32_t width) {
  const std::string_view before = slice(text, first.span);
  const std::string_view after = slice(text, second.span);
  if (second.indent >= first.indent + 2 && ends_sentence(before)) return false;
  if (continues(before, after)) return true;
  const std::uint32_t word = count_columns(after.substr(0, after.find(' ')));
  return first.columns + 1 + word > width;
}

std::size_t count_joined(std::string_view text, std::span<const TextLine> lines, const GroupLayout& layout) {
  std::size_t count = 1;
  while (count < layout.lines) {
    const TextLine& first = lines[count - 1];
    const TextLine& second = lines[count];
    const bool goes_on = is_ascii_lower(text[second.span.begin]);
    if (layout.is_wrapped ? !is_joined(text, first, second, layout.width) : !goes_on) break;
    ++count;
  }
  return count;
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view text, std::uint32_t begin) {
  std::vector<TextLine> lines;
  bool after_blank = true;
  for (std::size_t at = begin; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const std::string_view line = trim_space(text.substr(at, end - at));
    if (line.empty()) {
      after_blank = true;
    } else {
      const auto first = static_cast<std::uint32_t>(line.data() - text.data());
      lines.push_back({.span = {first, first + static_cast<std::uint32_t>(line.size())},
                       .columns = count_columns(line),
                       .indent = first - static_cast<std::uint32_t>(at),
                       .starts_group = after_blank});
      after_blank = false;
    }
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

bool ends_sentence(std::string_view text) {
  for (bool is_shorter = true; is_shorter;) {
    text = trim_space(text);
    is_shorter = false;
    for (const std::string_view mark : {"\"", "'", ")", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB"}) {
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        is_shorter = true;
      }
    }
    if (text.ends_with(']') && text.rfind('[') != std::string_view::npos) {
      text = text.substr(0, text.rfind('['));
      is_shorter = true;
    }
  }
  if (text.ends_with('!') || text.ends_with('?') || text.ends_with(':') || text.ends_with("\xE2\x80\xA6")) {
    return true;
  }
  if (!text.ends_with('.')) return false;
  std::string_view word = last_word(text);
  if (word.ends_with("..")) return true;
  word.remove_suffix(1);
  if (word.size() >= 2 && word[word.size() - 2] == '.' && is_ascii_upper(word.back())) return false;
  const std::string lower = to_ascii_lower(word);
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), lower) == kAbbreviations.end();
}

std::size_t count_paragraph_lines(std::string_view text, std::span<const TextLine> lines) {
  if (lines.empty()) return 0;
  const GroupLayout layout = measure_group(text, lines);
  // A first line that sticks out of the block below it is a headline over a wrapped paragraph.
  if (layout.is_wrapped && layout.lines > 2 && lines[0].columns > layout.inner_width + kOverhang) return 1;
  return count_joined(text, lines, layout);
}

std::vector<ByteSpan> find_paragraphs(std::string_view text, std::span<const TextLine> lines) {
  std::vector<ByteSpan> paragraphs;
  while (!lines.empty()) {
    GroupLayout layout = measure_group(text, lines);
    while (layout.lines > 0) {
      const std::size_t count = count_joined(text, lines, layout);
      paragraphs.push_back({lines[0].span.begin, lines[count - 1].span.end});
      lines = lines.subspan(count);
      layout.lines -= count;
    }
  }
  return paragraphs;
}

}  // namespace actorgraph
