// The part of EventPlaces that looks beyond the clause; each rule gives its reason.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "extract/event_place.hpp"
#include "extract/place_words.hpp"

namespace actorgraph {
namespace {

PlaceKind kind_of_noun(const std::string& lemma) {
  if (lemma == "city" || lemma == "town" || lemma == "village" || lemma == "capital") return PlaceKind::City;
  if (lemma == "province" || lemma == "state" || lemma == "region" || lemma == "governorate")
    return PlaceKind::Region;
  if (lemma == "country" || lemma == "nation" || lemma == "kingdom") return PlaceKind::Country;
  return lemma == "island" ? PlaceKind::Island : PlaceKind::Unknown;
}

}  // namespace

void EventPlaces::infer(const ClaimSlots& slots, Claim& claim) const {
  if (slots.fact.clause != kNoClause && infer_from_opening(slots.fact.clause, claim)) return;
  if (infer_from_mention(slots, claim)) return;
  if (slots.fact.clause != kNoClause && infer_from_circumstance(slots.fact.clause, claim)) return;
  if (infer_from_event(slots, claim)) return;
  infer_from_dateline(slots, claim);
}

// "In Syria, the secretary said, forces have freed the town."
bool EventPlaces::infer_from_opening(std::uint32_t clause, Claim& claim) const {
  for (std::uint32_t at = view_.clauses[clause].parent; at != kNoClause; at = view_.clauses[at].parent) {
    for (const Oblique& oblique : obliques_[at]) {
      if (oblique.preposition != "in" && oblique.preposition != "within") continue;
      if (oblique.tok > view_.clauses[at].head || tree_.subtree(oblique.tok).begin > 1) continue;
      const PlaceMention* mention = find_stated_place(tree_, here(), oblique.tok);
      if (mention == nullptr) continue;
      claim.place = mention->reference;
      claim.inferred.emplace_back("place: the opening of the sentence");
      return true;
    }
  }
  return false;
}

// "was freed after they found her in Oslo": the place of the circumstance.
bool EventPlaces::infer_from_circumstance(std::uint32_t clause, Claim& claim) const {
  for (std::size_t below = clause + 1; below < view_.clauses.size(); ++below) {
    const Clause& inner = view_.clauses[below];
    const bool circumstance =
        (inner.parent == clause && inner.link == Deprel::Advcl) ||
        (inner.link == Deprel::Xcomp && inner.parent != kNoClause &&
         view_.clauses[inner.parent].parent == clause && view_.clauses[inner.parent].link == Deprel::Advcl);
    // "killed two and wounded nine in a raid on Oslo": one raid.
    const bool joined = inner.parent == clause && inner.link == Deprel::Conj && !inner.own_subject;
    if ((!circumstance && !joined) || inner.context.modality != Modality::Asserted || inner.context.negated)
      continue;
    Found found;
    for (const Oblique& oblique : obliques_[below]) {
      if (!contains_word(kRests, oblique.preposition)) continue;
      const bool event = event_noun(oblique.tok) != nullptr;
      if (joined && !event) continue;
      if (oblique.role == Role::Place && !event) take(oblique.tok, found);
      if (found.stated == nullptr) look_at_noun(oblique.tok, event ? 2 : 0, found);
    }
    if (found.stated == nullptr) continue;
    claim.place = found.stated->reference;
    claim.inferred.emplace_back("place: a circumstance in the same sentence");
    return true;
  }
  return false;
}

const PlaceMention* EventPlaces::find_before(std::uint32_t tok, PlaceKind kind) const {
  constexpr std::uint32_t kFar = 3;
  for (std::uint32_t back = 0; back <= std::min(kFar, sentence_); ++back) {
    const std::vector<PlaceMention>& places = places_.of_sentence[sentence_ - back];
    const auto fits = [&](const PlaceMention& mention) {
      const bool before = back > 0 || mention.tokens.end <= tok;
      return before && mention.use == PlaceUse::Place &&
             (kind == PlaceKind::Unknown || mention.reference.kind == kind);
    };
    const auto at = std::find_if(places.rbegin(), places.rend(), fits);
    if (at != places.rend()) return &*at;
  }
  return nullptr;
}

// "there", "in the city", "the city was shelled"
bool EventPlaces::infer_from_mention(const ClaimSlots& slots, Claim& claim) const {
  const auto refer = [&](std::uint32_t tok) {
    const std::string form = lower_form(tree_[tok]);
    const PlaceKind kind = kind_of_noun(lemma_of(tree_[tok]));
    const bool adverb = form == "there" && tree_[tok].upos == Upos::Adv;
    if (kind == PlaceKind::Unknown && !adverb) return false;
    if (!adverb) {
      const auto determiner = tree_.find_child(tok, {Deprel::Det});
      if (!determiner || tree_[tok].xpos != Xpos::Nn) return false;
      const std::string word = lower_form(tree_[*determiner]);
      if (word != "the" && word != "this" && word != "that") return false;
      if (tree_.has_child(tok, {Deprel::Amod, Deprel::Compound, Deprel::Nmod, Deprel::AclRelcl}))
        return false;
    }
    const PlaceMention* mention = find_before(tok, kind);
    if (mention == nullptr) return false;
    claim.place = mention->reference;
    claim.inferred.push_back("place: \"" + form + "\", named before");
    return true;
  };
  if (slots.fact.clause != kNoClause) {
    for (const Oblique& oblique : obliques_[slots.fact.clause]) {
      if (oblique.role == Role::Place && !contains_word(kOrigins, oblique.preposition) && refer(oblique.tok))
        return true;
    }
  }
  if (slots.fact.event != kNoClause) {
    for (const Oblique& oblique : find_noun_circumstances(view_, slots.fact.event)) {
      if (oblique.role == Role::Place && refer(oblique.tok)) return true;
    }
  }
  return slots.object && contains_word(kUponPlaces, first_word(claim.relation.lemma)) && refer(*slots.object);
}

// "The attack" of a sentence after "attacked a hotel in Kabul": the same event.
bool EventPlaces::infer_from_event(const ClaimSlots& slots, Claim& claim) const {
  const auto same = [&](std::uint32_t tok) {
    const EventNoun* event = event_noun(tok);
    const auto determiner = tree_.find_child(tok, {Deprel::Det});
    if (event == nullptr || event->strength != EventStrength::Act || !determiner || sentence_ == 0)
      return false;
    const std::string word = lower_form(tree_[*determiner]);
    if (word != "the" && word != "this" && word != "that") return false;
    for (auto at = earlier_.rbegin(); at != earlier_.rend() && at->sentence + 1 >= sentence_; ++at) {
      if (at->sentence == sentence_ || !at->place || !at->place->latitude) continue;
      if (first_word(at->relation.lemma) != event->verb) continue;
      claim.place = at->place;
      claim.inferred.emplace_back("place: the sentence before, same event");
      return true;
    }
    return false;
  };
  if (slots.fact.event != kNoClause && same(slots.fact.event)) return true;
  return slots.subject && same(*slots.subject);
}

// The first sentence of a report that is not written in a capital, where reports of the whole country are.
void EventPlaces::infer_from_dateline(const ClaimSlots& slots, Claim& claim) const {
  const bool usable = places_.dateline && !places_.dateline_is_capital && here().empty();
  if (!usable || !slots.subject || slots.fact.clause == kNoClause) return;
  for (std::uint32_t before = 0; before < sentence_; ++before) {
    if (doc_.sentences[before].kind == SentenceKind::Prose) return;
  }
  if (doc_.sentences[sentence_].kind != SentenceKind::Prose) return;
  const Clause& clause = view_.clauses[slots.fact.clause];
  const bool speaks = view_.lexicon.find_speech_verb(clause.verb).has_value();
  if (speaks || clause.kind != PredicateKind::Verb || claim.modality != Modality::Asserted) return;
  claim.place = places_.dateline;
  claim.inferred.emplace_back("place: the dateline");
}

}  // namespace actorgraph
