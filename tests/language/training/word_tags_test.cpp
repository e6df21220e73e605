#include "language/training/word_tags.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "language/token_features.hpp"
#include "tests/language/training/tiny_corpus.hpp"

using namespace actorgraph;

namespace {

std::string rows(int times, const std::string& row) {
  std::string text;
  for (int i = 0; i < times; ++i) text += row + "\n\n";
  std::replace(text.begin(), text.end(), ' ', '\t');
  return text;
}

}  // namespace

TEST_CASE("a word's most frequent tags are counted, and count more beside a hyphen") {
  const std::string joined = rows(1,
                                  "1 record record NOUN NN _ 3 compound _ SpaceAfter=No\n"
                                  "2 - - PUNCT HYPH _ 1 punct _ SpaceAfter=No\n"
                                  "3 breaking break VERB VBG _ 0 root _ _");
  const std::string text = rows(4, "1 record record VERB VB _ 0 root _ _") +
                           rows(3, "1 port port NOUN NN Number=Sing 0 root _ _") +
                           rows(2, "1 rare rare ADJ JJ _ 0 root _ _") + joined;
  const Treebank bank = parse_treebank(text);
  const FeatsTable feats = count_feats({bank}, 1);
  const WordTagTable table = count_word_tags({bank}, feats);
  CHECK(std::is_sorted(table.keys.begin(), table.keys.end()));
  const WordTagger tagger(table.keys, table.tags, feats.bundles);
  const auto xpos_of = [&](const char* form) {
    Token tok;
    tok.form = form;
    tagger.tag(tok, Feats::Predict);
    return tok.xpos;
  };
  CHECK(xpos_of("record") == Xpos::Nn);
  CHECK(xpos_of("port") == Xpos::Nn);
  CHECK(xpos_of("rare") == Xpos::Nn);  // seen twice: not in the table
  CHECK(xpos_of("breaking") == Xpos::Vbg);
  CHECK(std::count(table.keys.begin(), table.keys.end(), word_hash("rare")) == 0);
}
