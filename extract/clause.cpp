#include "extract/clause.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/context.hpp"
#include "extract/noun_phrase.hpp"
#include "extract/subject_finder.hpp"
#include "extract/word_list.hpp"

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

// Nouns of what one means to do.
constexpr std::array<std::string_view, 24> kPurposes = {
    "aim",  "ambition", "approach", "challenge", "desire", "dream",    "duty",   "goal",
    "hope", "idea",     "intent",   "intention", "job",    "mission",  "object", "objective",
    "plan", "policy",   "priority", "purpose",   "role",   "strategy", "task",   "wish"};

// Bare nouns with "by" that say how, not who.
constexpr std::array<std::string_view, 28> kMeans = {
    "accident", "air",  "boat",       "bus",  "car",      "decree",    "email",   "fax",   "ferry", "foot",
    "force",    "hand", "helicopter", "land", "law",      "mail",      "mistake", "phone", "plane", "radio",
    "rail",     "road", "sea",        "ship", "surprise", "telephone", "train",   "truck"};

// Builds the clauses from the root down, so that a clause can take participants from those above it.
class ClauseBuilder {
 public:
  ClauseBuilder(const DependencyTree& tree, const Lexicon& lexicon, const World& world)
      : tree_(tree), finder_(tree, lexicon, world, clauses_, clause_of_) {}

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
      mend_purpose(clause);
      finder_.inherit(clause);
      inherit_objects(clause);
    }
    // A gap filled may be the subject that clauses below have taken over.
    for (Clause& clause : clauses_) {
      fill_gap(clause);
      if (clause.own_subject) continue;
      clause.subjects.clear();
      finder_.inherit(clause);
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
    // "rose by 3 percent", "lost by eleven votes"
    const bool counted =
        agent && tree_.has_child(*agent, {Deprel::Nummod}) && tree_.has_child(clause.head, {Deprel::Nsubj});
    const bool measured = agent && (is_measure(*agent) || counted) && word.xpos != Xpos::Vbn;
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
    return finder_.described_noun(*at);
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
          if (is_measure(child) || is_means(child) ||
              (clause.voice == Voice::Active && tree_.has_child(child, {Deprel::Nummod}))) {
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

  // "Chad's aim is to win", "the plan is to build": whose aim it is does so, and no aim does.
  void mend_purpose(Clause& clause) const {
    if (clause.kind != PredicateKind::Verb || clause.subjects.empty() || !has_marker(tree_, clause, "to") ||
        !tree_.has_child(clause.head, {Deprel::Cop}))
      return;
    const std::uint32_t subject = clause.subjects.front().tok;
    if (!contains(kPurposes, lemma_of(tree_[subject]))) return;
    const auto owner = tree_.find_child(subject, {Deprel::NmodPoss});
    clause.subjects.clear();
    if (owner && !is_wh_word(tree_[*owner])) clause.subjects.push_back(Filler{*owner});
  }

  // "rose by 3 percent": no agent.
  bool is_measure(std::uint32_t tok) const {
    const Token& word = tree_[tok];
    if (word.upos == Upos::Num || word.upos == Upos::Sym) return true;
    const std::string lemma = lemma_of(word);
    return (lemma == "percent" || lemma == "point" || lemma == "cent") &&
           tree_.has_child(tok, {Deprel::Nummod});
  }

  // "was taken by bus"
  bool is_means(std::uint32_t tok) const {
    const bool bare = tree_.children(tok).size() == 1;  // the preposition
    return bare && contains(kMeans, lemma_of(tree_[tok]));
  }

  static bool is_existential(const Token& tok) { return tok.xpos == Xpos::Ex || lower_form(tok) == "there"; }

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
    if (!tree_.has_child(clause.head, {Deprel::Cc}) || clause.own_subject || !is_chain(first, clause)) return;
    const auto share = [&](Clause& other) {
      if (other.objects.empty() && other.voice == Voice::Active && other.obliques.empty())
        other.objects = clause.objects;
    };
    share(first);
    for (Clause& other : clauses_) {
      const bool between =
          other.parent == clause.parent && first.head < other.head && other.head < clause.head;
      if (between && other.kind == PredicateKind::Verb) share(other);
    }
  }

  // Whether only verbs, commas and conjunctions stand between two coordinated verbs: "find, arrest and try".
  [[nodiscard]] bool is_chain(const Clause& first, const Clause& last) const {
    for (std::uint32_t tok = first.head + 1; tok < last.head; ++tok) {
      const Token& word = tree_[tok];
      const bool verb = word.deprel == Deprel::Conj && word.head == first.head && word.upos == Upos::Verb;
      if (!verb && word.deprel != Deprel::Cc && word.deprel != Deprel::Punct) return false;
    }
    return true;
  }

  // "the aid they offered": the noun is the object that the clause lacks, or a participant of a clause below.
  void fill_gap(Clause& clause) {
    if (clause.link != Deprel::AclRelcl || clause.kind != PredicateKind::Verb || !clause.own_subject) return;
    const TokenRange range = tree_.subtree(clause.head);
    for (std::uint32_t tok = range.begin; tok < range.end; ++tok) {
      if (is_wh_word(tree_[tok]) || (is_relative_word(clause, tok) && tree_[tok].head == clause.head)) return;
    }
    const Filler noun = finder_.described_noun(clause);
    const std::string lemma = lemma_of(tree_[noun.tok]);
    if (is_time_word(tree_[noun.tok]) || contains(kAdverbialNouns, lemma)) {
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
  std::vector<Clause> clauses_;
  std::vector<std::uint32_t> clause_of_;  // of every token that heads a clause
  SubjectFinder finder_;
};

}  // namespace

std::string lower_form(const Token& tok) {
  std::string form = tok.form;
  for (char& c : form) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return form;
}

bool has_marker(const DependencyTree& tree, const Clause& clause, std::string_view form) {
  for (const std::uint32_t child : tree.children(clause.head)) {
    if (tree[child].deprel == Deprel::Mark && lower_form(tree[child]) == form) return true;
  }
  return false;
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
    // "died in rioting": a marker to parsers that take the noun for a verb.
    const bool marks_noun = relation == Deprel::Mark && tree[tok].upos == Upos::Noun &&
                            universal(tree[tok].deprel) == Deprel::Obl && child + 1 == tok;
    if ((relation != Deprel::Case && !marks_noun) || tree[child].upos == Upos::Part || child > tok) continue;
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

std::vector<Clause> find_clauses(const DependencyTree& tree, const Lexicon& lexicon, const World& world) {
  std::vector<Clause> clauses = ClauseBuilder(tree, lexicon, world).build();
  set_contexts(tree, lexicon, clauses);
  return clauses;
}

}  // namespace actorgraph
