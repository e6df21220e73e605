// A graph in memory as what queries ask: one that was merged just now, or rolled up.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/edge_source.hpp"
#include "graph/knowledge_graph.hpp"

namespace actorgraph {

/// What is known of claims, in order of their ids; the edge is set by MemoryEdges.
using ClaimLookup = std::function<std::vector<EdgeClaim>(std::span<const ClaimId> claims)>;

/// Numbers of actors and edges are those of the graph's vertices and edges, in their order.
/// Lifetime: the graph must outlive it.
class MemoryEdges : public EdgeSource {
 public:
  /// Without `find_claims`, claims_of_edge is of no use. Cost: O(names log names + edges).
  explicit MemoryEdges(const KnowledgeGraph& graph, ClaimLookup find_claims = {});

  [[nodiscard]] std::vector<ActorRow> find_actors(std::string_view name) const override;
  [[nodiscard]] std::vector<ActorRow> find_actors(ActorId first, ActorId last,
                                                  std::size_t limit) const override;
  [[nodiscard]] ActorRow actor(ActorNumber number) const override;
  void for_each_actor(const std::function<void(const ActorRow&)>& visit) const override;
  void for_each_name(const std::function<void(const NameRow&)>& visit) const override;
  [[nodiscard]] std::vector<EdgeRow> edges_out(ActorNumber source) const override;
  [[nodiscard]] std::vector<EdgeRow> edges_in(ActorNumber target) const override;
  [[nodiscard]] std::vector<EdgeRow> edges_between(ActorNumber source, ActorNumber target) const override;
  [[nodiscard]] std::vector<EdgeRow> edges_of_relation(std::string_view lemma) const override;
  [[nodiscard]] std::vector<EdgeRow> edges_of_type(std::string_view plover) const override;
  void for_each_edge(const std::function<void(const EdgeRow&)>& visit) const override;
  [[nodiscard]] std::vector<EdgeEnds> ends_at(ActorNumber actor) const override;
  [[nodiscard]] std::vector<std::string> relations() const override;
  [[nodiscard]] std::vector<std::string> types() const override;
  [[nodiscard]] std::vector<EdgeClaim> claims_of_edge(EdgeNumber number) const override;

 private:
  [[nodiscard]] EdgeRow row(EdgeNumber number) const;
  [[nodiscard]] std::vector<EdgeRow> rows(const std::vector<EdgeNumber>& numbers) const;

  const KnowledgeGraph& graph_;
  ClaimLookup find_claims_;
  std::vector<NameRow> names_;  // in (key, actor, name) order
  std::vector<KnowledgeGraph::Edge> edges_;
  std::vector<std::vector<EdgeNumber>> out_;  // by actor
  std::vector<std::vector<EdgeNumber>> in_;
};

}  // namespace actorgraph
