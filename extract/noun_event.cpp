#include "extract/noun_event.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

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

}  // namespace

bool takes(const EventNoun& entry, std::string_view preposition) {
  return std::find(entry.prepositions.begin(), entry.prepositions.end(), preposition) !=
         entry.prepositions.end();
}

std::optional<std::uint32_t> first_preposition(const DependencyTree& tree, std::uint32_t tok) {
  const auto words = preposition_words(tree, tok);
  if (words.empty()) return std::nullopt;
  return words.front();
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

Words event_words(const DependencyTree& tree, const Clause* clause, const NounEvent& event,
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

std::optional<NounEvent> find_noun_event(const SentenceView& view, std::uint32_t noun) {
  const Token& word = view.tree[noun];
  if (word.upos != Upos::Noun) return std::nullopt;
  const EventNoun* entry = view.lexicon.find_event_noun(lemma_of(word));
  if (entry == nullptr) return std::nullopt;
  return PartyFinder(view, noun, *entry).find();
}

}  // namespace actorgraph
