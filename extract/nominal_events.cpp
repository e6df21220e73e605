#include "extract/nominal_events.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "extract/context.hpp"
#include "extract/mention_kind.hpp"
#include "extract/noun_event.hpp"
#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

// Verbs whose object did not, or does not, happen.
constexpr std::array<std::string_view, 17> kCancelling = {
    "cancel", "call off", "prevent", "avert",  "foil",  "thwart", "avoid",  "rule out", "forgo",
    "block",  "deny",     "refuse",  "reject", "abort", "scrap",  "escape", "lack"};
// Verbs whose object lies ahead.
constexpr std::array<std::string_view, 37> kAhead = {
    "plan",         "threaten", "propose",  "schedule", "want",       "seek",      "demand",
    "call for",     "urge",     "expect",   "fear",     "consider",   "order",     "request",
    "oppose",       "prepare",  "await",    "discuss",  "ban",        "delay",     "postpone",
    "promise",      "allow",    "enable",   "permit",   "facilitate", "encourage", "plan for",
    "prepare for",  "wait for", "hope for", "push for", "press for",  "vote for",  "work toward",
    "work towards", "aim at"};

// Verbs that one does to one's own deeds.
constexpr std::array<std::string_view, 13> kOfOneself = {
    "begin", "call off", "cancel", "cease",  "delay",   "escalate", "intensify",
    "plan",  "postpone", "renew",  "resume", "step up", "suspend"};

bool is_plural(const DependencyTree& tree, std::uint32_t tok) {
  return tree[tok].xpos == Xpos::Nns || tree[tok].xpos == Xpos::Nnps || tree.has_child(tok, {Deprel::Conj});
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

// "Rebels took hostages in an assault on a bank": who did one did the other.
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

// "said so in a call with Lind", "died in clashes with rebels": who did the one took part in the other.
std::optional<Filler> participant_of(const SentenceView& view, std::uint32_t noun, const NounEvent& event) {
  constexpr std::array<std::string_view, 6> kWithin = {"after", "at", "during", "following", "in", "over"};
  const std::uint32_t index = view.clause_of[noun];
  const bool together = std::any_of(event.targets.begin(), event.targets.end(), [&](const NounParty& target) {
    return target.preposition && lower_form(view.tree[*target.preposition]) == "with";
  });
  if (index == kNoClause || !together || event.entry->frame == EventFrame::Patient) return std::nullopt;
  const Clause& clause = view.clauses[index];
  if (view.tree[noun].head != clause.head || universal(view.tree[noun].deprel) != Deprel::Obl ||
      !contains(kWithin, preposition_of(view.tree, noun)) || clause.subjects.empty() || clause.expletive) {
    return std::nullopt;
  }
  const Filler who = clause.subjects.front();
  if (who.tok == noun || !may_act(view.tree, who.tok, view.world)) return std::nullopt;
  return who;
}

// "conducted strikes, including strikes against the camp": whoever did the ones did the others.
std::optional<Filler> doer_of_whole(const SentenceView& view, std::uint32_t noun) {
  const std::uint32_t index = view.clause_of[noun];
  const std::uint32_t head = view.tree[noun].head;
  const std::string preposition = preposition_of(view.tree, noun);
  if (index == kNoClause || head == kRootHead || (preposition != "including" && preposition != "such as"))
    return std::nullopt;
  const Clause& clause = view.clauses[index];
  if (head != clause.head) {
    if (const auto whole = find_noun_event(view, head); whole && !whole->actors.empty())
      return whole->actors.front();
  }
  const LightVerb* light = view.lexicon.find_light_verb(clause.verb);
  const bool does = light != nullptr && light->role == LightRole::Agent && clause.voice == Voice::Active;
  if (!does || clause.objects.empty() || clause.subjects.empty()) return std::nullopt;
  const std::uint32_t object = clause.objects.front().tok;
  if ((head != object && head != clause.head) ||
      view.lexicon.find_event_noun(lemma_of(view.tree[object])) == nullptr)
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
      if (contains(kOfOneself, clause.verb) && universal(word.deprel) == Deprel::Obj &&
          !clause.subjects.empty() && clause.voice == Voice::Active) {
        event->actors.push_back(clause.subjects.front());
      }
    }
    if (event->actors.empty()) {
      auto doer = doer_of(view, noun, *event);
      if (!doer) doer = participant_of(view, noun, *event);
      if (!doer) doer = doer_of_whole(view, noun);
      if (doer) event->actors.push_back(*doer);
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
          fact.relation = event_words(view.tree, nullptr, *event, std::nullopt);
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
        fact.relation = event_words(view.tree, nullptr, *event, std::nullopt);
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
      fact.relation = event_words(view.tree, nullptr, *event, target.preposition);
      fact.lemma = event_lemma(*event, target, view.tree);
      drawn.push_back(std::move(fact));
    }
  }
  return drawn;
}

}  // namespace actorgraph
