#include "language/training/augmentation.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "language/training/inflections.hpp"
#include "language/tree_decoder.hpp"
#include "tests/language/training/tiny_corpus.hpp"

using namespace actorgraph;

namespace {

std::string text_of(const TrainingSentence& sentence) {
  std::string text;
  for (const std::string& form : sentence.forms) text += (text.empty() ? "" : " ") + form;
  return text;
}

std::vector<TrainingSentence> sentences() {
  const Treebank bank = parse_treebank(tiny_treebank());
  return training_sentences(bank, count_feats({bank}, 1));
}

}  // namespace

TEST_CASE("a sentence is shown in one case and keeps its labels") {
  const TrainingSentence sentence = sentences().at(0);
  const TrainingSentence upper = recased(sentence, LetterCase::Upper);
  CHECK(text_of(upper) == "THE ARMY ATTACKED ZENDA .");
  CHECK(upper.heads == sentence.heads);
  CHECK(upper.names == sentence.names);
  CHECK(text_of(recased(sentence, LetterCase::Lower)) == "the army attacked zenda .");
}

TEST_CASE("a sentence is shown as a headline, with a tree of the words that are left") {
  const std::vector<TrainingSentence> all = sentences();
  const std::pair<std::size_t, const char*> rows[] = {{0, "Army Attacks Zenda"},
                                                      {1, "Rebels Take Port"},
                                                      {2, "Two Soldiers Killed in Strelsau"},
                                                      {3, "Rudolf Elphberg Meets Rebels"}};
  for (const auto& [index, text] : rows) {
    const std::optional<TrainingSentence> headline = as_headline(all.at(index));
    REQUIRE(headline);
    CHECK(text_of(*headline) == text);
    CHECK(is_tree(headline->heads));
    CHECK(headline->upos.size() == headline->size());
    CHECK(headline->names.size() == headline->size());
  }
  const TrainingSentence army = *as_headline(all.at(0));
  CHECK(army.xpos[1] == static_cast<std::uint16_t>(Xpos::Vbz));
  CHECK(army.feats[1] == kNoLabel);
  CHECK(army.heads == std::vector<std::uint32_t>{1, kRootHead, 1});
  CHECK(army.names[2] == 1U << begin_tag(NameType::Gpe));
}

TEST_CASE("what has no tree or too few words is no headline") {
  TrainingSentence sentence = sentences().at(0);
  sentence.heads.clear();
  CHECK(!as_headline(sentence));
  TrainingSentence two;
  two.forms = {"Rebels", "fled"};
  two.upos = two.xpos = two.feats = {kNoLabel, kNoLabel};
  two.heads = {1, kRootHead};
  two.deprels = {static_cast<std::uint16_t>(Deprel::Nsubj), static_cast<std::uint16_t>(Deprel::Root)};
  CHECK(!as_headline(two));
}

TEST_CASE("verbs are put into the third person") {
  CHECK(third_person("kill") == "kills");
  CHECK(third_person("have") == "has");
  CHECK(third_person("clash") == "clashes");
  CHECK(third_person("deny") == "denies");
  CHECK(third_person("veto") == "vetoes");
}
