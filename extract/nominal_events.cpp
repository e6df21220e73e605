#include "extract/nominal_events.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/context.hpp"
#include "extract/noun_phrase.hpp"

namespace actorgraph {
namespace {

template <std::size_t Count>
bool contains(const std::array<std::string_view, Count>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Verbs whose object did not, or does not, happen.
constexpr std::array<std::string_view, 17> kCancelling = {
    "cancel", "call off", "prevent", "avert",  "foil",  "thwart", "avoid",  "rule out", "forgo",
    "block",  "deny",     "refuse",  "reject", "abort", "scrap",  "escape", "lack"};
// Verbs whose object lies ahead.
constexpr std::array<std::string_view, 22> kAhead = {
    "plan",  "threaten", "propose", "schedule", "want",     "seek",    "demand", "call for",
    "urge",  "expect",   "fear",    "consider", "order",    "request", "oppose", "prepare",
    "await", "discuss",  "ban",     "delay",    "postpone", "promise"};

bool is_actor_noun(const SentenceView& view, std::uint32_t tok) {
  const Token& word = view.tree[tok];
  if (const auto name = view.tree.name_of(tok)) {
    const NameType type = view.tree.sentence().names[*name].type;
    return type != NameType::Event && type != NameType::Misc && type != NameType::Fac &&
           type != NameType::Loc;
  }
  if (word.upos == Upos::Propn) return view.world.find(word.form) != nullptr;
  const auto noun = view.world.find_noun(lemma_of(word));
  if (!noun) return false;
  switch (noun->kind) {
    case ActorKind::Person:
      return !noun->sector.empty();  // "militant attack", not "twin attacks"
    case ActorKind::Group:
    case ActorKind::ArmedGroup:
    case ActorKind::Government:
    case ActorKind::Organization:
    case ActorKind::Party:
    case ActorKind::Country:
      return true;
    default:
      return false;
  }
}

bool is_demonym(const SentenceView& view, std::uint32_t tok) {
  const Token& word = view.tree[tok];
  if (word.form.empty() || word.form[0] < 'A' || word.form[0] > 'Z') return false;
  return view.world.find_demonym(word.form) != nullptr;
}

bool is_plural(const DependencyTree& tree, std::uint32_t tok) {
  return tree[tok].xpos == Xpos::Nns || tree[tok].xpos == Xpos::Nnps || tree.has_child(tok, {Deprel::Conj});
}

std::optional<std::uint32_t> first_preposition(const DependencyTree& tree, std::uint32_t tok) {
  const auto words = preposition_words(tree, tok);
  if (words.empty()) return std::nullopt;
  return words.front();
}

bool takes(const EventNoun& entry, std::string_view preposition) {
  return std::find(entry.prepositions.begin(), entry.prepositions.end(), preposition) !=
         entry.prepositions.end();
}

std::string event_lemma(const NounEvent& event, const NounParty& target, const DependencyTree& tree) {
  const bool links = event.entry->frame == EventFrame::Subject || event.entry->frame == EventFrame::Mutual;
  if (!links || !target.preposition) return event.entry->verb;
  const std::string preposition = lower_form(tree[*target.preposition]);
  if (preposition == "of" || preposition == "by") return event.entry->verb;
  const std::string& verb = event.entry->verb;
  const bool said = verb.size() > preposition.size() && verb.ends_with(" " + preposition);
  return said ? verb : verb + ' ' + preposition;
}

// Collects the parties of an event noun from its dependents.
class PartyFinder {
 public:
  PartyFinder(const SentenceView& view, std::uint32_t noun, const EventNoun& entry)
      : view_(view), event_{noun, &entry, {}, {}, {}} {}

  NounEvent find() {
    std::optional<Filler> possessor;
    std::vector<Filler> modifiers;
    std::vector<NounParty> of;
    for (const std::uint32_t child : dependents()) {
      const Token& word = view_.tree[child];
      const Filler filler{child, Coordination::Distributed};
      switch (word.deprel) {
        case Deprel::NmodPoss:
          if (!is_wh_word(word) && !is_time(view_, child)) possessor = filler;
          break;
        case Deprel::Compound:
          if (is_actor_noun(view_, child)) modifiers.push_back(filler);
          break;
        case Deprel::Amod:
          if (is_demonym(view_, child)) modifiers.push_back(filler);
          break;
        case Deprel::Nmod:
        case Deprel::Obl:
        case Deprel::OblAgent:
          add_phrase(child, of);
          break;
        default:
          break;
      }
    }
    assign(possessor, modifiers, of);
    return std::move(event_);
  }

 private:
  // The noun's own, and those that it shares with a coordinated one: "the theft and sale of the statue".
  Words dependents() const {
    const DependencyTree& tree = view_.tree;
    const std::uint32_t noun = event_.noun;
    const auto own = tree.children(noun);
    Words found(own.begin(), own.end());
    if (tree.has_child(noun, {Deprel::Nmod})) return found;
    if (tree[noun].deprel == Deprel::Conj && tree[tree[noun].head].upos == Upos::Noun) {
      for (const std::uint32_t child : tree.children(tree[noun].head)) {
        const bool after = child > noun && tree[child].deprel == Deprel::Nmod;
        const bool owner =
            tree[child].deprel == Deprel::NmodPoss && !tree.has_child(noun, {Deprel::NmodPoss});
        if (after || owner) found.push_back(child);
      }
    }
    for (const std::uint32_t conjunct : own) {
      if (tree[conjunct].deprel != Deprel::Conj || tree[conjunct].upos != Upos::Noun) continue;
      if (view_.lexicon.find_event_noun(lemma_of(tree[conjunct])) == nullptr) continue;
      for (const std::uint32_t child : tree.children(conjunct)) {
        if (tree[child].deprel == Deprel::Nmod) found.push_back(child);
      }
    }
    return found;
  }

  void add_phrase(std::uint32_t child, std::vector<NounParty>& of) {
    const std::string preposition = preposition_of(view_.tree, child);
    if (preposition.empty() || (is_time(view_, child) && preposition != "of")) return;
    const std::uint32_t head = view_.tree[event_.noun].head;
    if (preposition == "on" && head != kRootHead && lemma_of(view_.tree[head]) == "blame") return;
    const NounParty party{{child, Coordination::Distributed}, first_preposition(view_.tree, child)};
    if (preposition == "of") {
      if (!is_time(view_, child)) of.push_back(party);
    } else if (preposition == "by") {
      event_.actors.push_back(party.filler);
    } else if (preposition == "between" || preposition == "among") {
      if (event_.entry->frame == EventFrame::Mutual) event_.between.push_back(party.filler);
    } else if (takes(*event_.entry, preposition)) {
      if (preposition == "in" && event_.entry->frame != EventFrame::Subject) return;
      event_.targets.push_back(party);
    }
  }

  void assign(const std::optional<Filler>& possessor, const std::vector<Filler>& modifiers,
              std::vector<NounParty>& of) {
    switch (event_.entry->frame) {
      case EventFrame::Agent:
        if (takes(*event_.entry, "of")) {
          event_.targets.insert(event_.targets.begin(), of.begin(), of.end());
        } else if (event_.actors.empty()) {
          for (const NounParty& party : of)
            event_.actors.push_back(party.filler);  // "the visit of the premier"
        }
        add_actor(possessor, modifiers);
        break;
      case EventFrame::Patient:
        event_.targets.insert(event_.targets.begin(), of.begin(), of.end());
        if (event_.targets.empty() && possessor) {
          event_.targets.push_back({*possessor, std::nullopt});
        } else {
          add_actor(possessor, modifiers);
        }
        break;
      case EventFrame::Subject:
      case EventFrame::Mutual:
        if (takes(*event_.entry, "of")) {
          event_.targets.insert(event_.targets.begin(), of.begin(), of.end());
        } else if (event_.actors.empty()) {
          for (const NounParty& party : of) event_.actors.push_back(party.filler);
        }
        add_actor(possessor, modifiers);
        break;
    }
  }

  void add_actor(const std::optional<Filler>& possessor, const std::vector<Filler>& modifiers) {
    if (!event_.actors.empty()) return;
    if (possessor) {
      event_.actors.push_back(*possessor);
    } else if (!modifiers.empty()) {
      event_.actors.push_back(modifiers.front());
    }
  }

  const SentenceView& view_;
  NounEvent event_;
};

Words relation_words(const DependencyTree& tree, const Clause* clause, const NounEvent& event,
                     const std::optional<std::uint32_t>& preposition) {
  Words words;
  if (clause != nullptr) {
    words.push_back(clause->head);
    for (const std::uint32_t child : tree.children(clause->head)) {
      if (tree[child].deprel == Deprel::CompoundPrt) words.push_back(child);
    }
  }
  words.push_back(event.noun);
  if (preposition) words.push_back(*preposition);
  std::sort(words.begin(), words.end());
  return words;
}

// The context of an event noun that stands by itself: what its verb does with it.
Context noun_context(const SentenceView& view, std::uint32_t noun) {
  Context context;
  const std::uint32_t index = view.clause_of[noun];
  if (index == kNoClause) return context;
  const Clause& clause = view.clauses[index];
  context.speaker = clause.context.speaker;
  const Deprel slot = universal(view.tree[noun].deprel);
  const bool object = slot == Deprel::Obj || (slot == Deprel::Nsubj && clause.voice == Voice::Passive);
  const bool for_object = slot == Deprel::Obl && view.tree[noun].head == clause.head;
  const std::string with_preposition =
      for_object ? clause.verb + ' ' + preposition_of(view.tree, noun) : std::string();
  if ((object && contains(kCancelling, clause.verb))) {
    context.negated = !clause.context.negated;
  } else if ((object && contains(kAhead, clause.verb)) || contains(kAhead, with_preposition)) {
    context.modality = clause.verb == "threaten" ? Modality::Threatened : Modality::Planned;
  }
  bool definite = false;
  for (const std::uint32_t child : view.tree.children(noun)) {
    const Token& word = view.tree[child];
    const std::string form = lower_form(word);
    if (word.deprel == Deprel::Det && (form == "the" || form == "this" || form == "that")) definite = true;
    if (word.deprel == Deprel::NmodPoss) definite = true;
    if (word.deprel == Deprel::Det && form == "no") context.negated = true;
    if (word.deprel == Deprel::Amod &&
        (form == "planned" || form == "possible" || form == "proposed" || form == "future" ||
         form == "potential" || form == "upcoming" || form == "alleged" || form == "attempted")) {
      context.modality = form == "attempted" ? Modality::Attempted : Modality::Planned;
    }
  }
  if (!definite && (object || for_object)) {
    context.modality = combine(clause.context.modality, context.modality);
    if (clause.context.negated && object) context.negated = true;
  }
  // "plans for talks", "a threat of attack"
  const std::uint32_t head = view.tree[noun].head;
  if (slot == Deprel::Nmod && head != kRootHead) {
    if (const auto outcome = view.lexicon.find_content_noun(lemma_of(view.tree[head]))) {
      apply_outcome(*outcome, context);
    }
  }
  return context;
}

// "Troops seized weapons in a raid on a village": who did one did the other.
std::optional<Filler> doer_of(const SentenceView& view, std::uint32_t noun, const NounEvent& event) {
  constexpr std::array<std::string_view, 20> kDone = {
      "abduct", "arrest", "capture", "confiscate", "destroy", "detain",  "discover",
      "find",   "free",   "injure",  "kidnap",     "kill",    "recover", "rescue",
      "seize",  "shoot",  "storm",   "steal",      "target",  "wound"};
  const std::uint32_t index = view.clause_of[noun];
  if (index == kNoClause || event.entry->frame != EventFrame::Agent) return std::nullopt;
  const Clause& clause = view.clauses[index];
  const std::string preposition = preposition_of(view.tree, noun);
  const bool together = (preposition == "in" || preposition == "during") &&
                        view.tree[noun].head == clause.head && clause.voice == Voice::Active;
  const auto determiner = view.tree.find_child(noun, {Deprel::Det});
  const std::string form = determiner ? lower_form(view.tree[*determiner]) : std::string("a");
  if (!together || (form != "a" && form != "an") || clause.subjects.empty() || clause.objects.empty() ||
      !contains(kDone, clause.verb))
    return std::nullopt;
  return clause.subjects.front();
}

// "Talks have begun in Vienna between Chad and Mali": the parties hang from the verb.
void add_parties(const SentenceView& view, NounEvent& event) {
  const std::uint32_t index = view.clause_of[event.noun];
  if (index == kNoClause || universal(view.tree[event.noun].deprel) != Deprel::Nsubj) return;
  for (const std::uint32_t child : view.tree.children(view.clauses[index].head)) {
    if (universal(view.tree[child].deprel) == Deprel::Obl && child > event.noun &&
        preposition_of(view.tree, child) == "between")
      event.between.push_back({child, Coordination::Distributed});
  }
}

}  // namespace

std::optional<NounEvent> find_noun_event(const SentenceView& view, std::uint32_t noun) {
  const Token& word = view.tree[noun];
  if (word.upos != Upos::Noun) return std::nullopt;
  const EventNoun* entry = view.lexicon.find_event_noun(lemma_of(word));
  if (entry == nullptr) return std::nullopt;
  return PartyFinder(view, noun, *entry).find();
}

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
        fact.relation = relation_words(view.tree, &clause, *event, candidate.preposition);
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
      fact.relation = relation_words(view.tree, &clause, *event, target.preposition);
      fact.lemma = prefix + event_lemma(*event, target, view.tree);
      drawn.push_back(std::move(fact));
    }
    if (!event->targets.empty()) used.push_back(candidate.noun);
    // "made an announcement": the noun says it all.
    if (event->targets.empty() && event->actors.empty() && clause.verb == "make" && actor) {
      Proposition fact = base;
      fact.subject = actor;
      fact.relation = relation_words(view.tree, &clause, *event, std::nullopt);
      fact.lemma = event->entry->verb;
      drawn.push_back(std::move(fact));
      used.push_back(candidate.noun);
    }
  }
  return drawn;
}

