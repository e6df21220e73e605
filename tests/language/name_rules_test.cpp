#include "language/name_rules.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace actorgraph;

namespace {

Sentence make_sentence(const std::vector<std::pair<const char*, Xpos>>& words, std::vector<Name> names) {
  Sentence sent;
  for (const auto& [form, xpos] : words) {
    Token& tok = sent.tokens.emplace_back();
    tok.form = form;
    tok.xpos = xpos;
  }
  sent.names = std::move(names);
  return sent;
}

}  // namespace

TEST_CASE("a name has no possessive, quotation mark or comma at its ends, but may have them inside") {
  Sentence sent = make_sentence({{"``", Xpos::OpenQuote},
                                 {"Rudolf", Xpos::Nnp},
                                 {"'s", Xpos::Pos},
                                 {"People", Xpos::Nnp},
                                 {"'s", Xpos::Pos},
                                 {"Front", Xpos::Nnp},
                                 {",", Xpos::Comma}},
                                {{{0, 3}, NameType::Person}, {{3, 7}, NameType::Org}});
  mend_names(sent);
  CHECK(sent.names == std::vector<Name>{{{1, 2}, NameType::Person}, {{3, 6}, NameType::Org}});
}

TEST_CASE("a person's name begins behind the form of address") {
  Sentence sent = make_sentence(
      {{"Ms.", Xpos::Nnp}, {"Sapt", Xpos::Nnp}, {"Mr", Xpos::Nnp}, {"Dr", Xpos::Nnp}, {"Foods", Xpos::Nnp}},
      {{{0, 2}, NameType::Person}, {{2, 3}, NameType::Person}, {{3, 5}, NameType::Org}});
  mend_names(sent);
  CHECK(sent.names == std::vector<Name>{{{1, 2}, NameType::Person}, {{3, 5}, NameType::Org}});
}

TEST_CASE("a name does not end with a small preposition or article") {
  Sentence sent = make_sentence(
      {{"Commission", Xpos::Nnp}, {"on", Xpos::In}, {"the", Xpos::Dt}, {"ZANU", Xpos::Nnp}, {"OF", Xpos::In}},
      {{{0, 3}, NameType::Org}, {{3, 5}, NameType::Org}});
  mend_names(sent);
  CHECK(sent.names == std::vector<Name>{{{0, 1}, NameType::Org}, {{3, 5}, NameType::Org}});
}

TEST_CASE("a name of which nothing is left is dropped") {
  Sentence sent = make_sentence({{"'s", Xpos::Pos}, {"Zenda", Xpos::Nnp}},
                                {{{0, 1}, NameType::Org}, {{1, 2}, NameType::Gpe}});
  mend_names(sent);
  CHECK(sent.names == std::vector<Name>{{{1, 2}, NameType::Gpe}});
}

TEST_CASE("an acronym is no person, unless everything is in capitals or it is known") {
  const std::vector<std::pair<const char*, Xpos>> words = {
      {"ZDF", Xpos::Nnp}, {"met", Xpos::Vbd}, {"JFK", Xpos::Nnp}, {"RASSEN", Xpos::Nnp}};
  const std::vector<Name> people = {
      {{0, 1}, NameType::Person}, {{2, 3}, NameType::Person}, {{3, 4}, NameType::Person}};
  Sentence mixed = make_sentence(words, people);
  mend_names(mixed);
  CHECK(mixed.names ==
        std::vector<Name>{{{0, 1}, NameType::Org}, {{2, 3}, NameType::Person}, {{3, 4}, NameType::Person}});
  Sentence capitals = make_sentence({words[0], {"MET", Xpos::Vbd}, words[2], words[3]}, people);
  mend_names(capitals);
  CHECK(capitals.names == people);
}

TEST_CASE("a place or body that ends with a word for a structure or a treaty is that") {
  Sentence sent =
      make_sentence({{"Zenda", Xpos::Nnp},
                     {"Airport", Xpos::Nnp},
                     {"Prison", Xpos::Nnp},
                     {"Rassen", Xpos::Nnp},
                     {"Park", Xpos::Nnp}},
                    {{{0, 2}, NameType::Gpe}, {{2, 3}, NameType::Loc}, {{3, 5}, NameType::Person}});
  mend_names(sent);
  CHECK(sent.names ==
        std::vector<Name>{{{0, 2}, NameType::Fac}, {{2, 3}, NameType::Loc}, {{3, 5}, NameType::Person}});
}
