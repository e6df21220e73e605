#include "extract/facts.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/arguments.hpp"
#include "extract/mention_kind.hpp"
#include "extract/noun_phrase.hpp"
#include "extract/relational_phrase.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

// Forms of address say nothing of who somebody is.
constexpr std::array<std::string_view, 20> kAddress = {"mr",  "mr.", "mrs", "mrs.", "ms",    "ms.",    "miss",
                                                       "dr",  "dr.", "sir", "dame", "madam", "madame", "st.",
                                                       "the", "jr.", "sr.", "m.",   "prof.", "rev."};

// Ranks are written before a name and say no more than forms of address do.
constexpr std::array<std::string_view, 24> kRanks = {
    "adm.",    "admiral", "brig.", "brigadier", "capt.", "captain",    "cmdr.",    "col.",
    "colonel", "cpl.",    "gen.",  "general",   "lt.",   "lieutenant", "maj.",     "major",
    "marshal", "pvt.",    "rear",  "sergeant",  "sgt.",  "vice",       "corporal", "private"};

// Nouns that say nothing of who somebody is without saying whose: "half-brother Ana Lind".
constexpr std::array<std::string_view, 48> kOfSomebody = {
    "ally",      "aunt",       "baby",        "boy",         "boyfriend",  "brother",      "child",
    "classmate", "colleague",  "companion",   "counterpart", "countryman", "countrywoman", "cousin",
    "daughter",  "ex-wife",    "father",      "fellow",      "fiance",     "fiancee",      "friend",
    "girl",      "girlfriend", "grandfather", "grandmother", "grandson",   "guy",          "half",
    "husband",   "man",        "mate",        "mom",         "mother",     "neighbor",     "neighbour",
    "nephew",    "niece",      "parent",      "person",      "roommate",   "sibling",      "sister",
    "son",       "stepfather", "teammate",    "uncle",       "wife",       "woman"};
// Adverbs before an appositive that is one of those named before.
constexpr std::array<std::string_view, 6> kAmongThem = {"chiefly", "especially",   "mainly",
                                                        "notably", "particularly", "primarily"};

// The second part of "Geneva-based", "U.S.-led" and what it says.
struct CompoundPart {
  std::string_view form;
  std::string_view lemma;
  bool actor_first;  // the first part acts on the noun
};
constexpr std::array<CompoundPart, 24> kCompoundParts = {{{"appointed", "appoint", true},
                                                          {"armed", "arm", true},
                                                          {"backed", "back", true},
                                                          {"based", "be based in", false},
                                                          {"born", "be born in", false},
                                                          {"brokered", "broker", true},
                                                          {"built", "build", true},
                                                          {"controlled", "control", true},
                                                          {"dominated", "dominate", true},
                                                          {"educated", "be educated in", false},
                                                          {"funded", "fund", true},
                                                          {"held", "hold", true},
                                                          {"imposed", "impose", true},
                                                          {"led", "lead", true},
                                                          {"linked", "be linked to", false},
                                                          {"mediated", "mediate", true},
                                                          {"occupied", "occupy", true},
                                                          {"organized", "organize", true},
                                                          {"owned", "own", true},
                                                          {"run", "run", true},
                                                          {"ruled", "rule", true},
                                                          {"sponsored", "sponsor", true},
                                                          {"supported", "support", true},
                                                          {"trained", "train", true}}};

// Verbs that make or call their object what the phrase with "as" says.
constexpr std::array<std::string_view, 20> kNaming = {
    "appoint",   "choose",    "confirm",    "crown",   "declare",  "designate", "elect",
    "hire",      "identify",  "inaugurate", "install", "name",     "nominate",  "re-elect",
    "recognise", "recognize", "reelect",    "select",  "swear in", "describe"};

class PhraseFactDrawer {
 public:
  explicit PhraseFactDrawer(const SentenceView& view) : view_(view), tree_(view.tree) {}

  std::vector<Proposition> draw() {
    for (std::uint32_t tok = 0; tok < tree_.size(); ++tok) {
      const Token& word = tree_[tok];
      switch (word.deprel) {
        case Deprel::Appos:
          draw_appositive(word.head, tok);
          break;
        case Deprel::NmodDesc:
          draw_title(word.head, tok);
          break;
        case Deprel::Nmod:
          draw_example(word.head, tok);
          break;
        case Deprel::Obl:
          draw_role(tok);
          break;
        case Deprel::Amod:
          draw_quality(word.head, tok);
          draw_compound(word.head, tok);
          break;
        case Deprel::Compound:
          draw_compound(word.head, tok);
          break;
        default:
          break;
      }
    }
    return std::move(drawn_);
  }

