#include "extract/place_names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/clause.hpp"
#include "extract/noun_phrase.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

using KindWord = std::pair<std::string_view, PlaceKind>;

// Nouns that say what the name beside them names.
constexpr std::array<KindWord, 47> kKindWords = {
    {{"province", PlaceKind::Region},     {"state", PlaceKind::Region},
     {"oblast", PlaceKind::Region},       {"region", PlaceKind::Region},
     {"governorate", PlaceKind::Region},  {"department", PlaceKind::Region},
     {"prefecture", PlaceKind::Region},   {"canton", PlaceKind::Region},
     {"krai", PlaceKind::Region},         {"voivodeship", PlaceKind::Region},
     {"emirate", PlaceKind::Region},      {"wilaya", PlaceKind::Region},
     {"county", PlaceKind::Region},       {"district", PlaceKind::City},
     {"city", PlaceKind::City},           {"town", PlaceKind::City},
     {"village", PlaceKind::City},        {"municipality", PlaceKind::City},
     {"suburb", PlaceKind::City},         {"capital", PlaceKind::City},
     {"port", PlaceKind::City},           {"river", PlaceKind::River},
     {"sea", PlaceKind::Water},           {"ocean", PlaceKind::Water},
     {"strait", PlaceKind::Water},        {"lake", PlaceKind::Water},
     {"gulf", PlaceKind::Water},          {"bay", PlaceKind::Water},
     {"canal", PlaceKind::Water},         {"island", PlaceKind::Island},
     {"islands", PlaceKind::Island},      {"mountain", PlaceKind::Mountains},
     {"mountains", PlaceKind::Mountains}, {"mount", PlaceKind::Mountains},
     {"desert", PlaceKind::Desert},       {"peninsula", PlaceKind::Area},
     {"valley", PlaceKind::Area},         {"strip", PlaceKind::Area},
     {"territory", PlaceKind::Area},      {"republic", PlaceKind::Country},
     {"kingdom", PlaceKind::Country},     {"nation", PlaceKind::Country},
     {"country", PlaceKind::Country},     {"airport", PlaceKind::Facility},
     {"crossing", PlaceKind::Facility},   {"camp", PlaceKind::Facility},
     {"base", PlaceKind::Facility}}};

PlaceKind kind_of_word(std::string_view word) {
  const auto at = std::find_if(kKindWords.begin(), kKindWords.end(),
                               [&](const KindWord& row) { return row.first == word; });
  return at == kKindWords.end() ? PlaceKind::Unknown : at->second;
}

constexpr std::array<std::string_view, 14> kSides = {
    "northern",     "southern",     "eastern", "western", "central",       "northeastern", "northwestern",
    "southeastern", "southwestern", "greater", "upper",   "north-eastern", "downtown",     "the"};
constexpr std::array<std::string_view, 8> kInPlace = {"in",     "near",   "outside",    "around",
                                                      "across", "inside", "throughout", "at"};
constexpr std::array<std::string_view, 4> kTowards = {"into", "to", "from", "off"};
// What governments have and towns do not: "Seoul's troops", "Beijing's position".
constexpr std::array<std::string_view, 44> kOfGovernments = {
    "troop",        "force",    "army",       "position",  "policy",     "stance",    "decision",  "demand",
    "ambassador",   "envoy",    "ally",       "alliance",  "government", "support",   "view",      "claim",
    "offer",        "proposal", "response",   "reaction",  "refusal",    "rejection", "ambition",  "program",
    "programme",    "sanction", "military",   "navy",      "missile",    "interest",  "influence", "relation",
    "relationship", "leader",   "leadership", "effort",    "plan",       "hand",      "invasion",  "strategy",
    "threat",       "concern",  "call",       "accusation"};
constexpr std::array<std::string_view, 4> kDealings = {"with", "between", "against", "by"};

class NameFinder {
 public:
  NameFinder(const Document& doc, const DependencyTree& tree, const PlaceGazetteer& gazetteer,
             const std::set<std::string>& persons)
      : doc_(doc), tree_(tree), sent_(tree.sentence()), gazetteer_(gazetteer), persons_(persons) {}

