#include "store/full_text.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

bool has_word(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80U;
  });
}

}  // namespace

std::string to_match(std::string_view words, MatchWords mode) {
  std::string match;
  const auto add = [&](std::string_view phrase, bool is_beginning) {
    if (!has_word(phrase)) return;
    match += match.empty() ? "\"" : " AND \"";
    match += phrase;
    match += is_beginning ? "\" *" : "\"";
  };
  for (std::size_t at = 0; at < words.size();) {
    const char c = words[at];
    if (c == ' ' || c == '\t' || c == '\n') {
      ++at;
      continue;
    }
    if (c == '"') {
      const std::size_t end = std::min(words.find('"', at + 1), words.size());
      add(words.substr(at + 1, end - at - 1), mode == MatchWords::Beginnings);
      at = end + 1;
      continue;
    }
    const std::size_t end = std::min(words.find_first_of(" \t\n\"", at), words.size());
    std::string_view word = words.substr(at, end - at);
    const bool starred = word.ends_with('*');
    if (starred) word.remove_suffix(1);
    add(word, starred || mode == MatchWords::Beginnings);
    at = end;
  }
  return match;
}

std::vector<ByteSpan> take_marks(std::string& text) {
  std::vector<ByteSpan> marks;
  std::string plain;
  for (const char c : text) {
    const auto here = static_cast<std::uint32_t>(plain.size());
    if (c == kMarkBegin) {
      marks.push_back({here, here});
    } else if (c == kMarkEnd) {
      if (!marks.empty()) marks.back().end = here;
    } else {
      plain += c;
    }
  }
  text = std::move(plain);
  return marks;
}

}  // namespace actorgraph
