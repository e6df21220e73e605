#include "extract/event_place.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "extract/noun_phrase.hpp"
#include "extract/place_words.hpp"

namespace actorgraph {
namespace {

// What happens where its subject leaves from.
constexpr std::array<std::string_view, 14> kLeaving = {"withdraw", "flee",  "evacuate", "retreat", "expel",
                                                       "deport",   "leave", "depart",   "pull",    "escape",
                                                       "rescue",   "free",  "remove",   "drive"};
constexpr std::array<std::string_view, 28> kMoving = {
    "travel", "go",      "fly",  "come",     "return", "arrive",  "move",   "head", "flee",   "deploy",
    "send",   "march",   "sail", "drive",    "swim",   "cross",   "enter",  "get",  "escape", "bring",
    "take",   "deliver", "rush", "transfer", "fall",   "advance", "spread", "walk"};
constexpr std::array<std::string_view, 67> kReacting = {
    "condemn", "criticize", "criticise", "denounce", "welcome",  "praise",  "hail",        "support",
    "oppose",  "back",      "discuss",   "follow",   "precede",  "include", "involve",     "be",
    "become",  "remain",    "concern",   "reflect",  "show",     "mark",    "urge",        "demand",
    "call",    "describe",  "mention",   "recall",   "remember", "see",     "consider",    "blame",
    "accuse",  "reject",    "deny",      "delay",    "fear",     "expect",  "want",        "seek",
    "like",    "love",      "hate",      "honor",    "honour",   "deplore", "applaud",     "protest",
    "mourn",   "study",     "compare",   "resemble", "say",      "tell",    "announce",    "report",
    "warn",    "claim",     "state",     "express",  "voice",    "confirm", "acknowledge", "admit",
    "allege",  "suggest",   "propose"};
// Bodies that stand for a country or people elsewhere.
constexpr std::array<std::string_view, 24> kBodies = {
    "embassy",    "consulate", "mission",  "troop",    "army",      "government", "force",    "soldier",
    "police",     "company",   "ministry", "minister", "president", "delegation", "official", "military",
    "ambassador", "team",      "citizen",  "national", "airline",   "navy",       "bank",     "fighter"};

constexpr int kDepth = 3;  // of nouns below an event's

bool is_named_region(PlaceKind kind) {
  return kind != PlaceKind::Country && kind != PlaceKind::Continent && kind != PlaceKind::Unknown;
}

const PlaceMention* mention_at(std::span<const PlaceMention> places, std::uint32_t tok) {
  for (const PlaceMention& mention : places) {
    if (mention.tokens.contains(tok)) return &mention;
  }
  return nullptr;
}

bool is_country(const PlaceMention* mention) {
  return mention != nullptr && !is_named_region(mention->reference.kind);
}

// Whether the phrase of `head` says by `child` where it is, and not whose it is.
bool locates(const DependencyTree& tree, std::uint32_t head, std::uint32_t child) {
  switch (tree[child].deprel) {
    case Deprel::Nmod:
    case Deprel::NmodUnmarked:
    case Deprel::Obl:
    case Deprel::OblUnmarked: {
      const std::string preposition = preposition_of(tree, child);
      if (preposition.empty() || contains_word(kRests, preposition)) return true;
      return preposition == "of" && !contains_word(kBodies, lemma_of(tree[head]));
    }
    case Deprel::Appos:
    case Deprel::Flat:
      return true;
    case Deprel::Compound:
    case Deprel::NmodPoss:
    case Deprel::Amod:
      return !contains_word(kBodies, lemma_of(tree[head]));
    default:
      return false;
  }
}

const PlaceMention* find_below(const DependencyTree& tree, std::span<const PlaceMention> places,
                               std::uint32_t head, int depth) {
  const PlaceMention* best = nullptr;
  for (const std::uint32_t child : tree.children(head)) {
    if (!locates(tree, head, child)) continue;
    const PlaceMention* found = depth > 0 ? find_below(tree, places, child, depth - 1) : nullptr;
    const PlaceMention* own = mention_at(places, child);
    if (own != nullptr && (found == nullptr || !lies_within(*found->place, *own->place))) found = own;
    if (found == nullptr || found->use == PlaceUse::Government) continue;
    if (best == nullptr || lies_within(*found->place, *best->place)) best = found;
  }
  return best;
}

std::string last_word(const std::string& lemma) {
  const std::size_t blank = lemma.rfind(' ');
  return blank == std::string::npos ? std::string() : lemma.substr(blank + 1);
}

}  // namespace

const PlaceMention* find_stated_place(const DependencyTree& tree, std::span<const PlaceMention> places,
                                      std::uint32_t tok) {
  const PlaceMention* own = mention_at(places, tok);
  const PlaceMention* below = find_below(tree, places, tok, 2);
  if (own == nullptr) return below;
  if (own->use == PlaceUse::Government) return nullptr;
  return below != nullptr && lies_within(*below->place, *own->place) ? below : own;
}

EventPlaces::EventPlaces(const Document& doc, const DocumentPlaces& places, const SentenceView& view,
                         std::uint32_t sentence, const std::vector<std::vector<Oblique>>& obliques,
                         const std::vector<Claim>& earlier)
    : doc_(doc),
      places_(places),
      view_(view),
      tree_(view.tree),
      sentence_(sentence),
      obliques_(obliques),
      earlier_(earlier) {}

std::span<const PlaceMention> EventPlaces::here() const {
  return places_.of_sentence[sentence_];
}

const EventNoun* EventPlaces::event_noun(std::uint32_t tok) const {
  return view_.lexicon.find_event_noun(lemma_of(tree_[tok]));
}

// Whether the verb speaks of its object and does nothing where that is: "condemned the raid in Chad".
bool EventPlaces::reacts(const std::string& verb) {
  return contains_word(kReacting, verb);
}

// "the attack", "a series of attacks"
bool EventPlaces::heads_event(std::uint32_t tok) const {
  if (event_noun(tok) != nullptr) return true;
  const std::span<const std::uint32_t> children = tree_.children(tok);
  return std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
    return tree_[child].deprel == Deprel::Nmod && preposition_of(tree_, child) == "of" &&
           event_noun(child) != nullptr;
  });
}

