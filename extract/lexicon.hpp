// What extract knows of words: event nouns, light verbs, verbs of speech, verbs with a controlled complement,
// relational nouns, nouns of place. Loaded from data/lexicon; each file states its columns and its source.
// Thread-safety: const members may be called concurrently.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/string_map.hpp"

namespace actorgraph {

/// How the arguments of an event noun stand to its event.
enum class EventFrame : std::uint8_t {
  Agent,    ///< "Iran's attack on X": the possessor acts
  Patient,  ///< "the general's arrest": the possessor is acted on
  Subject,  ///< "the withdrawal of troops": the of-phrase acts
  Mutual,   ///< "talks between X and Y"
};

/// Whether the noun by itself reports that something happened: "the raid" does, "the support" does not.
enum class EventStrength : std::uint8_t { Act, State };

struct EventNoun {
  std::string verb;  ///< lemma: "attack"
  EventFrame frame = EventFrame::Agent;
  EventStrength strength = EventStrength::Act;
  std::vector<std::string> prepositions;  ///< that mark what the event is directed at
};

enum class LightRole : std::uint8_t { Agent, Patient };

struct LightVerb {
  std::string preposition;  ///< "in" of "take part in"; empty where the noun is the object
  LightRole role = LightRole::Agent;
};

/// What becomes of the complement of a verb or noun.
enum class Outcome : std::uint8_t {
  Asserted,
  Attempted,
  Planned,
  Threatened,
  Demanded,
  Possible,
  Negated,
  Alleged
};

enum class KeepVerb : std::uint8_t { Drop, Keep };

struct ControlVerb {
  KeepVerb keep = KeepVerb::Drop;  ///< whether the relation says the verb too: "refuse to offer"
  Outcome outcome = Outcome::Asserted;
};

enum class SpeechKind : std::uint8_t { Speech, Thought };

enum class RelationalKind : std::uint8_t { Person, Thing };

class Lexicon {
 public:
  /// Reads `data_dir`/lexicon/*.tsv.
  /// Errors: throws IoError where a file cannot be read, FormatError naming file and line.
  [[nodiscard]] static Lexicon load(const std::string& data_dir);

  /// All lookups are by lemma in lower case; verbs with their particle: "carry out".
  [[nodiscard]] const EventNoun* find_event_noun(std::string_view noun) const;
  /// "carry out"; with a preposition "take part in".
  [[nodiscard]] const LightVerb* find_light_verb(std::string_view verb) const;
  [[nodiscard]] const ControlVerb* find_subject_control(std::string_view verb) const;
  [[nodiscard]] const ControlVerb* find_object_control(std::string_view verb) const;
  [[nodiscard]] std::optional<Outcome> find_content_noun(std::string_view noun) const;
  [[nodiscard]] std::optional<SpeechKind> find_speech_verb(std::string_view verb) const;
  [[nodiscard]] std::optional<RelationalKind> find_relational_noun(std::string_view noun) const;
  [[nodiscard]] bool is_place_noun(std::string_view noun) const;
  /// "statement": what one person or body says.
  [[nodiscard]] bool is_speech_noun(std::string_view noun) const;
  /// The prepositions that link the object of "set fire (to)", "take (into) custody"; `before` is the
  /// preposition before the noun, empty where the noun is the object. Nothing where they form no idiom.
  [[nodiscard]] const std::vector<std::string>* find_idiom(std::string_view verb, std::string_view before,
                                                           std::string_view noun) const;
  /// Whether a phrase with in, at or on is what the verb relates its subject to, not only where it happens:
  /// "believe in" whatever follows; "live in" where a place follows.
  [[nodiscard]] bool links(std::string_view verb, std::string_view preposition) const;
  [[nodiscard]] bool links_place(std::string_view verb) const;

 private:
  StringMap<EventNoun> event_nouns_;
  StringMap<LightVerb> light_verbs_;
  StringMap<ControlVerb> subject_control_;
  StringMap<ControlVerb> object_control_;
  StringMap<Outcome> content_nouns_;
  StringMap<std::vector<std::string>> idioms_;  // by "verb|before|noun"
  StringMap<SpeechKind> speech_verbs_;
  StringMap<RelationalKind> relational_nouns_;
  StringSet place_nouns_;
  StringSet speech_nouns_;
  StringSet place_verbs_;
  StringMap<std::vector<std::string>> verb_prepositions_;
};

}  // namespace actorgraph
