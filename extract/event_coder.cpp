#include "extract/event_coder.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/event_recipient.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

constexpr int kMostDepth = 3;  // "refused to agree to stop attacking"

bool has_root(std::string_view code, std::string_view root) {
  return code.starts_with(root);
}

// Protest, force, coercion, assault.
bool is_conflict(std::string_view code) {
  return code >= "14" && code < "21";
}

// Whether an act is one that its doer gives or takes part in: consult to yield.
bool is_cooperation(std::string_view code) {
  return code >= "03" && code < "09";
}

std::vector<std::uint32_t> tokens_of(const std::vector<Filler>& fillers) {
  std::vector<std::uint32_t> toks;
  for (const Filler& filler : fillers) toks.push_back(filler.tok);
  return toks;
}

ActionSlots slots_of(const DependencyTree& tree, const Clause& clause) {
  ActionSlots slots;
  const bool passive = clause.voice == Voice::Passive;
  slots.subjects = tokens_of(passive ? clause.agents : clause.subjects);
  slots.objects = tokens_of(passive ? clause.subjects : clause.objects);
  slots.recipients = tokens_of(clause.recipients);
  if (!passive && slots.objects.empty()) slots.objects = slots.recipients;  // "asked Chad to leave"
  slots.obliques = clause.obliques;
  for (const std::uint32_t child : tree.children(clause.head)) {  // "held them as human shields"
    const Deprel relation = tree[child].deprel;
    const bool complement = relation == Deprel::Xcomp || relation == Deprel::Advcl;
    if (complement && preposition_of(tree, child) == "as") slots.obliques.push_back(child);
  }
  if (passive && !clause.objects.empty()) {  // "was given aid"
    slots.recipients = slots.objects;
    slots.objects = tokens_of(clause.objects);
  }
  return slots;
}

// Verbs that say that their subject happens.
constexpr std::array<std::string_view, 25> kOccurring = {
    "begin",    "break out",   "come",      "continue", "erupt", "escalate",   "flare",
    "focus on", "happen",      "intensify", "leave",    "occur", "rage",       "resume",
    "rip",      "rip through", "result",    "rock",     "spill", "spill over", "spread",
    "start",    "surge",       "take",      "turn"};
// Verbs of those who have the act of their object done.
constexpr std::array<std::string_view, 4> kBringingAbout = {"announce", "declare", "order", "unveil"};
// Light verbs whose object is seldom their own act.
constexpr std::array<std::string_view, 12> kHardlyLight = {
    "complete", "end", "get", "give", "have", "put", "receive", "run", "send", "share", "sign", "take"};

// The prepositions of what a stance is about: "agree on a truce", "call for talks".
constexpr std::array<std::string_view, 9> kContentPrepositions = {"for", "on",   "to",    "in",  "with",
                                                                  "of",  "from", "about", "into"};

}  // namespace

EventCoder::EventCoder(const SentenceView& view, const EventLexicon& lexicon)
    : view_(view),
      lexicon_(lexicon),
      patterns_(view, lexicon),
      realm_(view, lexicon, patterns_),
      detail_(view, lexicon),
      clause_codes_(view.clauses.size()) {}

std::optional<CodedEvent> EventCoder::code(const Proposition& fact) {
  std::string code = code_fact(fact);
  if (!code.empty()) code = code_in_context(fact, std::move(code));
  if (fact.subject && !code.empty() && !realm_.may_do(fact.subject->tok, code)) return std::nullopt;
  if (code.empty() || realm_.is_foreign(fact, code)) return std::nullopt;
  const CameoCode* entry = lexicon_.find_code(code);
  if (entry == nullptr) return std::nullopt;
  CodedEvent event;
  event.code.plover = entry->plover;
  event.code.mode = entry->mode;
  event.code.cameo = std::move(code);
  detail_.set_mode(fact, event.code);
  if (const CameoCode* refined = lexicon_.find_code(event.code.cameo)) entry = refined;
  event.code.goldstein = entry->goldstein;
  event.code.quad = entry->quad;
  if (!entry->plover.empty()) {
    event.code.contexts = detail_.contexts();
    event.code.size = detail_.size_of(fact);
    event.recipient = EventRecipient(view_, patterns_).find(fact, event.code.cameo);
  }
  return event;
}

