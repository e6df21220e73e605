// Actors by number and how much they have to do with one another: what rankings, communities and paths are
// computed on, as compressed sparse rows.
// Thread-safety: const members may be called concurrently.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstddef>
#include <cstdint>
#include <span>

#include "records/graph_rows.hpp"

namespace actorgraph {

/// What lies between two neighbours.
struct NetworkLink {
  std::uint32_t claims = 0;
};

/// A simple graph: all edges of the same two actors are one link with the sum of their claims. Neighbours of
/// an actor are in order of numbers.
class ActorNetwork {
 public:
  using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, NetworkLink,
                                                   boost::no_property, std::uint32_t, std::uint32_t>;
  using Vertex = std::uint32_t;

  /// Which edges become links: what is stated as fact, or all.
  enum class Scope : std::uint8_t { Asserted, All };

  /// Links from source to target. Cost: O(actors + edges log degree).
  [[nodiscard]] static ActorNetwork make_directed(std::size_t actors, std::span<const EdgeEnds> edges,
                                                  Scope scope);

  /// Links both ways, without loops. Cost: as make_directed.
  [[nodiscard]] static ActorNetwork make_undirected(std::size_t actors, std::span<const EdgeEnds> edges,
                                                    Scope scope);

  [[nodiscard]] const Graph& graph() const { return graph_; }
  [[nodiscard]] std::size_t size() const { return boost::num_vertices(graph_); }
  [[nodiscard]] std::size_t link_count() const { return boost::num_edges(graph_); }

  [[nodiscard]] std::size_t degree(Vertex actor) const { return boost::out_degree(actor, graph_); }

  /// Calls visit(neighbour, claims) for each link from `actor`.
  template <class Visit>
  void for_each_link(Vertex actor, const Visit& visit) const {
    const auto [begin, end] = boost::out_edges(actor, graph_);
    for (auto it = begin; it != end; ++it) visit(boost::target(*it, graph_), graph_[*it].claims);
  }

 private:
  struct Arc {
    Vertex target = 0;
    std::uint32_t claims = 0;
  };
  enum class Direction : std::uint8_t { Forward, Both };
  ActorNetwork(std::size_t actors, std::span<const EdgeEnds> edges, Scope scope, Direction direction);

  Graph graph_;
};

}  // namespace actorgraph
