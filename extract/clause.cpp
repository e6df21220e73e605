#include "extract/clause.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/context.hpp"
#include "extract/noun_phrase.hpp"

namespace actorgraph {
namespace {

bool is_verbal(const Token& tok) {
  return tok.upos == Upos::Verb || tok.upos == Upos::Aux;
}

bool is_participle(const Token& tok) {
  if (tok.xpos == Xpos::Vbn) return true;
  return tok.xpos == Xpos::None && tok.feats.find("VerbForm=Part") != std::string::npos &&
         tok.feats.find("Tense=Past") != std::string::npos;
}

bool is_clause_link(Deprel relation) {
  switch (relation) {
    case Deprel::Root:
    case Deprel::Ccomp:
    case Deprel::Xcomp:
    case Deprel::Advcl:
    case Deprel::AdvclRelcl:
    case Deprel::Acl:
    case Deprel::AclRelcl:
    case Deprel::Csubj:
    case Deprel::CsubjPass:
    case Deprel::CsubjOuter:
    case Deprel::Parataxis:
      return true;
    default:
      return false;
  }
}

constexpr std::array<std::string_view, 9> kAdverbialNouns = {"way",    "reason", "time",  "moment", "place",
                                                             "extent", "fact",   "point", "speed"};

// Verbs whose phrase with "for" does what the infinitive says.
constexpr std::array<std::string_view, 8> kWaiting = {"appeal", "arrange", "call", "hope",
                                                      "plead",  "press",   "push", "wait"};

// Builds the clauses from the root down, so that a clause can take participants from those above it.
class ClauseBuilder {
 public:
  ClauseBuilder(const DependencyTree& tree, const Lexicon& lexicon) : tree_(tree), lexicon_(lexicon) {}

  std::vector<Clause> build() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> open;  // token, clause that holds it
    for (std::uint32_t tok = 0; tok < tree_.size(); ++tok) {
      if (tree_[tok].head == kRootHead) open.emplace_back(tok, kNoClause);
    }
    clause_of_.assign(tree_.size(), kNoClause);
    while (!open.empty()) {
      auto [tok, holder] = open.back();
      open.pop_back();
      if (heads_clause(tok)) {
        Clause clause;
        clause.head = tok;
        clause.parent = holder;
        clause.link = tree_[tok].deprel;
        holder = static_cast<std::uint32_t>(clauses_.size());
        clause_of_[tok] = holder;
        clauses_.push_back(std::move(clause));
      }
      const auto children = tree_.children(tok);
      for (std::size_t i = children.size(); i > 0; --i) open.emplace_back(children[i - 1], holder);
    }
    for (Clause& clause : clauses_) {
      describe(clause);
      fill_own(clause);
      inherit_subject(clause);
      inherit_objects(clause);
    }
    // A gap filled may be the subject that clauses below have taken over.
    for (Clause& clause : clauses_) {
      fill_gap(clause);
      if (clause.own_subject) continue;
      clause.subjects.clear();
      inherit_subject(clause);
    }
    return std::move(clauses_);
  }

 private:
  bool heads_clause(std::uint32_t tok) const {
    const Token& word = tree_[tok];
    if (is_clause_link(word.deprel)) return true;
    if (word.deprel != Deprel::Conj) return false;
    const bool clausal = tree_.has_child(tok, {Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter,
                                               Deprel::Cop, Deprel::Aux, Deprel::AuxPass});
    if (clausal) return true;
    if (clause_of_[word.head] == kNoClause) return false;
    // A coordinated noun in a nominal predicate is a second filler, not a second clause.
    return is_verbal(word) || (word.upos == Upos::Adj && tree_[word.head].upos != Upos::Noun &&
                               tree_[word.head].upos != Upos::Propn);
  }

