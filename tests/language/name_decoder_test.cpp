#include "language/name_decoder.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <random>

#include "language/network_shape.hpp"

using namespace actorgraph;

namespace {

using Tags = std::vector<std::uint32_t>;

constexpr std::uint32_t begin(NameType type) {
  return 1 + 2 * static_cast<std::uint32_t>(type);
}
constexpr std::uint32_t inside(NameType type) {
  return begin(type) + 1;
}

bool is_well_formed(const Tags& tags) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const bool continues = tags[i] != 0 && tags[i] % 2 == 0;
    if (continues && (i == 0 || (tags[i - 1] != tags[i] && tags[i - 1] + 1 != tags[i]))) return false;
  }
  return true;
}

double score_of(const std::vector<float>& scores, const Tags& tags) {
  double sum = 0;
  for (std::size_t i = 0; i < tags.size(); ++i)
    sum += static_cast<double>(scores[i * kNameTagCount + tags[i]]);
  return sum;
}

double best_score(const std::vector<float>& scores, std::size_t n) {
  double best = -std::numeric_limits<double>::infinity();
  Tags tags(n, 0);
  for (bool more = true; more;) {
    if (is_well_formed(tags)) best = std::max(best, score_of(scores, tags));
    more = false;
    for (std::size_t i = 0; i < n && !more; ++i) {
      tags[i] = (tags[i] + 1) % kNameTagCount;
      more = tags[i] != 0;
    }
  }
  return best;
}

Tags decode(const std::vector<float>& scores) {
  Tags tags(scores.size() / kNameTagCount, 99);
  decode_name_tags(scores, tags);
  return tags;
}

}  // namespace

TEST_CASE("the decoded tags are the best well-formed ones") {
  std::mt19937 random(21);
  for (std::size_t n = 1; n <= 4; ++n) {
    for (int round = 0; round < (n == 4 ? 8 : 60); ++round) {
      // Few values make ties; a lift of the inside tags makes ill-formed sequences tempting.
      const std::uint32_t values = round % 2 == 0 ? 4 : 1000;
      std::vector<float> scores(n * kNameTagCount);
      for (std::size_t i = 0; i < scores.size(); ++i) {
        const std::size_t tag = i % kNameTagCount;
        scores[i] = static_cast<float>(random() % values) + (tag != 0 && tag % 2 == 0 ? 2.0F : 0.0F);
      }
      const Tags tags = decode(scores);
      CAPTURE(n);
      CAPTURE(round);
      REQUIRE(is_well_formed(tags));
      CHECK(score_of(scores, tags) == best_score(scores, n));
    }
  }
}

TEST_CASE("no words have no tags") {
  CHECK(decode({}).empty());
  CHECK(names_of_tags(Tags{}).empty());
}

TEST_CASE("a sentence may be one name from end to end") {
  constexpr std::size_t kWords = 300;
  std::vector<float> scores(kWords * kNameTagCount, 0);
  for (std::size_t i = 0; i < kWords; ++i)
    scores[i * kNameTagCount + (i == 0 ? begin(NameType::Org) : inside(NameType::Org))] = 1;
  const std::vector<Name> names = names_of_tags(decode(scores));
  REQUIRE(names.size() == 1);
  CHECK(names[0] == Name{{0, kWords}, NameType::Org});
}

TEST_CASE("tags spell names") {
  struct Row {
    Tags tags;
    std::vector<Name> names;
  };
  const Row rows[] = {
      {{0, 0}, {}},
      {{begin(NameType::Person)}, {{{0, 1}, NameType::Person}}},
      {{0, begin(NameType::Gpe), 0}, {{{1, 2}, NameType::Gpe}}},
      {{begin(NameType::Person), inside(NameType::Person), inside(NameType::Person)},
       {{{0, 3}, NameType::Person}}},
      // Two names of one type side by side.
      {{begin(NameType::Misc), begin(NameType::Misc), inside(NameType::Misc)},
       {{{0, 1}, NameType::Misc}, {{1, 3}, NameType::Misc}}},
      {{begin(NameType::Norp), begin(NameType::Person), inside(NameType::Person), 0, begin(NameType::Fac)},
       {{{0, 1}, NameType::Norp}, {{1, 3}, NameType::Person}, {{4, 5}, NameType::Fac}}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.tags.size());
    CHECK(names_of_tags(row.tags) == row.names);
  }
}