  std::vector<PlaceName> run() {
    std::vector<bool> named(tree_.size(), false);
    for (const Name& name : sent_.names) {
      std::fill(named.begin() + name.tokens.begin, named.begin() + name.tokens.end, true);
      if (name.type == NameType::Gpe || name.type == NameType::Loc) {
        add_parts(name.tokens);
      } else if (name.type == NameType::Fac) {
        add_facility(name.tokens);
      } else if (name.type != NameType::Norp && name.type != NameType::Event) {
        if (follows_preposition(name.tokens) && name.tokens.size_tokens() <= 3) add(name.tokens);
      }
    }
    for (std::uint32_t tok = 0; tok < tree_.size(); ++tok) {
      if (named[tok] || tree_[tok].upos != Upos::Propn || is_time_word(tree_[tok])) continue;
      std::uint32_t end = tok + 1;
      while (end < tree_.size() && tree_[end].upos == Upos::Propn && !named[end]) ++end;
      const TokenRange range{tok, end};
      const bool goal = range.begin > 0 && contains(kTowards, form(range.begin - 1));
      const bool title = tree_[tok].form.ends_with('.');  // "to Ms. Lind"
      if (((goal || follows_preposition(range)) && !title) || is_abbreviated_state(range)) add(range);
      tok = end;
    }
    std::sort(found_.begin(), found_.end(),
              [](const PlaceName& a, const PlaceName& b) { return a.tokens < b.tokens; });
    return std::move(found_);
  }

 private:
  std::string form(std::uint32_t tok) const { return tok < tree_.size() ? lower_form(tree_[tok]) : ""; }

  std::string_view written(TokenRange range) const {
    return slice(doc_.article.text, {tree_[range.begin].span.begin, tree_[range.end - 1].span.end});
  }

  // "in Kabul", "in northern Idlib"
  bool follows_preposition(TokenRange range) const {
    std::uint32_t at = range.begin;
    while (at > 0 && contains(kSides, form(at - 1))) --at;
    return at > 0 && contains(kInPlace, form(at - 1));
  }

  // "Springfield, IL", "Macon, Ga."
  bool is_abbreviated_state(TokenRange range) const {
    if (range.size_tokens() != 1 || range.begin < 2 || form(range.begin - 1) != ",") return false;
    const std::string& word = tree_[range.begin].form;
    return word.ends_with('.') || (word.size() == 2 && word[1] >= 'A' && word[1] <= 'Z');
  }

  // One name may hold several: "Paris, Texas".
  void add_parts(TokenRange range) {
    std::uint32_t begin = range.begin;
    for (std::uint32_t tok = range.begin; tok <= range.end; ++tok) {
      const bool ends = tok == range.end || form(tok) == "," || form(tok) == "/";
      if (!ends) continue;
      if (tok > begin) add({begin, tok});
      begin = tok + 1;
    }
  }

  TokenRange trimmed(TokenRange range) const {
    while (range.size_tokens() > 1 && form(range.begin) == "the") ++range.begin;
    while (range.size_tokens() > 1 && (form(range.end - 1) == "'s" || form(range.end - 1) == "\xE2\x80\x99s"))
      --range.end;
    return range;
  }

  void add(TokenRange range) {
    range = trimmed(range);
    if (range.empty() || (!found_.empty() && range.begin < found_.back().tokens.end)) return;
    PlaceName name;
    name.tokens = range;
    TokenRange core = range;
    if (!extend(range, name)) look_up(core, name);
    core = name.tokens = range;
    if (name.candidates.empty() && core.size_tokens() > 1) strip(core, name);
    if (name.candidates.empty() || is_person(core)) return;
    if (tree_[core.begin].form.size() < 2) return;
    finish(core, std::move(name));
  }

  // "Indian-administered Kashmir", "Rafah crossing": with a word that the analysis leaves out of the name.
  bool extend(TokenRange& range, PlaceName& name) const {
    const auto try_range = [&](TokenRange wider) {
      look_up(wider, name);
      if (!name.candidates.empty()) range = wider;
      return !name.candidates.empty();
    };
    const bool before = range.begin > 0 && (found_.empty() || found_.back().tokens.end < range.begin) &&
                        tree_[range.begin - 1].upos == Upos::Adj;
    if (before && try_range({range.begin - 1, range.end})) return true;
    // "Cox's Bazar" may be read as two.
    const bool owns = range.end + 1 < tree_.size() && tree_[range.end].xpos == Xpos::Pos &&
                      tree_[range.end + 1].upos == Upos::Propn;
    if (owns && try_range({range.begin, range.end + 2})) return true;
    const bool behind = range.end < tree_.size() && kind_of_word(form(range.end)) == PlaceKind::Facility;
    return behind && try_range({range.begin, range.end + 1});
  }

  void look_up(TokenRange core, PlaceName& name) const {
    name.candidates = gazetteer_.find(written(core));
    if (!name.candidates.empty()) name.key = fold_place_name(written(core));
  }