std::string EventCoder::code_fact(const Proposition& fact) {
  switch (fact.construction) {
    case Construction::Apposition:
    case Construction::Title:
    case Construction::Inclusion:
      return {};
    case Construction::Compound:  // "U.S.-led invasion"
      return fact.lemma == "lead" && fact.object ? code_noun(fact.object->tok, 1) : std::string();
    default:
      break;
  }
  if (fact.event != kNoClause) return code_noun_event(fact);
  if (fact.clause == kNoClause || is_circumstance(fact)) return {};
  const Clause& clause = view_.clauses[fact.clause];
  std::string code;
  if (clause.kind == PredicateKind::Nominal) {
    ActionSlots slots = slots_of(view_.tree, clause);
    if (fact.object) slots.objects.push_back(fact.object->tok);  // "was behind the attack"
    const ActionPattern* pattern = patterns_.find(fact.lemma, slots);
    return pattern == nullptr ? std::string() : pattern->code;
  }
  const bool may_be_idiom = fact.lemma != clause.verb && clause.kept_verbs.empty();
  const ActionPattern* idiom =
      may_be_idiom ? patterns_.find(fact.lemma, slots_of(view_.tree, clause)) : nullptr;
  if (idiom != nullptr) {
    code = idiom->code;
  } else {
    if (!clause_codes_[fact.clause]) clause_codes_[fact.clause] = code_clause(fact.clause, 0);
    code = *clause_codes_[fact.clause];
  }
  for (std::size_t i = clause.kept_verbs.size(); i > 0 && !code.empty(); --i) {
    if (const auto stance = lexicon_.find_stance(clause.kept_verbs[i - 1]))
      code = lexicon_.apply(*stance, code);
  }
  if (code.empty() && !clause.kept_verbs.empty()) {
    // "promised to improve conditions": a promise, whatever of.
    const ActionPattern* pattern = patterns_.find(clause.kept_verbs.front(), {});
    if (pattern != nullptr) code = pattern->code;
  }
  return code;
}

// "two attacks took place", "the bombing left ten dead": the subject says what happened.
std::string EventCoder::code_occurrence(const Clause& clause, int depth) const {
  for (const Filler& subject : clause.subjects) {
    std::string code = code_noun(subject.tok, depth);
    if (is_conflict(code) || has_root(code, "04")) return code;
  }
  return {};
}

// "told the police to leave"
bool EventCoder::tells_to_act(const Clause& clause) const {
  for (const std::uint32_t child : view_.tree.children(clause.head)) {
    const Deprel relation = view_.tree[child].deprel;
    if (relation != Deprel::Xcomp && relation != Deprel::Advcl) continue;
    const auto mark = view_.tree.find_child(child, {Deprel::Mark});
    if (child > clause.head && mark && lower_form(view_.tree[*mark]) == "to") return true;
  }
  return false;
}

// "arrived in a car", "spoke during the visit": the phrase takes no part.
bool EventCoder::is_circumstance(const Proposition& fact) const {
  constexpr std::array<std::string_view, 10> kResting = {"in",    "at",     "during", "under", "before",
                                                         "after", "within", "since",  "amid",  "through"};
  if (fact.construction != Construction::Oblique || !fact.object) return false;
  const Clause& clause = view_.clauses[fact.clause];
  const std::string preposition = preposition_of(view_.tree, fact.object->tok);
  if (!clause.objects.empty() && (preposition == "over" || preposition == "about")) return true;
  if (view_.lexicon.links(clause.verb, preposition)) return false;
  return contains(kResting, preposition) && !patterns_.is_actor(fact.object->tok) &&
         !patterns_.is_of_class(fact.object->tok, "place");
}

// "called the vote a farce": judges its object.
std::string EventCoder::code_judgement(const Clause& clause) const {
  constexpr std::array<std::string_view, 7> kJudging = {"brand", "call",  "denounce", "depict",
                                                        "label", "paint", "portray"};
  if (!contains(kJudging, clause.verb)) return {};
  const std::vector<std::uint32_t> objects = slots_of(view_.tree, clause).objects;
  if (objects.empty()) return {};
  if (lower_form(view_.tree[objects.front()]).find("sel") != std::string::npos) return {};  // "itself"
  for (const std::uint32_t child : view_.tree.children(clause.head)) {
    const bool predicate = view_.tree[child].deprel == Deprel::Xcomp &&
                           (view_.tree[child].upos == Upos::Noun || view_.tree[child].upos == Upos::Adj);
    const auto mark = view_.tree.find_child(child, {Deprel::Mark});  // "portrayed them as lying"
    const bool gerund = mark && lower_form(view_.tree[*mark]) == "as" && view_.tree[child].xpos == Xpos::Vbg;
    if (!predicate && !gerund && preposition_of(view_.tree, child) != "as") continue;
    return patterns_.is_of_class(child, "good") ? "051" : "111";
  }
  return {};
}

