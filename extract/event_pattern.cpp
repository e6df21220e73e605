#include "extract/event_pattern.hpp"

#include <algorithm>

#include "extract/arguments.hpp"
#include "extract/mention_kind.hpp"
#include "extract/noun_phrase.hpp"

namespace actorgraph {
namespace {

bool is_modifier(Deprel relation) {
  return relation == Deprel::Compound || relation == Deprel::Amod || relation == Deprel::NmodDesc ||
         relation == Deprel::NmodUnmarked;
}

}  // namespace

const EventPatterns::Noun& EventPatterns::noun_at(std::uint32_t tok) const {
  if (nouns_[tok]) return *nouns_[tok];
  const DependencyTree& tree = view_.tree;
  const std::string head = lemma_of(tree[tok]);
  Noun noun;
  std::vector<std::uint32_t> of_phrases;
  for (const std::uint32_t child : tree.children(tok)) {
    if (is_modifier(universal(tree[child].deprel))) noun.names.push_back(lemma_of(tree[child]) + ' ' + head);
    if (tree[child].deprel != Deprel::Nmod) continue;
    const std::string preposition = preposition_of(tree, child);
    if (preposition == "of") {
      noun.names.push_back(head + " of " + lemma_of(tree[child]));
      of_phrases.push_back(child);
    } else if (preposition == "with") {  // "a call with the king"
      noun.names.push_back(head + " with");
    }
  }
  noun.names.push_back(head);
  for (const std::string& name : noun.names) {
    const auto classes = lexicon_.classes_of(name);
    noun.classes.insert(noun.classes.end(), classes.begin(), classes.end());
  }
  const bool measures = lexicon_.is_of_class(head, "measure");  // "thousands of prisoners"
  const bool frames = lexicon_.is_of_class(head, "frame");      // "aid program"
  for (const std::uint32_t child : tree.children(tok)) {
    const bool measured =
        measures && std::find(of_phrases.begin(), of_phrases.end(), child) != of_phrases.end();
    if (!measured && !(frames && universal(tree[child].deprel) == Deprel::Compound)) continue;
    const Noun& content = noun_at(child);
    noun.names.insert(noun.names.end(), content.names.begin(), content.names.end());
    noun.classes.insert(noun.classes.end(), content.classes.begin(), content.classes.end());
  }
  return nouns_[tok].emplace(std::move(noun));
}

bool EventPatterns::is_actor(std::uint32_t tok) const {
  if (!actors_[tok]) actors_[tok] = names_actor(tok);
  return *actors_[tok];
}

bool EventPatterns::names_actor(std::uint32_t tok) const {
  const DependencyTree& tree = view_.tree;
  if (const auto name = tree.name_of(tok)) {
    const NameType type = tree.sentence().names[*name].type;
    return type != NameType::Event && type != NameType::Misc;
  }
  const Token& word = tree[tok];
  if (word.upos == Upos::Pron) {
    const std::string form = lower_form(word);
    return form != "it" && form != "this" && form != "that" && form != "which" && form != "what";
  }
  if (word.upos == Upos::Propn) return !is_time_word(word);
  if (word.upos == Upos::Num) return true;  // "two were killed"
  const std::string lemma = lemma_of(word);
  if (lexicon_.is_of_class(lemma, "measure")) {  // "tens of thousands of people"
    for (const std::uint32_t child : tree.children(tok)) {
      if (tree[child].deprel == Deprel::Nmod && preposition_of(tree, child) == "of") return is_actor(child);
    }
  }
  const auto noun = find_noun_class(tree, tok, view_.world);
  if (noun) {
    return noun->kind != ActorKind::Thing && noun->kind != ActorKind::Event &&
           noun->kind != ActorKind::Facility && noun->kind != ActorKind::Place;
  }
  return lexicon_.is_of_class(lemma, "people");
}

bool EventPatterns::is_of_class(std::uint32_t tok, std::string_view name) const {
  if (name == "place") {
    if (is_place(view_, tok)) return true;
    if (const auto at = view_.tree.name_of(tok)) {
      const NameType type = view_.tree.sentence().names[*at].type;
      if (type == NameType::Gpe || type == NameType::Loc || type == NameType::Fac) return true;
    }
  }
  if (name == "gpe") {
    const auto at = view_.tree.name_of(tok);
    if (!at) return false;
    const NameType type = view_.tree.sentence().names[*at].type;
    return type == NameType::Gpe || type == NameType::Loc;
  }
  if (name == "force") {
    const auto noun = find_noun_class(view_.tree, tok, view_.world);
    const auto is_one_of = [&](std::string_view sector) { return noun && noun->sector == sector; };
    if (is_one_of("MIL") || is_one_of("COP") || is_one_of("REB") || is_one_of("UAF")) return true;
  }
  const auto& classes = noun_at(tok).classes;
  return std::find(classes.begin(), classes.end(), name) != classes.end();
}

bool EventPatterns::fits(const Slot& slot, std::uint32_t tok) const {
  switch (slot.kind) {
    case SlotKind::Any:
    case SlotKind::Some:
      return true;
    case SlotKind::None:
      return false;
    case SlotKind::Actor:
      return is_actor(tok);
    case SlotKind::Class:
      return is_of_class(tok, slot.word);
    case SlotKind::Noun:
      break;
  }
  const std::vector<std::string>& names = noun_names(tok);
  return std::find(names.begin(), names.end(), slot.word) != names.end();
}

bool EventPatterns::fits_any(const Slot& slot, std::span<const std::uint32_t> toks) const {
  if (slot.kind == SlotKind::Any) return true;
  if (slot.kind == SlotKind::None) return toks.empty();
  return std::any_of(toks.begin(), toks.end(), [&](std::uint32_t tok) { return fits(slot, tok); });
}

bool EventPatterns::fits_oblique(const ActionPattern& pattern, const ActionSlots& slots) const {
  if (pattern.preposition.empty()) return true;
  if (pattern.preposition == "to" && fits_any(pattern.oblique, slots.recipients) &&
      !slots.recipients.empty()) {
    return true;
  }
  return std::any_of(slots.obliques.begin(), slots.obliques.end(), [&](std::uint32_t tok) {
    return preposition_of(view_.tree, tok) == pattern.preposition && fits(pattern.oblique, tok);
  });
}

const ActionPattern* EventPatterns::find(std::string_view verb, const ActionSlots& slots) const {
  const std::vector<ActionPattern>* patterns = lexicon_.find_actions(verb);
  if (patterns == nullptr) return nullptr;
  const auto found = std::find_if(patterns->begin(), patterns->end(), [&](const ActionPattern& pattern) {
    return fits_any(pattern.subject, slots.subjects) && fits_any(pattern.object, slots.objects) &&
           fits_oblique(pattern, slots);
  });
  return found == patterns->end() ? nullptr : &*found;
}

}  // namespace actorgraph