  // "Helmand Province", "City of London", "Northern Iraq": the name without the word of its kind or side.
  void strip(TokenRange& core, PlaceName& name) const {
    if (contains(kSides, form(core.begin))) {
      ++core.begin;
      look_up(core, name);
      if (!name.candidates.empty()) return;
    }
    if (core.size_tokens() > 2 && form(core.begin + 1) == "of") {
      name.hint = kind_of_word(form(core.begin));
      if (name.hint == PlaceKind::Unknown) return;
      core.begin += 2;
      look_up(core, name);
      return;
    }
    if (core.size_tokens() < 2) return;
    name.hint = kind_of_word(form(core.end - 1));
    if (name.hint == PlaceKind::Unknown) return;
    --core.end;
    look_up(core, name);
  }

  // "Kabul International Airport": where the place in its name is.
  void add_facility(TokenRange range) {
    range = trimmed(range);
    PlaceName name;
    name.tokens = range;
    look_up(range, name);
    if (name.candidates.empty()) {
      name.facility = true;
      for (std::uint32_t end = range.end; name.candidates.empty() && end > range.begin + 1; --end) {
        look_up({range.begin, end - 1}, name);
      }
    }
    if (!name.candidates.empty()) finish(range, std::move(name));
  }

  void finish(TokenRange core, PlaceName name) {
    name.text = written(name.tokens);
    name.located = follows_preposition(name.tokens);
    if (name.hint == PlaceKind::Unknown) name.hint = hint_around(core);
    if (stands_for_government(name)) name.use = PlaceUse::Government;
    found_.push_back(std::move(name));
  }

  PlaceKind hint_around(TokenRange core) const {
    const PlaceKind behind = kind_of_word(form(core.end));
    if (behind != PlaceKind::Unknown && behind != PlaceKind::Country) return behind;
    if (core.begin > 1 && form(core.begin - 1) == "of") return kind_of_word(form(core.begin - 2));
    if (core.begin > 0) {
      const PlaceKind before = kind_of_word(form(core.begin - 1));
      if (before == PlaceKind::City || before == PlaceKind::River || before == PlaceKind::Water)
        return before;
    }
    return PlaceKind::Unknown;
  }

  // The player Jordan of a text that has named Michael Jordan.
  bool is_person(TokenRange core) const {
    return core.size_tokens() == 1 && !follows_preposition(core) && persons_.contains(tree_[core.begin].form);
  }

  std::uint32_t head_of(TokenRange range) const {
    for (std::uint32_t tok = range.begin; tok < range.end; ++tok) {
      const std::uint32_t head = tree_[tok].head;
      if (head == kRootHead || !range.contains(head)) return tok;
    }
    return range.begin;
  }

  bool stands_for_government(const PlaceName& name) const {
    if (name.facility || name.located) return false;
    const bool capital = std::any_of(name.candidates.begin(), name.candidates.end(), [](const Place& place) {
      return place.seat == Seat::Country && place.size >= 3;
    });
    if (!capital) return false;
    std::uint32_t head = head_of(name.tokens);
    while (tree_[head].deprel == Deprel::Conj && tree_[head].head != kRootHead) head = tree_[head].head;
    switch (tree_[head].deprel) {
      case Deprel::Nsubj:
        return tree_[head].head != kRootHead && tree_[tree_[head].head].upos == Upos::Verb;
      case Deprel::OblAgent:
        return true;
      case Deprel::NmodPoss:
        return tree_[head].head != kRootHead && contains(kOfGovernments, lemma_of(tree_[tree_[head].head]));
      case Deprel::Nmod:
      case Deprel::Obl:
        return contains(kDealings, preposition_of(tree_, head));
      default:
        return false;
    }
  }

  const Document& doc_;
  const DependencyTree& tree_;
  const Sentence& sent_;
  const PlaceGazetteer& gazetteer_;
  const std::set<std::string>& persons_;
  std::vector<PlaceName> found_;
};

}  // namespace

std::set<std::string> person_words(const Document& doc) {
  std::set<std::string> words;
  for (const Sentence& sent : doc.sentences) {
    for (const Name& name : sent.names) {
      if (name.type != NameType::Person || name.tokens.size_tokens() < 2) continue;
      for (std::uint32_t tok = name.tokens.begin; tok < name.tokens.end; ++tok) {
        words.insert(sent.tokens[tok].form);
      }
    }
  }
  return words;
}

std::vector<PlaceName> find_place_names(const Document& doc, const DependencyTree& tree,
                                        const PlaceGazetteer& gazetteer,
                                        const std::set<std::string>& persons) {
  return NameFinder(doc, tree, gazetteer, persons).run();
}

}  // namespace actorgraph
