#include "extract/relational_phrase.hpp"

#include <algorithm>

#include "extract/noun_phrase.hpp"

namespace actorgraph {

bool is_name(const DependencyTree& tree, std::uint32_t tok) {
  if (const auto name = tree.name_of(tok)) return tree.sentence().names[*name].type != NameType::Norp;
  return tree[tok].upos == Upos::Propn;
}

std::optional<RelationalPhrase> split_relational(const SentenceView& view, std::uint32_t noun) {
  const DependencyTree& tree = view.tree;
  const auto kind = view.lexicon.find_relational_noun(lemma_of(tree[noun]));
  if (!kind) return std::nullopt;
  RelationalPhrase found;
  std::uint32_t other = kRootHead;  // none
  std::string preposition = "of";
  for (const std::uint32_t child : tree.children(noun)) {
    if (tree[child].deprel != Deprel::Nmod || child < noun) continue;
    const std::string with = preposition_of(tree, child);
    if (with == "of" || with == "for") {
      other = child;
      preposition = with;
      const Words words = preposition_words(tree, child);
      found.words.insert(found.words.end(), words.begin(), words.end());
      // "director of research of the institute": the name at the end is what the office belongs to.
      for (const std::uint32_t deeper : tree.children(child)) {
        const std::string link = preposition_of(tree, deeper);
        if (is_name(tree, child) || !is_name(tree, deeper) || (link != "of" && link != "at" && link != "for"))
          continue;
        other = deeper;
        preposition = with + ' ' + lower_form(tree[child]) + ' ' + link;
        found.words.push_back(child);
        const Words more = preposition_words(tree, deeper);
        found.words.insert(found.words.end(), more.begin(), more.end());
        break;
      }
      break;
    }
  }
  // "Lind's brother", "Chad's currency", "the Acme subsidiary"
  if (other == kRootHead) {
    const auto owner = tree.find_child(noun, {Deprel::NmodPoss});
    if (owner && !is_wh_word(tree[*owner])) other = *owner;
  }
  const bool belongs = *kind == RelationalKind::Thing || lemma_of(tree[noun]) == "member";
  if (other == kRootHead && belongs) {
    for (const std::uint32_t child : tree.children(noun)) {
      const auto name = tree.name_of(child);
      if (tree[child].deprel != Deprel::Compound || !name || tree.name_of(noun) == name) continue;
      if (tree.sentence().names[*name].type == NameType::Org) other = child;
    }
  }
  if (other == kRootHead) return std::nullopt;
  // "Secretary of State Lind": the title is one name, and no state is meant.
  if (tree[noun].upos == Upos::Propn && tree[other].upos == Upos::Propn && !tree.name_of(other)) {
    return std::nullopt;
  }
  found.other = {other, Coordination::Distributed};
  found.lemma = "be";
  Words described;
  for (const std::uint32_t word : phrase_words(tree, noun)) {
    if (word > noun) break;
    const Token& tok = tree[word];
    if (tok.deprel == Deprel::Det || tok.upos == Upos::Punct) continue;
    bool of_owner = false;
    for (std::uint32_t at = word; at != noun && at != kRootHead; at = tree[at].head) of_owner |= at == other;
    if (!of_owner) described.push_back(word);
  }
  for (const std::uint32_t word : described) {
    found.lemma += ' ';
    found.lemma += tree[word].upos == Upos::Propn ? tree[word].form : lower_form(tree[word]);
  }
  found.lemma += ' ' + preposition;
  found.words.insert(found.words.end(), described.begin(), described.end());
  std::sort(found.words.begin(), found.words.end());
  return found;
}

}  // namespace actorgraph