std::vector<Proposition> draw_nominal_events(const SentenceView& view,
                                             const std::vector<std::uint32_t>& used) {
  std::vector<Proposition> drawn;
  for (std::uint32_t noun = 0; noun < view.tree.size(); ++noun) {
    const Token& word = view.tree[noun];
    if (word.upos != Upos::Noun || word.deprel == Deprel::Compound) continue;
    if (std::find(used.begin(), used.end(), noun) != used.end()) continue;
    auto event = find_noun_event(view, noun);
    if (!event) continue;
    Proposition base;
    base.construction = Construction::NominalEvent;
    base.context = noun_context(view, noun);
    base.clause = kNoClause;
    base.event = noun;
    if (event->actors.empty() && view.clause_of[noun] != kNoClause) {
      const Clause& clause = view.clauses[view.clause_of[noun]];
      const bool own_plan = clause.verb == "cancel" || clause.verb == "call off" ||
                            clause.verb == "postpone" || clause.verb == "delay" || clause.verb == "plan";
      if (own_plan && universal(word.deprel) == Deprel::Obj && !clause.subjects.empty() &&
          clause.voice == Voice::Active) {
        event->actors.push_back(clause.subjects.front());
      }
    }
    if (event->actors.empty()) {
      if (const auto doer = doer_of(view, noun, *event)) event->actors.push_back(*doer);
    }
    if (event->entry->frame == EventFrame::Mutual && event->between.empty()) add_parties(view, *event);
    if (!event->between.empty()) {
      // The parties of a coordination act on one another; one proposition, from the first to each other.
      for (const Filler& party : event->between) {
        for (const std::uint32_t child : view.tree.children(party.tok)) {
          if (view.tree[child].deprel != Deprel::Conj) continue;
          Proposition fact = base;
          fact.subject = Filler{party.tok, Coordination::Single};
          fact.object = Filler{child, Coordination::Single};
          fact.relation = relation_words(view.tree, nullptr, *event, std::nullopt);
          fact.lemma = event->entry->verb + " with";
          drawn.push_back(std::move(fact));
        }
      }
      continue;
    }
    const bool weak = event->entry->strength == EventStrength::State;
    if (event->targets.empty()) {
      if (weak || universal(word.deprel) == Deprel::Nsubj) continue;
      const bool mutual = event->entry->frame == EventFrame::Mutual;
      for (const Filler& actor : event->actors) {
        // "a U.S. strike" names who; only "the rebels' strike" and "a strike by rebels" say that they did.
        const Deprel link = view.tree[actor.tok].deprel;
        if (view.tree[actor.tok].head == noun && (link == Deprel::Compound || link == Deprel::Amod)) continue;
        if (view.tree[actor.tok].upos == Upos::Pron) continue;  // "its attacks"
        if (mutual && !is_plural(view.tree, actor.tok)) continue;
        Proposition fact = base;
        fact.subject = actor;
        fact.relation = relation_words(view.tree, nullptr, *event, std::nullopt);
        fact.lemma = event->entry->verb;
        drawn.push_back(std::move(fact));
      }
      continue;
    }
    for (const NounParty& target : event->targets) {
      const bool acts_on =
          event->entry->frame == EventFrame::Agent || event->entry->frame == EventFrame::Patient;
      if (event->actors.empty() && (!acts_on || weak)) continue;
      Proposition fact = base;
      fact.object = target.filler;
      if (!event->actors.empty()) fact.subject = event->actors.front();
      fact.relation = relation_words(view.tree, nullptr, *event, target.preposition);
      fact.lemma = event_lemma(*event, target, view.tree);
      drawn.push_back(std::move(fact));
    }
  }
  return drawn;
}

}  // namespace actorgraph
