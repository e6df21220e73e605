// The one event that a user means, and events of a graph file as JSON. Used by commands that name events.
#pragma once

#include <iosfwd>
#include <string>

#include "records/graph_rows.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {

/// The event whose id is `id`, whole or abbreviated ("e3f1").
/// Errors: throws Error where there is none, or several, with their ids.
[[nodiscard]] EventSummary choose_event(const GraphReader& reader, const std::string& id);

/// Writes one event, with its claims and why they are one, as a JSON line.
void write_event(const GraphReader& reader, const EventSummary& event, std::ostream& out);

}  // namespace actorgraph
