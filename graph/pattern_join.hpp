// Puts the edges of a pattern's arrows together. Used by pattern_search alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "graph/pattern_search.hpp"

namespace actorgraph {

/// Finds all ways to fill the terms so that every arrow has an edge: one by one, in the order in which the
/// arrows' edges were read, each looked up by the ends that are known by then.
class PatternJoin {
 public:
  /// `found` are the edges that each hop of `query` may be; `order` are all hops.
  PatternJoin(const Query& query, std::vector<std::vector<MatchedEdge>> found,
              std::vector<std::size_t> order);

  /// Fills matches and their edges; false where there are more than kMostMatches.
  /// Cost: O(edges log edges + partial matches).
  [[nodiscard]] bool run(PatternMatches& matches);

 private:
  /// Edges of a hop between the same two actors: [begin, end) of its list.
  struct Group {
    ActorNumber source = 0;
    ActorNumber target = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct Hop {
    std::vector<MatchedEdge> edges;      // by (source, target, number)
    std::vector<Group> groups;           // by (source, target)
    std::vector<std::size_t> by_target;  // of groups, by (target, source)
  };

  bool extend(std::size_t step);
  bool try_group(std::size_t step, const Group& group);
  [[nodiscard]] bool is_taken(std::size_t term, ActorNumber actor) const;
  bool add_match();

  const Query& query_;
  std::vector<std::size_t> order_;
  std::vector<Hop> hops_;
  std::vector<std::optional<ActorNumber>> filled_;  // by term
  std::vector<const Group*> chosen_;                // by hop
  std::map<EdgeNumber, std::size_t> numbers_;       // of edges in the answer
  std::vector<MatchedEdge> edges_;
  std::vector<PatternMatch> matches_;
};

}  // namespace actorgraph