 private:
  Proposition& add(Construction construction, Filler subject, std::string lemma, Words relation,
                   Filler object) {
    Proposition fact;
    fact.construction = construction;
    fact.subject = subject;
    fact.object = object;
    fact.lemma = std::move(lemma);
    fact.relation = std::move(relation);
    if (view_.clause_of[object.tok] != kNoClause) {
      fact.context.speaker = view_.clauses[view_.clause_of[object.tok]].context.speaker;
    }
    drawn_.push_back(std::move(fact));
    return drawn_.back();
  }

  void draw_being(Construction construction, std::uint32_t who, std::uint32_t what) {
    const auto relational = split_relational(view_, what);
    if (relational) {
      add(construction, {who, Coordination::Single}, relational->lemma, relational->words, relational->other);
    } else {
      add(construction, {who, Coordination::Single}, "be", {what}, {what, Coordination::Single});
    }
  }

  // The head of the name that holds `tok`, `tok` where none does.
  std::uint32_t name_head(std::uint32_t tok) const {
    const auto name = tree_.name_of(tok);
    while (name && tree_[tok].head != kRootHead && tree_.name_of(tree_[tok].head) == name) {
      tok = tree_[tok].head;
    }
    return tok;
  }

  // "the commander of the forces, Ana Lind": a person is who commands, not what is commanded.
  std::uint32_t described(std::uint32_t noun, std::uint32_t appositive) const {
    const auto name = tree_.name_of(appositive);
    if (!name || tree_.sentence().names[*name].type != NameType::Person) return noun;
    const std::uint32_t above = tree_[noun].head;
    if (tree_[noun].deprel != Deprel::Nmod || above == kRootHead || above > noun) return noun;
    return view_.lexicon.find_relational_noun(lemma_of(tree_[above])) == RelationalKind::Person ? above
                                                                                                : noun;
  }

