// Which actor a participant of a claim stands for, by its own words. Stands between extract and the merged
// graph, and is the first level of identity: ActorMerger joins what only all documents together tell.
// Thread-safety: all functions may be called concurrently. An id is a function of the participant and the
// document alone, so it depends neither on the order of documents nor on which others there are.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "graph/composed_name.hpp"
#include "records/claim.hpp"
#include "records/id.hpp"

namespace actorgraph {

/// Folds a name to the key by which names are compared: lower case, Latin letters without diacritics
/// (other scripts are transliterated), no punctuation, no possessive, no leading article or form of address,
/// single spaces. "The Taliban's" gives "taliban", "U.S." gives "us", "Mr. José Núñez" gives "jose nunez".
///
/// Out:      empty only where `name` is blank. Bytes that are not UTF-8 count as separators.
/// Cost:     O(name); about 1 us for an ASCII name, 15 us where ICU has to transliterate.
[[nodiscard]] std::string normalise_name(std::string_view name);

/// True where `name` is a description without a name in it ("police", "a hotel", "Security forces"): no word
/// has a capital letter, a digit after a letter, or a script without case. The first word's capital does not
/// count where the word is a common one, since it may stem from the sentence's start; nor do capitals of
/// offices that every country has ("Foreign Ministry", "Government Troops").
[[nodiscard]] bool is_description(std::string_view name);

/// The name that a participant goes by: `actor`, else `text`.
[[nodiscard]] std::string_view name_of(const Participant& participant);

/// What a participant's own words tell of who it is.
enum class NameForm : std::uint8_t {
  None,         ///< blank, or a pronoun that nothing resolved: it stands for nobody in particular
  Description,  ///< of its document alone: "police", "the group", "Reuters journalist"
  Surname,      ///< a person by one word, of its document alone: "Khan"
  Part,         ///< of a whole: "Russian embassy in Kabul"
  Land,         ///< a country or place, with its country where the code tells it
  Company,      ///< of one word, which may be a place's, too
  Name          ///< any other
};

struct ActorKey {
  NameForm form = NameForm::None;
  std::string key;                    ///< folded name
  std::string country;                ///< of the code, else empty
  std::optional<ComposedName> parts;  ///< of Part, and of Description where it has them
};

/// Reads the name, kind and code. Cost: O(name); about 3 us, more where ICU has to transliterate.
[[nodiscard]] ActorKey make_actor_key(std::string_view name, ActorKind kind, std::string_view code);

/// The id of a participant, by its name, kind and code and its document alone. One for all documents where
/// the name tells who it is; what surely is one name has one id ("Dept. of Justice", "Justice Department").
/// Apart are a place of another country (Georgia), a company of a place's name (Amazon), a body that many
/// countries have ("Supreme Court": by the code's country, else the document). By document: descriptions
/// ("the group", "police"), one of many ("Reuters journalist"), persons called by one word ("Khan").
/// ActorMerger joins further. None where the name is blank or a pronoun that nothing resolved: it stands for
/// nobody.
///
/// Cost:     that of make_actor_key.
[[nodiscard]] ActorId make_actor_id(const Participant& participant, DocumentId document);

/// The same of a name of unknown kind and code.
[[nodiscard]] ActorId make_actor_id(std::string_view name, DocumentId document);

/// Sets Participant::id of subject, object and speaker of every claim.
void resolve_actors(std::span<Claim> claims);

}  // namespace actorgraph
