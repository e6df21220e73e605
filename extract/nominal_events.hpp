// Events that a noun names: "carried out attacks on the embassy", "the killing of the general", "talks
// between A and B". Drawn beside the verbal propositions. Thread-safety: free functions without state.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "extract/arguments.hpp"
#include "extract/proposition.hpp"

namespace actorgraph {

/// A party to a noun's event and the token of the preposition that links it.
struct NounParty {
  Filler filler;
  std::optional<std::uint32_t> preposition;
};

/// An event noun with the arguments around it.
struct NounEvent {
  std::uint32_t noun = 0;
  const EventNoun* entry = nullptr;
  std::vector<Filler> actors;      ///< who acts
  std::vector<NounParty> targets;  ///< whom it is directed at
  std::vector<Filler> between;     ///< parties to a mutual event
};

/// Reads the arguments of `noun`; nothing where it names no event.
[[nodiscard]] std::optional<NounEvent> find_noun_event(const SentenceView& view, std::uint32_t noun);

/// Propositions of a verb that lends itself to an event noun ("launch", "come under") or plans its event
/// ("threaten"). `used` receives the event nouns that are spoken for.
///
/// Out:      empty where the clause is no such construction or its noun has no further party.
[[nodiscard]] std::vector<Proposition> draw_light_verb(const SentenceView& view, std::uint32_t clause,
                                                       std::vector<std::uint32_t>& used);

/// Propositions of the event nouns that stand by themselves; those in `used` are left out.
[[nodiscard]] std::vector<Proposition> draw_nominal_events(const SentenceView& view,
                                                           const std::vector<std::uint32_t>& used);

}  // namespace actorgraph
