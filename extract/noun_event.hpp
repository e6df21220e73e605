// An event noun and who takes part in its event: "the attack by rebels on the port", "talks between A and B".
// Thread-safety: free functions without state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/arguments.hpp"
#include "extract/noun_phrase.hpp"
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

/// Whether one of the prepositions of the event noun marks what the event is directed at.
[[nodiscard]] bool takes(const EventNoun& entry, std::string_view preposition);

/// The first token of the prepositions of a phrase.
[[nodiscard]] std::optional<std::uint32_t> first_preposition(const DependencyTree& tree, std::uint32_t tok);

/// The relation of an event noun to `target`: its verb, with the preposition where that links.
[[nodiscard]] std::string event_lemma(const NounEvent& event, const NounParty& target,
                                      const DependencyTree& tree);

/// The words of the relation: the noun, its preposition, and the verb of `clause` where there is one.
[[nodiscard]] Words event_words(const DependencyTree& tree, const Clause* clause, const NounEvent& event,
                                const std::optional<std::uint32_t>& preposition);

}  // namespace actorgraph
