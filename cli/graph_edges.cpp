#include "cli/graph_edges.hpp"

#include "cli/short_id.hpp"
#include "graph/identity.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kFewestDigits = 4;

/// `find` gives at most two of the rows whose ids lie in a range.
template <class Tag, class Find>
std::string shorten_id(Id<Tag> id, const Find& find) {
  const std::string text = to_string(id);
  for (std::size_t digits = kFewestDigits; digits + 1 < text.size(); ++digits) {
    const auto range = parse_id_prefix(text.substr(0, digits + 1), Tag::kLetter);
    if (find(Id<Tag>{range->first}, Id<Tag>{range->last}).size() < 2) return text.substr(0, digits + 1);
  }
  return text;
}

}  // namespace

std::vector<ActorRow> GraphEdges::find_actors(std::string_view name) const {
  if (const auto id = parse_id<ActorTag>(name)) {
    if (auto actor = reader_.find_actor(*id)) return {*std::move(actor)};
  }
  return reader_.find_actors(normalise_name(name));
}

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
