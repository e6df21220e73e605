#include "language/training/name_pool.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "tests/language/temporary_folder.hpp"
#include "tests/language/training/listed_names.hpp"
#include "tests/language/training/tiny_corpus.hpp"

using namespace actorgraph;

namespace {

NamePool make_pool(const TemporaryFolder& folder) {
  save_empty_lists(folder);
  write_bytes(folder.file("gazetteer/given_names.tsv"), "Ruprecht\tm\n");
  write_bytes(folder.file("gazetteer/surnames.tsv"), "Sapt\n");
  write_bytes(folder.file("gazetteer/cities.tsv"), "Hentzau\tRUR\tcity\n");
  write_bytes(
      folder.file("gazetteer/organisations.tsv"),
      "Friends of Ruritania\torganization\tRUR\nRed Guard\tarmed group\tRUR\nPort Hotel\tfacility\tRUR\n");
  write_bytes(folder.file("gazetteer/regions.tsv"), "Black Water\tRUR\tlake\nOld March\tRUR\tregion\n");
  write_bytes(folder.file("gazetteer/other_names.tsv"), "Strelsau Accords\ttreaty\nHentzau Games\tevent\n");
  return NamePool::load(folder.path());
}

std::string text_of(const TrainingSentence& sentence) {
  std::string text;
  for (const std::string& form : sentence.forms) text += (text.empty() ? "" : " ") + form;
  return text;
}

}  // namespace

TEST_CASE("names are drawn by type and number of words") {
  const TemporaryFolder folder;
  const NamePool pool = make_pool(folder);
  std::mt19937_64 random(1);
  using Words = std::vector<std::string>;
  CHECK(pool.draw(NameType::Person, 2, true, random) == Words{"Ruprecht", "Sapt"});
  CHECK(pool.draw(NameType::Gpe, 1, true, random) == Words{"Hentzau"});
  CHECK(pool.draw(NameType::Gpe, 2, true, random).empty());
  CHECK(pool.draw(NameType::Org, 3, true, random).empty());
  CHECK(pool.draw(NameType::Org, 3, false, random) == Words{"Friends", "of", "Ruritania"});
  CHECK(pool.draw(NameType::Org, 2, true, random) == Words{"Red", "Guard"});
  CHECK(pool.draw(NameType::Fac, 2, true, random) == Words{"Port", "Hotel"});
  CHECK(pool.draw(NameType::Loc, 2, true, random) == Words{"Black", "Water"});
  CHECK(pool.draw(NameType::Misc, 2, true, random) == Words{"Strelsau", "Accords"});
  CHECK(pool.draw(NameType::Event, 2, true, random) == Words{"Hentzau", "Games"});
  CHECK(pool.draw(NameType::Misc, 1, false, random).empty());
  CHECK(pool.draw(NameType::Org, 50, false, random).empty());
  std::set<std::string> alone;
  for (int i = 0; i < 50; ++i) alone.insert(pool.draw(NameType::Person, 1, true, random).at(0));
  CHECK(alone == std::set<std::string>{"Ruprecht", "Sapt"});
}

TEST_CASE("a sentence's names are replaced, and nothing else changes") {
  const TemporaryFolder folder;
  const NamePool pool = make_pool(folder);
  const Treebank bank = parse_treebank(tiny_treebank());
  const std::vector<TrainingSentence> sentences = training_sentences(bank, count_feats({bank}, 1));
  std::mt19937_64 random(1);
  const std::optional<TrainingSentence> meeting = with_other_names(sentences.at(3), pool, random);
  REQUIRE(meeting);
  CHECK(text_of(*meeting) == "Ruprecht Sapt met the rebels .");
  CHECK(meeting->heads == sentences[3].heads);
  CHECK(meeting->names == sentences[3].names);
  CHECK(!with_other_names(sentences.at(1), pool, random));  // it has no name
  CHECK(!with_other_names(sentences.at(4), pool, random));  // an adjective in a tree
}

TEST_CASE("without a tree names of any words are replaced, and of a coarse type") {
  const TemporaryFolder folder;
  const NamePool pool = make_pool(folder);
  TrainingSentence sentence;
  sentence.forms = {"In", "Zenda", "the", "Bank", "of", "Zenda", "closed"};
  sentence.upos.assign(7, kNoLabel);
  const NameTags place =
      1U << begin_tag(NameType::Gpe) | 1U << begin_tag(NameType::Loc) | 1U << begin_tag(NameType::Fac);
  const NameTags inside = 1U << inside_tag(NameType::Org);
  sentence.names = {1, place, 1, 1U << begin_tag(NameType::Org), inside, inside, 1};
  std::mt19937_64 random(1);
  const std::optional<TrainingSentence> other = with_other_names(sentence, pool, random);
  REQUIRE(other);
  CHECK(text_of(*other) == "In Hentzau the Friends of Ruritania closed");
  CHECK(other->names == sentence.names);
}