  void describe(Clause& clause) const {
    const Token& word = tree_[clause.head];
    const bool copular = tree_.has_child(clause.head, {Deprel::Cop});
    const auto agent = tree_.find_child(clause.head, {Deprel::OblAgent});
    const bool measured = agent && is_measure(*agent) && word.xpos != Xpos::Vbn;  // "rose by 3 percent"
    const bool passive = !measured && tree_.has_child(clause.head, {Deprel::NsubjPass, Deprel::AuxPass,
                                                                    Deprel::CsubjPass, Deprel::OblAgent});
    const bool infinitive = word.xpos == Xpos::Vb;  // "is to hold talks"
    clause.kind = is_verbal(word) && (!copular || is_participle(word) || infinitive) ? PredicateKind::Verb
                                                                                     : PredicateKind::Nominal;
    // "has seized the town" is active, whatever its subject is called.
    const bool active = !tree_.has_child(clause.head, {Deprel::AuxPass, Deprel::OblAgent}) &&
                        tree_.has_child(clause.head, {Deprel::Obj}) &&
                        tree_.has_child(clause.head, {Deprel::Aux});
    if (passive && !active && is_verbal(word)) {
      clause.kind = PredicateKind::Verb;
      clause.voice = Voice::Passive;
    }
    if (clause.kind == PredicateKind::Nominal) {
      clause.verb = "be";
      return;
    }
    clause.verb = lemma_of(word);
    for (const std::uint32_t child : tree_.children(clause.head)) {
      if (tree_[child].deprel == Deprel::CompoundPrt) clause.verb += ' ' + lower_form(tree_[child]);
    }
    // Without a subject of its own a noun's clause is never in the past tense, whatever the tagger says.
    const bool reduced = clause.link == Deprel::Acl && word.xpos == Xpos::Vbd;
    if (clause.voice == Voice::Passive || (!is_participle(word) && !reduced)) return;
    const bool bare = !tree_.has_child(clause.head, {Deprel::Aux, Deprel::Nsubj, Deprel::Obj});
    if (!bare) {
      if (copular) clause.voice = Voice::Passive;
      return;
    }
    switch (clause.link) {
      case Deprel::Acl:
      case Deprel::Advcl:
      case Deprel::Xcomp:
      case Deprel::AclRelcl:
      case Deprel::Root:
        clause.voice = Voice::Passive;
        break;
      case Deprel::Conj:
        if (clause.parent != kNoClause) clause.voice = clauses_[clause.parent].voice;
        break;
      default:
        if (copular) clause.voice = Voice::Passive;
        break;
    }
  }

  // The noun that the innermost relative clause around `clause` describes.
  std::optional<Filler> antecedent(const Clause& clause) const {
    const Clause* at = &clause;
    while (at->link != Deprel::AclRelcl) {
      if (at->parent == kNoClause) return std::nullopt;
      at = &clauses_[at->parent];
    }
    return described_noun(*at);
  }

  // "a duet with Lind, which drew crowds", "aides of the ministry who left": which is no person, and who is
  // one. Where the noun does not fit, the one above it is meant.
  std::uint32_t fitting_noun(const Clause& clause) const {
    const std::uint32_t noun = tree_[clause.head].head;
    const std::uint32_t above = tree_[noun].head;
    if (clause.link != Deprel::AclRelcl || tree_[noun].deprel != Deprel::Nmod || above == kRootHead ||
        above > noun)
      return noun;
    if (tree_[above].upos != Upos::Noun) return noun;
    const auto name = tree_.name_of(noun);
    if (!name) return noun;
    const bool person = tree_.sentence().names[*name].type == NameType::Person;
    for (const std::uint32_t child : tree_.children(clause.head)) {
      if (tree_[child].deprel != Deprel::Nsubj && tree_[child].deprel != Deprel::NsubjPass) continue;
      const std::string form = lower_form(tree_[child]);
      if ((form == "which" && person) || (form == "who" && !person)) return above;
    }
    return noun;
  }

