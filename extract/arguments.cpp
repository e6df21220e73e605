#include "extract/arguments.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

constexpr std::array<std::string_view, 24> kPlacePrepositions = {
    "in",         "at",        "on",       "near",    "inside",  "outside",    "within",   "across",
    "around",     "along",     "off",      "above",   "beneath", "throughout", "beside",   "by",
    "outside of", "inside of", "close to", "near to", "under",   "over",       "north of", "south of"};

// Prepositions that relate a subject to what follows, whether or not the verb has an object.
constexpr std::array<std::string_view, 14> kLinks = {"to",  "into", "from", "with",  "against",
                                                     "for", "on",   "onto", "about", "of",
                                                     "as",  "over", "upon", "toward"};
// Only where the verb has no object.
constexpr std::array<std::string_view, 17> kLinksWithoutObject = {
    "in",    "at",  "towards", "through", "across", "behind", "among",  "past",     "between",
    "under", "off", "outside", "around",  "near",   "within", "inside", "alongside"};
// Direction, even where the phrase is a place.
constexpr std::array<std::string_view, 9> kDirections = {"to",      "into",    "from", "onto",  "toward",
                                                         "towards", "through", "past", "across"};
constexpr std::array<std::string_view, 12> kTimePrepositions = {
    "during",    "since", "until",    "till",     "after",         "before",
    "following", "amid",  "ahead of", "prior to", "by the end of", "pending"};
constexpr std::array<std::string_view, 5> kCauses = {"because of", "due to", "amid", "thanks to", "owing to"};
constexpr std::array<std::string_view, 8> kPlaceAdverbs = {"there",  "here",      "abroad", "overseas",
                                                           "nearby", "elsewhere", "home",   "downtown"};

// Of two words, the second of which links.
constexpr std::array<std::string_view, 8> kDoubleLinks = {"out of", "away from", "back to", "back from",
                                                          "off of", "out to",    "down to", "over to"};

// Nouns that make an adverbial with their preposition: "in the wake of", "on two occasions".
constexpr std::array<std::string_view, 24> kAdverbialNouns = {
    "wake",   "exchange", "response", "addition", "face",   "light",        "course",    "order",
    "effort", "bid",      "front",    "terms",    "return", "midst",        "aftermath", "absence",
    "event",  "occasion", "time",     "while",    "age",    "coordination", "outset",    "support"};

// Bare nouns that make an adverb with their preposition: "agreed in principle".
constexpr std::array<std::string_view, 30> kBareAdverbials = {
    "advance",    "average", "behalf",   "birth",   "detail",    "earnest", "error",   "fact",
    "full",       "general", "haste",    "instead", "large",     "least",   "length",  "part",
    "particular", "person",  "practice", "present", "principle", "private", "protest", "public",
    "schedule",   "secret",  "theory",   "turn",    "vain",      "random"};

bool is_bare_adverbial(const SentenceView& view, const Oblique& oblique) {
  if (oblique.preposition != "in" && oblique.preposition != "at" && oblique.preposition != "on") return false;
  const bool bare = view.tree.children(oblique.tok).size() == 1;  // the preposition alone
  return bare && contains(kBareAdverbials, lemma_of(view.tree[oblique.tok]));
}

// Nouns that say how with "as": "as part of a deal", "as punishment".
constexpr std::array<std::string_view, 16> kMannersAs = {
    "consequence", "example",  "gesture", "means",  "part", "precaution", "proof", "protest",
    "punishment",  "response", "result",  "reward", "sign", "symbol",     "way",   "retaliation"};

// Verbs of moving: what follows with "for" is why.
constexpr std::array<std::string_view, 20> kMotions = {
    "arrive", "assemble", "come",  "converge", "depart", "drive", "enter", "flock",  "fly",  "gather",
    "go",     "leave",    "march", "meet",     "return", "sail",  "stop",  "travel", "walk", "visit"};

