// Claims as event data: one record an event that a sentence reports, with all who take part. What is planned,
// demanded or promised becomes what CAMEO and PLOVER call it; what is denied or merely possible is left out.
// Stands between claims and the writers of PLOVER and CAMEO.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "records/claim.hpp"
#include "records/document.hpp"

namespace actorgraph {

struct EventRecord {
  const Claim* claim = nullptr;  ///< the first that reports it
  EventCode code;
  std::vector<Participant> actors;
  std::vector<Participant> recipients;  ///< of a meeting: all who meet, as in `actors`
  std::optional<Date> date;             ///< of the event where the day is known, else of publication
};

/// The events of one document's claims, in the order of the claims. Statements without an act (CAMEO 01) have
/// no PLOVER type.
///
/// Requires: `claims` outlive the records and are in text order.
/// Cost:     O(claims x claims of the sentence).
[[nodiscard]] std::vector<EventRecord> make_event_records(std::span<const Claim> claims, const Document& doc);

}  // namespace actorgraph
