#include "extract/mention_kind.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "extract/string_map.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::string lemma_of(const Token& tok) {
  return lower(tok.lemma.empty() || tok.lemma == "_" ? tok.form : tok.lemma);
}

// Words that count or measure what follows "of".
bool is_quantity(const Token& tok) {
  static const StringSet words = make_string_set(
      {"hundred", "thousand", "million", "dozen",  "score", "ten",     "number", "handful", "pair",
       "couple",  "majority", "most",    "many",   "some",  "several", "few",    "all",     "half",
       "rest",    "both",     "lot",     "plenty", "none",  "each",    "any"});
  return tok.upos == Upos::Num || words.contains(lemma_of(tok));
}

std::optional<std::uint32_t> find_of(const DependencyTree& tree, std::uint32_t head) {
  for (const std::uint32_t child : tree.children(head)) {
    if (child < head || universal(tree[child].deprel) != Deprel::Nmod) continue;
    const auto preposition = tree.find_child(child, {Deprel::Case});
    if (preposition && tree[*preposition].form == "of") return child;
  }
  return std::nullopt;
}

struct FoundNoun {
  NounClass noun;
  bool as_written = false;  // the form itself is in the table: "troops", "authorities"
};

std::optional<FoundNoun> find_class(const DependencyTree& tree, std::uint32_t head, const World& world) {
  const std::string form = lower(tree[head].form);
  const std::string lemma = lemma_of(tree[head]);
  std::string before;
  std::array<std::string, 3> prefixes;  // of three, two words and one
  std::size_t words = 1;
  for (std::uint32_t at = head; at > 0 && words < 3; --at) {
    const Token& tok = tree[at - 1];
    const Deprel relation = universal(tok.deprel);
    const bool modifier = relation == Deprel::Compound || relation == Deprel::Amod ||
                          (tok.upos == Upos::Punct && tok.form == "-") || relation == Deprel::Flat;
    if (!modifier) break;
    const bool hyphen = tok.form == "-";
    before = lower(tok.form) + (hyphen || before.starts_with('-') ? "" : " ") + before;
    if (hyphen) continue;
    prefixes[3 - ++words] = before;
  }
  for (const std::string& prefix : prefixes) {
    if (&prefix != &prefixes.back() && prefix.empty()) continue;
    if (const auto noun = world.find_noun(prefix + form)) return FoundNoun{*noun, true};
    if (const auto noun = world.find_noun(prefix + lemma)) return FoundNoun{*noun, false};
  }
  return std::nullopt;
}

// Nouns of people by their ending, where the table does not have them.
bool looks_personal(std::string_view noun) {
  if (among(noun, {"human", "ottoman", "talisman", "list", "mist", "fist", "wrist", "twist", "gist", "waist",
                   "checklist", "shortlist", "playlist", "blacklist", "waitlist"})) {
    return false;
  }
  return noun.ends_with("woman") || noun.ends_with("man") || noun.ends_with("ist") ||
         noun.ends_with("person");
}

}  // namespace

bool may_act(const DependencyTree& tree, std::uint32_t head, const World& world) {
  // Nouns that end like those of people.
  constexpr auto kThings = std::to_array<std::string_view>(
      {"anchor",    "anger",     "answer",    "banner",   "barrier",    "border",     "buffer",    "burger",
       "calendar",  "cancer",    "center",    "chamber",  "chapter",    "charter",    "checklist", "cluster",
       "coffee",    "computer",  "container", "corner",   "corridor",   "counter",    "cover",     "cursor",
       "danger",    "debtor",    "degree",    "dinner",   "disaster",   "disorder",   "divider",   "door",
       "drawer",    "elevator",  "encounter", "error",    "factor",     "favor",      "fee",       "fever",
       "fiber",     "filter",    "finger",    "fist",     "floor",      "flour",      "folder",    "freezer",
       "gender",    "generator", "guarantee", "harbor",   "heist",      "helicopter", "honor",     "hunger",
       "indicator", "interior",  "knee",      "labor",    "ladder",     "laser",      "layer",     "leather",
       "letter",    "liquor",    "list",      "manner",   "matter",     "metaphor",   "meter",     "mirror",
       "mist",      "monitor",   "motor",     "murder",   "newsletter", "number",     "offer",     "operator",
       "order",     "paper",     "pepper",    "poster",   "powder",     "power",      "prayer",    "printer",
       "quarter",   "razor",     "reactor",   "register", "remainder",  "river",      "router",    "rubber",
       "rumor",     "sector",    "semester",  "sensor",   "server",     "shelter",    "shoulder",  "shower",
       "silver",    "slaughter", "soccer",    "spree",    "summer",     "supper",     "surrender", "takeover",
       "tanker",    "terror",    "theater",   "thunder",  "timber",     "tower",      "tractor",   "trailer",
       "transfer",  "tree",      "trigger",   "tumor",    "turnover",   "twist",      "vapor",     "waist",
       "water",     "weather",   "whisper",   "winter",   "wonder",     "wrist"});
  // Ends of nouns of people: "distributors", "organist".
  constexpr std::array<std::string_view, 6> kOfPeople = {"er", "or", "ist", "ian", "ee", "man"};
  if (const auto name = tree.name_of(head)) {
    const NameType type = tree.sentence().names[*name].type;
    return type != NameType::Fac && type != NameType::Event && type != NameType::Misc;
  }
  const Token& word = tree[head];
  if (word.upos != Upos::Noun) return true;
  if (const auto noun = find_noun_class(tree, head, world)) {
    return noun->kind != ActorKind::Thing && noun->kind != ActorKind::Event &&
           noun->kind != ActorKind::Facility && noun->kind != ActorKind::Place;
  }
  if (std::binary_search(kThings.begin(), kThings.end(), word.lemma)) return false;
  return std::any_of(kOfPeople.begin(), kOfPeople.end(),
                     [&word](std::string_view end) { return word.lemma.ends_with(end); });
}

