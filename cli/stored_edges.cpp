#include "cli/stored_edges.hpp"

#include "graph/identity.hpp"

namespace actorgraph {

std::vector<ActorRow> StoredEdges::find_actors(std::string_view name) const {
  if (const auto id = parse_id<ActorTag>(name)) {
    if (auto actor = reader_.find_actor(*id)) return {std::move(*actor)};
  }
  return reader_.find_actors(normalise_name(name));
}

}  // namespace actorgraph