// What is done "in response" says why or how.
constexpr std::array<std::string_view, 12> kInReaction = {"addition", "defiance", "exchange", "fact",
                                                          "pursuit",  "reaction", "response", "retaliation",
                                                          "return",   "revenge",  "search",   "turn"};

constexpr std::array<std::string_view, 18> kBodyParts = {
    "arm",  "back", "chest", "ear", "eye", "face",  "finger", "foot",     "hair",
    "hand", "head", "knee",  "leg", "lip", "mouth", "neck",   "shoulder", "stomach"};

// "for" and "from" behind an object, "for" behind a verb of moving, "on": only where the verb is known for
// it.
bool needs_lexicon(const Clause& clause, const std::string& preposition) {
  const bool has_object = !clause.objects.empty();
  if (preposition == "for") return has_object || contains(kMotions, clause.verb);
  if (preposition == "from") return has_object && clause.voice == Voice::Active;
  return preposition == "on" && clause.voice == Voice::Active;
}

bool is_link(const SentenceView& view, const Clause& clause, const Oblique& oblique) {
  if (oblique.preposition.empty() || oblique.role == Role::Time) return false;
  if (is_wh_word(view.tree[oblique.tok]) || view.tree[oblique.tok].upos == Upos::Adv) return false;
  if (is_frame(view, clause, oblique)) return false;
  if (oblique.preposition == "in" && contains(kInReaction, lemma_of(view.tree[oblique.tok]))) return false;
  if (contains(kBodyParts, lemma_of(view.tree[oblique.tok]))) return false;  // "with a flag in her hand"
  const bool known = view.lexicon.links(clause.verb, oblique.preposition);
  if (oblique.preposition == "as" && contains(kMannersAs, lemma_of(view.tree[oblique.tok]))) return false;
  const bool located =
      (oblique.preposition == "in" || oblique.preposition == "at" || oblique.preposition == "on") &&
      view.lexicon.links_place(clause.verb);
  if (contains(kDoubleLinks, oblique.preposition)) return true;
  if (oblique.preposition == "by" && clause.voice == Voice::Active &&
      clause.objects.empty()) {  // "rose by 3 percent"
    const Upos upos = view.tree[oblique.tok].upos;
    if (upos == Upos::Num || upos == Upos::Sym || view.tree.has_child(oblique.tok, {Deprel::Nummod}))
      return true;
  }
  if (oblique.role == Role::Place) {
    if (contains(kDirections, oblique.preposition)) return true;
    // "imposed sanctions on Chad"
    if (oblique.preposition != "in" && oblique.preposition != "at" && known) return true;
    return clause.voice == Voice::Active && located;
  }
  if (needs_lexicon(clause, oblique.preposition) && !known) return false;
  // "took power with a promise" says how; "signed a treaty with Chad" with whom.
  if (oblique.preposition == "with" && !clause.objects.empty() && clause.voice == Voice::Active && !known &&
      !view.tree.name_of(oblique.tok)) {
    return false;
  }
  if (contains(kLinks, oblique.preposition) || known) return true;
  return clause.objects.empty() && clause.voice == Voice::Active &&
         contains(kLinksWithoutObject, oblique.preposition);
}

Role role_of(const SentenceView& view, std::uint32_t tok, const std::string& preposition) {
  // "sentenced to two years"
  const bool term = preposition == "to" && view.tree.has_child(tok, {Deprel::Nummod}) &&
                    view.tree[tok].head != kRootHead &&
                    view.lexicon.links(lemma_of(view.tree[view.tree[tok].head]), "to");
  if (term) return Role::Amount;
  if (is_time(view, tok) && preposition != "of") return Role::Time;
  if (contains(kTimePrepositions, preposition)) return Role::Time;
  if (contains(kCauses, preposition)) return Role::Cause;
  const Token& word = view.tree[tok];
  if (preposition.empty()) {
    const bool counted = word.upos == Upos::Num || view.tree.has_child(tok, {Deprel::Nummod});
    return counted ? Role::Amount : Role::Manner;
  }
  const bool place = is_place(view, tok);
  if (place && (contains(kPlacePrepositions, preposition) || contains(kDirections, preposition))) {
    return Role::Place;
  }
  if (preposition == "to") return Role::Recipient;
  if (preposition == "from") return Role::Source;
  if (preposition == "for") return Role::Purpose;
  if (preposition == "with" || preposition == "by" || preposition == "using" || preposition == "via" ||
      preposition == "through") {
    return Role::Instrument;
  }
  if (preposition == "about" || preposition == "on" || preposition == "over" || preposition == "regarding" ||
      preposition == "concerning") {
    return Role::Topic;
  }
  if (preposition == "in" || preposition == "without" || preposition == "like" || preposition == "at") {
    return Role::Manner;
  }
  return Role::Other;
}

}  // namespace

