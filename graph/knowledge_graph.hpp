// The merged graph: one vertex an actor, one edge per (source, target, relation), each with its evidence.
// Stands between store and export.
// Thread-safety: const members may be called concurrently.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

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
  std::vector<std::string> aliases;  ///< the other names, in byte order
  std::uint32_t mentions = 0;        ///< claims in which it takes part
  std::uint32_t documents = 0;
  std::optional<Date> first_seen;  ///< publication date of its first and last document
  std::optional<Date> last_seen;
};

/// An edge: what one actor is said to have done to another, all reports together.
struct RelationEdge {
  EdgeId id;
  std::string relation;  ///< the relation's lemma
  std::string event;     ///< PLOVER type, else empty
  bool negated = false;
  Modality modality = Modality::Asserted;
  std::uint32_t weight = 0;  ///< number of claims
  std::uint32_t documents = 0;
  std::optional<Date> first;  ///< event time where known, else publication
  std::optional<Date> last;
  std::vector<ClaimId> evidence;  ///< in id order
  std::string quote;              ///< the sentence of the first claim
  std::string url;                ///< of its document, else empty
};

class KnowledgeGraph {
 public:
  using Graph =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, ActorNode, RelationEdge>;

  /// Vertices in id order, edges in (source, target, relation, ...) order.
  [[nodiscard]] const Graph& graph() const { return graph_; }

 private:
  friend class GraphBuilder;
  Graph graph_;
};

}  // namespace actorgraph
