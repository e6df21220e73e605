#include "extract/facts.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/arguments.hpp"
#include "extract/noun_phrase.hpp"

namespace actorgraph {
namespace {

template <std::size_t Count>
bool contains(const std::array<std::string_view, Count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Forms of address say nothing of who somebody is.
constexpr std::array<std::string_view, 20> kAddress = {"mr",  "mr.", "mrs", "mrs.", "ms",    "ms.",    "miss",
                                                       "dr",  "dr.", "sir", "dame", "madam", "madame", "st.",
                                                       "the", "jr.", "sr.", "m.",   "prof.", "rev."};

// Ranks are written before a name and say no more than forms of address do.
constexpr std::array<std::string_view, 24> kRanks = {
    "adm.",    "admiral", "brig.", "brigadier", "capt.", "captain",    "cmdr.",    "col.",
    "colonel", "cpl.",    "gen.",  "general",   "lt.",   "lieutenant", "maj.",     "major",
    "marshal", "pvt.",    "rear",  "sergeant",  "sgt.",  "vice",       "corporal", "private"};

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

bool is_name(const DependencyTree& tree, std::uint32_t tok) {
  if (const auto name = tree.name_of(tok)) return tree.sentence().names[*name].type != NameType::Norp;
  return tree[tok].upos == Upos::Propn;
}

// "X is director of Y": the role's words, its preposition and Y.
struct RelationalPhrase {
  Words words;  // "director", "of"
  std::string lemma;
  Filler other;
};

std::optional<RelationalPhrase> split_relational(const SentenceView& view, std::uint32_t noun) {
  const DependencyTree& tree = view.tree;
  const auto kind = view.lexicon.find_relational_noun(lemma_of(tree[noun]));
  if (!kind) return std::nullopt;
  RelationalPhrase found;
  std::uint32_t other = kRootHead;  // none
  std::string preposition = "of";
  for (const std::uint32_t child : tree.children(noun)) {
    if (tree[child].deprel != Deprel::Nmod || child < noun) continue;
    const std::string with = preposition_of(tree, child);
    if (with == "of" || with == "for") {
      other = child;
      preposition = with;
      const Words words = preposition_words(tree, child);
      found.words.insert(found.words.end(), words.begin(), words.end());
      // "director of research of the institute": the name at the end is what the office belongs to.
      for (const std::uint32_t deeper : tree.children(child)) {
        const std::string link = preposition_of(tree, deeper);
        if (is_name(tree, child) || !is_name(tree, deeper) || (link != "of" && link != "at" && link != "for"))
          continue;
        other = deeper;
        preposition = with + ' ' + lower_form(tree[child]) + ' ' + link;
        found.words.push_back(child);
        const Words more = preposition_words(tree, deeper);
        found.words.insert(found.words.end(), more.begin(), more.end());
        break;
      }
      break;
    }
  }
  // "Lind's brother", "Chad's currency", "the Acme subsidiary"
  if (other == kRootHead) {
    const auto owner = tree.find_child(noun, {Deprel::NmodPoss});
    if (owner && !is_wh_word(tree[*owner])) other = *owner;
  }
  const bool belongs = *kind == RelationalKind::Thing || lemma_of(tree[noun]) == "member";
  if (other == kRootHead && belongs) {
    for (const std::uint32_t child : tree.children(noun)) {
      const auto name = tree.name_of(child);
      if (tree[child].deprel != Deprel::Compound || !name || tree.name_of(noun) == name) continue;
      if (tree.sentence().names[*name].type == NameType::Org) other = child;
    }
  }
  if (other == kRootHead) return std::nullopt;
  // "Secretary of State Lind": the title is one name, and no state is meant.
  if (tree[noun].upos == Upos::Propn && tree[other].upos == Upos::Propn && !tree.name_of(other)) {
    return std::nullopt;
  }
  found.other = {other, Coordination::Distributed};
  found.lemma = "be";
  Words described;
  for (const std::uint32_t word : phrase_words(tree, noun)) {
    if (word > noun) break;
    const Token& tok = tree[word];
    if (tok.deprel == Deprel::Det || tok.upos == Upos::Punct) continue;
    bool of_owner = false;
    for (std::uint32_t at = word; at != noun && at != kRootHead; at = tree[at].head) of_owner |= at == other;
    if (!of_owner) described.push_back(word);
  }
  for (const std::uint32_t word : described) {
    found.lemma += ' ';
    found.lemma += tree[word].upos == Upos::Propn ? tree[word].form : lower_form(tree[word]);
  }
  found.lemma += ' ' + preposition;
  found.words.insert(found.words.end(), described.begin(), described.end());
  std::sort(found.words.begin(), found.words.end());
  return found;
}

class PredicateDrawer {
 public:
  PredicateDrawer(const SentenceView& view, std::uint32_t index)
      : view_(view), index_(index), clause_(view.clauses[index]) {}

  std::vector<Proposition> draw() {
    if (clause_.kind != PredicateKind::Nominal || clause_.subjects.empty()) return {};
    if (clause_.expletive || is_wh_word(view_.tree[clause_.head])) return {};
    const std::string predicate = lower_form(view_.tree[clause_.head]);
    if (predicate == "here" || predicate == "there") return {};
    const Token& subject = view_.tree[clause_.subjects.front().tok];
    const bool clausal = view_.tree.has_child(clause_.head, {Deprel::AclRelcl, Deprel::Ccomp, Deprel::Csubj,
                                                             Deprel::Advcl, Deprel::Xcomp, Deprel::Acl});
    if (is_time(view_, clause_.subjects.front().tok)) return {};  // "this year has been the deadliest"
    if (lower_form(subject) == "it" && clausal) return {};  // "it was the army that ...", "it is time to ..."
    const bool copular = view_.tree.has_child(clause_.head, {Deprel::Cop});
    copular_ = copular;
    std::string verb = "be";
    Words words;
    Construction construction = Construction::Copula;
    Context context = clause_.context;
    if (const auto copula = view_.tree.find_child(clause_.head, {Deprel::Cop})) words.push_back(*copula);
    if (!copular) {
      if (clause_.link == Deprel::Conj && clause_.parent != kNoClause &&
          view_.clauses[clause_.parent].kind == PredicateKind::Nominal) {
        return draw_as("be", {}, construction, context);
      }
      if (clause_.link != Deprel::Xcomp || clause_.parent == kNoClause) return {};
      const Clause& parent = view_.clauses[clause_.parent];
      if (parent.kind != PredicateKind::Verb) return {};
      words = {parent.head};
      if (parent.objects.empty() && parent.voice == Voice::Active) {
        verb = parent.verb;
      } else {
        construction = Construction::Complement;
        const bool judged = view_.lexicon.find_speech_verb(parent.verb).has_value();
        if (view_.tree[clause_.head].upos == Upos::Adj && !judged) return {};  // "shot dead": verbal draws it
        if (parent.voice == Voice::Passive) {
          verb = "be " + lower_form(view_.tree[parent.head]);
        } else if (!parent.subjects.empty() && view_.lexicon.find_speech_verb(parent.verb)) {
          context.speaker = parent.subjects.front();
        }
      }
    }
    return draw_as(verb, words, construction, context);
  }

 private:
  std::vector<Proposition> draw_as(const std::string& verb, const Words& words, Construction construction,
                                   const Context& context) {
    const DependencyTree& tree = view_.tree;
    const Token& head = tree[clause_.head];
    const Filler subject = clause_.subjects.front();
    std::vector<Proposition> drawn;
    const auto add = [&](const std::string& lemma, Words relation, Filler object) {
      Proposition fact;
      fact.construction = construction;
      fact.subject = subject;
      fact.object = object;
      fact.lemma = lemma;
      std::sort(relation.begin(), relation.end());
      relation.erase(std::unique(relation.begin(), relation.end()), relation.end());
      fact.relation = std::move(relation);
      fact.context = context;
      fact.clause = index_;
      drawn.push_back(std::move(fact));
    };
    const auto joined = [&](const Words& more) {
      Words all = words;
      all.insert(all.end(), more.begin(), more.end());
      return all;
    };
    const Words preposition = preposition_words(tree, clause_.head);
    if (!preposition.empty()) {  // "is in Paris"
      if (!is_time(view_, clause_.head)) {
        add(verb + ' ' + preposition_of(tree, clause_.head), joined(preposition),
            {clause_.head, Coordination::Distributed});
      }
      return drawn;
    }
    if (head.upos == Upos::Adj || head.upos == Upos::Adv || head.upos == Upos::Verb) {
      std::vector<Oblique> obliques = find_obliques(view_, clause_);
      if (!copular_ && construction == Construction::Copula && clause_.parent != kNoClause) {
        for (Oblique& oblique : find_obliques(view_, view_.clauses[clause_.parent])) {
          if (oblique.tok > clause_.head && oblique.role != Role::Place)
            obliques.push_back(std::move(oblique));
        }
      }
      for (const Oblique& oblique : obliques) {
        if (oblique.preposition.empty() || oblique.role == Role::Time || oblique.preposition == "than")
          continue;
        if (is_wh_word(tree[oblique.tok])) continue;
        Words relation = joined(preposition_words(tree, oblique.tok));
        relation.push_back(clause_.head);
        add(verb + ' ' + lower_form(head) + ' ' + oblique.preposition, relation,
            {oblique.tok, Coordination::Distributed});
      }
      if (drawn.empty() && !has_clausal_complement()) {
        add(verb, words, {clause_.head, Coordination::Single});
      }
      return drawn;
    }
    const auto relational = verb == "be" ? split_relational(view_, clause_.head) : std::nullopt;
    if (relational) {
      add(relational->lemma, joined(relational->words), relational->other);
    } else {
      add(verb, words, {clause_.head, Coordination::Distributed});
    }
    return drawn;
  }

  bool has_clausal_complement() const {
    return view_.tree.has_child(clause_.head, {Deprel::Xcomp, Deprel::Ccomp});
  }

  const SentenceView& view_;
  std::uint32_t index_;
  const Clause& clause_;
  bool copular_ = false;
};

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
    const std::string unit = lemma_of(tree_[noun]);
    if (unit == "percent" || unit == "%") return;
    if (tree_[noun].deprel == Deprel::OblUnmarked || is_time(view_, noun)) return;
    const bool event = view_.lexicon.find_event_noun(lemma_of(tree_[noun])) != nullptr;
    if (event && is_name(tree_, appositive)) return;  // "After the attack, Lind ..." is no apposition
    const bool noun_named = is_name(tree_, noun);
    const bool appositive_named = is_name(tree_, appositive);
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
    if (appositive_named && !noun_named) {
      draw_being(Construction::Apposition, appositive, noun);
    } else {
      draw_being(Construction::Apposition, noun, appositive);
    }
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
    const bool rank = std::all_of(words.begin(), words.end(), [&](std::uint32_t word) {
      return contains(kRanks, lower_form(tree_[word])) || tree_[word].upos == Upos::Punct;
    });
    if (rank) return;
    const auto owner = tree_.find_child(title, {Deprel::NmodPoss});
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

std::vector<Proposition> draw_predicate(const SentenceView& view, std::uint32_t clause) {
  return PredicateDrawer(view, clause).draw();
}

std::vector<Proposition> draw_phrase_facts(const SentenceView& view) {
  return PhraseFactDrawer(view).draw();
}

}  // namespace actorgraph