  bool quote_between(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t tok = begin + 1; tok < end; ++tok) {
      const std::string& form = tree_[tok].form;
      if (form == "\"" || form == "''" || form == "``" || form == "\xE2\x80\x9C" || form == "\xE2\x80\x9D") {
        return true;
      }
    }
    return false;
  }

  bool is_bracketed(std::uint32_t tok) const {
    int open = 0;
    for (std::uint32_t at = 0; at < tok; ++at) {
      const std::string& form = tree_[at].form;
      if (form == "(" || form == "[") ++open;
      if ((form == ")" || form == "]") && open > 0) --open;
    }
    return open > 0;
  }

  void draw_appositive(std::uint32_t noun, std::uint32_t appositive) {
    if (noun != kRootHead) noun = described(name_head(noun), appositive);
    if (!preposition_words(tree_, appositive).empty()) return;
    if (names_closely(tree_, appositive) && !view_.lexicon.find_relational_noun(lemma_of(tree_[noun])))
      return;
    if (noun == kRootHead || quote_between(noun, appositive) || !is_nominal(tree_, appositive) ||
        is_time(view_, appositive))
      return;
    if (tree_[appositive].upos == Upos::Num && lower_form(tree_[appositive]) == "one") {
      draw_one_of(noun, appositive);
      return;
    }
    if (tree_[appositive].upos == Upos::Num || tree_[noun].upos == Upos::Num) return;
    // "our allies, particularly the Danes"
    const bool among = std::any_of(
        tree_.children(appositive).begin(), tree_.children(appositive).end(), [&](std::uint32_t child) {
          return tree_[child].deprel == Deprel::Advmod && contains(kAmongThem, lower_form(tree_[child]));
        });
    if (among) {
      add(Construction::Inclusion, {noun, Coordination::Single}, "include", {}, {appositive});
      return;
    }
    if (is_bracketed(appositive)) return;  // "the corps (a police unit)": another word for it
    // "two rivals, Lind and Moe": none of them is two rivals.
    if (tree_.has_child(noun, {Deprel::Nummod})) return;
    const std::string unit = lemma_of(tree_[noun]);
    if (unit == "percent" || unit == "%") return;
    if (tree_[noun].deprel == Deprel::OblUnmarked || is_time(view_, noun)) return;
    const bool event = view_.lexicon.find_event_noun(lemma_of(tree_[noun])) != nullptr;
    if (event && !is_name(tree_, appositive) &&
        view_.lexicon.find_event_noun(lemma_of(tree_[appositive])) == nullptr) {
      // "the fall of Zenda, the capital": Zenda is
      for (const std::uint32_t child : tree_.children(noun)) {
        const bool behind = child > noun && child < appositive && tree_[child].deprel == Deprel::Nmod;
        if (!behind || !tree_.name_of(child)) continue;
        draw_being(Construction::Apposition, child, appositive);
        return;
      }
    }
    if (event && is_name(tree_, appositive)) return;  // "After the attack, Lind ..." is no apposition
    const bool noun_named = is_name(tree_, noun);
    // "in Zenda, graduates of the university": several are no place.
    if (noun_named && is_place(view_, noun) && tree_[appositive].xpos == Xpos::Nns) return;
    const bool appositive_named = is_name(tree_, appositive);
    // "the break-in, Lind": somebody is no thing.
    if (appositive_named && !noun_named && is_person(appositive) && !may_act(tree_, noun, view_.world) &&
        !view_.lexicon.find_relational_noun(lemma_of(tree_[noun])) &&
        universal(tree_[noun].deprel) == Deprel::Obl) {
      return;
    }
    // "reached the town on Monday, the first delivery": an event explains no place.
    if (!event && !appositive_named && (noun_named || is_place(view_, noun)) &&
        view_.lexicon.find_event_noun(lemma_of(tree_[appositive])) != nullptr) {
      return;
    }
    if (noun_named && appositive_named) {
      // "Springfield, Illinois" and "United Nations (UN)" say nothing that a claim could; a described name
      // does.
      if (!view_.lexicon.find_relational_noun(lemma_of(tree_[appositive]))) return;
    }
    // "the man, Ben Moe"
    const std::uint32_t what = appositive_named ? noun : appositive;
    if (contains(kOfSomebody, lemma_of(tree_[what])) && phrase_words(tree_, what).size() < 2) return;
    if (appositive_named && !noun_named) {
      draw_being(Construction::Apposition, appositive, noun);
    } else {
      draw_being(Construction::Apposition, noun, appositive);
    }
  }

  bool is_person(std::uint32_t tok) const {
    const auto name = tree_.name_of(tok);
    return name && tree_.sentence().names[*name].type == NameType::Person;
  }

  // "Zenda, one of the oldest towns"
  void draw_one_of(std::uint32_t noun, std::uint32_t one) {
    for (const std::uint32_t child : tree_.children(one)) {
      if (tree_[child].deprel != Deprel::Nmod || preposition_of(tree_, child) != "of") continue;
      Words relation = preposition_words(tree_, child);
      relation.insert(relation.begin(), one);
      add(Construction::Apposition, {noun, Coordination::Single}, "be one of", std::move(relation),
          {child, Coordination::Single});
      return;
    }
  }

  void draw_title(std::uint32_t name, std::uint32_t title) {
    if (name == kRootHead || title > name || contains(kAddress, lower_form(tree_[title]))) return;
    if (tree_[name].upos != Upos::Propn) return;
    const Words words = phrase_words(tree_, title);
    // "33 AM EST Ana Lind", not "2002 champion Ana Lind"
    const bool counted =
        !words.empty() && tree_[words.front()].upos == Upos::Num && !is_time_word(tree_[words.front()]);
    if (counted) return;
    const bool rank = std::all_of(words.begin(), words.end(), [&](std::uint32_t word) {
      return contains(kRanks, lower_form(tree_[word])) || tree_[word].upos == Upos::Punct;
    });
    if (rank) return;
    const auto owner = tree_.find_child(title, {Deprel::NmodPoss});
    if (!owner && contains(kOfSomebody, lemma_of(tree_[title])) && !tree_.has_child(title, {Deprel::Nmod}))
      return;
    if (!owner && lemma_of(tree_[title]) == "member" && split_relational(view_, title)) {
      draw_being(Construction::Title, name, title);
      return;
    }
    // "President Lee" names a rank that the phrase carries anyway; "Korean President Lee" says of what.
    if (!owner && tree_[title].upos == Upos::Propn && phrase_words(tree_, title).size() < 2) return;
    if (owner) {
      draw_being(Construction::Title, name, title);
    } else {
      add(Construction::Title, {name, Coordination::Single}, "be", {title}, {title, Coordination::Single});
    }
  }

  void draw_example(std::uint32_t noun, std::uint32_t example) {
    if (noun == kRootHead || example < noun) return;
    const std::string preposition = preposition_of(tree_, example);
    if (preposition != "including" && preposition != "such as") return;
    add(Construction::Inclusion, {noun, Coordination::Single}, "include", preposition_words(tree_, example),
        {example, Coordination::Distributed});
  }

  // "elected Lind as leader", "described the vote as a farce"
  void draw_role(std::uint32_t role) {
    if (preposition_of(tree_, role) != "as" || !is_nominal(tree_, role)) return;
    const std::uint32_t index = view_.clause_of[role];
    if (index == kNoClause || view_.clauses[index].head != tree_[role].head) return;
    const Clause& clause = view_.clauses[index];
    if (clause.kind != PredicateKind::Verb || clause.voice == Voice::Passive || clause.objects.empty())
      return;
    const bool judges = view_.lexicon.find_speech_verb(clause.verb).has_value();
    const std::uint32_t holder = clause.objects.front().tok;
    const bool next =
        holder < role &&
        std::none_of(clause.obliques.begin(), clause.obliques.end(), [&](std::uint32_t other) {
          return other < role && preposition_of(tree_, other) == "as";  // "X as leader and Y as deputy"
        });
    if ((!judges && !contains(kNaming, clause.verb)) || !next) return;
    const std::size_t begin = drawn_.size();
    draw_being(Construction::Complement, holder, role);
    for (std::size_t at = begin; at < drawn_.size(); ++at) {
      drawn_[at].object->coordination = Coordination::Single;
      drawn_[at].context = clause.context;
      if (judges && !clause.subjects.empty()) drawn_[at].context.speaker = clause.subjects.front();
    }
  }

  // "militias active in the north"
  void draw_quality(std::uint32_t noun, std::uint32_t adjective) {
    if (noun == kRootHead || adjective < noun || tree_[adjective].upos != Upos::Adj) return;
    if (tree_[noun].upos != Upos::Noun && tree_[noun].upos != Upos::Propn) return;
    for (const std::uint32_t child : tree_.children(adjective)) {
      if (universal(tree_[child].deprel) != Deprel::Obl || child < adjective) continue;
      const Words preposition = preposition_words(tree_, child);
      const std::string form = preposition_of(tree_, child);
      if (preposition.empty() || form == "than" || is_time(view_, child)) continue;
      Words relation{adjective};
      relation.insert(relation.end(), preposition.begin(), preposition.end());
      add(Construction::Copula, {noun, Coordination::Single},
          "be " + lower_form(tree_[adjective]) + ' ' + form, std::move(relation),
          {child, Coordination::Distributed});
    }
  }

  void draw_compound(std::uint32_t noun, std::uint32_t modifier) {
    const std::string& form = tree_[modifier].form;
    const std::size_t hyphen = form.rfind('-');
    if (hyphen == std::string::npos || hyphen == 0 || noun == kRootHead) return;
    const bool one_hyphen = form.find('-') == hyphen;
    if (!one_hyphen && (form[0] < 'A' || form[0] > 'Z')) return;  // "hit-and-run"
    const std::string_view part = std::string_view(form).substr(hyphen + 1);
    for (const CompoundPart& known : kCompoundParts) {
      if (known.form != part) continue;
      const bool capital = form[0] >= 'A' && form[0] <= 'Z';
      if (!capital) return;  // "state-run"
      if (!known.actor_first && view_.world.find_demonym(form.substr(0, hyphen)) != nullptr) return;
      // The first part of the word; the extractor slices it.
      const Filler modifier_filler{modifier, Coordination::Single};
      const Filler noun_filler{noun, Coordination::Single};
      if (known.actor_first) {
        add(Construction::Compound, modifier_filler, std::string(known.lemma), {modifier}, noun_filler);
      } else {
        add(Construction::Compound, noun_filler, std::string(known.lemma), {modifier}, modifier_filler);
      }
      return;
    }
  }

  const SentenceView& view_;
  const DependencyTree& tree_;
  std::vector<Proposition> drawn_;
};

}  // namespace

std::vector<Proposition> draw_phrase_facts(const SentenceView& view) {
  return PhraseFactDrawer(view).draw();
}

}  // namespace actorgraph