  // The noun that a relative or participial clause hangs from; all of a coordination where it follows the
  // last.
  Filler described_noun(const Clause& clause) const {
    const std::uint32_t noun = fitting_noun(clause);
    std::uint32_t last = noun;
    for (const std::uint32_t child : tree_.children(noun)) {
      if (tree_[child].deprel == Deprel::Conj) last = child;
    }
    // "Lind is a pilot who ...": what is said of the pilot is said of Lind.
    const std::uint32_t predicate = clause_of_[noun];
    if (predicate != kNoClause && last == noun) {
      const Clause& being = clauses_[predicate];
      if (being.kind == PredicateKind::Nominal && being.subjects.size() == 1 && !being.expletive &&
          tree_.has_child(noun, {Deprel::Cop}) && tree_[being.subjects.front().tok].upos != Upos::Pron) {
        return being.subjects.front();
      }
    }
    const bool shared = last < tree_.subtree(clause.head).begin && last != noun;
    return {noun, shared ? Coordination::Distributed : Coordination::Single};
  }

  bool is_relative_word(const Clause& clause, std::uint32_t tok) const {
    const Token& word = tree_[tok];
    if (is_wh_word(word)) return true;
    return word.upos == Upos::Pron && clause.link == Deprel::AclRelcl && lower_form(word) == "that" &&
           tok < clause.head;
  }

  std::optional<Filler> filler(const Clause& clause, std::uint32_t tok) const {
    if (!is_relative_word(clause, tok)) return Filler{tok, Coordination::Distributed};
    return antecedent(clause);
  }

  void fill_own(Clause& clause) const {
    for (const std::uint32_t child : tree_.children(clause.head)) {
      const Token& word = tree_[child];
      const auto add = [&](std::vector<Filler>& slot) {
        if (const auto who = filler(clause, child)) slot.push_back(*who);
      };
      switch (word.deprel) {
        case Deprel::Nsubj:
        case Deprel::NsubjPass:
        case Deprel::NsubjOuter:
          clause.own_subject = true;
          if (is_existential(word)) {
            clause.expletive = true;
          } else if (clause.subjects.empty()) {
            add(clause.subjects);
          } else if (word.upos == Upos::Propn &&
                     tree_.subtree(child).begin == clause.subjects.front().tok + 1) {
            clause.subjects = {Filler{child}};  // a title that the parser left beside its name
          }
          break;
        case Deprel::Csubj:
        case Deprel::CsubjPass:
        case Deprel::CsubjOuter:
          clause.own_subject = true;
          clause.expletive = true;
          break;
        case Deprel::Expl:
          clause.own_subject = true;
          clause.expletive = true;
          break;
        case Deprel::Obj:
          add(clause.objects);
          break;
        case Deprel::Iobj:
          add(clause.recipients);
          break;
        case Deprel::OblAgent:
          if (is_measure(child)) {
            clause.obliques.push_back(child);
          } else if (!is_time_word(word)) {
            add(clause.agents);
          }
          break;
        case Deprel::Obl:
        case Deprel::OblUnmarked:
          clause.obliques.push_back(child);
          break;
        default:
          break;
      }
    }
  }

  // "rose by 3 percent": no agent.
  bool is_measure(std::uint32_t tok) const {
    const Token& word = tree_[tok];
    if (word.upos == Upos::Num || word.upos == Upos::Sym) return true;
    const std::string lemma = lemma_of(word);
    return (lemma == "percent" || lemma == "point" || lemma == "cent") &&
           tree_.has_child(tok, {Deprel::Nummod});
  }

  static bool is_existential(const Token& tok) { return tok.xpos == Xpos::Ex || lower_form(tok) == "there"; }

  bool has_marker(const Clause& clause, std::string_view form) const {
    for (const std::uint32_t child : tree_.children(clause.head)) {
      if (tree_[child].deprel == Deprel::Mark && lower_form(tree_[child]) == form) return true;
    }
    return false;
  }