bool is_frame(const SentenceView& view, const Clause& clause, const Oblique& oblique) {
  if (oblique.tok < clause.head || is_bare_adverbial(view, oblique)) return true;
  return contains(kAdverbialNouns, lemma_of(view.tree[oblique.tok])) && oblique.preposition != "to" &&
         !view.lexicon.links(clause.verb, oblique.preposition);
}

bool is_time(const SentenceView& view, std::uint32_t tok) {
  if (is_time_word(view.tree[tok])) return true;
  return std::any_of(view.times.begin(), view.times.end(),
                     [tok](const TimeExpression& time) { return time.tokens.contains(tok); });
}

bool is_place(const SentenceView& view, std::uint32_t tok) {
  if (const auto name = view.tree.name_of(tok)) {
    const NameType type = view.tree.sentence().names[*name].type;
    return type == NameType::Gpe || type == NameType::Loc || type == NameType::Fac;
  }
  const Token& word = view.tree[tok];
  if (view.lexicon.is_place_noun(lemma_of(word))) return true;
  return word.upos == Upos::Propn && view.tree.sentence().names.empty() &&
         (view.world.find_country(word.form) != nullptr || view.world.find_capital(word.form) != nullptr);
}

std::vector<Oblique> find_obliques(const SentenceView& view, const Clause& clause) {
  std::vector<Oblique> obliques;
  for (const std::uint32_t child : view.tree.children(clause.head)) {
    const Token& word = view.tree[child];
    if (word.deprel == Deprel::Advmod) {
      const bool time = is_time(view, child);
      if (time || contains(kPlaceAdverbs, lower_form(word))) {
        obliques.push_back({child, "", time ? Role::Time : Role::Place, Linking::None});
      }
      continue;
    }
    const bool measure =
        word.deprel == Deprel::OblAgent &&
        std::find(clause.obliques.begin(), clause.obliques.end(), child) != clause.obliques.end();
    if (word.deprel != Deprel::Obl && word.deprel != Deprel::OblUnmarked && !measure) continue;
    Oblique oblique{child, preposition_of(view.tree, child), Role::Other, Linking::None};
    oblique.role = role_of(view, child, oblique.preposition);
    if (is_link(view, clause, oblique)) oblique.linking = Linking::WithVerb;
    obliques.push_back(std::move(oblique));
  }
  return obliques;
}

std::vector<Oblique> find_noun_circumstances(const SentenceView& view, std::uint32_t noun) {
  std::vector<Oblique> found;
  for (const std::uint32_t child : view.tree.children(noun)) {
    const Deprel relation = view.tree[child].deprel;
    if (relation != Deprel::Nmod && relation != Deprel::NmodUnmarked && relation != Deprel::OblUnmarked &&
        relation != Deprel::Obl && relation != Deprel::Compound) {
      continue;
    }
    Oblique oblique{child, preposition_of(view.tree, child), Role::Other, Linking::None};
    if (relation == Deprel::Compound && !is_time(view, child)) continue;
    oblique.role = role_of(view, child, oblique.preposition);
    if (oblique.role == Role::Time || oblique.role == Role::Place) found.push_back(std::move(oblique));
  }
  return found;
}

}  // namespace actorgraph
