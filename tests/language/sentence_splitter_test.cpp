#include "language/sentence_splitter.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace actorgraph;

namespace {

const SegmenterModel& model() {
  static const SegmenterModel kModel =
      SegmenterModel::load(std::string(ACTORGRAPH_SOURCE_DIR) + "/data/model/segmenter.tsv");
  return kModel;
}

Article make_article(const std::string& text, BlockKind kind = BlockKind::Body) {
  Article article;
  article.text = text;
  article.blocks = {{kind, {0, static_cast<std::uint32_t>(text.size())}}};
  return article;
}

std::vector<Sentence> split(const Article& article, const SegmenterModel& weights) {
  std::vector<Sentence> sentences;
  segment(article, weights, sentences);
  return sentences;
}

/// The sentences of `text` with " | " between them.
std::string joined(const std::string& text, const SegmenterModel& weights, BlockKind kind = BlockKind::Body) {
  const Article article = make_article(text, kind);
  std::string out;
  for (const Sentence& sent : split(article, weights)) {
    if (!out.empty()) out += " | ";
    out += slice(article.text, sent.span);
  }
  return out;
}

std::string forms(const Sentence& sent) {
  std::string out;
  for (const Token& tok : sent.tokens) out += (out.empty() ? "" : " ") + tok.form;
  return out;
}

}  // namespace

TEST_CASE("sentences end where a reader ends them") {
  // "|" marks the ends that are expected.
  const char* rows[] = {
      "The port was closed on Monday. | Officials gave no reason.",
      "Gen. Idris Dia met Mr. Ode in St. Anne on Jan. 5 at noon. | They spoke for an hour.",
      "The talks began in the U.S. on Friday and ended at 5 p.m. on Sunday.",
      "The council will vote at 5 p.m. Friday and again at 11 a.m. GMT on Monday.",
      "They left the U.S. | The others stayed behind.",
      "Ships from the U.S. Navy arrived, e.g. The Dawn and the U.S.S. Hope.",
      "J. K. Ode wrote it. | A. B. Dia did not.",
      "\"We will not leave,\" she said. | \"This is our home.\"",
      "\"We will not leave.\" | The minister disagreed.",
      "“Is it over?” he asked. | Nobody answered.",
      "It was late (very late). | They went home.",
      "Prices rose 3.5 percent to $1,300.50 a ton. | Exports fell.",
      "What happened? | Nobody knows! | The search goes on.",
      "Acme Corp. said it would close the plant. | The union protested.",
      "The group, known as No. 7, was founded in 1999. | It has 20 members.",
      "He waited ... and then he left.",
  };
  for (const std::string row : rows) {
    CAPTURE(row);
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row.compare(i, 2, "| ") == 0) {
        ++i;
      } else {
        text += row[i];
      }
    }
    CHECK(joined(text, model()) == row);
  }
}

TEST_CASE("a blank line and the next item of a list end a sentence") {
  CHECK(joined("the first part\n\nthe second part", model()) == "the first part | the second part");
  CHECK(joined("demands:\n- a ceasefire\n- free passage", model()) ==
        "demands: | - a ceasefire | - free passage");
  CHECK(joined("a line that is broken\nin the middle", model()) == "a line that is broken\nin the middle");
}

TEST_CASE("a headline is one sentence unless a mark divides it") {
  const Article article = make_article("Blast Hits Port City As Talks Resume In Capital", BlockKind::Title);
  const auto sentences = split(article, model());
  REQUIRE(sentences.size() == 1);
  CHECK(sentences[0].kind == SentenceKind::Headline);
  CHECK(joined("U.S. And Ruritania Sign Pact", model(), BlockKind::Title) == "U.S. And Ruritania Sign Pact");
  CHECK(joined("Port Hit Again. Who Was Behind It?", model(), BlockKind::Title) ==
        "Port Hit Again. | Who Was Behind It?");
}

TEST_CASE("only titles and paragraphs are cut, and blocks end sentences") {
  Article article;
  article.text = "Port hit\nBy Ana Ruiz\nPORT, May 3 -\nA port was hit\nby a shell";
  article.blocks = {{BlockKind::Title, {0, 8}},
                    {BlockKind::Byline, {9, 20}},
                    {BlockKind::Dateline, {21, 34}},
                    {BlockKind::Body, {35, 49}},
                    {BlockKind::Body, {50, 60}}};
  const auto sentences = split(article, model());
  REQUIRE(sentences.size() == 3);
  CHECK(slice(article.text, sentences[0].span) == "Port hit");
  CHECK(slice(article.text, sentences[1].span) == "A port was hit");
  CHECK(sentences[1].block == 3);
  CHECK(sentences[1].kind == SentenceKind::Prose);
  CHECK(slice(article.text, sentences[2].span) == "by a shell");
  CHECK(sentences[2].block == 4);
}

TEST_CASE("multiword tokens and a final abbreviation are cut into words with exact spans") {
  const Article article = make_article("It doesn’t help Acme Inc.");
  const auto sentences = split(article, model());
  REQUIRE(sentences.size() == 1);
  const Sentence& sent = sentences[0];
  CHECK(forms(sent) == "It does n’t help Acme Inc .");
  REQUIRE(sent.multiword.size() == 1);
  CHECK(sent.multiword[0].tokens == TokenRange{1, 3});
  CHECK(slice(article.text, sent.multiword[0].span) == "doesn’t");
  for (const Token& tok : sent.tokens) CHECK(slice(article.text, tok.span) == tok.form);
}

TEST_CASE("without weights the rules alone find the plain cases") {
  CHECK(joined("One came. Two left, Mr. Ode said. \"Why?\" they asked.", SegmenterModel()) ==
        "One came. | Two left, Mr. Ode said. \"Why?\" they asked.");
}

TEST_CASE("a sentence that is too long is cut at a semicolon, a comma, a conjunction, or anywhere") {
  for (const std::string separator : {"; ", ", ", " and ", " "}) {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += (i % 100 == 99) ? "word" + separator : "word ";
    text += "etc.";
    const Article article = make_article(text);
    std::size_t tokens = 0;
    const auto sentences = split(article, model());
    CAPTURE(separator);
    CHECK(sentences.size() > 12);
    for (const Sentence& sent : sentences) {
      CHECK(sent.tokens.size() <= kMaxSentenceTokens);
      tokens += sent.tokens.size();
      if (&sent == &sentences.back()) continue;
      if (separator[0] != ' ') CHECK(sent.tokens.back().form == separator.substr(0, 1));
    }
    CHECK(tokens == 5000 + (separator == " " ? 0 : 50) + 2);
    if (separator == " and ") CHECK(sentences[1].tokens.front().form == "and");
  }
}

TEST_CASE("no multiword token is cut in two by the limit") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "don't ";
  for (const Sentence& sent : split(make_article(text), model())) {
    CHECK(sent.tokens.size() <= kMaxSentenceTokens);
    CHECK(sent.multiword.size() * 2 == sent.tokens.size());
  }
}

TEST_CASE("buffers that are used again do not change the result") {
  const Article first = make_article("One came. Two left.");
  const Article second = make_article("It's here. They aren't.");
  SegmenterScratch scratch;
  std::vector<Sentence> sentences;
  segment(first, model(), scratch, sentences);
  segment(second, model(), scratch, sentences);
  REQUIRE(sentences.size() == 2);
  CHECK(forms(sentences[0]) == "It 's here .");
  CHECK(forms(sentences[1]) == "They are n't .");
}
