// Groups of actors that have more to do with one another than with others.
// Thread-safety: all functions may be called concurrently.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/actor_network.hpp"

namespace actorgraph {

struct Communities {
  /// By actor. Communities are numbered from 0 by their number of actors, the largest first (ties: the one
  /// with the smallest actor). An actor without links is a community of its own.
  std::vector<std::uint32_t> of;
  std::size_t count = 0;
  double modularity = 0;
};

/// Finds communities of an undirected network with links weighed by claims: actors move to where modularity
/// grows most; each community is divided into parts that hang together; the parts are the actors of the next
/// round. So every community is connected.
///
/// Out:      the same for the same network: actors are visited in order of numbers, the best move is taken
///           (ties: the community with the smallest number), and gains are compared as integers.
/// Cost:     about O(links x rounds), of which there are few.
/// Source:   V. A. Traag, L. Waltman, N. J. van Eck 2019, From Louvain to Leiden. Differs in: parts grow by
///           the best move, where Leiden chooses one at random among the good ones.
[[nodiscard]] Communities find_communities(const ActorNetwork& network);

/// How many more links (by claims) lie within communities than chance would put there, as a share of all.
/// Source: M. E. J. Newman 2004, Analysis of weighted networks.
[[nodiscard]] double find_modularity(const ActorNetwork& network,
                                     std::span<const std::uint32_t> community_of);

}  // namespace actorgraph
