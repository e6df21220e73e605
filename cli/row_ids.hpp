// Ids of rows of the graph file, cut to as many digits as tell them apart.
#pragma once

#include <string>

#include "records/id.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {

/// The shortest beginning of the id, of four digits at least, that no other of the file has.
/// Cost: a few look-ups.
[[nodiscard]] std::string short_id(const GraphReader& reader, ActorId id);
[[nodiscard]] std::string short_id(const GraphReader& reader, EdgeId id);
[[nodiscard]] std::string short_id(const GraphReader& reader, EventId id);

}  // namespace actorgraph
