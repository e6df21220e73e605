// The merged graph: one vertex an actor, one edge per (source, target, relation), each with its evidence.
// Stands between store and export.
// Thread-safety: const members may be called concurrently.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "records/actor_link.hpp"
#include "records/claim.hpp"
#include "records/date.hpp"
#include "records/id.hpp"

namespace actorgraph {

/// A vertex: an actor, however it is named.
struct ActorNode {
  ActorId id;
  std::string name;  ///< the most frequent name (ties: the first in byte order)
  ActorKind kind = ActorKind::Unknown;
  std::string code;
  std::vector<std::string> aliases;  ///< the other names, in byte order; one spelling of each normalised name
  std::uint32_t mentions = 0;        ///< claims in which it takes part, as subject, object or speaker
  std::uint32_t documents = 0;
  std::optional<Date> first_seen;  ///< publication date of its first and last document
  std::optional<Date> last_seen;
  std::optional<PartOf> part_of;  ///< the whole of "Russian embassy in Kabul"

  /// Calls the actor `new_name`; its old name becomes an alias.
  void rename(std::string new_name);
};

/// An edge: what one actor is said to have done to another, all reports together. There is one for each
/// (source, target, relation, negated, modality).
struct RelationEdge {
  EdgeId id;             ///< a hash of those five
  std::string relation;  ///< the relation's lemma
  std::string event;     ///< the most frequent PLOVER type, else empty
  bool negated = false;
  Modality modality = Modality::Asserted;
  std::uint32_t weight = 0;  ///< number of claims
  std::uint32_t documents = 0;
  std::optional<Date> first;  ///< event time where known, else publication
  std::optional<Date> last;
  std::vector<DateInterval>
      times;  ///< the distinct times of its claims, in order; none is empty on both sides
  std::optional<double> polarity;  ///< mean Goldstein score of its coded claims
  double confidence = 0;           ///< of its surest claim
  std::vector<ClaimId> evidence;   ///< in id order
  ClaimId quoted;                  ///< the earliest claim (ties: the smallest id)
  std::string quote;               ///< its sentence
  std::string url;                 ///< of its document, else empty
};

class KnowledgeGraph {
 public:
  using Graph =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, ActorNode, RelationEdge>;
  using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
  using Edge = boost::graph_traits<Graph>::edge_descriptor;

  /// Vertices in id order, edges in (source, target, relation, negated, modality) order.
  [[nodiscard]] const Graph& graph() const { return *graph_; }

  [[nodiscard]] std::size_t actor_count() const { return boost::num_vertices(*graph_); }
  [[nodiscard]] std::size_t edge_count() const { return boost::num_edges(*graph_); }

  /// The actor of an id that a node has or that claims carry. Cost: O(log actors).
  [[nodiscard]] std::optional<Vertex> find_actor(ActorId id) const;

  /// Why nodes have several ids: in (into, from) order.
  [[nodiscard]] std::span<const ActorLink> links() const { return links_; }

  /// Those into the node of `id`. Cost: O(log links).
  [[nodiscard]] std::span<const ActorLink> links_into(ActorId id) const;

  /// What was not joined, in (from, into) order.
  [[nodiscard]] std::span<const RefusedLink> refusals() const { return refusals_; }

  /// The edges whose id begins with `prefix` ("r3f1" or the digits alone), in graph order.
  /// Cost: O(edges).
  [[nodiscard]] std::vector<Edge> find_edges(std::string_view prefix) const;

 private:
  friend class GraphBuilder;
  friend class GraphLoader;
  friend class RollUp;
  // Boost's adjacency_list has no move; a million edges must not be copied when the graph is handed on.
  std::unique_ptr<Graph> graph_ = std::make_unique<Graph>();
  std::vector<ActorLink> links_;
  std::vector<RefusedLink> refusals_;
  std::vector<std::pair<ActorId, ActorId>> nodes_;  // (from, into) of the links, in order
};

/// The id of an edge between two nodes: a hash of them, its relation, polarity and modality.
[[nodiscard]] EdgeId make_edge_id(ActorId source, ActorId target, const RelationEdge& edge);

/// What an edge says in words: "attack", "not attack", "attack (threatened)". No two edges between the same
/// source and target have the same.
[[nodiscard]] std::string edge_label(const RelationEdge& edge);

/// The same by its parts, of edges and events.
[[nodiscard]] std::string relation_label(const std::string& relation, bool negated, Modality modality);

/// "ISIS-K -[attack]-> Russian embassy | 2 claims | 2022-01-01..2024-03-23", one line a vertex, then one an
/// edge.
[[nodiscard]] std::string dump(const KnowledgeGraph& graph);

}  // namespace actorgraph
