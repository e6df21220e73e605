#include "graph/path_search.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "graph/shortest_paths.hpp"

namespace actorgraph {
namespace {

/// The part of a graph that two searches, one from each end, have seen. Where they have gone d and e steps
/// far, it has every path of at most d + e steps.
class PathRegion {
 public:
  PathRegion(const EdgeSource& graph, ActorNumber from, ActorNumber to, ActorNetwork::Scope scope)
      : graph_(graph), scope_(scope), sides_{Side{{from}, {from}}, Side{{to}, {to}}} {}

  [[nodiscard]] std::size_t steps() const { return steps_; }
  [[nodiscard]] bool have_met() const { return have_met_; }
  [[nodiscard]] bool is_whole() const { return sides_[0].front.empty() || sides_[1].front.empty(); }

  /// Goes one step further from the end that has fewer actors to go on from.
  void grow() {
    const std::size_t smaller = sides_[0].front.size() <= sides_[1].front.size() ? 0 : 1;
    Side& side = sides_[smaller];
    const Side& other = sides_[1 - smaller];
    std::vector<ActorNumber> next;
    for (const ActorNumber actor : side.front) {
      // Each edge is taken once, with the first of its ends.
      if (!read_.insert(actor).second) continue;
      for (const EdgeEnds& edge : graph_.ends_at(actor)) {
        if (edge.source == edge.target || (scope_ == ActorNetwork::Scope::Asserted && !edge.is_asserted)) {
          continue;
        }
        const ActorNumber neighbour = edge.source == actor ? edge.target : edge.source;
        if (!read_.contains(neighbour)) edges_.push_back(edge);
        if (side.seen.insert(neighbour).second) next.push_back(neighbour);
        have_met_ = have_met_ || other.seen.contains(neighbour);
      }
    }
    side.front = std::move(next);
    ++steps_;
  }

  /// The best paths of at most steps() steps; of any length where all is seen.
  [[nodiscard]] std::vector<std::vector<ActorNumber>> find(ActorNumber from, ActorNumber to,
                                                           std::size_t most) const {
    std::vector<ActorNumber> actors;
    for (const EdgeEnds& edge : edges_) {
      actors.push_back(edge.source);
      actors.push_back(edge.target);
    }
    std::ranges::sort(actors);
    actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
    std::unordered_map<ActorNumber, ActorNetwork::Vertex> place;
    for (const ActorNumber actor : actors)
      place.emplace(actor, static_cast<ActorNetwork::Vertex>(place.size()));
    std::vector<EdgeEnds> edges = edges_;
    for (EdgeEnds& edge : edges) {
      edge.source = place.at(edge.source);
      edge.target = place.at(edge.target);
    }
    const ActorNetwork network = ActorNetwork::make_undirected(actors.size(), edges, scope_);
    std::vector<std::vector<ActorNumber>> paths;
    for (const NetworkPath& path : find_shortest_paths(network, place.at(from), place.at(to), most)) {
      if (path.size() > steps_ + 1 && !is_whole()) break;
      std::vector<ActorNumber>& named = paths.emplace_back();
      for (const ActorNetwork::Vertex actor : path) named.push_back(actors[actor]);
    }
    return paths;
  }

 private:
  struct Side {
    std::vector<ActorNumber> front;  // seen last; their edges are not read
    std::unordered_set<ActorNumber> seen;
  };

  const EdgeSource& graph_;
  ActorNetwork::Scope scope_;
  std::array<Side, 2> sides_;
  std::unordered_set<ActorNumber> read_;
  std::vector<EdgeEnds> edges_;
  std::size_t steps_ = 0;
  bool have_met_ = false;
};

std::vector<EdgeRow> find_step(const EdgeSource& graph, ActorNumber one, ActorNumber other,
                               ActorNetwork::Scope scope) {
  std::vector<EdgeRow> edges = graph.edges_between(one, other);
  for (EdgeRow& edge : graph.edges_between(other, one)) edges.push_back(std::move(edge));
  if (scope == ActorNetwork::Scope::Asserted) {
    std::erase_if(edges,
                  [](const EdgeRow& edge) { return edge.negated || edge.modality != Modality::Asserted; });
  }
  std::ranges::sort(edges, [](const EdgeRow& a, const EdgeRow& b) {
    return std::tuple(b.claims, b.documents, a.number) < std::tuple(a.claims, a.documents, b.number);
  });
  return edges;
}

}  // namespace

std::vector<EvidencePath> find_paths(const EdgeSource& graph, ActorNumber from, ActorNumber to,
                                     const PathOptions& options) {
  const bool only_shortest = options.most == 0;
  const std::size_t most = only_shortest ? PathOptions::kUsualPaths : options.most;
  PathRegion region(graph, from, to, options.scope);
  std::vector<std::vector<ActorNumber>> paths;
  while (region.steps() < options.most_steps && !region.is_whole()) {
    region.grow();
    if (!region.have_met()) continue;
    paths = region.find(from, to, most);
    if (only_shortest ? !paths.empty() : paths.size() >= most) break;
  }
  if (only_shortest) {
    std::erase_if(paths, [shortest = paths.empty() ? 0 : paths.front().size()](const auto& path) {
      return path.size() > shortest;
    });
  }
  std::vector<EvidencePath> found;
  for (std::vector<ActorNumber>& actors : paths) {
    EvidencePath& path = found.emplace_back();
    for (std::size_t i = 0; i + 1 < actors.size(); ++i) {
      path.steps.push_back(find_step(graph, actors[i], actors[i + 1], options.scope));
    }
    path.actors = std::move(actors);
  }
  return found;
}

}  // namespace actorgraph
