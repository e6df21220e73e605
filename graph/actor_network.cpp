#include "graph/actor_network.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace actorgraph {

ActorNetwork ActorNetwork::make_directed(std::size_t actors, std::span<const EdgeEnds> edges, Scope scope) {
  return {actors, edges, scope, Direction::Forward};
}

ActorNetwork ActorNetwork::make_undirected(std::size_t actors, std::span<const EdgeEnds> edges, Scope scope) {
  return {actors, edges, scope, Direction::Both};
}

ActorNetwork::ActorNetwork(std::size_t actors, std::span<const EdgeEnds> edges, Scope scope,
                           Direction direction) {
  const bool both = direction == Direction::Both;
  const auto counts = [&](const EdgeEnds& edge) {
    return (scope == Scope::All || edge.is_asserted) && !(both && edge.source == edge.target);
  };
  // Arcs by source: counted, then placed.
  std::vector<std::size_t> begin(actors + 1);
  for (const EdgeEnds& edge : edges) {
    if (!counts(edge)) continue;
    ++begin[edge.source + 1];
    if (both) ++begin[edge.target + 1];
  }
  for (std::size_t i = 0; i < actors; ++i) begin[i + 1] += begin[i];
  std::vector<Arc> arcs(begin.back());
  std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
  for (const EdgeEnds& edge : edges) {
    if (!counts(edge)) continue;
    arcs[next[edge.source]++] = {edge.target, edge.claims};
    if (both) arcs[next[edge.target]++] = {edge.source, edge.claims};
  }
  std::vector<std::pair<Vertex, Vertex>> links;
  std::vector<NetworkLink> claims;
  links.reserve(arcs.size());
  claims.reserve(arcs.size());
  for (Vertex actor = 0; actor < actors; ++actor) {
    const std::span<Arc> own(arcs.data() + begin[actor], begin[actor + 1] - begin[actor]);
    std::ranges::sort(own, {}, &Arc::target);
    const std::size_t first = links.size();
    for (const Arc& arc : own) {
      if (links.size() > first && links.back().second == arc.target) {
        claims.back().claims += arc.claims;
      } else {
        links.emplace_back(actor, arc.target);
        claims.push_back({arc.claims});
      }
    }
  }
  graph_ = Graph(boost::edges_are_sorted, links.begin(), links.end(), claims.begin(),
                 static_cast<Vertex>(actors), static_cast<std::uint32_t>(links.size()));
}

}  // namespace actorgraph
