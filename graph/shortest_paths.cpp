#include "graph/shortest_paths.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <queue>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace actorgraph {
namespace {

using Vertex = ActorNetwork::Vertex;
using Cost = std::uint64_t;  // links in the upper half, the sum of 1 / claims in the lower

constexpr Cost kLink = Cost{1} << 32U;
constexpr Cost kWeakest = 1'000'000;  // of a link with one claim
constexpr Cost kFar = UINT64_MAX;

Cost cost_of(std::uint32_t claims) {
  return kLink + kWeakest / std::max<std::uint32_t>(claims, 1);
}

/// The least cost from every actor to `to`: breadth first, since links count before all else.
std::vector<Cost> find_distances(const ActorNetwork& network, Vertex to) {
  std::vector<Cost> distances(network.size(), kFar);
  std::vector<Vertex> layer = {to};
  std::vector<Vertex> next;
  distances[to] = 0;
  for (Cost links = 1; !layer.empty(); ++links) {
    next.clear();
    for (const Vertex actor : layer) {
      network.for_each_link(actor, [&](Vertex neighbour, std::uint32_t claims) {
        const Cost cost = distances[actor] + cost_of(claims);
        if (distances[neighbour] == kFar) next.push_back(neighbour);
        if (distances[neighbour] / kLink >= links)
          distances[neighbour] = std::min(distances[neighbour], cost);
      });
    }
    std::swap(layer, next);
  }
  return distances;
}

class YenSearch {
 public:
  YenSearch(const ActorNetwork& network, Vertex from, Vertex to)
      : network_(network), from_(from), to_(to), distances_(find_distances(network, to)) {}

  std::vector<NetworkPath> run(std::size_t most) {
    std::vector<NetworkPath> found;
    if (distances_[from_] == kFar) return found;
    if (auto path = find_deviation({from_}, 0, {})) offers_.insert(*std::move(path));
    while (found.size() < most && !offers_.empty()) {
      found.push_back(std::move(offers_.extract(offers_.begin()).value().second));
      if (found.size() < most) deviate(found);
    }
    return found;
  }

 private:
  using Offer = std::pair<Cost, NetworkPath>;

  /// Offers the best path that leaves the last one at each of its actors.
  void deviate(const std::vector<NetworkPath>& found) {
    const NetworkPath& last = found.back();
    Cost before = 0;
    for (std::size_t at = 0; at + 1 < last.size(); ++at) {
      const NetworkPath start(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(at) + 1);
      std::vector<Vertex> taken;  // by paths that begin so
      for (const NetworkPath& path : found) {
        if (path.size() > at + 1 && std::equal(start.begin(), start.end(), path.begin())) {
          taken.push_back(path[at + 1]);
        }
      }
      if (auto path = find_deviation(start, before, taken)) offers_.insert(*std::move(path));
      network_.for_each_link(last[at], [&](Vertex neighbour, std::uint32_t claims) {
        if (neighbour == last[at + 1]) before += cost_of(claims);
      });
    }
  }

  /// The best path that begins with `start`, which costs `before`, and does not go on to one of `taken`.
  std::optional<Offer> find_deviation(NetworkPath start, Cost before, const std::vector<Vertex>& taken) {
    struct Reached {
      Cost cost = kFar;
      Vertex from = 0;
      bool is_done = false;
    };
    std::unordered_map<Vertex, Reached> reached;
    for (const Vertex actor : start) reached[actor].is_done = true;
    const Vertex spur = start.back();
    // Least estimated cost first; ties by the actor's number.
    std::priority_queue<std::tuple<Cost, Vertex>, std::vector<std::tuple<Cost, Vertex>>, std::greater<>> open;
    const auto expand = [&](Vertex actor, Cost cost) {
      network_.for_each_link(actor, [&](Vertex neighbour, std::uint32_t claims) {
        if (distances_[neighbour] == kFar) return;
        if (actor == spur && std::ranges::find(taken, neighbour) != taken.end()) return;
        Reached& next = reached[neighbour];
        const Cost through = cost + cost_of(claims);
        if (next.is_done || through > next.cost || (through == next.cost && next.from <= actor)) return;
        next.cost = through;
        next.from = actor;
        open.emplace(through + distances_[neighbour], neighbour);
      });
    };
    expand(spur, before);
    while (!open.empty()) {
      const Vertex actor = std::get<Vertex>(open.top());
      open.pop();
      Reached& place = reached[actor];
      if (place.is_done) continue;
      place.is_done = true;
      if (actor != to_) {
        expand(actor, Cost{place.cost});
        continue;
      }
      NetworkPath rest;
      for (Vertex step = to_; step != spur; step = reached[step].from) rest.push_back(step);
      start.insert(start.end(), rest.rbegin(), rest.rend());
      return Offer{reached[to_].cost, std::move(start)};
    }
    return std::nullopt;
  }

  const ActorNetwork& network_;
  Vertex from_;
  Vertex to_;
  std::vector<Cost> distances_;
  std::set<Offer> offers_;  // each path once
};

}  // namespace

std::vector<NetworkPath> find_shortest_paths(const ActorNetwork& network, Vertex from, Vertex to,
                                             std::size_t most) {
  return YenSearch(network, from, to).run(most);
}

}  // namespace actorgraph
