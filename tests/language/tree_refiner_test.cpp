#include "language/tree_refiner.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "language/tree_decoder.hpp"
#include "records/document.hpp"

using namespace actorgraph;

namespace {

AttachmentChoices make_choices(const std::vector<std::vector<Attachment>>& ways) {
  AttachmentChoices choices;
  for (const std::vector<Attachment>& of_word : ways) {
    choices.begin.push_back(static_cast<std::uint32_t>(choices.all.size()));
    choices.all.insert(choices.all.end(), of_word.begin(), of_word.end());
  }
  choices.begin.push_back(static_cast<std::uint32_t>(choices.all.size()));
  return choices;
}

std::vector<Attachment> refine(const std::vector<std::vector<Attachment>>& ways) {
  std::vector<Attachment> tree;
  refine_tree(make_choices(ways), tree);
  return tree;
}

bool is_tree(const std::vector<Attachment>& tree) {
  std::vector<std::uint32_t> heads;
  for (const Attachment& way : tree) heads.push_back(way.head);
  return actorgraph::is_tree(heads);
}

constexpr Attachment kRootWay{kRootHead, Deprel::Root, 0};

}  // namespace

TEST_CASE("the likelier head and label together win over the likelier head alone") {
  // The first way of word 2 has the better arc, the second arc and label together.
  const auto tree = refine({{kRootWay},
                            {{0, Deprel::Obj, 0}},
                            {{1, Deprel::Nmod, -2.0F}, {0, Deprel::Obl, -0.5F}, {1, Deprel::Appos, -3.0F}}});
  CHECK(tree[2].head == 0);
  CHECK(tree[2].deprel == Deprel::Obl);
}

TEST_CASE("a head does not take two subjects where one of them may be something else") {
  const auto tree = refine({{{1, Deprel::Nsubj, 0}},
                            {kRootWay},
                            {{1, Deprel::NsubjPass, 0}, {1, Deprel::Obj, -1.0F}, {1, Deprel::Obl, -4.0F}}});
  CHECK(tree[0].deprel == Deprel::Nsubj);
  CHECK(tree[2].deprel == Deprel::Obj);
}

TEST_CASE("subjects of two heads are left alone") {
  const auto tree = refine({{{1, Deprel::Nsubj, 0}},
                            {kRootWay},
                            {{3, Deprel::Nsubj, 0}, {3, Deprel::Obl, -0.1F}},
                            {{1, Deprel::Ccomp, 0}}});
  CHECK(tree[2].deprel == Deprel::Nsubj);
}

TEST_CASE("of two heads that are as likely the one without crossing arcs wins") {
  // Arc 0 <- 2 stands; word 1 under 3 crosses it, under 2 it does not.
  const auto tree = refine({{{2, Deprel::Obj, 0}},
                            {{3, Deprel::Obl, 0}, {2, Deprel::Obl, -0.1F}},
                            {{3, Deprel::Advcl, 0}},
                            {kRootWay}});
  CHECK(tree[1].head == 2);
}

TEST_CASE("no way is taken that would make a circle") {
  const auto tree =
      refine({{kRootWay}, {{0, Deprel::Obj, 0}, {2, Deprel::Obj, 5.0F}}, {{1, Deprel::Nmod, 0}}});
  CHECK(tree[1].head == 0);
  CHECK(is_tree(tree));
}

TEST_CASE("whatever the ways, the outcome is a tree of them") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t n = 2 + random() % 12;
    std::vector<std::vector<Attachment>> ways{{kRootWay}};
    for (std::uint32_t word = 1; word < n; ++word) {
      std::vector<Attachment>& of_word = ways.emplace_back();
      of_word.push_back({static_cast<std::uint32_t>(random() % word), Deprel::Obj, 0});
      for (std::uint32_t more = random() % 4; more > 0; --more) {
        const auto head = static_cast<std::uint32_t>(random() % n);
        if (head == word) continue;
        const auto label = static_cast<Deprel>(random() % kDeprelCount);
        if (label == Deprel::Root) continue;
        of_word.push_back({head, label, static_cast<float>(random() % 100) / 10.0F - 5.0F});
      }
    }
    const AttachmentChoices choices = make_choices(ways);
    std::vector<Attachment> tree;
    refine_tree(choices, tree);
    REQUIRE(tree.size() == n);
    CHECK(is_tree(tree));
    for (std::uint32_t word = 0; word < n; ++word) {
      const auto of_word = choices.of(word);
      CHECK(std::any_of(of_word.begin(), of_word.end(), [&](const Attachment& way) {
        return way.head == tree[word].head && way.deprel == tree[word].deprel;
      }));
    }
  }
}
