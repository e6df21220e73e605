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

TEST_CASE("a name of which nothing is left is dropped") {
  Sentence sent = make_sentence({{"'s", Xpos::Pos}, {"Zenda", Xpos::Nnp}},
                                {{{0, 1}, NameType::Org}, {{1, 2}, NameType::Gpe}});
  mend_names(sent);
  CHECK(sent.names == std::vector<Name>{{{1, 2}, NameType::Gpe}});
}
