#include "extract/event_detail.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

constexpr std::array<std::string_view, 14> kKilling = {
    "assassinate", "behead", "butcher",  "die",    "execute", "gun down",  "kill",
    "lose life",   "lynch",  "massacre", "murder", "perish",  "slaughter", "slay"};
constexpr std::array<std::string_view, 5> kInjuring = {"hurt", "injure", "maim", "wound", "hospitalize"};
constexpr std::array<std::string_view, 9> kArresting = {
    "apprehend", "arrest", "capture", "detain", "imprison", "jail", "nab", "round up", "take into custody"};
constexpr std::array<std::string_view, 9> kProtesting = {
    "demonstrate", "gather", "march", "parade", "picket", "protest", "rally", "take to", "riot"};

constexpr std::array<std::string_view, 13> kNumbers = {"zero", "one",    "two",   "three", "four",
                                                       "five", "six",    "seven", "eight", "nine",
                                                       "ten",  "eleven", "twelve"};
constexpr std::array<std::pair<std::string_view, std::uint32_t>, 3> kScales = {
    {{"hundred", 100}, {"thousand", 1000}, {"million", 1000000}}};

// "17", "1,200", "three".
std::optional<std::uint32_t> parse_count(std::string_view form) {
  for (std::size_t i = 0; i < kNumbers.size(); ++i) {
    if (form == kNumbers[i]) return static_cast<std::uint32_t>(i);
  }
  std::uint32_t value = 0;
  if (form.empty() || form.size() > 9) return std::nullopt;
  for (const char c : form) {
    if (c == ',') continue;
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

// The number of "3,000 students", "two hundred rebels".
std::optional<std::uint32_t> number_of(const DependencyTree& tree, std::uint32_t tok) {
  const auto numeral = tree.find_child(tok, {Deprel::Nummod});
  const std::uint32_t at = numeral ? *numeral : tok;
  if (!numeral && tree[tok].upos != Upos::Num) return std::nullopt;
  const std::string form = lower_form(tree[at]);
  for (const auto& [word, scale] : kScales) {
    if (form != word) continue;
    const auto times = at > 0 ? parse_count(lower_form(tree[at - 1])) : std::nullopt;
    if (!times || *times > 1000) return std::nullopt;
    return *times * scale;
  }
  return parse_count(form);
}

struct WeaponCode {
  std::string_view mode;
  std::string_view cameo;
};
constexpr std::array<WeaponCode, 8> kWeaponCodes = {{{"explosives", "183"},
                                                     {"suicide-attack", "1831"},
                                                     {"firearms", "193"},
                                                     {"heavy-weapons", "194"},
                                                     {"aerial", "195"},
                                                     {"drone", "1952"},
                                                     {"unconventional", "204"},
                                                     {"primitive", "182"}}};

// Codes that say nothing of the weapon.
constexpr std::array<std::string_view, 5> kOpenCodes = {"180", "182", "190", "183", "1823"};

}  // namespace

const std::string* EventDetail::find_weapon(const Proposition& fact) const {
  const DependencyTree& tree = view_.tree;
  const auto in_phrase = [&](std::uint32_t tok) -> const std::string* {
    const std::string head = lemma_of(tree[tok]);
    const std::string* found = nullptr;
    for (const std::uint32_t child : tree.children(tok)) {
      const Deprel relation = universal(tree[child].deprel);
      if (relation != Deprel::Compound && relation != Deprel::Amod) continue;
      const std::string modifier = lemma_of(tree[child]);
      if (const auto* both = lexicon_.find_weapon(modifier + ' ' + head)) return both;
      if (found == nullptr) found = lexicon_.find_weapon(modifier);
    }
    return found != nullptr ? found : lexicon_.find_weapon(head);
  };
  if (fact.event != kNoClause) {
    if (const auto* weapon = in_phrase(fact.event)) return weapon;
  }
  if (fact.subject) {
    if (const auto* weapon = in_phrase(fact.subject->tok)) return weapon;
  }
  if (fact.clause == kNoClause) return nullptr;
  const Clause& clause = view_.clauses[fact.clause];
  if (const auto* weapon = lexicon_.find_weapon(clause.verb)) return weapon;
  for (const std::uint32_t oblique : clause.obliques) {
    const std::string preposition = preposition_of(tree, oblique);
    if (preposition != "with" && preposition != "by" && preposition != "in" && preposition != "using")
      continue;
    if (const auto* weapon = in_phrase(oblique)) return weapon;
  }
  for (const std::uint32_t child : tree.children(clause.head)) {  // "using knives"
    if (tree[child].deprel != Deprel::Advcl || lemma_of(tree[child]) != "use") continue;
    if (const auto object = tree.find_child(child, {Deprel::Obj})) {
      if (const auto* weapon = in_phrase(*object)) return weapon;
    }
  }
  return nullptr;
}

void EventDetail::set_mode(const Proposition& fact, EventCode& code) const {
  if (code.plover != "ASSAULT") return;
  const std::string* weapon = find_weapon(fact);
  if (weapon == nullptr) return;
  const bool open = contains(kOpenCodes, code.cameo);
  if (open) {
    for (const WeaponCode& entry : kWeaponCodes) {
      if (*weapon == entry.mode) code.cameo = entry.cameo;
    }
  }
  if (open || code.mode.empty()) code.mode = *weapon;
}

const std::vector<std::string>& EventDetail::contexts() {
  if (contexts_) return *contexts_;
  std::vector<std::string> found;
  for (std::uint32_t tok = 0; tok < view_.tree.size(); ++tok) {
    const Token& word = view_.tree[tok];
    if (word.upos != Upos::Noun && word.upos != Upos::Propn && word.upos != Upos::Adj &&
        word.upos != Upos::Verb)
      continue;
    const auto add = [&](std::string_view key) {
      if (const auto* names = lexicon_.find_contexts(key))
        found.insert(found.end(), names->begin(), names->end());
    };
    const std::string lemma = lemma_of(word);
    add(lemma);
    if (tok > 0) add(lemma_of(view_.tree[tok - 1]) + ' ' + lemma);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  contexts_ = std::move(found);
  return *contexts_;
}

void EventDetail::count(const std::string& verb, std::uint32_t tok, EventSize& size) const {
  const auto number = number_of(view_.tree, tok);
  if (!number) return;
  const auto set = [&](std::optional<std::uint32_t>& slot) {
    if (!slot) slot = number;
  };
  if (contains(kKilling, verb)) set(size.dead);
  if (contains(kInjuring, verb)) set(size.injured);
  if (contains(kArresting, verb)) set(size.arrested);
  if (contains(kProtesting, verb)) set(size.protesters);
}

void EventDetail::count_clause(const Clause& clause, EventSize& size) const {
  const bool by_subject = contains(kProtesting, clause.verb) || clause.verb == "die" ||
                          clause.verb == "perish" || clause.voice == Voice::Passive;
  const std::vector<Filler>& fillers = by_subject ? clause.subjects : clause.objects;
  for (const Filler& filler : fillers) count(clause.verb, filler.tok, size);
}

EventSize EventDetail::size_of(const Proposition& fact) const {
  EventSize size;
  const std::string verb = fact.lemma.substr(0, fact.lemma.find(' '));
  if (fact.object && !contains(kProtesting, verb)) count(verb, fact.object->tok, size);
  if (fact.subject && contains(kProtesting, verb)) count(verb, fact.subject->tok, size);
  if (fact.clause == kNoClause) return size;
  count_clause(view_.clauses[fact.clause], size);
  for (const Clause& below : view_.clauses) {  // "attacked the port, killing 12 people"
    const bool result = below.link == Deprel::Advcl || below.link == Deprel::Conj;
    if (result && below.parent == fact.clause && !below.context.negated) count_clause(below, size);
  }
  return size;
}

}  // namespace actorgraph