  void inherit_subject(Clause& clause) const {
    if (clause.own_subject || !clause.subjects.empty()) return;
    if (clause.link == Deprel::AclRelcl || clause.link == Deprel::AdvclRelcl) {
      if (clause.link == Deprel::AclRelcl) clause.subjects = {described_noun(clause)};
      return;
    }
    if (clause.parent == kNoClause) return;
    const Clause& parent = clauses_[clause.parent];
    if (const auto who = named_doer(clause, parent)) {
      clause.subjects = {*who};
      return;
    }
    switch (clause.link) {
      case Deprel::Conj:
        clause.subjects = parent.subjects;
        clause.expletive = parent.expletive && parent.subjects.empty();
        break;
      case Deprel::Xcomp:
      case Deprel::Ccomp:
        clause.subjects = controller(parent);
        break;
      case Deprel::Advcl:
        clause.subjects = adverbial_controller(clause, parent);
        break;
      case Deprel::Acl:
        clause.subjects = noun_controller(clause, parent);
        break;
      default:
        break;
    }
  }

  // "called for the troops to leave", "called on Chad to leave": the phrase right before the infinitive.
  std::optional<Filler> named_doer(const Clause& clause, const Clause& parent) const {
    if (!has_marker(clause, "to") || !parent.objects.empty()) return std::nullopt;
    const bool marked = has_marker(clause, "for");
    for (const std::uint32_t oblique : parent.obliques) {
      if (tree_.subtree(oblique).end + 1 != clause.head) continue;
      const std::string preposition = preposition_of(tree_, oblique);
      const bool waits =
          preposition == "for" && std::find(kWaiting.begin(), kWaiting.end(), parent.verb) != kWaiting.end();
      const bool addressed = (preposition == "on" || preposition == "upon") &&
                             lexicon_.find_object_control(parent.verb + ' ' + preposition) != nullptr;
      if ((marked && preposition.empty()) || waits || addressed)
        return Filler{oblique, Coordination::Distributed};
    }
    return std::nullopt;
  }

  // Who does what the complement of `parent` says.
  std::vector<Filler> controller(const Clause& parent) const {
    if (parent.voice == Voice::Passive) return parent.subjects;
    const bool by_subject = lexicon_.find_subject_control(parent.verb) != nullptr &&
                            lexicon_.find_object_control(parent.verb) == nullptr;
    if (by_subject && parent.recipients.empty()) {
      // "want the army to leave": with a subject of its own the complement would not come here, but parsers
      // make the army an object.
      const ControlVerb* verb = lexicon_.find_subject_control(parent.verb);
      const bool promise = verb->keep == KeepVerb::Keep;
      return parent.objects.empty() || promise ? parent.subjects : parent.objects;
    }
    if (!parent.recipients.empty()) return parent.recipients;
    if (!parent.objects.empty()) {
      // "held talks to reach a deal": no event does what is meant by it.
      const std::string object = lemma_of(tree_[parent.objects.front().tok]);
      const EventNoun* event = lexicon_.find_event_noun(object);
      const bool deed = event != nullptr && (event->frame == EventFrame::Mutual ||
                                             lexicon_.find_object_control(parent.verb) == nullptr);
      return deed ? parent.subjects : parent.objects;
    }
    // "called on the parties to talk"
    if (lexicon_.find_object_control(parent.verb + " on") != nullptr) {
      for (const std::uint32_t oblique : parent.obliques) {
        const std::string preposition = preposition_of(tree_, oblique);
        if (preposition == "on" || preposition == "upon") return {Filler{oblique}};
      }
    }
    return parent.subjects;
  }

  bool is_event(Filler filler) const {
    return lexicon_.find_event_noun(lemma_of(tree_[filler.tok])) != nullptr;
  }

