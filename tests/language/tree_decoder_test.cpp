#include "language/tree_decoder.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <limits>
#include <random>

#include "records/document.hpp"

using namespace actorgraph;

namespace {

using Heads = std::vector<std::uint32_t>;

/// By the definition: one root, and every word reaches it.
bool is_tree_plainly(const Heads& heads) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i] == kRootHead) ++roots;
    std::size_t at = i;
    for (std::size_t step = 0; heads[at] != kRootHead; ++step) {
      if (heads[at] >= heads.size() || step > heads.size()) return false;
      at = heads[at];
    }
  }
  return roots == 1;
}

/// Calls `function` with every way to give n words a head out of `choices` and the root.
template <class Function>
void for_each_heads(std::size_t n, std::uint32_t choices, Function function) {
  Heads heads(n, kRootHead);
  while (true) {
    function(heads);
    std::size_t i = 0;
    for (; i < n; ++i) {
      heads[i] = heads[i] == kRootHead ? 0 : heads[i] + 1;
      if (heads[i] < choices) break;
      heads[i] = kRootHead;
    }
    if (i == n) return;
  }
}

double score_of(const std::vector<float>& scores, const Heads& heads) {
  double sum = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) {
    const std::size_t head = heads[d] == kRootHead ? 0 : heads[d] + 1;
    sum += static_cast<double>(scores[d * (heads.size() + 1) + head]);
  }
  return sum;
}

double best_score(const std::vector<float>& scores, std::size_t n) {
  double best = -std::numeric_limits<double>::infinity();
  for_each_heads(n, static_cast<std::uint32_t>(n), [&](const Heads& heads) {
    const double score = score_of(scores, heads);
    if (score > best && is_tree_plainly(heads)) best = score;
  });
  return best;
}

Heads decode(const std::vector<float>& scores, std::size_t n) {
  Heads heads(n, 12345);
  decode_tree(scores, heads);
  return heads;
}

template <class Score>
std::vector<float> make_scores(std::size_t n, Score score) {
  std::vector<float> scores(n * (n + 1));
  for (std::size_t d = 0; d < n; ++d) {
    for (std::size_t h = 0; h <= n; ++h) scores[d * (n + 1) + h] = score(d + 1, h);
  }
  return scores;
}

/// Words in pairs that prefer each other, pairs of pairs that do so next, and so on: every level is a cycle.
float nested(std::size_t d, std::size_t h) {
  return -static_cast<float>(std::bit_width((d - 1) ^ (h - 1))) * 5.0F -
         static_cast<float>((d * 31 + h * 17) % 7) * 0.01F;
}

}  // namespace

TEST_CASE("a tree is told from what is none") {
  for (std::size_t n = 1; n <= 5; ++n) {
    // One choice too many: a head beyond the sentence.
    for_each_heads(n, static_cast<std::uint32_t>(n) + 1,
                   [&](const Heads& heads) { REQUIRE(is_tree(heads) == is_tree_plainly(heads)); });
  }
  CHECK(!is_tree(Heads{}));
  CHECK(is_tree(Heads{kRootHead}));
  CHECK(!is_tree(Heads{0}));
  CHECK(!is_tree(Heads{kRootHead, kRootHead}));
  CHECK(!is_tree(Heads{kRootHead, 4000000000U}));
  CHECK(!is_tree(Heads{kRootHead, 2, 3, 1}));
}

TEST_CASE("the decoded tree is the best of all trees with one root") {
  std::mt19937 random(11);
  for (std::size_t n = 1; n <= 5; ++n) {
    for (int round = 0; round < (n == 5 ? 150 : 400); ++round) {
      // Sometimes every word would rather be the root, sometimes none.
      const float lift = static_cast<float>(round % 3 - 1) * 6;
      const auto scores = make_scores(n, [&](std::size_t, std::size_t h) {
        return static_cast<float>(random() % 2000) / 100 - 10 + (h == 0 ? lift : 0);
      });
      const Heads heads = decode(scores, n);
      CAPTURE(n);
      CAPTURE(round);
      REQUIRE(is_tree_plainly(heads));
      CHECK(score_of(scores, heads) == doctest::Approx(best_score(scores, n)).epsilon(1e-5));
    }
  }
}

TEST_CASE("ties give a tree of the best score, always the same") {
  std::mt19937 random(12);
  for (std::size_t n = 1; n <= 5; ++n) {
    for (int round = 0; round < 150; ++round) {
      const std::uint32_t values = 1 + static_cast<std::uint32_t>(round) % 3;
      const auto scores =
          make_scores(n, [&](std::size_t, std::size_t) { return static_cast<float>(random() % values); });
      const Heads heads = decode(scores, n);
      CAPTURE(n);
      CAPTURE(round);
      REQUIRE(is_tree_plainly(heads));
      CHECK(score_of(scores, heads) == best_score(scores, n));
      CHECK(decode(scores, n) == heads);
    }
  }
}

TEST_CASE("the score of a word as its own head does not count") {
  for (const float own : {-1e9F, 0.0F, 1e6F}) {
    CAPTURE(own);
    const auto scores = make_scores(4, [&](std::size_t d, std::size_t h) {
      return d == h ? own : h == d % 4 + 1 ? 5.0F : h == 0 && d == 3 ? 1.0F : 0.0F;
    });
    CHECK(decode(scores, 4) == Heads{1, 2, kRootHead, 0});
  }
}

TEST_CASE("scores far apart do not hide small differences") {
  // Two words prefer each other; a hundredth decides which of them takes the root, among scores of thousands.
  const auto scores = make_scores(3, [](std::size_t d, std::size_t h) {
    if (h == 0) return d == 1 ? -4000.0F : d == 2 ? -4000.01F : -9000.0F;
    if (d <= 2 && h <= 2) return 3000.0F;
    return d == 3 && h == 1 ? 0.02F : d == 3 && h == 2 ? 0.0F : -5000.0F;
  });
  CHECK(decode(scores, 3) == Heads{kRootHead, 0, 0});
}

TEST_CASE("a long sentence of cycles within cycles is decoded to a tree") {
  constexpr std::size_t kWords = 400;
  SUBCASE("one word may be the root") {
    const auto scores = make_scores(kWords, [](std::size_t d, std::size_t h) {
      return h != 0 ? nested(d, h) : d == 77 ? -20.0F : -1000.0F;
    });
    const Heads heads = decode(scores, kWords);
    CHECK(is_tree_plainly(heads));
    CHECK(heads[76] == kRootHead);
  }
  SUBCASE("every word would rather be the root") {
    const auto scores = make_scores(kWords, [](std::size_t d, std::size_t h) {
      return h != 0 ? nested(d, h) : 100 + static_cast<float>(d % 13);
    });
    const Heads heads = decode(scores, kWords);
    CHECK(is_tree_plainly(heads));
  }
  SUBCASE("all scores are equal") {
    const auto scores = make_scores(kWords, [](std::size_t, std::size_t) { return 0.5F; });
    CHECK(is_tree_plainly(decode(scores, kWords)));
  }
}