void EventPlaces::fill(const ClaimSlots& slots, Claim& claim) const {
  Found found;
  look_at_object(slots, claim, found);
  if (slots.fact.event != kNoClause) look_at_noun(slots.fact.event, kDepth, found);
  look_at_clause(slots, found);
  if (slots.fact.clause != kNoClause) look_above(slots.fact.clause, found);
  if (slots.object && !reacts(first_word(claim.relation.lemma)))
    look_at_noun(*slots.object, heads_event(*slots.object) ? kDepth : 1, found);
  if (found.stated == nullptr) found.stated = found.object;
  if (slots.subject && found.stated == nullptr && heads_event(*slots.subject))
    look_at_noun(*slots.subject, kDepth, found);
  if (slots.fact.clause != kNoClause && found.stated == nullptr) {
    for (const Oblique& oblique : obliques_[slots.fact.clause]) {
      if (oblique.linking == Linking::WithVerb && oblique.role != Role::Place)
        look_at_noun(oblique.tok, 0, found);
    }
  }
  if (found.stated == nullptr) found.stated = found.goal;
  if (found.stated != nullptr) {
    claim.place = found.stated->reference;
    return;
  }
  infer(slots, claim);
  if (claim.place || !found.unresolved) return;
  PlaceReference& place = claim.place.emplace();
  place.text = words_text(doc_, tree_.sentence(), phrase_words(tree_, *found.unresolved));
  place.name = place.text;
  const TokenRange range = tree_.subtree(*found.unresolved);
  for (const Name& name : tree_.sentence().names) {  // "city of Zenda": Zenda
    const bool places = name.type == NameType::Gpe || name.type == NameType::Loc;
    if (!places || name.tokens.begin < range.begin || name.tokens.end > range.end) continue;
    if (mention_at(here(), name.tokens.begin) != nullptr) continue;
    Words words;
    for (std::uint32_t tok = name.tokens.begin; tok < name.tokens.end; ++tok) words.push_back(tok);
    place.name = words_text(doc_, tree_.sentence(), words);
    return;
  }
}

void EventPlaces::take(std::uint32_t tok, Found& found) const {
  const PlaceMention* mention = find_stated_place(tree_, here(), tok);
  if (mention == nullptr) {
    if (!found.unresolved && is_place(view_, tok) && tree_[tok].upos != Upos::Adv) found.unresolved = tok;
    return;
  }
  const bool narrower = found.stated != nullptr && lies_within(*mention->place, *found.stated->place);
  if (found.stated == nullptr || narrower) found.stated = mention;
}

// "the attack on troops in Chad": of an event, what lies below its noun places it too.
void EventPlaces::look_at_noun(std::uint32_t noun, int depth, Found& found) const {
  for (const Oblique& oblique : find_noun_circumstances(view_, noun)) {
    const bool rests = oblique.preposition.empty() || contains_word(kRests, oblique.preposition);
    if (oblique.role == Role::Place && rests && locates(tree_, noun, oblique.tok)) take(oblique.tok, found);
  }
  for (const std::uint32_t child : tree_.children(noun)) {
    const Deprel relation = tree_[child].deprel;
    if (depth == 0 ||
        (relation != Deprel::Nmod && relation != Deprel::NmodUnmarked && relation != Deprel::OblUnmarked)) {
      continue;
    }
    if (contains_word(kGoals, preposition_of(tree_, child))) {
      const PlaceMention* goal = find_stated_place(tree_, here(), child);
      if (goal == nullptr && !found.unresolved && is_place(view_, child)) found.unresolved = child;
      if (goal != nullptr && is_named_region(goal->reference.kind) && found.goal == nullptr)
        found.goal = goal;
    }
    if (mention_at(here(), child) == nullptr) look_at_noun(child, depth - 1, found);
  }
}

