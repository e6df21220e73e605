#include "graph/centrality.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace actorgraph {

std::vector<double> find_page_ranks(const ActorNetwork& network, const PageRankOptions& options) {
  const std::size_t size = network.size();
  if (size == 0) return {};
  const double even = 1.0 / static_cast<double>(size);
  std::vector<double> claims(size);  // of an actor's links
  for (ActorNetwork::Vertex actor = 0; actor < size; ++actor) {
    network.for_each_link(actor, [&](ActorNetwork::Vertex, std::uint32_t count) { claims[actor] += count; });
  }
  std::vector<double> ranks(size, even);
  std::vector<double> next(size);
  for (std::size_t round = 0; round < options.most_rounds; ++round) {
    double resting = 0;  // of who has no links
    for (std::size_t i = 0; i < size; ++i) {
      if (claims[i] == 0) resting += ranks[i];
    }
    std::ranges::fill(next, (1 - options.damping + options.damping * resting) * even);
    for (ActorNetwork::Vertex actor = 0; actor < size; ++actor) {
      if (claims[actor] == 0) continue;
      const double share = options.damping * ranks[actor] / claims[actor];
      network.for_each_link(
          actor, [&](ActorNetwork::Vertex target, std::uint32_t count) { next[target] += share * count; });
    }
    double change = 0;
    for (std::size_t i = 0; i < size; ++i) change += std::abs(next[i] - ranks[i]);
    std::swap(ranks, next);
    if (change < options.tolerance) break;
  }
  return ranks;
}

namespace {

/// One breadth-first search from each pivot; what it needs is kept between them.
class BrandesSearch {
 public:
  explicit BrandesSearch(const ActorNetwork& network)
      : network_(network),
        distance_(network.size(), kUnseen),
        paths_(network.size()),
        dependency_(network.size()) {}

  /// Adds the share of all shortest paths from `pivot` that go through each actor.
  void add(ActorNetwork::Vertex pivot, std::vector<double>& values) {
    order_.clear();
    order_.push_back(pivot);
    distance_[pivot] = 0;
    paths_[pivot] = 1;
    for (std::size_t at = 0; at < order_.size(); ++at) {
      const ActorNetwork::Vertex actor = order_[at];
      network_.for_each_link(actor, [&](ActorNetwork::Vertex next, std::uint32_t) {
        if (distance_[next] == kUnseen) {
          distance_[next] = distance_[actor] + 1;
          paths_[next] = 0;
          order_.push_back(next);
        }
        if (distance_[next] == distance_[actor] + 1) paths_[next] += paths_[actor];
      });
    }
    for (std::size_t at = order_.size(); at-- > 1;) {
      const ActorNetwork::Vertex actor = order_[at];
      const double share = (1 + dependency_[actor]) / paths_[actor];
      network_.for_each_link(actor, [&](ActorNetwork::Vertex before, std::uint32_t) {
        if (distance_[before] + 1 == distance_[actor]) dependency_[before] += paths_[before] * share;
      });
      values[actor] += dependency_[actor];
    }
    for (const ActorNetwork::Vertex actor : order_) {
      distance_[actor] = kUnseen;
      dependency_[actor] = 0;
    }
  }

 private:
  static constexpr std::uint32_t kUnseen = UINT32_MAX - 1;

  const ActorNetwork& network_;
  std::vector<ActorNetwork::Vertex> order_;
  std::vector<std::uint32_t> distance_;
  std::vector<double> paths_;
  std::vector<double> dependency_;
};

}  // namespace

Betweenness find_betweenness(const ActorNetwork& network, const BetweennessOptions& options) {
  std::vector<ActorNetwork::Vertex> linked;
  for (ActorNetwork::Vertex actor = 0; actor < network.size(); ++actor) {
    if (network.degree(actor) > 0) linked.push_back(actor);
  }
  Betweenness found{
      .values = std::vector<double>(network.size()), .pivots = linked.size(), .is_sample = false};
  if (linked.empty()) return found;
  const std::size_t affordable =
      std::max(options.fewest_pivots, options.most_links / std::max<std::size_t>(1, network.link_count()));
  found.pivots = std::min(linked.size(), affordable);
  found.is_sample = found.pivots < linked.size();
  BrandesSearch search(network);
  for (std::size_t i = 0; i < found.pivots; ++i) {
    search.add(linked[i * linked.size() / found.pivots], found.values);
  }
  // Every pair was counted from both of its ends.
  const double scale = static_cast<double>(linked.size()) / static_cast<double>(found.pivots) / 2;
  for (double& value : found.values) value *= scale;
  return found;
}

}  // namespace actorgraph
