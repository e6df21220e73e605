// What every article keeps, whatever it was read from.
#pragma once

#include "fuzz/expect.hpp"
#include "ingest/ascii.hpp"
#include "ingest/charset.hpp"
#include "records/article.hpp"

namespace actorgraph {

inline void expect_article_promises(const Article& article) {
  expect(!find_invalid_utf8(article.text), "the text is UTF-8");
  for (const std::string* member :
       {&article.name, &article.url, &article.source, &article.author, &article.place}) {
    expect(!find_invalid_utf8(*member), "every member is UTF-8");
  }
  expect(!article.published || article.published->ok(), "the date exists");
  std::uint32_t end = 0;
  for (const Block& block : article.blocks) {
    expect(block.span.begin >= end && block.span.begin < block.span.end,
           "blocks are ordered, disjoint, not empty");
    expect(block.span.end <= article.text.size(), "blocks are within the text");
    end = block.span.end;
    const std::string_view text = slice(article.text, block.span);
    expect(trim_space(text).size() == text.size(), "blocks have no white space at their ends");
    expect(!find_invalid_utf8(text), "blocks end between characters");
  }
  // What is in no block is white space.
  std::uint32_t from = 0;
  for (const Block& block : article.blocks) {
    expect(trim_space(slice(article.text, {from, block.span.begin})).empty(),
           "no text is lost before a block");
    from = block.span.end;
  }
  expect(trim_space(std::string_view(article.text).substr(from)).empty(), "no text is lost at the end");
}

}  // namespace actorgraph