bool is_body_kind(ActorKind kind) {
  switch (kind) {
    case ActorKind::Group:
    case ActorKind::ArmedGroup:
    case ActorKind::Government:
    case ActorKind::Organization:
    case ActorKind::Company:
    case ActorKind::Party:
    case ActorKind::Media:
      return true;
    default:
      return false;
  }
}

std::optional<NounClass> find_noun_class(const DependencyTree& tree, std::uint32_t head, const World& world) {
  if (is_quantity(tree[head])) {
    if (const auto counted = find_of(tree, head)) head = *counted;
  }
  const auto found = find_class(tree, head, world);
  return found ? std::optional(found->noun) : std::nullopt;
}

MentionKind kind_of_description(const DependencyTree& tree, const Mention& mention, const World& world) {
  std::uint32_t head = mention.head;
  bool plural = mention.number == Number::Plural;
  if (is_quantity(tree[head])) {
    if (const auto counted = find_of(tree, head)) {
      plural = lower(tree[head].form) != "one" && lower(tree[head].form) != "none";
      head = *counted;
    }
  }
  const Token& tok = tree[head];
  const auto found = find_class(tree, head, world);
  if (!found && (mention.number != Number::Singular || tok.upos != Upos::Noun)) {
    const bool people = among(lower(tok.form), {"wounded", "injured", "dead", "missing", "displaced", "poor",
                                                "rich", "young", "elderly", "homeless", "unemployed"});
    if (people) return {ActorKind::Group, KindEvidence::Noun, {}};
  }
  if (!found) {
    if (!looks_personal(lemma_of(tok))) return {};
    return {plural ? ActorKind::Group : ActorKind::Person, KindEvidence::Noun, {}};
  }
  const ActorKind kind = found->noun.kind;
  const Gender gender = found->noun.gender;
  // "a state of emergency" is no country.
  if (kind == ActorKind::Country && !plural) {
    const auto of = find_of(tree, head);
    if (of && !tree.name_of(*of) && tree[*of].upos == Upos::Noun) return {{}, {}, gender};
  }
  switch (kind) {
    case ActorKind::Person:
      return {plural || among(lemma_of(tok),
                              {"people", "public", "population", "electorate", "community", "tribe", "clan",
                               "minority", "majority", "youth", "jury", "family", "couple"})
                  ? ActorKind::Group
                  : kind,
              KindEvidence::Noun, gender};
    case ActorKind::Country:
    case ActorKind::Company:
    case ActorKind::Party:
    case ActorKind::Media:
    case ActorKind::Organization:
    case ActorKind::Government:
      if (plural && !found->as_written) return {ActorKind::Group, KindEvidence::Noun, gender};
      break;
    default:
      break;
  }
  const bool vague = kind == ActorKind::Group || kind == ActorKind::Organization;
  return {kind, vague ? KindEvidence::Vague : KindEvidence::Noun, gender};
}

MentionKind kind_by_descriptor(const DependencyTree& tree, std::uint32_t head, const World& world) {
  for (const std::uint32_t child : tree.children(head)) {
    const Token& tok = tree[child];
    const Deprel relation = tok.deprel;
    const bool before = child < head && (relation == Deprel::Compound || relation == Deprel::NmodDesc ||
                                         relation == Deprel::Appos);
    if (!before || tok.upos != Upos::Noun) continue;
    if (tok.xpos == Xpos::Nns) continue;
    const auto found = find_class(tree, child, world);
    if (!found) continue;
    const ActorKind kind = found->noun.kind;
    if (kind != ActorKind::Person && !is_body_kind(kind)) continue;
    const bool vague = kind == ActorKind::Group || kind == ActorKind::Organization;
    return {kind, vague ? KindEvidence::Vague : KindEvidence::Noun, {}};
  }
  return {};
}

}  // namespace actorgraph
