// Answers a query: the edges that its pattern asks for, and how they hang together.
// Thread-safety: may be called concurrently where the source may.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "graph/edge_filter.hpp"
#include "graph/edge_source.hpp"
#include "graph/query.hpp"
#include "records/graph_rows.hpp"
#include "records/result.hpp"

namespace actorgraph {

/// An edge of an answer, with those of its claims that count.
struct MatchedEdge {
  EdgeRow edge;
  EdgeSupport support;
};

/// One way in which actors fill the pattern.
struct PatternMatch {
  std::vector<ActorNumber> actors;              ///< by term of the query
  std::vector<std::vector<std::size_t>> edges;  ///< by arrow: numbers of PatternMatches::edges
};

struct PatternMatches {
  /// Of one arrow: by first date (none last), then source's name, relation, target's name and id.
  /// Of several: those of any match, each once.
  std::vector<MatchedEdge> edges;
  /// Of several arrows alone: the best supported first, by the claims of its weakest arrow, then of all.
  std::vector<PatternMatch> matches;
  /// What matched a query of one arrow but is not stated as fact, as ("threatened", 3); empty where the query
  /// asks for all.
  std::vector<std::pair<std::string, std::size_t>> hidden;
};

/// Matches of several arrows that are listed at most.
inline constexpr std::size_t kMostMatches = 100'000;

/// Finds what `query` asks for.
///
/// Errors:   returns an Issue where a name or a relation is not in the graph, with what it may have meant,
/// and
///           where a pattern of several arrows has more than kMostMatches.
/// Cost:     O(edges of the named actors, or of the relations); arrows are followed from where fewest edges
///           are to be read. O(edges) where nothing is named.
[[nodiscard]] Result<PatternMatches> find_matches(const EdgeSource& graph, const Query& query);

}  // namespace actorgraph