std::string EventCoder::code_clause(std::uint32_t index, int depth) const {
  const Clause& clause = view_.clauses[index];
  if (depth > kMostDepth || clause.kind != PredicateKind::Verb) return {};
  if (std::string code = code_judgement(clause); !code.empty()) return code;
  if (clause.verb == "tell" && tells_to_act(clause)) return "100";
  // "called the king to thank him"; "ordered the arrest of": what is done.
  const bool calls =
      clause.verb == "call" && !clause.objects.empty() && patterns_.is_actor(clause.objects.front().tok);
  if (contains(kBringingAbout, clause.verb)) {
    std::string code = code_object(clause, depth + 1);
    if (!code.empty()) return code;
  }
  if (const auto stance = lexicon_.find_stance(clause.verb); stance && !calls) {
    const std::string content = code_content(index, depth + 1);
    if (!content.empty()) {
      std::string code = lexicon_.apply(*stance, content);
      if (!code.empty()) return code;
    }
  }
  if (const ActionPattern* pattern = patterns_.find(clause.verb, slots_of(view_.tree, clause)))
    return pattern->code;
  const LightVerb* light = view_.lexicon.find_light_verb(clause.verb);
  const bool acts = light != nullptr && light->role == LightRole::Agent;  // not "suffer"
  if (acts && !contains(kHardlyLight, clause.verb)) return code_object(clause, depth + 1);
  return contains(kOccurring, clause.verb) ? code_occurrence(clause, depth + 1) : std::string();
}

// The first act of the clauses that hang so from a clause, or from its object.
std::string EventCoder::code_below(std::uint32_t index, std::initializer_list<Deprel> links,
                                   int depth) const {
  const Clause& clause = view_.clauses[index];
  const std::vector<std::uint32_t> objects = slots_of(view_.tree, clause).objects;
  for (std::uint32_t below = 0; below < view_.clauses.size(); ++below) {
    const Clause& content = view_.clauses[below];
    if (content.parent != index || std::find(links.begin(), links.end(), content.link) == links.end())
      continue;
    if (content.link == Deprel::Acl &&
        std::find(objects.begin(), objects.end(), view_.tree[content.head].head) == objects.end()) {
      continue;
    }
    if (content.link == Deprel::Advcl && content.head < clause.head) continue;
    std::string code = code_clause(below, depth);
    if (!code.empty()) return code;
  }
  return {};
}

// The act that an infinitive, a that-clause or a noun says of a verb of stance.
std::string EventCoder::code_content(std::uint32_t index, int depth) const {
  const Clause& clause = view_.clauses[index];
  std::string code = code_below(index, {Deprel::Xcomp, Deprel::Ccomp}, depth);
  if (code.empty()) code = code_object(clause, depth);
  if (code.empty()) code = code_below(index, {Deprel::Acl, Deprel::Advcl}, depth);
  if (!code.empty() || lexicon_.find_stance(clause.verb) == Stance::Stop) return code;
  for (const std::uint32_t oblique : clause.obliques) {
    if (!contains(kContentPrepositions, preposition_of(view_.tree, oblique))) continue;
    code = code_noun(oblique, depth);
    if (!code.empty()) return code;
  }
  return {};
}

std::string EventCoder::code_object(const Clause& clause, int depth) const {
  const ActionSlots slots = slots_of(view_.tree, clause);
  for (const std::uint32_t object : slots.objects) {
    std::string code = code_noun(object, depth);
    if (!code.empty()) return code;
  }
  return {};
}

