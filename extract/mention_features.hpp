// What coreference asks of a mention: its words without titles, gender, number, kind, determiner, role in the
// clause. Computed once a mention. Between mentions and coreference.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/dependency_tree.hpp"
#include "extract/mention.hpp"
#include "extract/mention_kind.hpp"
#include "extract/world.hpp"

namespace actorgraph {

enum class Determiner : std::uint8_t { None, Definite, Demonstrative, Indefinite, Possessive, Quantifier };

enum class GrammaticalRole : std::uint8_t { Subject, Object, Oblique, Possessor, Modifier, Other };

enum class PronounClass : std::uint8_t {
  None,
  FirstSingular,
  FirstPlural,
  Second,
  Male,
  Female,
  Neuter,
  Plural,
  Reflexive,
  Other,
};

struct MentionFeatures {
  bool is_name = false;               ///< a name of its own: not "Prime Minister", "the Foreign Ministry"
  std::optional<NameType> name_type;  ///< of a name, settled over the document
  std::string name;                   ///< of a name: its words as written, without title and leading article
  std::vector<std::string>
      words;         ///< folded: of a name those of `name`, else of the phrase without determiner
  std::string head;  ///< the head's lemma, lower case
  PronounClass pronoun = PronounClass::None;
  bool possessive = false;  ///< a possessive pronoun, or a noun with 's
  bool reflexive = false;
  bool expletive = false;       ///< "it" of "it is likely that"
  bool predicate = false;       ///< what a subject is said to be: "X is a group"
  bool temporal = false;        ///< a day, a year: nothing refers back to it as an actor
  bool has_complement = false;  ///< a description with an of-phrase, a clause or the like behind its head
  Gender gender = Gender::Unknown;
  Number number = Number::Unknown;
  ActorKind kind = ActorKind::Unknown;
  KindEvidence evidence = KindEvidence::None;  ///< of the kind
  std::string country;
  Determiner determiner = Determiner::None;
  GrammaticalRole role = GrammaticalRole::Other;
  const WorldActor* listed = nullptr;  ///< the known actor that a name is
};

/// Features of all mentions, in their order. `trees` are of the document's sentences.
[[nodiscard]] std::vector<MentionFeatures> find_mention_features(const Document& doc,
                                                                 const std::vector<DependencyTree>& trees,
                                                                 const std::vector<Mention>& mentions,
                                                                 const World& world);

inline constexpr std::uint32_t kNoMention = std::numeric_limits<std::uint32_t>::max();

/// The first mention with this head; kNoMention where there is none.
///
/// Requires: mentions in (sentence, head) order.
/// Cost:     O(log mentions).
[[nodiscard]] std::uint32_t find_mention(const std::vector<Mention>& mentions, std::uint32_t sentence,
                                         std::uint32_t head);

/// Of every mention the mention that owns it, "Zenda" of "Zenda's king", "its" of "its king"; else
/// kNoMention.
///
/// Requires: mentions in (sentence, head) order.
/// Cost:     O(mentions x log mentions).
[[nodiscard]] std::vector<std::uint32_t> find_owners(const std::vector<DependencyTree>& trees,
                                                     const std::vector<Mention>& mentions);

/// Whether an actor of this kind acts as a body: "it" or "they", never "he".
[[nodiscard]] bool is_collective(ActorKind kind);

/// Whether `kind` of a name or description may be the same thing as `other`.
[[nodiscard]] bool kinds_agree(ActorKind kind, ActorKind other);

/// The same of two mentions, where a guessed kind stands back behind a known one.
[[nodiscard]] bool kinds_agree(const MentionFeatures& features, const MentionFeatures& other);

}  // namespace actorgraph
