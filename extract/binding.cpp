#include "extract/binding.hpp"

#include "extract/noun_phrase.hpp"

namespace actorgraph {

bool is_argument(Deprel deprel) {
  const Deprel relation = universal(deprel);
  return relation == Deprel::Nsubj || relation == Deprel::Obj || relation == Deprel::Iobj ||
         relation == Deprel::Obl;
}

std::uint32_t predicate_of(const DependencyTree& tree, std::uint32_t tok) {
  while (tree[tok].deprel == Deprel::Conj && tree[tok].head != kRootHead) tok = tree[tok].head;
  return tree[tok].head;
}

bool encloses(const DependencyTree& tree, std::uint32_t outer, std::uint32_t inner) {
  for (std::uint32_t at = inner; at != kRootHead; at = tree[at].head) {
    if (at == outer) return true;
    const Deprel relation = universal(tree[at].deprel);
    if (relation == Deprel::Acl || relation == Deprel::Advcl || relation == Deprel::Ccomp ||
        relation == Deprel::Conj || relation == Deprel::Parataxis || relation == Deprel::Xcomp) {
      return false;
    }
  }
  return false;
}

namespace {

// "Founded by the group, it ...": the subject of `predicate` is that of the participle too, and not the
// group.
bool is_argument_of_participle(const DependencyTree& tree, std::uint32_t predicate, std::uint32_t other) {
  const std::uint32_t participle = predicate_of(tree, other);
  if (participle == kRootHead || tree[participle].deprel != Deprel::Advcl ||
      tree[participle].head != predicate)
    return false;
  const Deprel relation = tree[other].deprel;
  return (relation == Deprel::Obj || relation == Deprel::OblAgent) &&
         !tree.has_child(participle, {Deprel::Nsubj, Deprel::NsubjPass});
}

}  // namespace

bool are_coarguments(const DependencyTree& tree, std::uint32_t tok, std::uint32_t other) {
  if (!is_argument(tree[tok].deprel) && tree[tok].deprel != Deprel::Conj) return false;
  const std::uint32_t predicate = predicate_of(tree, tok);
  if (predicate == predicate_of(tree, other) &&
      (is_argument(tree[other].deprel) || tree[other].deprel == Deprel::Conj)) {
    return true;
  }
  if (predicate == kRootHead) return false;
  if (universal(tree[tok].deprel) == Deprel::Nsubj) return is_argument_of_participle(tree, predicate, other);
  const bool lent = (tree[predicate].deprel == Deprel::Xcomp || tree[predicate].deprel == Deprel::Conj) &&
                    !tree.has_child(predicate, {Deprel::Nsubj, Deprel::NsubjPass});
  return lent && universal(tree[other].deprel) == Deprel::Nsubj && tree[other].head == tree[predicate].head;
}

std::optional<std::uint32_t> subject_of_clause(const DependencyTree& tree, std::uint32_t tok) {
  std::uint32_t at = tree[tok].head;
  while (at != kRootHead && tree[at].upos != Upos::Verb && tree[at].upos != Upos::Aux) at = tree[at].head;
  for (; at != kRootHead; at = tree[at].head) {
    const Deprel relation = universal(tree[at].deprel);
    const auto subject = tree.find_child(at, {Deprel::Nsubj, Deprel::NsubjPass});
    if (relation == Deprel::Acl && tree[at].head != kRootHead && (!subject || is_wh_word(tree[*subject])))
      return tree[at].head;
    if (subject) return subject;
    if (relation == Deprel::Xcomp && tree[at].head != kRootHead && tree[tree[at].head].lemma != "promise") {
      // "urged Chad to end its raids": those of Chad
      const auto told = tree.find_child(tree[at].head, {Deprel::Obj, Deprel::Iobj});
      if (told && *told < at) return told;
    }
    if (relation != Deprel::Xcomp && relation != Deprel::Conj && relation != Deprel::Advcl) break;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> subject_above(const DependencyTree& tree, std::uint32_t tok) {
  const std::uint32_t clause = tree[tok].head;
  if (universal(tree[tok].deprel) != Deprel::Nsubj || clause == kRootHead) return std::nullopt;
  if (tree[clause].deprel != Deprel::Ccomp || tree[clause].head == kRootHead) return std::nullopt;
  return tree.find_child(tree[clause].head, {Deprel::Nsubj});
}

bool is_within_coargument(const DependencyTree& tree, std::uint32_t tok, std::uint32_t other) {
  std::uint32_t top = other;
  for (; tree[top].head != kRootHead; top = tree[top].head) {
    if (is_argument(tree[top].deprel)) break;
    const Deprel relation = universal(tree[top].deprel);
    if (relation != Deprel::Nmod && relation != Deprel::Compound && relation != Deprel::Amod) return false;
  }
  return top != other && top != tok && are_coarguments(tree, tok, top);
}

}  // namespace actorgraph
