// Which node a participant of a claim stands for. Stands between extract and the merged graph: claims of one
// actor meet by its normalised name, whatever the document.
// Thread-safety: all functions may be called concurrently. An id is a function of the name and the document
// alone, so it depends neither on the order of documents nor on which others there are.
#pragma once

#include <span>
#include <string>
#include <string_view>

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

/// The node of `name`: one for all documents, but one a document where the name is a description, so that
/// "the group" of two articles never meets. None where `name` is blank or a pronoun that nothing resolved:
/// it stands for nobody in particular.
[[nodiscard]] ActorId make_actor_id(std::string_view name, DocumentId document);

/// The name that a participant goes by: `actor`, else `text`.
[[nodiscard]] std::string_view name_of(const Participant& participant);

/// Sets Participant::id of subject, object and speaker of every claim.
void resolve_actors(std::span<Claim> claims);

}  // namespace actorgraph