std::string EventCoder::code_noun(std::uint32_t tok, int depth) const {
  const Token& word = view_.tree[tok];
  if (depth > kMostDepth || (word.upos != Upos::Noun && word.upos != Upos::Verb)) return {};
  if (const auto stance = lexicon_.find_stance(lemma_of(word))) {  // "an end to the attacks"
    for (const std::uint32_t child : view_.tree.children(tok)) {
      std::string content;
      if (view_.tree[child].deprel == Deprel::Nmod) content = code_noun(child, depth + 1);
      const std::uint32_t below = view_.clause_of[child];
      if (view_.tree[child].deprel == Deprel::Acl && below != kNoClause && view_.clauses[below].head == child)
        content = code_clause(below, depth + 1);
      if (!content.empty()) return lexicon_.apply(*stance, content);
    }
  }
  for (const std::string& name : patterns_.noun_names(tok)) {
    if (const std::string* code = lexicon_.find_noun(name)) return *code;
  }
  return {};
}

std::string EventCoder::code_noun_event(const Proposition& fact) const {
  if (fact.construction == Construction::NominalEvent && fact.lemma.starts_with("have "))
    return {};  // "ties with"
  std::string code;
  if (fact.clause != kNoClause) {  // "take control", "launch a cyber attack"
    const Clause& clause = view_.clauses[fact.clause];
    const ActionPattern* pattern = patterns_.find(clause.verb, slots_of(view_.tree, clause));
    const bool spoken =
        std::find(fact.relation.begin(), fact.relation.end(), clause.head) != fact.relation.end();
    if (spoken && pattern != nullptr && pattern->object.kind >= SlotKind::Class) code = pattern->code;
  }
  if (code.empty()) code = code_noun(fact.event, 1);
  if (code.empty()) {
    const std::string lemma = lemma_of(view_.tree[fact.event]);
    if (lexicon_.find_noun(lemma) != nullptr) return {};  // known, and no event
    const EventNoun* entry = view_.lexicon.find_event_noun(lemma);
    if (entry == nullptr) return {};
    ActionSlots slots;
    if (fact.subject) slots.subjects.push_back(fact.subject->tok);
    if (fact.object) slots.objects.push_back(fact.object->tok);
    if (const ActionPattern* pattern = patterns_.find(entry->verb, slots)) code = pattern->code;
  }
  if (fact.clause == kNoClause) return code;
  const Clause& clause = view_.clauses[fact.clause];
  const bool by_light_verb =
      !fact.relation.empty() && fact.relation.front() <= clause.head && clause.head <= fact.relation.back();
  if (!by_light_verb) return code;
  std::vector<std::string> verbs = clause.kept_verbs;
  verbs.push_back(clause.verb);
  for (std::size_t i = verbs.size(); i > 0; --i) {
    const auto stance = lexicon_.find_stance(verbs[i - 1]);
    if (!stance) continue;
    if (!code.empty()) code = lexicon_.apply(*stance, code);
    if (!code.empty()) continue;
    const ActionPattern* pattern = patterns_.find(verbs[i - 1], {});  // "threatened further action"
    if (pattern != nullptr) code = pattern->code;
  }
  return code;
}

std::string EventCoder::code_in_context(const Proposition& fact, std::string code) const {
  const Context& context = fact.context;
  if (context.modality == Modality::Threatened && (is_conflict(code) || has_root(code, "08")))
    return lexicon_.apply(Stance::Threaten, code);
  // "said it would attack": who announces force threatens with it.
  const bool announced = context.modality == Modality::Planned && context.speaker && fact.subject &&
                         !context.negated && view_.tree[fact.subject->tok].upos == Upos::Pron;
  if (announced && (has_root(code, "18") || has_root(code, "19")) && fact.clause != kNoClause &&
      view_.clauses[fact.clause].link == Deprel::Ccomp) {
    return lexicon_.apply(Stance::Threaten, code);
  }
  if (context.negated) {
    if (context.modality == Modality::Denied) return is_conflict(code) ? std::string() : code;
    // "will not accept": a refusal; "did not attack": nothing.
    if (context.modality == Modality::Planned && is_cooperation(code))
      return lexicon_.apply(Stance::Refuse, code);
    if (is_conflict(code)) return {};
    // "failed to reach agreement", "did not give permission"
    const bool stopping =
        fact.clause != kNoClause && lexicon_.find_stance(view_.clauses[fact.clause].verb) == Stance::Stop;
    if (stopping) return {};  // "could not stop the attacks"
    if (is_cooperation(code) && !has_root(code, "04")) return lexicon_.apply(Stance::Refuse, code);
  }
  return code;
}

}  // namespace actorgraph
