#include "graph/near_copies.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace actorgraph;

namespace {

/// `count` words that only texts of the same seed share.
std::string make_text(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += 'w' + std::to_string(random() % 5000);
    text += i % 12 == 11 ? ". " : " ";
  }
  return text;
}

using Texts = std::vector<std::pair<std::uint64_t, std::string>>;

CopyGroups find_copies(const Texts& texts) {
  NearCopies copies;
  for (const auto& [id, text] : texts) copies.add(DocumentId{id}, text);
  return std::move(copies).finish();
}

bool are_copies(const std::string& a, const std::string& b) {
  const CopyGroups groups = find_copies({{1, a}, {2, b}});
  return groups.at(DocumentId{1}) == groups.at(DocumentId{2});
}

}  // namespace

TEST_CASE("reprints and near-copies are of one group") {
  const std::string text = make_text(1, 300);
  CHECK(are_copies(text, text));
  CHECK_MESSAGE(are_copies(text, text.substr(0, text.size() / 2)), "shortened");
  CHECK_MESSAGE(are_copies(text, make_text(2, 60) + text), "with a paragraph before it");
  std::string edited = text;
  for (std::size_t at = 50; at < edited.size(); at += 400) edited.insert(at, " edited ");
  CHECK_MESSAGE(are_copies(text, edited), "a few words changed");
  std::string upper = text;
  std::ranges::replace(upper, 'w', 'W');
  std::ranges::replace(upper, '.', ',');
  CHECK_MESSAGE(are_copies(text, upper), "case and punctuation");
}

TEST_CASE("texts that share a quotation, or nothing, are no copies") {
  const std::string text = make_text(1, 300);
  CHECK_FALSE(are_copies(text, make_text(2, 300)));
  const std::string quoted = make_text(3, 60);
  CHECK_FALSE(are_copies(text + quoted, make_text(2, 300) + quoted));
  CHECK_MESSAGE(!are_copies(text, text.substr(0, text.size() / 10)), "a tenth is a quotation");
}

TEST_CASE("short texts are copies only where they are equal") {
  CHECK(are_copies("Rebels took Zenda.", "rebels took Zenda"));
  CHECK_FALSE(are_copies("Rebels took Zenda.", "Rebels took Zenda today."));
  CHECK(are_copies("", ""));
}

TEST_CASE("copies of different parts of a round-up do not meet without it") {
  const std::string first = make_text(1, 200);
  const std::string second = make_text(2, 200);
  CHECK_FALSE(are_copies(first, second));
  const CopyGroups groups = find_copies({{1, first}, {2, second}, {3, first + second}});
  CHECK(groups.at(DocumentId{1}) == DocumentId{3});
  CHECK(groups.at(DocumentId{2}) == DocumentId{3});
  // What copies a copy, but not the original, is a source of its own.
  const std::string third = make_text(3, 400);
  const CopyGroups chain = find_copies({{1, first}, {2, first + second}, {3, second + third}});
  CHECK(chain.at(DocumentId{1}) == chain.at(DocumentId{2}));
  CHECK(chain.at(DocumentId{3}) == DocumentId{3});
}

TEST_CASE("copies do not depend on order or repetition, and many are found") {
  Texts texts;
  for (unsigned i = 0; i < 200; ++i) {
    // Ten agency texts, each reprinted with a line of the paper's own.
    texts.emplace_back(i + 1, make_text(i % 10, 200) + make_text(1000 + i, 10));
  }
  const CopyGroups expected = find_copies(texts);
  for (unsigned i = 0; i < 200; ++i) {
    CHECK(expected.at(DocumentId{i + 1}) == expected.at(DocumentId{i % 10 + 1}));
    CHECK((i == 0 || i % 10 == 0 || expected.at(DocumentId{i + 1}) != expected.at(DocumentId{1})));
  }
  std::mt19937 random(3);
  Texts again = texts;
  again.insert(again.end(), texts.begin(), texts.end());
  std::ranges::shuffle(again, random);
  CHECK(find_copies(again) == expected);
}
