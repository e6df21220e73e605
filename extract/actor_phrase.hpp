// The actor code of one phrase, from its own words: what it names, whose it is, and what part its noun plays.
// "Afghan Foreign Ministry spokesman" is AFGGOV. Between mentions and actor_coding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/actor_dictionary.hpp"
#include "extract/world.hpp"

namespace actorgraph {

/// What a capital stands for: "Kabul said" or "in Kabul".
enum class CapitalUse : std::uint8_t { Place, Government };

struct PhraseWord {
  std::string form;
  std::string lower;                  ///< the form in lower case
  std::string lemma;                  ///< lower case
  std::optional<NameType> name_type;  ///< of the name that holds it
  std::uint32_t name = 0;             ///< number of that name in the sentence
  bool capital = false;               ///< has a capital
};

struct ActorPhrase {
  std::vector<PhraseWord> words;  ///< without the leading article
  std::uint32_t head = 0;         ///< index in `words`
  ActorKind kind = ActorKind::Unknown;
  CapitalUse capital = CapitalUse::Place;
  bool called_by_surname = false;  ///< the document knows the person by one word alone
};

/// What is known beside the phrase.
struct ActorContext {
  const World& world;
  const ActorDictionary& dictionary;  ///< the user's; goes first
  std::optional<Date> when;
  std::string_view country;  ///< of which the document mostly tells, else empty
};

/// A code in its parts.
struct PhraseCode {
  std::string base;    ///< a country, or the whole code of a listed actor
  std::string role;    ///< CAMEO role that the noun adds, else empty
  bool fixed = false;  ///< the dictionary says all: nothing is to be added from elsewhere

  [[nodiscard]] bool empty() const { return base.empty() && role.empty(); }
  /// "AFG" and "REB" as AFGREB; a role that the base has is not said twice.
  [[nodiscard]] std::string text() const;
};

/// Composes the code of a phrase; empty where it is no actor, or nothing is known of it.
///
/// Requires: phrase.head < phrase.words.size().
/// Cost:     O(words x words of the longest name).
[[nodiscard]] PhraseCode code_phrase(const ActorPhrase& phrase, const ActorContext& context);

}  // namespace actorgraph
