#include "extract/verb_deed.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/mention_kind.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

bool is_imperative(const SentenceView& view, const Clause& clause) {
  return clause.link == Deprel::Root && clause.subjects.empty() && clause.voice == Voice::Active &&
         view.tree[clause.head].xpos == Xpos::Vb;
}

// "smuggled oil", "if required": a participle that says no event of its own.
bool is_adjectival(const SentenceView& view, const Clause& clause) {
  if (clause.link == Deprel::Acl) return clause.head < view.tree[clause.head].head;
  if (clause.link != Deprel::Advcl || clause.voice != Voice::Passive || clause.own_subject) return false;
  const auto mark = view.tree.find_child(clause.head, {Deprel::Mark});
  if (!mark || *mark + 1 != clause.head) return false;
  // "if required", "as defined in the law"
  return view.tree.children(clause.head).size() <= 2 || lower_form(view.tree[*mark]) == "as";
}

// "the Coalition to Counter Malaria"
bool is_in_name(const SentenceView& view, const Clause& clause) {
  const auto is_capital = [&](std::uint32_t tok) {
    const char first = view.tree[tok].form.empty() ? ' ' : view.tree[tok].form[0];
    return first >= 'A' && first <= 'Z';
  };
  const std::uint32_t head = clause.head;
  if (head < 2 || !is_capital(head)) return false;
  if (is_infinitive(view.tree, head) && view.tree[head - 1].form == "to" && is_capital(head - 2)) return true;
  // "the sequel Chasing Rain"
  return view.tree[head].xpos == Xpos::Vbg && head + 1 < view.tree.size() && is_capital(head + 1) &&
         view.tree[head - 1].upos != Upos::Punct && !is_capital(head - 1);
}

// "better than many expect", not "more than doubled"
bool is_compared(const SentenceView& view, const Clause& clause) {
  const auto mark = view.tree.find_child(clause.head, {Deprel::Mark});
  return mark && *mark + 1 < clause.head && lower_form(view.tree[*mark]) == "than";
}

// "the tool is easy to use", "7:42 remains": who uses it is not said, and no clock acts.
bool is_said_of_object(const SentenceView& view, const Clause& clause) {
  constexpr std::array<std::string_view, 14> kEasy = {
      "cheap", "dangerous", "difficult",  "easier",      "easy",     "expensive", "fit",
      "hard",  "harder",    "impossible", "impractical", "pleasant", "safe",      "simple"};
  if (clause.subjects.empty() || clause.own_subject) {
    return !clause.subjects.empty() && view.tree[clause.subjects.front().tok].upos == Upos::Num &&
           view.tree[clause.subjects.front().tok].form.find(':') != std::string::npos;
  }
  if (!is_infinitive(view.tree, clause.head) || clause.parent == kNoClause) return false;
  const Clause& parent = view.clauses[clause.parent];
  return parent.kind == PredicateKind::Nominal && clause.subjects == parent.subjects &&
         contains(kEasy, lower_form(view.tree[parent.head])) &&
         !may_act(view.tree, clause.subjects.front().tok, view.world);
}

}  // namespace

bool is_infinitive(const DependencyTree& tree, std::uint32_t tok) {
  const auto mark = tree.find_child(tok, {Deprel::Mark});
  return mark && lower_form(tree[*mark]) == "to";
}

bool says_deed(const SentenceView& view, const Clause& clause) {
  return !is_imperative(view, clause) && !is_adjectival(view, clause) && !is_compared(view, clause) &&
         !is_in_name(view, clause) && !is_said_of_object(view, clause);
}

}  // namespace actorgraph
