#include "extract/attachment.hpp"

#include <string>
#include <string_view>

#include "extract/clause.hpp"
#include "extract/dependency_tree.hpp"
#include "extract/noun_phrase.hpp"

namespace actorgraph {
namespace {

std::string verb_of(const DependencyTree& tree, std::uint32_t tok) {
  std::string verb = lemma_of(tree[tok]);
  for (const std::uint32_t child : tree.children(tok)) {
    if (tree[child].deprel == Deprel::CompoundPrt) verb += ' ' + lower_form(tree[child]);
  }
  return verb;
}

// The noun whose phrase ends in what belongs to the verb: the object, or what a passive is said of.
bool is_patient(const DependencyTree& tree, std::uint32_t tok) {
  const Token& word = tree[tok];
  if (word.head == kRootHead || tree[word.head].upos != Upos::Verb) return false;
  return word.deprel == Deprel::Obj && tok > word.head;
}

}  // namespace

void mend_attachments(Sentence& sent, const Lexicon& lexicon) {
  const DependencyTree tree(sent);
  for (std::uint32_t tok = 0; tok < tree.size(); ++tok) {
    if (tree[tok].deprel != Deprel::Nmod || tree[tok].head == kRootHead || tree[tok].head > tok) continue;
    const std::uint32_t noun = tree[tok].head;
    if (!is_patient(tree, noun)) continue;
    const std::uint32_t verb = tree[noun].head;
    const std::string preposition = preposition_of(tree, tok);
    if (preposition.empty() || preposition == "in" || preposition == "at") continue;
    const std::string lemma = verb_of(tree, verb);
    if (!lexicon.links(lemma, preposition)) continue;
    if (lexicon.find_idiom(lemma, "", lemma_of(tree[noun])) != nullptr) continue;
    sent.tokens[tok].head = verb;
    sent.tokens[tok].deprel = Deprel::Obl;
  }
}

}  // namespace actorgraph
