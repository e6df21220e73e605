// Events as JSON, one line each: what happened, who says so, and where every claim stands.
#pragma once

#include <functional>
#include <iosfwd>
#include <span>
#include <string>

#include "records/event.hpp"
#include "records/graph_rows.hpp"
#include "records/id.hpp"

namespace actorgraph {

/// What write_event looks up.
struct EventSources {
  std::function<std::string(ActorId)> name_of;  ///< empty where nobody has the id
  std::span<const ReportRow> reports;    ///< in order of ids; all reports of the events, and what they copy
  std::span<const ClaimPlace> evidence;  ///< in order of claims; all claims of the events
};

/// Writes one event and its ledger as one line.
///
/// Requires: `links` are those of the event.
/// Errors:   throws FormatError where a text is not UTF-8, IoError where the stream fails.
/// Cost:     O(claims log all claims).
void write_event(const Event& event, std::span<const EventLink> links, const EventSources& sources,
                 std::ostream& out);

}  // namespace actorgraph
