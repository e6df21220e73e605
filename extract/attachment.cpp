#include "extract/attachment.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "extract/claim_times.hpp"
#include "extract/clause.hpp"
#include "extract/noun_phrase.hpp"
#include "extract/word_list.hpp"

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

// "met Lind, the envoy, and Berg, the mayor": a single appositive explains the conjunct right before it.
void mend_appositive(const DependencyTree& tree, std::uint32_t tok, Sentence& sent) {
  const std::uint32_t first = tree[tok].head;
  if (first == kRootHead || first > tok || tree[tok].xpos == Xpos::Nns || tree[tok].xpos == Xpos::Nnps)
    return;
  if (tree.has_child(tok, {Deprel::CcPreconj, Deprel::Nummod, Deprel::Conj})) return;
  std::uint32_t nearest = first;
  for (const std::uint32_t child : tree.children(first)) {
    if (tree[child].deprel == Deprel::Conj && child < tok) nearest = child;
  }
  if (nearest == first || !tree.name_of(nearest) || tree.name_of(nearest) == tree.name_of(tok)) return;
  sent.tokens[tok].head = nearest;
}

// "Weeks after the raid, Lind, then mayor, left": a name before a verb without subject is that subject, and
// explains no noun of the phrase before it.
bool mend_lost_subject(const DependencyTree& tree, std::uint32_t tok, Sentence& sent) {
  std::uint32_t at = tree[tok].head;
  if (at == kRootHead || at > tok || tree[tok].upos != Upos::Propn || !tree.name_of(tok)) return false;
  if (tree.name_of(at) == tree.name_of(tok)) return false;
  while (at != kRootHead && tree[at].upos != Upos::Verb) {
    const Deprel link = universal(tree[at].deprel);
    if (link != Deprel::Obl && link != Deprel::Nmod && link != Deprel::Conj) return false;
    at = tree[at].head;
  }
  if (at == kRootHead || at < tok || tree[at].xpos == Xpos::Vbg ||
      tree.has_child(at, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter, Deprel::Csubj, Deprel::Expl}))
    return false;
  if (tree[at].xpos == Xpos::Vbn && !tree.has_child(at, {Deprel::Aux, Deprel::AuxPass})) return false;
  sent.tokens[tok].head = at;
  sent.tokens[tok].deprel = tree.has_child(at, {Deprel::AuxPass}) ? Deprel::NsubjPass : Deprel::Nsubj;
  return true;
}

// "There are [troops] [in the town]"
bool is_existence(const DependencyTree& tree, std::uint32_t noun, std::string_view preposition) {
  const Token& word = tree[noun];
  if (word.deprel != Deprel::Nsubj || word.head == kRootHead || !tree.has_child(word.head, {Deprel::Expl}))
    return false;
  return preposition == "in" || preposition == "at" || preposition == "on" || preposition == "near";
}

void mend_object_phrase(const DependencyTree& tree, std::uint32_t tok, const Lexicon& lexicon,
                        Sentence& sent) {
  if (tree[tok].head == kRootHead || tree[tok].head > tok) return;
  const std::uint32_t noun = tree[tok].head;
  const std::string preposition = preposition_of(tree, tok);
  const std::uint32_t verb = tree[noun].head;
  if (is_existence(tree, noun, preposition)) {
    sent.tokens[tok].head = verb;
    sent.tokens[tok].deprel = Deprel::Obl;
    return;
  }
  if (!is_patient(tree, noun)) return;
  if (preposition.empty() || preposition == "in" || preposition == "at") return;
  const std::string lemma = verb_of(tree, verb);
  if (!lexicon.links(lemma, preposition)) return;
  if (preposition == "with" && lemma == "support" && tree.name_of(tok)) return;  // "supports trade with Chad"
  if (lexicon.find_idiom(lemma, "", lemma_of(tree[noun])) != nullptr) return;
  sent.tokens[tok].head = verb;
  sent.tokens[tok].deprel = Deprel::Obl;
}