void EventPlaces::look_at_clause(const ClaimSlots& slots, Found& found) const {
  std::uint32_t clause = slots.fact.clause;
  if (clause == kNoClause && slots.fact.event != kNoClause && found.stated == nullptr)
    clause = view_.clause_of[slots.fact.event];
  if (clause == kNoClause) return;
  const std::string verb = first_word(view_.clauses[clause].verb);
  const Clause& own = view_.clauses[clause];
  const std::uint32_t noun = tree_[own.head].head;
  if (own.link == Deprel::AclRelcl && noun != kRootHead) {  // "the town where they met"
    const auto where = tree_.find_child(own.head, {Deprel::Advmod});
    if (where && lower_form(tree_[*where]) == "where") take(noun, found);
  }
  for (const Oblique& oblique : obliques_[clause]) {
    // "killed them in a raid on a town"
    if (oblique.tok != slots.fact.event && event_noun(oblique.tok) != nullptr && oblique.role != Role::Time)
      look_at_noun(oblique.tok, kDepth, found);
  }
  for (const Oblique& oblique : obliques_[clause]) {
    if (oblique.role != Role::Place || oblique.tok == slots.fact.event) continue;
    const bool on_country = oblique.preposition == "on" && !contains_word(kUponPlaces, verb) &&
                            is_country(find_stated_place(tree_, here(), oblique.tok));
    if (on_country) continue;  // "blamed it on Chad"
    if (contains_word(kRests, oblique.preposition)) {
      take(oblique.tok, found);
    } else if (contains_word(kGoals, oblique.preposition) ||
               (contains_word(kOrigins, oblique.preposition) && contains_word(kLeaving, verb))) {
      const PlaceMention* mention = find_stated_place(tree_, here(), oblique.tok);
      const bool moved =
          mention != nullptr && (is_named_region(mention->reference.kind) || contains_word(kMoving, verb) ||
                                 contains_word(kLeaving, verb));
      if (moved && found.goal == nullptr) found.goal = mention;
    }
  }
}

// What the clause says of the place holds for those it lends its subject to.
void EventPlaces::look_above(std::uint32_t clause, Found& found) const {
  for (std::uint32_t at = clause; at != kNoClause && found.stated == nullptr;) {
    const Clause& below = view_.clauses[at];
    const std::uint32_t above = below.parent;
    const bool shared = below.link == Deprel::Xcomp || (below.link == Deprel::Advcl && !below.own_subject) ||
                        (below.link == Deprel::Conj && !below.own_subject);
    if (!shared || above == kNoClause) return;
    for (const Oblique& oblique : obliques_[above]) {
      const bool before = oblique.tok < view_.clauses[above].head;
      const bool rests = oblique.role == Role::Place && contains_word(kRests, oblique.preposition);
      if (rests && (below.link != Deprel::Conj || before) && oblique.linking == Linking::None)
        take(oblique.tok, found);
    }
    if (below.link == Deprel::Advcl) {  // "ambushed a convoy near Oslo, killing two"
      for (const Filler& object : view_.clauses[above].objects) look_at_noun(object.tok, 1, found);
    }
    at = above;
  }
}

// "attacked Kabul", "intervened in Syria", "the assault on Mosul": where the object is, the event was.
void EventPlaces::look_at_object(const ClaimSlots& slots, const Claim& claim, Found& found) const {
  if (!slots.object) return;
  const PlaceMention* mention = find_stated_place(tree_, here(), *slots.object);
  if (mention == nullptr) return;
  const std::string verb = first_word(claim.relation.lemma);
  const std::string preposition = last_word(claim.relation.lemma);
  const bool itself = mention->tokens.contains(*slots.object) || is_place(view_, *slots.object);
  if (!itself) return;
  const bool upon = contains_word(kUponPlaces, verb);
  const bool rests = contains_word(kRests, preposition) && (preposition != "on" || upon);
  const bool goal =
      contains_word(kGoals, preposition) &&
      (contains_word(kMoving, verb) || (is_named_region(mention->reference.kind) && preposition != "to"));
  const bool left = contains_word(kOrigins, preposition) && contains_word(kLeaving, verb);
  const bool country = !is_named_region(mention->reference.kind);
  if (upon && !country) found.stated = mention;
  if (upon || rests || goal || left) found.object = mention;
}

}  // namespace actorgraph
