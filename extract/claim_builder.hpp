// From propositions to claims: coordinated fillers are distributed, slots become words and actors, phrases
// around the verb become arguments. Last step of extract.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/actor_coding.hpp"
#include "extract/arguments.hpp"
#include "extract/coreference.hpp"
#include "extract/event_dates.hpp"
#include "extract/event_lexicon.hpp"
#include "extract/mention.hpp"
#include "extract/place_resolver.hpp"
#include "extract/proposition.hpp"
#include "extract/quotation.hpp"

namespace actorgraph {

/// What is known of the whole document when its claims are made.
struct DocumentView {
  const Document& doc;
  const World& world;
  const std::vector<Mention>& mentions;        ///< in (sentence, head) order
  const std::vector<Resolution>& resolutions;  ///< one a mention
  std::vector<std::uint32_t> first_mention;    ///< of each sentence, and one past the last
  const Quotations& quotations;
  const std::vector<ActorCoding>& codings;  ///< one a mention
  const EventDates& event_dates;            ///< as far as the text has been read
  const EventLexicon& event_lexicon;
  const DocumentPlaces& places;
};

/// Appends the claims of one sentence.
void build_claims(const DocumentView& document, const SentenceView& view, std::uint32_t sentence,
                  const std::vector<Proposition>& propositions, std::vector<Claim>& claims);

}  // namespace actorgraph