// "condemned [the attack Monday] [in Zenda]": who judges is nowhere, so the day is the event's too.
void mend_judged_event(const DependencyTree& tree, std::uint32_t place, const Lexicon& lexicon,
                       Sentence& sent) {
  const std::uint32_t verb = tree[place].head;
  if (verb == kRootHead || verb > place || !is_judgement(verb_of(tree, verb))) return;
  const auto event = tree.find_child(verb, {Deprel::Obj});
  const auto day = tree.find_child(verb, {Deprel::OblUnmarked});
  if (!event || !day || lexicon.find_event_noun(lemma_of(tree[*event])) == nullptr) return;
  const std::string word = preposition_of(tree, place);
  if (word != "in" && word != "at" && word != "near" && word != "on") return;
  if (tree.subtree(*event).end != tree.subtree(*day).begin ||
      tree.subtree(*day).end != tree.subtree(place).begin)
    return;
  sent.tokens[*day].head = *event;
  sent.tokens[*day].deprel = Deprel::NmodUnmarked;
}

// "the destruction of the temple by rebels": the deed is by them, not the temple.
void mend_doer(const DependencyTree& tree, std::uint32_t tok, const Lexicon& lexicon, Sentence& sent) {
  const std::uint32_t thing = tree[tok].head;
  if (thing == kRootHead || thing > tok || preposition_of(tree, tok) != "by") return;
  const std::uint32_t deed = tree[thing].head;
  if (deed == kRootHead || deed > thing || tree[thing].deprel != Deprel::Nmod) return;
  if (preposition_of(tree, thing) != "of" || tree[deed].upos != Upos::Noun) return;
  if (lexicon.find_event_noun(lemma_of(tree[deed])) == nullptr ||
      lexicon.find_event_noun(lemma_of(tree[thing])) != nullptr) {
    return;
  }
  sent.tokens[tok].head = deed;
}

// "A is B for C and its fall would be D": a clause without subject and conjunction, right behind a
// coordinated phrase, has taken neither. Whether it has them now.
bool mend_second_clause(const DependencyTree& tree, std::uint32_t tok, Sentence& sent) {
  if (tree.has_child(tok, {Deprel::Cc, Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter, Deprel::Csubj,
                           Deprel::Expl}))
    return false;
  const auto finite = tree.find_child(tok, {Deprel::Aux, Deprel::AuxPass, Deprel::Cop});
  if (!finite || *finite == 0 || *finite > tok || tree[*finite].xpos == Xpos::Vbg) return false;
  for (std::uint32_t at = *finite - 1; at > tree[tok].head; at = tree[at].head) {
    const Token& word = tree[at];
    if (word.head == kRootHead || tree.subtree(at).end != *finite) return false;
    const bool noun = word.upos == Upos::Noun || word.upos == Upos::Propn || word.upos == Upos::Pron;
    const auto conjunction = tree.find_child(at, {Deprel::Cc});
    if (word.deprel == Deprel::Conj && noun && conjunction && word.head < at) {
      sent.tokens[at].head = tok;
      sent.tokens[at].deprel = tree.has_child(tok, {Deprel::AuxPass}) ? Deprel::NsubjPass : Deprel::Nsubj;
      sent.tokens[*conjunction].head = tok;
      return true;
    }
    if (word.head < at && universal(word.deprel) != Deprel::Nmod && word.deprel != Deprel::Conj) return false;
  }
  return false;
}

// "will free the land around Zenda and bring peace", "to keep them from leaving and to win": a verb that goes
// on with one above, but hangs from the gerund between.
void mend_coordinated_verb(const DependencyTree& tree, std::uint32_t tok, Sentence& sent) {
  const std::uint32_t first = tree[tok].head;
  if (first == kRootHead || first > tok || tree[first].xpos != Xpos::Vbg || tree[tok].upos != Upos::Verb)
    return;
  if (tree.has_child(tok, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Aux, Deprel::AuxPass}) ||
      tree.has_child(first, {Deprel::Aux}))
    return;
  const auto is_infinitive = [&](std::uint32_t verb) {
    const auto mark = tree.find_child(verb, {Deprel::Mark});
    return mark && lower_form(tree[*mark]) == "to";
  };
  const bool infinitive = is_infinitive(tok);
  const Xpos tag = tree[tok].xpos;
  if (tag != Xpos::Vb && tag != Xpos::Vbz) return;
  for (std::uint32_t at = tree[first].head; at != kRootHead; at = tree[at].head) {
    if (tree[at].upos != Upos::Verb || at > first) continue;
    if (tree[at].xpos != tag || is_infinitive(at) != infinitive) continue;
    sent.tokens[tok].head = at;
    return;
  }
}

