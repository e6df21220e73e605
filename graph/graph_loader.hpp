// Puts a merged graph together again from its parts, as they were kept. Stands beside GraphBuilder, which
// makes it from claims.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace actorgraph {

class GraphLoader {
 public:
  using Vertex = KnowledgeGraph::Vertex;

  explicit GraphLoader(std::size_t actors);

  /// Requires: actors come in the order of their ids, `actors` of them.
  void add_actor(ActorNode actor);

  /// An alias of an actor that was added. Requires: aliases come in byte order.
  void add_alias(Vertex actor, std::string alias);

  /// Requires: both are vertices; edges come in graph order.
  void add_edge(Vertex source, Vertex target, RelationEdge edge);

  /// A claim of edge number `edge`, in the order of adding. Requires: claims come in order of ids.
  void add_evidence(std::size_t edge, ClaimId claim, const DateInterval& time);

  /// Where the edge's fact is said.
  void set_quote(std::size_t edge, std::string_view quote, std::string_view url);

  /// In: links in (into, from) order, refusals in (from, into) order.
  /// Cost: O(edges log times of an edge).
  [[nodiscard]] KnowledgeGraph finish(std::vector<ActorLink> links, std::vector<RefusedLink> refusals) &&;

 private:
  KnowledgeGraph graph_;
  Vertex next_ = 0;
  std::vector<RelationEdge*> edges_;
};

}  // namespace actorgraph
