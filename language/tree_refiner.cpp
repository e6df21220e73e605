#include "language/tree_refiner.hpp"

#include <algorithm>

#include "records/document.hpp"

namespace actorgraph {
namespace {

constexpr int kRounds = 3;
constexpr float kDoubledCharge = 3.0F;
constexpr float kCrossingCharge = 0.3F;

/// Relations of which a head has at most one; those of one role count together.
enum class Role : std::uint8_t { None, Subject, Object, IndirectObject, ClausalObject, Copula, Passive };

Role role_of(Deprel deprel) {
  switch (deprel) {
    case Deprel::Nsubj:
    case Deprel::NsubjPass:
    case Deprel::Csubj:
    case Deprel::CsubjPass:
      return Role::Subject;
    case Deprel::Obj:
      return Role::Object;
    case Deprel::Iobj:
      return Role::IndirectObject;
    case Deprel::Ccomp:
      return Role::ClausalObject;
    case Deprel::Cop:
      return Role::Copula;
    case Deprel::AuxPass:
      return Role::Passive;
    default:
      return Role::None;
  }
}

/// How many other words have the same role with the head of `way`.
int count_doubled(const std::vector<Attachment>& tree, std::size_t word, const Attachment& way) {
  const Role role = role_of(way.deprel);
  if (role == Role::None) return 0;
  int count = 0;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    if (i != word && tree[i].head == way.head && role_of(tree[i].deprel) == role) ++count;
  }
  return count;
}

/// How many arcs of the other words cross the one from `head` to `word`.
int count_crossing(const std::vector<Attachment>& tree, std::size_t word, std::uint32_t head) {
  const auto [left, right] = std::minmax({word, std::size_t{head}});
  int count = 0;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    if (i == word || tree[i].head == kRootHead) continue;
    const auto [first, last] = std::minmax({i, std::size_t{tree[i].head}});
    const bool crosses =
        (left < first && first < right && right < last) || (first < left && left < last && last < right);
    if (crosses) ++count;
  }
  return count;
}

bool is_above(const std::vector<Attachment>& tree, std::size_t word, std::uint32_t other) {
  for (std::uint32_t at = other; at != kRootHead; at = tree[at].head) {
    if (at == word) return true;
  }
  return false;
}

/// Gives the word its best way as the others stand; false where it has that already.
bool improve(const AttachmentChoices& choices, std::size_t word, std::vector<Attachment>& tree) {
  const Attachment now = tree[word];
  const float doubled_now = kDoubledCharge * static_cast<float>(count_doubled(tree, word, now));
  int crossing_now = -1;
  float best_gain = 0;
  Attachment best = now;
  for (const Attachment& way : choices.of(word)) {
    if (way.head == now.head && way.deprel == now.deprel) continue;
    float gain = way.score - now.score + doubled_now -
                 kDoubledCharge * static_cast<float>(count_doubled(tree, word, way));
    if (way.head != now.head) {
      if (crossing_now < 0) crossing_now = count_crossing(tree, word, now.head);
      gain += kCrossingCharge * static_cast<float>(crossing_now - count_crossing(tree, word, way.head));
    }
    if (gain > best_gain && (way.head == now.head || !is_above(tree, word, way.head))) {
      best_gain = gain;
      best = way;
    }
  }
  tree[word] = best;
  return best_gain > 0;
}

}  // namespace

void refine_tree(const AttachmentChoices& choices, std::vector<Attachment>& tree) {
  tree.clear();
  for (std::size_t word = 0; word < choices.words(); ++word) tree.push_back(choices.of(word).front());
  bool changed = true;
  for (int round = 0; round < kRounds && changed; ++round) {
    changed = false;
    for (std::size_t word = 0; word < choices.words(); ++word) {
      if (choices.of(word).size() > 1 && improve(choices, word, tree)) changed = true;
    }
  }
}

}  // namespace actorgraph