// "flew to the West Field, also called Q": what stands right before the comma is called so.
void mend_alias(const DependencyTree& tree, std::uint32_t tok, Sentence& sent) {
  constexpr std::array<std::string_view, 6> kCalling = {"call", "dub", "know", "name", "nickname", "title"};
  const std::uint32_t verb = tree[tok].head;
  if (verb == kRootHead || verb > tok || tree[tok].xpos != Xpos::Vbn || tree[verb].upos != Upos::Verb ||
      !contains(kCalling, lemma_of(tree[tok])) ||
      tree.has_child(tok, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::Aux, Deprel::AuxPass, Deprel::Mark}))
    return;
  const std::uint32_t begin = tree.subtree(tok).begin;
  const std::uint32_t comma = tree[begin].form == "," ? begin : begin - 1;
  if (begin < 2 || tree[comma].form != "," || comma <= verb + 1) return;
  std::uint32_t noun = comma - 1;
  while (tree[noun].head != kRootHead && tree[noun].head != verb && tree.name_of(noun) &&
         tree.name_of(tree[noun].head) == tree.name_of(noun))
    noun = tree[noun].head;
  if (tree[noun].upos != Upos::Noun && tree[noun].upos != Upos::Propn) return;
  sent.tokens[tok].head = noun;
  sent.tokens[tok].deprel = Deprel::Acl;
}

// "left time for Moe to flee": somebody named right before an infinitive does it.
bool mend_doer_of_infinitive(const DependencyTree& tree, std::uint32_t verb, Sentence& sent) {
  const auto to = tree.find_child(verb, {Deprel::Mark});
  if (!to || *to == 0 || *to + 1 != verb || lower_form(tree[*to]) != "to") return false;
  if (tree.has_child(verb, {Deprel::Nsubj, Deprel::NsubjPass})) return false;
  const std::uint32_t head = tree[verb].head;
  for (std::uint32_t at = *to - 1; at != kRootHead && at != head; at = tree[at].head) {
    if (tree.subtree(at).end != *to) return false;
    const auto preposition = tree.find_child(at, {Deprel::Case});
    const auto name = tree.name_of(at);
    if (!preposition || lower_form(tree[*preposition]) != "for" || !name) continue;
    if (sent.names[*name].type != NameType::Person && sent.names[*name].type != NameType::Norp) return false;
    sent.tokens[at].head = verb;
    sent.tokens[at].deprel = Deprel::Nsubj;
    sent.tokens[*preposition].head = verb;
    sent.tokens[*preposition].deprel = Deprel::Mark;
    return true;
  }
  return false;
}

// "it is willing to leave": only somebody is willing.
void mend_expletive(const DependencyTree& tree, std::uint32_t tok, Sentence& sent) {
  constexpr std::array<std::string_view, 9> kOfSomebody = {
      "able", "committed", "determined", "eager", "prepared", "ready", "reluctant", "unwilling", "willing"};
  if (tree[tok].head == kRootHead) return;
  const std::string adjective = lemma_of(tree[tree[tok].head]);
  if (contains(kOfSomebody, adjective)) sent.tokens[tok].deprel = Deprel::Nsubj;
}

}  // namespace

bool mend_attachments(const DependencyTree& tree, Sentence& sent, const Lexicon& lexicon) {
  bool mended = false;
  for (std::uint32_t tok = 0; tok < tree.size(); ++tok) {
    const std::uint32_t head = tree[tok].head;
    const Deprel relation = tree[tok].deprel;
    if (tree[tok].deprel == Deprel::Nmod) mend_object_phrase(tree, tok, lexicon, sent);
    if (tree[tok].deprel == Deprel::Nmod) mend_doer(tree, tok, lexicon, sent);
    if (tree[tok].deprel == Deprel::Obl) mend_judged_event(tree, tok, lexicon, sent);
    if (tree[tok].deprel == Deprel::Conj) {
      mended = mend_second_clause(tree, tok, sent) || mended;
      mend_coordinated_verb(tree, tok, sent);
    }
    if (tree[tok].deprel == Deprel::Advcl) {
      mend_alias(tree, tok, sent);
      mended = mend_doer_of_infinitive(tree, tok, sent) || mended;
    }
    if (tree[tok].deprel == Deprel::Expl) mend_expletive(tree, tok, sent);
    if (tree[tok].deprel == Deprel::Appos && !mend_lost_subject(tree, tok, sent))
      mend_appositive(tree, tok, sent);
    mended = mended || tree[tok].head != head || tree[tok].deprel != relation;
  }
  return mended;
}

}  // namespace actorgraph
