#include "extract/full_phrase.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

bool belongs(const DependencyTree& tree, std::uint32_t head, std::uint32_t child) {
  switch (universal(tree[child].deprel)) {
    case Deprel::Acl:
    case Deprel::Amod:
    case Deprel::Appos:
    case Deprel::Compound:
    case Deprel::Det:
    case Deprel::Fixed:
    case Deprel::Flat:
    case Deprel::Goeswith:
    case Deprel::Nmod:
    case Deprel::Nummod:
      return true;
    case Deprel::Case:
      return tree[child].xpos == Xpos::Pos && child > head;
    default:
      return false;
  }
}

}  // namespace

TokenRange full_phrase(const DependencyTree& tree, std::uint32_t head) {
  TokenRange range{head, head + 1};
  for (const std::uint32_t child : tree.children(head)) {
    if (!belongs(tree, head, child)) continue;
    const TokenRange part = tree.subtree(child);
    range.begin = std::min(range.begin, part.begin);
    range.end = std::max(range.end, part.end);
  }
  while (range.end > head + 1 && tree[range.end - 1].upos == Upos::Punct) --range.end;
  while (range.begin < head && tree[range.begin].upos == Upos::Punct) ++range.begin;
  return range;
}

}  // namespace actorgraph
