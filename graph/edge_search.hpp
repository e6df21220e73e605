// Answers a query over the merged graph.
// Thread-safety: may be called concurrently.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "graph/actor_index.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/query.hpp"
#include "records/result.hpp"

namespace actorgraph {

struct EdgeMatches {
  /// By first date (none last), then source's name, label, target's name and id.
  std::vector<KnowledgeGraph::Edge> edges;
  /// What matched but is not stated as fact, as ("threatened", 3); empty where the query asks for all.
  std::vector<std::pair<std::string, std::size_t>> hidden;
};

/// Finds the edges that `query` asks for. An edge lies in the asked time where one of its claims does; an
/// edge without a time lies in none.
///
/// Requires: `index` is of `graph`.
/// Errors:   returns an Issue where a name or a relation is not in the graph, with what it may have meant.
/// Cost:     O(edges of the named actors), O(edges) where both ends are open; more for a misspelt name.
[[nodiscard]] Result<EdgeMatches> find_matches(const KnowledgeGraph& graph, const ActorIndex& index,
                                               const Query& query);

}  // namespace actorgraph