  std::vector<Filler> adverbial_controller(const Clause& clause, const Clause& parent) const {
    const bool object_gerund = has_marker(clause, "of") || has_marker(clause, "from") ||
                               has_marker(clause, "as") || has_marker(clause, "for") ||
                               has_marker(clause, "with") || has_marker(clause, "into") ||
                               has_marker(clause, "against");
    const ControlVerb* verb = lexicon_.find_object_control(parent.verb);
    if (parent.voice == Voice::Active && !parent.objects.empty() && object_gerund &&
        (verb != nullptr || has_marker(clause, "as"))) {
      return parent.objects;
    }
    if (parent.voice == Voice::Active && !parent.objects.empty() && has_marker(clause, "to") &&
        verb != nullptr && lexicon_.find_subject_control(parent.verb) == nullptr &&
        !is_event(parent.objects.front())) {
      return parent.objects;
    }
    return parent.subjects;
  }

  // "the attempt to bomb", "troops guarding the gate", "the bill passed by the house"
  std::vector<Filler> noun_controller(const Clause& clause, const Clause& parent) const {
    const std::uint32_t noun = tree_[clause.head].head;
    const bool infinitive = has_marker(clause, "to");
    const bool gerund =
        !infinitive && tree_[clause.head].xpos == Xpos::Vbg && tree_.has_child(clause.head, {Deprel::Mark});
    if (!infinitive && !gerund) {
      const bool content = has_marker(clause, "that");
      if (content) return {};
      return {described_noun(clause)};
    }
    if (tree_[noun].upos != Upos::Noun && tree_[noun].upos != Upos::Propn)
      return parent.subjects;  // "do more to"
    const std::string lemma = lemma_of(tree_[noun]);
    if (infinitive && (lemma == "way" || lemma == "means")) return {};  // the phrase says it: "ways to win"
    const bool content =
        lexicon_.find_content_noun(lemma).has_value() || lexicon_.find_event_noun(lemma) != nullptr;
    if (!content && !gerund) {
      // "sent troops to guard the gate" or "released prisoners to mark the day": the verb decides.
      const bool in_predicate = tree_[noun].head == parent.head && parent.kind == PredicateKind::Verb &&
                                parent.voice == Voice::Active && !parent.subjects.empty() &&
                                tree_[noun].deprel != Deprel::Nsubj;
      return in_predicate && lexicon_.find_object_control(parent.verb) == nullptr
                 ? parent.subjects
                 : std::vector<Filler>{described_noun(clause)};
    }
    const bool is_object = std::any_of(parent.objects.begin(), parent.objects.end(),
                                       [noun](Filler object) { return object.tok == noun; });
    if (!content && is_object && lexicon_.find_object_control(parent.verb) != nullptr) {
      return {described_noun(clause)};  // "accused the mayor of lying"
    }
    if (const auto owner = tree_.find_child(noun, {Deprel::NmodPoss})) {
      if (!is_wh_word(tree_[*owner])) return {Filler{*owner, Coordination::Distributed}};
    }
    if (clause_of_[noun] != kNoClause)
      return parent.subjects;  // "his plan is to ..." and "X is a bid to ..."
    const Deprel slot = universal(tree_[noun].deprel);
    const bool in_predicate = slot == Deprel::Obj || slot == Deprel::Obl;
    if (in_predicate && tree_[noun].head == parent.head) {
      // "was accused of plots to": who suffers the verb is who the noun is about.
      if (parent.voice == Voice::Active || lexicon_.find_object_control(parent.verb) != nullptr)
        return parent.subjects;
      return parent.agents;
    }
    return {};
  }

