// The words of a text as documents are compared by: no analysis, only letters and digits. Read by NearCopies
// and StoryFinder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "records/document.hpp"

namespace actorgraph {

enum class WordKind : std::uint8_t { Plain, Capital, Number };

/// Calls `visit(word, kind)` for every run of letters and digits, ASCII letters in lower case; bytes above
/// ASCII count as letters, an apostrophe ends a word. The view lives until `visit` returns.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_letter = [&](char c) {
    return (c >= 'a' && c <= 'z') || is_capital(c) || static_cast<unsigned char>(c) >= 0x80U;
  };
  std::string word;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_letter(text[i]) && !is_digit(text[i])) {
      ++i;
      continue;
    }
    const WordKind kind = is_digit(text[i])     ? WordKind::Number
                          : is_capital(text[i]) ? WordKind::Capital
                                                : WordKind::Plain;
    word.clear();
    for (; i < text.size() && (is_letter(text[i]) || is_digit(text[i])); ++i) {
      word += is_capital(text[i]) ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    }
    visit(std::string_view(word), kind);
  }
}

/// What the article itself says: its title and paragraphs, without byline, dateline and furniture.
[[nodiscard]] inline std::string plain_text(const Article& article) {
  if (article.blocks.empty()) return article.text;
  std::string text;
  for (const Block& block : article.blocks) {
    if (block.kind != BlockKind::Title && block.kind != BlockKind::Body) continue;
    text += slice(article.text, block.span);
    text += '\n';
  }
  return text;
}

}  // namespace actorgraph
