// The shortest paths between two actors of a network.
// Thread-safety: all functions may be called concurrently.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "graph/actor_network.hpp"

namespace actorgraph {

/// Actors from one end to the other; none stands twice.
using NetworkPath = std::vector<ActorNetwork::Vertex>;

/// The `most` best paths of an undirected network: the shortest in links first, among these the best
/// supported (the smallest sum of 1 / claims of its links). Fewer where there are no more; the same for the
/// same network.
///
/// Requires: `from` and `to` are actors of it, and not the same.
/// Cost:     O(links) and then, for each path and each actor on it, the links of the actors that may lie on a
///           path as short.
/// Source:   J. Y. Yen 1971, Finding the K Shortest Loopless Paths in a Network; the search for each
/// deviation
///           is A* (Hart, Nilsson, Raphael 1968), guided by the distances to `to` of the whole network.
[[nodiscard]] std::vector<NetworkPath> find_shortest_paths(const ActorNetwork& network,
                                                           ActorNetwork::Vertex from, ActorNetwork::Vertex to,
                                                           std::size_t most);

}  // namespace actorgraph
