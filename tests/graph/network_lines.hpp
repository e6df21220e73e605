// Networks from lines of text, for tests: "0 1 3" is an edge from actor 0 to actor 1 with three claims.
#pragma once

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

#include "records/graph_rows.hpp"

namespace actorgraph {

inline std::vector<EdgeEnds> parse_network(const std::string& text) {
  std::vector<EdgeEnds> edges;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream numbers(line);
    EdgeEnds edge{.claims = 1, .documents = 1, .is_asserted = true};
    if (numbers >> edge.source >> edge.target) {
      numbers >> edge.claims;
      if (!numbers) edge.claims = 1;
      edges.push_back(edge);
    }
  }
  return edges;
}

inline std::size_t count_actors(const std::vector<EdgeEnds>& edges) {
  ActorNumber most = 0;
  for (const EdgeEnds& edge : edges) most = std::max({most, edge.source, edge.target});
  return std::size_t{most} + 1;
}

/// Zachary's karate club. Source: W. W. Zachary 1977, An Information Flow Model for Conflict and Fission in
/// Small Groups; each line an actor and its neighbours with larger numbers.
inline std::vector<EdgeEnds> make_karate_club() {
  const std::vector<std::vector<ActorNumber>> neighbours = {
      {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31},
      {2, 3, 7, 13, 17, 19, 21, 30},
      {3, 7, 8, 9, 13, 27, 28, 32},
      {7, 12, 13},
      {6, 10},
      {6, 10, 16},
      {16},
      {},
      {30, 32, 33},
      {33},
      {},
      {},
      {},
      {33},
      {32, 33},
      {32, 33},
      {},
      {},
      {32, 33},
      {33},
      {32, 33},
      {},
      {32, 33},
      {25, 27, 29, 32, 33},
      {25, 27, 31},
      {31},
      {29, 33},
      {33},
      {31, 33},
      {32, 33},
      {32, 33},
      {32, 33},
      {33},
      {}};
  std::vector<EdgeEnds> edges;
  for (ActorNumber actor = 0; actor < neighbours.size(); ++actor) {
    for (const ActorNumber other : neighbours[actor]) edges.push_back({actor, other, 1, 1, true});
  }
  return edges;
}

}  // namespace actorgraph
