// Evidence paths: how two actors hang together, in as few steps as there are, each with its edges.
// Thread-safety: may be called concurrently where the source may.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/actor_network.hpp"
#include "graph/edge_source.hpp"
#include "records/graph_rows.hpp"

namespace actorgraph {

struct PathOptions {
  /// How many. Where it is 0: those of the fewest steps alone, kUsualPaths at most.
  std::size_t most = 0;
  static constexpr std::size_t kUsualPaths = 3;
  std::size_t most_steps = 8;
  /// With All paths go also through what is negated, planned, denied...
  ActorNetwork::Scope scope = ActorNetwork::Scope::Asserted;
};

struct EvidencePath {
  std::vector<ActorNumber> actors;
  /// By step: the edges between the two actors, in either direction, the best supported first.
  std::vector<std::vector<EdgeRow>> steps;
};

/// Finds the paths from `from` to `to` along edges in either direction, in the order of find_shortest_paths.
///
/// Requires: `from` and `to` are not the same.
/// Cost:     the edges of actors within half the path's length of either end.
[[nodiscard]] std::vector<EvidencePath> find_paths(const EdgeSource& graph, ActorNumber from, ActorNumber to,
                                                   const PathOptions& options = {});

}  // namespace actorgraph
