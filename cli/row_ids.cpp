#include "cli/row_ids.hpp"

#include "cli/short_id.hpp"

namespace actorgraph {
std::string short_id(const GraphReader& reader, EdgeId id) {
  return shorten_id(id, [&](EdgeId first, EdgeId last) { return reader.find_edges(first, last, 2); });
}

std::string short_id(const GraphReader& reader, EventId id) {
  return shorten_id(id, [&](EventId first, EventId last) { return reader.find_events(first, last, 2); });
}

std::string short_id(const GraphReader& reader, ActorId id) {
  return shorten_id(id, [&](ActorId first, ActorId last) { return reader.find_actors(first, last, 2); });
}

}  // namespace actorgraph
