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

TEST_CASE("a word that is listed as something else is no actor, unless it is part of a longer name") {
  const auto names_left = [](const std::vector<GazetteerClasses>& classes, NameType type) {
    Sentence sent;
    for (const char* form : {"LNG", "Open", "rose"}) sent.tokens.emplace_back().form = form;
    sent.names = {{{0, 1}, type}};
    mend_listed_names(sent, classes);
    return sent.names.size();
  };
  constexpr GazetteerClasses kOther = bit_of(GazetteerClass::Other);
  CHECK(names_left({kOther, 0, 0}, NameType::Org) == 0);
  CHECK(names_left({kOther, 0, 0}, NameType::Misc) == 1);
  CHECK(names_left({kOther, kOther, 0}, NameType::Org) == 1);
  CHECK(names_left({kOther | bit_of(GazetteerClass::Company), 0, 0}, NameType::Org) == 1);
}

TEST_CASE("a city and the region behind it are two names") {
  constexpr GazetteerClasses kCity = bit_of(GazetteerClass::City);
  constexpr GazetteerClasses kRegion = bit_of(GazetteerClass::Region);
  const auto names_after = [](const std::vector<GazetteerClasses>& classes) {
    Sentence sent;
    for (const char* form : {"San", "Zenda", "Ruritania"}) sent.tokens.emplace_back().form = form;
    sent.names = {{{0, 3}, NameType::Gpe}};
    mend_listed_names(sent, classes);
    return sent.names;
  };
  const auto two = names_after({kCity, kCity, kRegion});
  REQUIRE(two.size() == 2);
  CHECK(two[0].tokens == TokenRange{0, 2});
  CHECK(two[1].tokens == TokenRange{2, 3});
  CHECK(names_after({kCity, kCity, kCity}).size() == 1);
  CHECK(names_after({kCity, 0, kRegion}).size() == 1);
}

TEST_CASE("a listed nation of two words is one name") {
  constexpr GazetteerClasses kDemonym = bit_of(GazetteerClass::Demonym);
  const auto name_of = [](const char* first, const std::vector<GazetteerClasses>& classes) {
    Sentence sent;
    for (const char* form : {first, "Zealander"}) sent.tokens.emplace_back().form = form;
    sent.names = {{{0, 1}, NameType::Event}};
    mend_listed_names(sent, classes);
    return sent.names.at(0);
  };
  CHECK(name_of("New", {kDemonym, kDemonym}) == Name{{0, 2}, NameType::Norp});
  CHECK(name_of("New", {kDemonym, 0}) == Name{{0, 1}, NameType::Event});
  CHECK(name_of("Russian", {kDemonym, kDemonym}) == Name{{0, 1}, NameType::Event});
}

TEST_CASE("addresses, files and numerals are nobody's names") {
  for (const char* form : {"lind@zenda.org", "report.pdf", "VII"}) {
    CAPTURE(form);
    Sentence sent;
    sent.tokens.emplace_back().form = form;
    sent.names = {{{0, 1}, NameType::Org}};
    mend_names(sent);
    CHECK(sent.names.empty());
  }
}

TEST_CASE("a name in small letters is none where the writer uses capitals") {
  for (const bool capital : {true, false}) {
    CAPTURE(capital);
    Sentence sent =
        make_sentence({{capital ? "They" : "they", Xpos::Prp},
                       {"left", Xpos::Vbd},
                       {"zenda", Xpos::Nnp},
                       {"for", Xpos::In},
                       {"al-Zenda", Xpos::Nnp},
                       {"islamists", Xpos::Nnps}},
                      {{{2, 3}, NameType::Gpe}, {{4, 5}, NameType::Gpe}, {{5, 6}, NameType::Norp}});
    mend_names(sent);
    CHECK(sent.names.size() == (capital ? 2 : 3));
    CHECK((sent.names.front() == Name{{2, 3}, NameType::Gpe}) == !capital);
  }
}
