// Any UTF-8 text as a headline and as a paragraph: words cover it, sentences keep their limits.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "fuzz/expect.hpp"
#include "language/characters.hpp"
#include "language/sentence_splitter.hpp"

namespace {

using namespace actorgraph;

/// Weights for every feature that can be met in a short while: so that sentences end in odd places.
const SegmenterModel& model() {
  static const SegmenterModel kModel = [] {
    std::vector<SegmenterModel::Weight> weights;
    for (std::uint32_t i = 0; i < 4096; ++i) weights.push_back({i * 1048573U + 7U, i % 2 == 0 ? 80 : -60});
    std::sort(weights.begin(), weights.end(),
              [](const auto& a, const auto& b) { return a.feature < b.feature; });
    return SegmenterModel(weights);
  }();
  return kModel;
}

void expect_promises(const Article& article, const SegmenterModel& weights) {
  std::vector<Sentence> sentences;
  segment(article, weights, sentences);
  std::size_t at = 0;
  for (const Sentence& sent : sentences) {
    expect(!sent.tokens.empty() && sent.tokens.size() <= kMaxSentenceTokens, "a sentence keeps its limits");
    expect(sent.span == ByteSpan{sent.tokens.front().span.begin, sent.tokens.back().span.end},
           "a sentence reaches from its first to its last word");
    for (const Token& tok : sent.tokens) {
      expect(skip_space(article.text, at) == tok.span.begin, "words cover the text in order");
      expect(!tok.span.empty() && slice(article.text, tok.span) == tok.form, "a word is its bytes");
      expect(find_utf8_fault(tok.form) == tok.form.size(), "a word ends between characters");
      at = tok.span.end;
    }
    std::uint32_t end = 0;
    for (const MultiwordToken& token : sent.multiword) {
      expect(token.tokens.begin >= end && token.tokens.size_tokens() >= 2, "multiword tokens are ordered");
      expect(token.tokens.end <= sent.tokens.size(), "a multiword token has words of its sentence");
      expect(token.span.begin == sent.tokens[token.tokens.begin].span.begin &&
                 token.span.end == sent.tokens[token.tokens.end - 1].span.end,
             "the words of a multiword token spell it");
      end = token.tokens.end;
    }
  }
  expect(skip_space(article.text, at) == article.text.size(), "words cover the text to its end");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Article article;
  article.text.assign(data, data + size);
  article.text.resize(find_utf8_fault(article.text));
  article.blocks = {{BlockKind::Body, {0, static_cast<std::uint32_t>(article.text.size())}}};
  expect_promises(article, SegmenterModel());
  expect_promises(article, model());
  article.blocks[0].kind = BlockKind::Title;
  expect_promises(article, model());
  return 0;
}