  // What follows the second of two coordinated verbs belongs to both: "shot and killed a man".
  void inherit_objects(Clause& clause) {
    if (clause.link != Deprel::Conj || clause.parent == kNoClause || clause.kind != PredicateKind::Verb)
      return;
    Clause& first = clauses_[clause.parent];
    if (clause.voice == Voice::Passive) {  // "was hit and killed by a car"
      if (first.voice != Voice::Passive || clause.own_subject || clause.head != first.head + 2) return;
      if (first.agents.empty()) {
        first.agents = clause.agents;
      } else if (clause.agents.empty() && first.agents.front().tok > clause.head) {
        clause.agents = first.agents;
      }
      return;
    }
    if (first.kind != PredicateKind::Verb) return;
    if (clause.objects.empty() && !first.objects.empty() && !clause.own_subject) {
      const bool after = std::all_of(first.objects.begin(), first.objects.end(),
                                     [&](Filler object) { return object.tok > clause.head; });
      if (after) clause.objects = first.objects;
    }
    const bool adjacent = clause.head == first.head + 2 && tree_.has_child(clause.head, {Deprel::Cc});
    if (first.objects.empty() && first.voice == Voice::Active && adjacent && !clause.own_subject &&
        first.obliques.empty()) {
      first.objects = clause.objects;
    }
  }

  // "the aid they offered": the noun is the object that the clause lacks, or a participant of a clause below.
  void fill_gap(Clause& clause) {
    if (clause.link != Deprel::AclRelcl || clause.kind != PredicateKind::Verb || !clause.own_subject) return;
    const TokenRange range = tree_.subtree(clause.head);
    for (std::uint32_t tok = range.begin; tok < range.end; ++tok) {
      if (is_wh_word(tree_[tok]) || (is_relative_word(clause, tok) && tree_[tok].head == clause.head)) return;
    }
    const Filler noun = described_noun(clause);
    const std::string lemma = lemma_of(tree_[noun.tok]);
    if (is_time_word(tree_[noun.tok]) ||
        std::find(kAdverbialNouns.begin(), kAdverbialNouns.end(), lemma) != kAdverbialNouns.end()) {
      return;
    }
    Clause* at = &clause;
    while (true) {
      Clause* below = nullptr;
      for (const std::uint32_t child : tree_.children(at->head)) {
        const Deprel link = tree_[child].deprel;
        if ((link == Deprel::Ccomp || link == Deprel::Xcomp) && clause_of_[child] != kNoClause) {
          below = &clauses_[clause_of_[child]];
        }
      }
      if (below == nullptr) break;
      if (below->link == Deprel::Ccomp && !below->own_subject) {
        below->subjects = {noun};
        below->own_subject = true;
        return;
      }
      at = below;
    }
    if (at->kind == PredicateKind::Verb && at->voice == Voice::Active && at->objects.empty() &&
        !at->expletive) {
      at->objects.push_back(noun);
    }
  }

  const DependencyTree& tree_;
  const Lexicon& lexicon_;
  std::vector<Clause> clauses_;
  std::vector<std::uint32_t> clause_of_;  // of every token that heads a clause
};

}  // namespace

std::string lower_form(const Token& tok) {
  std::string form = tok.form;
  for (char& c : form) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return form;
}

std::string lemma_of(const Token& tok) {
  if (tok.lemma.empty() || tok.lemma == "_") return lower_form(tok);
  std::string lemma = tok.lemma;
  for (char& c : lemma) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lemma;
}

std::vector<std::uint32_t> preposition_words(const DependencyTree& tree, std::uint32_t tok) {
  std::vector<std::uint32_t> words;
  for (const std::uint32_t child : tree.children(tok)) {
    const Deprel relation = tree[child].deprel;
    if (relation != Deprel::Case || tree[child].upos == Upos::Part || child > tok) continue;
    words.push_back(child);
    for (const std::uint32_t part : tree.children(child)) {
      if (tree[part].deprel == Deprel::Fixed) words.push_back(part);
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

std::string preposition_of(const DependencyTree& tree, std::uint32_t tok) {
  std::string text;
  for (const std::uint32_t word : preposition_words(tree, tok)) {
    if (!text.empty()) text += ' ';
    text += lower_form(tree[word]);
  }
  return text;
}

std::vector<Clause> find_clauses(const DependencyTree& tree, const Lexicon& lexicon) {
  std::vector<Clause> clauses = ClauseBuilder(tree, lexicon).build();
  set_contexts(tree, lexicon, clauses);
  return clauses;
}

}  // namespace actorgraph
