#include "extract/predicate.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/arguments.hpp"
#include "extract/noun_phrase.hpp"
#include "extract/relational_phrase.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

class PredicateDrawer {
 public:
  PredicateDrawer(const SentenceView& view, std::uint32_t index)
      : view_(view), index_(index), clause_(view.clauses[index]) {}

  std::vector<Proposition> draw() {
    if (clause_.kind != PredicateKind::Nominal || clause_.subjects.empty()) return {};
    if (clause_.expletive || is_wh_word(view_.tree[clause_.head])) return {};
    const std::string predicate = lower_form(view_.tree[clause_.head]);
    if (predicate == "here" || predicate == "there" || is_excess()) return {};
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
    if (const auto linked = idiom_object(verb)) {  // "is in charge of the army"
      Words relation = joined(preposition);
      relation.push_back(clause_.head);
      const Words link = preposition_words(tree, *linked);
      relation.insert(relation.end(), link.begin(), link.end());
      add(verb + ' ' + preposition_of(tree, clause_.head) + ' ' + lower_form(head) + ' ' +
              preposition_of(tree, *linked),
          std::move(relation), {*linked, Coordination::Distributed});
      return drawn;
    }
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
        if (oblique.role == Role::Cause || is_frame(view_, clause_, oblique)) continue;
        if (oblique.role == Role::Place && head.upos == Upos::Adj && !is_local(head)) continue;
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

  // What the predicate forms one relation with: the army of "in charge of the army".
  std::optional<std::uint32_t> idiom_object(const std::string& verb) const {
    const std::string preposition = preposition_of(view_.tree, clause_.head);
    if (preposition.empty()) return std::nullopt;
    const std::vector<std::string>* links =
        view_.lexicon.find_idiom(verb, preposition, lemma_of(view_.tree[clause_.head]));
    if (links == nullptr) return std::nullopt;
    for (const std::uint32_t child : view_.tree.children(clause_.head)) {
      const Deprel link = universal(view_.tree[child].deprel);
      if ((link != Deprel::Nmod && link != Deprel::Obl) || child < clause_.head) continue;
      if (std::find(links->begin(), links->end(), preposition_of(view_.tree, child)) != links->end())
        return child;
    }
    return std::nullopt;
  }

  // "is active in Chad"; "prices are high in Chad" says where, not what.
  static bool is_local(const Token& adjective) {
    constexpr std::array<std::string_view, 12> kLocal = {"absent",    "active",   "available", "common",
                                                         "endemic",   "involved", "popular",   "present",
                                                         "prevalent", "resident", "rife",      "widespread"};
    return contains(kLocal, lower_form(adjective));
  }

  // "too big to fail": not that it is big.
  bool is_excess() const {
    const auto& children = view_.tree.children(clause_.head);
    return view_.tree[clause_.head].upos == Upos::Adj &&
           view_.tree.has_child(clause_.head, {Deprel::Advcl, Deprel::Xcomp, Deprel::Ccomp}) &&
           std::any_of(children.begin(), children.end(), [&](std::uint32_t child) {
             return view_.tree[child].deprel == Deprel::Advmod && lower_form(view_.tree[child]) == "too";
           });
  }

  bool has_clausal_complement() const {
    return view_.tree.has_child(clause_.head, {Deprel::Xcomp, Deprel::Ccomp});
  }

  const SentenceView& view_;
  std::uint32_t index_;
  const Clause& clause_;
  bool copular_ = false;
};

}  // namespace

std::vector<Proposition> draw_predicate(const SentenceView& view, std::uint32_t clause) {
  return PredicateDrawer(view, clause).draw();
}

}  // namespace actorgraph
