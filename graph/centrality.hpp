// How much stands on an actor: PageRank and betweenness.
// Thread-safety: all functions may be called concurrently.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/actor_network.hpp"

namespace actorgraph {

struct PageRankOptions {
  double damping = 0.85;    ///< how often a walker follows a link, and does not jump
  double tolerance = 1e-9;  ///< ends when all ranks together change by less
  std::size_t most_rounds = 200;
};

/// The share of time that a random walker along the links of a directed network spends with each actor; links
/// are taken by their claims, and who has none jumps anywhere. The ranks' sum is 1.
///
/// Cost:     O(rounds x links).
/// Source:   L. Page, S. Brin, R. Motwani, T. Winograd 1998, The PageRank Citation Ranking. As networkx and
///           igraph compute it.
[[nodiscard]] std::vector<double> find_page_ranks(const ActorNetwork& network,
                                                  const PageRankOptions& options = {});

struct Betweenness {
  std::vector<double> values;
  std::size_t pivots = 0;  ///< actors from which paths were counted
  bool is_sample = false;  ///< and not all that have links
};

struct BetweennessOptions {
  /// Links that are looked at, at most: above that paths start from a sample of actors alone.
  std::size_t most_links = 100'000'000;
  std::size_t fewest_pivots = 64;
};

/// The number of pairs of actors between which each lies on the shortest paths (in links) of an undirected
/// network, as shares where a pair has several. From a sample the values are scaled to what all would give.
///
/// Out:      the same for the same network: the sample is every n-th actor that has a link.
/// Cost:     O(pivots x links).
/// Source:   U. Brandes 2001, A Faster Algorithm for Betweenness Centrality; U. Brandes, C. Pich 2007,
///           Centrality Estimation in Large Networks.
[[nodiscard]] Betweenness find_betweenness(const ActorNetwork& network,
                                           const BetweennessOptions& options = {});

}  // namespace actorgraph
