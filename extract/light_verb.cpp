#include "extract/light_verb.hpp"

#include <optional>
#include <string>

#include "extract/context.hpp"
#include "extract/noun_event.hpp"

namespace actorgraph {

std::vector<Proposition> draw_light_verb(const SentenceView& view, std::uint32_t index,
                                         std::vector<std::uint32_t>& used) {
  std::vector<Proposition> drawn;
  const Clause& clause = view.clauses[index];
  if (clause.kind != PredicateKind::Verb) return drawn;
  const ControlVerb* control = view.lexicon.find_subject_control(clause.verb);
  const bool ahead =
      control != nullptr && control->outcome != Outcome::Asserted && control->outcome != Outcome::Negated;

  // The event noun: the object (the subject of a passive), or the filler of the verb's own preposition.
  struct Candidate {
    std::uint32_t noun;
    LightRole role;
    std::optional<std::uint32_t> preposition;
  };
  std::vector<Candidate> candidates;
  const LightVerb* light = view.lexicon.find_light_verb(clause.verb);
  if ((light != nullptr && light->preposition.empty()) || ahead) {
    const auto& slot = clause.voice == Voice::Active ? clause.objects : clause.subjects;
    for (const Filler& filler : slot) {
      candidates.push_back({filler.tok, light != nullptr ? light->role : LightRole::Agent, std::nullopt});
      if (filler.coordination == Coordination::Single) continue;
      for (const std::uint32_t child : view.tree.children(filler.tok)) {
        if (view.tree[child].deprel == Deprel::Conj) {
          candidates.push_back({child, candidates.front().role, std::nullopt});
        }
      }
    }
  }
  const std::vector<Oblique> obliques = find_obliques(view, clause);
  for (const Oblique& oblique : obliques) {
    if (oblique.preposition.empty()) continue;
    const LightVerb* with = view.lexicon.find_light_verb(clause.verb + ' ' + oblique.preposition);
    if (with != nullptr) {
      candidates.push_back({oblique.tok, with->role, first_preposition(view.tree, oblique.tok)});
    }
  }

  for (const Candidate& candidate : candidates) {
    auto event = find_noun_event(view, candidate.noun);
    if (!event || event->entry->verb.starts_with("have ")) continue;  // "build ties with": verbal draws it
    const bool mutual = event->entry->frame == EventFrame::Mutual;
    // Phrases that the parser hung from the verb: "launched attacks against the base".
    if (event->targets.empty()) {
      for (const Oblique& oblique : obliques) {
        if (oblique.tok < candidate.noun || oblique.tok == candidate.noun || oblique.role == Role::Time)
          continue;
        const bool of_event =
            takes(*event->entry, oblique.preposition) || (mutual && oblique.preposition == "with");
        const bool in_place = oblique.preposition == "in" && oblique.role == Role::Place &&
                              event->entry->frame == EventFrame::Subject;
        if (of_event && !in_place) {
          event->targets.push_back(
              {{oblique.tok, Coordination::Distributed}, first_preposition(view.tree, oblique.tok)});
        }
      }
    }
    if (event->entry->frame == EventFrame::Agent && event->targets.empty() && takes(*event->entry, "in")) {
      for (const std::uint32_t child : view.tree.children(candidate.noun)) {
        if (preposition_of(view.tree, child) == "in" && is_place(view, child)) {
          event->targets.push_back({{child, Coordination::Distributed}, first_preposition(view.tree, child)});
        }
      }
      for (const Oblique& oblique : obliques) {
        if (oblique.preposition == "in" && oblique.role == Role::Place && oblique.tok > candidate.noun &&
            event->targets.empty()) {
          event->targets.push_back(
              {{oblique.tok, Coordination::Distributed}, first_preposition(view.tree, oblique.tok)});
        }
      }
    }
    Proposition base;
    base.construction = Construction::LightVerb;
    base.context = clause.context;
    base.clause = index;
    base.event = candidate.noun;
    const auto actor = [&]() -> std::optional<Filler> {
      if (clause.voice == Voice::Passive) {
        return clause.agents.empty() ? std::nullopt : std::optional(clause.agents.front());
      }
      return clause.subjects.empty() ? std::nullopt : std::optional(clause.subjects.front());
    }();
    std::string prefix;
    if (ahead && light == nullptr) {
      apply_outcome(control->outcome, base.context);
      if (control->outcome == Outcome::Threatened || control->keep == KeepVerb::Keep) {
        prefix = clause.verb + " to ";
      }
    }
    if (candidate.role == LightRole::Patient) {
      if (event->actors.empty() || !actor) continue;
      for (const Filler& who : event->actors) {
        Proposition fact = base;
        fact.subject = who;
        fact.object = actor;
        fact.relation = event_words(view.tree, &clause, *event, candidate.preposition);
        fact.lemma = event->entry->verb;
        drawn.push_back(std::move(fact));
      }
      used.push_back(candidate.noun);
      continue;
    }
    if (!event->actors.empty() && !mutual) continue;  // "continued its attacks": the noun has its own actor
    for (const NounParty& target : event->targets) {
      Proposition fact = base;
      fact.subject = actor;
      fact.object = target.filler;
      fact.relation = event_words(view.tree, &clause, *event, target.preposition);
      fact.lemma = prefix + event_lemma(*event, target, view.tree);
      drawn.push_back(std::move(fact));
    }
    if (!event->targets.empty()) used.push_back(candidate.noun);
    // "made an announcement": the noun says it all.
    if (event->targets.empty() && event->actors.empty() && clause.verb == "make" && actor) {
      Proposition fact = base;
      fact.subject = actor;
      fact.relation = event_words(view.tree, &clause, *event, std::nullopt);
      fact.lemma = event->entry->verb;
      drawn.push_back(std::move(fact));
      used.push_back(candidate.noun);
    }
  }
  return drawn;
}

}  // namespace actorgraph
