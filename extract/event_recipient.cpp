#include "extract/event_recipient.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "extract/arguments.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kMostSteps = 24;

// Prepositions of places and times, and of who says so.
constexpr std::array<std::string_view, 24> kCircumstances = {
    "in",     "at",      "near",    "on",    "outside", "inside", "into",         "after",
    "before", "during",  "since",   "until", "across",  "around", "along",        "amid",
    "within", "through", "despite", "as",    "like",    "under",  "according to", "because of"};
// What an act is done in, and whom that names: "in protest against", "in defiance of".
constexpr std::array<std::string_view, 9> kReactions = {"cooperation", "defiance",   "opposition",
                                                        "protest",     "reaction",   "response",
                                                        "retaliation", "solidarity", "support"};
// Clauses beside the act: "after rebels attacked".
constexpr std::array<std::string_view, 13> kBeside = {"after", "although", "as",   "because", "before",
                                                      "if",    "since",    "so",   "though",  "unless",
                                                      "until", "when",     "while"};
constexpr std::array<std::string_view, 7> kPlaces = {"in", "at", "near", "outside", "into", "inside", "on"};

// Verbs that move their object from or to somebody, and where that is.
constexpr std::array<std::string_view, 18> kMoving = {
    "deploy", "dispatch", "evacuate", "fly",  "move",    "pull out", "pull",    "recall",   "redeploy",
    "remove", "return",   "rush",     "send", "station", "transfer", "send in", "withdraw", "pull back"};
constexpr std::array<std::string_view, 9> kWays = {"along", "around", "from", "in",    "into",
                                                   "near",  "on",     "to",   "out of"};

bool is_modifier(Deprel relation) {
  return relation == Deprel::Amod || relation == Deprel::Compound || relation == Deprel::NmodDesc;
}

}  // namespace

bool EventRecipient::may_receive(std::uint32_t tok, std::uint32_t subject) const {
  if (tok == subject || is_time(view_, tok) || !patterns_.is_actor(tok)) return false;
  if (const auto owner = view_.tree.find_child(tok, {Deprel::NmodPoss})) {  // "its troops"
    const std::string form = lower_form(view_.tree[*owner]);
    if (form == "its" || form == "their") return false;
  }
  const auto name = view_.tree.name_of(tok);
  return !name || view_.tree.sentence().names[*name].type != NameType::Fac;
}

std::optional<std::uint32_t> EventRecipient::find_in_phrase(std::uint32_t head, std::uint32_t subject) const {
  const DependencyTree& tree = view_.tree;
  std::vector<std::uint32_t> queue = {head};
  for (std::size_t i = 0; i < queue.size() && i < kMostSteps; ++i) {
    for (const std::uint32_t child : tree.children(queue[i])) {
      const Deprel relation = tree[child].deprel;
      const bool named = (is_modifier(relation) && tree.name_of(child)) || relation == Deprel::Compound;
      const bool phrase = universal(relation) == Deprel::Nmod && !is_modifier(relation);
      // "its": whose deed this is, no other party.
      if (tree[child].upos == Upos::Pron || child == subject) continue;
      if ((named || phrase) && may_receive(child, subject)) return child;
      if (named || phrase || is_modifier(relation)) queue.push_back(child);
    }
  }
  return std::nullopt;
}

std::optional<std::uint32_t> EventRecipient::find_in_clause(const Clause& clause,
                                                            std::uint32_t subject) const {
  const DependencyTree& tree = view_.tree;
  std::vector<std::uint32_t> queue = {clause.head};
  for (std::size_t i = 0; i < queue.size() && i < kMostSteps; ++i) {
    for (const std::uint32_t child : tree.children(queue[i])) {
      if (child < clause.head || child == subject) continue;
      switch (tree[child].deprel) {
        case Deprel::Obl:
        case Deprel::Nmod:
          if (contains(kReactions, lemma_of(tree[child]))) break;
          if (contains(kCircumstances, preposition_of(tree, child))) continue;
          [[fallthrough]];
        case Deprel::Obj:
        case Deprel::Iobj:
        case Deprel::NmodPoss:
        case Deprel::Nsubj:
          if (tree[child].upos != Upos::Pron && may_receive(child, subject)) return child;
          break;
        case Deprel::Advcl:
          if (const auto mark = tree.find_child(child, {Deprel::Mark});
              mark && contains(kBeside, lower_form(tree[*mark]))) {
            continue;
          }
          break;
        case Deprel::Ccomp:
        case Deprel::Xcomp:
          break;
        case Deprel::Amod:
        case Deprel::Compound:
          if (tree.name_of(child) && may_receive(child, subject)) return child;
          continue;
        default:
          continue;
      }
      queue.push_back(child);
    }
  }
  return std::nullopt;
}

std::optional<std::uint32_t> EventRecipient::find_place(std::uint32_t head, std::uint32_t subject) const {
  std::vector<std::uint32_t> queue = {head};
  for (std::size_t i = 0; i < queue.size() && i < kMostSteps; ++i) {
    for (const std::uint32_t child : view_.tree.children(queue[i])) {
      const Deprel relation = universal(view_.tree[child].deprel);
      const bool phrase = relation == Deprel::Obl || relation == Deprel::Nmod;
      if (child == subject || child < head || is_time(view_, child)) continue;
      if (phrase && contains(kPlaces, preposition_of(view_.tree, child)) &&
          patterns_.is_of_class(child, "gpe"))
        return child;
      if (phrase || relation == Deprel::Obj || relation == Deprel::Acl) queue.push_back(child);
    }
  }
  return std::nullopt;
}

// "withdrew its troops from Chad": not the troops.
std::optional<std::uint32_t> EventRecipient::find_end_of_way(const Proposition& fact,
                                                             std::uint32_t subject) const {
  if (fact.clause == kNoClause || fact.event != kNoClause) return std::nullopt;
  const Clause& clause = view_.clauses[fact.clause];
  if (clause.objects.empty() || !contains(kMoving, clause.verb)) return std::nullopt;
  for (const std::uint32_t oblique : clause.obliques) {
    if (oblique < clause.head || !contains(kWays, preposition_of(view_.tree, oblique))) continue;
    if (may_receive(oblique, subject) || patterns_.is_of_class(oblique, "gpe")) return oblique;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> EventRecipient::find(const Proposition& fact, std::string_view cameo) const {
  const std::uint32_t subject = fact.subject ? fact.subject->tok : kNoClause;
  if (const auto found = find_end_of_way(fact, subject)) return found;
  if (fact.object && may_receive(fact.object->tok, subject)) return fact.object->tok;
  if (cameo == "0831") return std::nullopt;  // "resigned"
  if (fact.object) {
    if (const auto found = find_in_phrase(fact.object->tok, subject)) return found;
  }
  const bool force = (cameo >= "18" && cameo < "21") || cameo.starts_with("171");
  if (force && fact.object && !patterns_.is_of_class(fact.object->tok, "projectile")) return fact.object->tok;
  if (fact.clause == kNoClause) return std::nullopt;
  const Clause& clause = view_.clauses[fact.clause];
  if (const auto found = find_in_clause(clause, subject)) return found;
  return find_place(clause.head, subject);
}

}  // namespace actorgraph
