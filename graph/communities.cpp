#include "graph/communities.hpp"

#include <algorithm>
#include <deque>
#include <numeric>
#include <tuple>
#include <utility>

namespace actorgraph {
namespace {

using Weight = std::int64_t;

/// The network of one round: nodes are actors, later parts of communities.
struct Level {
  struct Link {
    std::uint32_t target = 0;
    Weight weight = 0;
  };
  std::vector<std::size_t> begin;  // of a node's links; one more than nodes
  std::vector<Link> links;         // both ways, without loops
  std::vector<Weight> degrees;     // with loops: what of a node's weight stays within it counts, too
  Weight total = 0;                // of all degrees

  [[nodiscard]] std::size_t size() const { return degrees.size(); }
  [[nodiscard]] std::span<const Link> of(std::size_t node) const {
    return std::span(links).subspan(begin[node], begin[node + 1] - begin[node]);
  }
};

using Partition = std::vector<std::uint32_t>;

Level make_level(const ActorNetwork& network) {
  Level level;
  level.begin.push_back(0);
  for (ActorNetwork::Vertex actor = 0; actor < network.size(); ++actor) {
    Weight degree = 0;
    network.for_each_link(actor, [&](ActorNetwork::Vertex target, std::uint32_t claims) {
      level.links.push_back({target, claims});
      degree += claims;
    });
    level.begin.push_back(level.links.size());
    level.degrees.push_back(degree);
    level.total += degree;
  }
  return level;
}

/// Weights of a node's links by community; cleared in the time that filling took.
class LinkWeights {
 public:
  explicit LinkWeights(std::size_t communities) : weights_(communities) {}

  void add(std::uint32_t community, Weight weight) {
    if (weights_[community] == 0) touched_.push_back(community);
    weights_[community] += weight;
  }
  [[nodiscard]] Weight to(std::uint32_t community) const { return weights_[community]; }
  [[nodiscard]] std::span<const std::uint32_t> communities() const { return touched_; }
  void clear() {
    for (const std::uint32_t community : touched_) weights_[community] = 0;
    touched_.clear();
  }

 private:
  std::vector<Weight> weights_;  // every link has a positive weight
  std::vector<std::uint32_t> touched_;
};

/// Moves nodes, each to the community where modularity grows most, until none moves. Whether any did.
bool move_nodes(const Level& level, Partition& community_of) {
  std::vector<Weight> sums(level.size());  // of degrees, by community
  for (std::size_t node = 0; node < level.size(); ++node) sums[community_of[node]] += level.degrees[node];
  std::deque<std::uint32_t> waiting(level.size());
  std::iota(waiting.begin(), waiting.end(), 0U);
  std::vector<bool> is_waiting(level.size(), true);
  LinkWeights weights(level.size());
  bool has_moved = false;
  while (!waiting.empty()) {
    const std::uint32_t node = waiting.front();
    waiting.pop_front();
    is_waiting[node] = false;
    const std::uint32_t own = community_of[node];
    const Weight degree = level.degrees[node];
    for (const Level::Link& link : level.of(node)) weights.add(community_of[link.target], link.weight);
    sums[own] -= degree;
    std::uint32_t best = own;
    Weight most = weights.to(own) * level.total - degree * sums[own];
    for (const std::uint32_t community : weights.communities()) {
      const Weight gain = weights.to(community) * level.total - degree * sums[community];
      if (gain > most || (gain == most && best != own && community < best)) {
        best = community;
        most = gain;
      }
    }
    weights.clear();
    sums[best] += degree;
    if (best == own) continue;
    has_moved = true;
    community_of[node] = best;
    for (const Level::Link& link : level.of(node)) {
      if (community_of[link.target] == best || is_waiting[link.target]) continue;
      waiting.push_back(link.target);
      is_waiting[link.target] = true;
    }
  }
  return has_moved;
}

/// Divides every community into parts that are well connected: nodes that stand alone join the part of their
/// community where modularity grows most.
Partition divide(const Level& level, const Partition& community_of) {
  std::vector<Weight> community_sums(level.size());
  for (std::size_t node = 0; node < level.size(); ++node) {
    community_sums[community_of[node]] += level.degrees[node];
  }
  Partition part_of(level.size());
  std::iota(part_of.begin(), part_of.end(), 0U);
  std::vector<Weight> sums = level.degrees;        // by part
  std::vector<Weight> outward(level.size());       // links from a part to the rest of its community
  std::vector<bool> is_alone(level.size(), true);  // the part that began as this node
  for (std::size_t node = 0; node < level.size(); ++node) {
    for (const Level::Link& link : level.of(node)) {
      if (community_of[link.target] == community_of[node]) outward[node] += link.weight;
    }
  }
  const auto is_well_connected = [&](std::uint32_t part, std::uint32_t community) {
    return outward[part] * level.total >= sums[part] * (community_sums[community] - sums[part]);
  };
  LinkWeights weights(level.size());
  for (std::uint32_t node = 0; node < level.size(); ++node) {
    const std::uint32_t community = community_of[node];
    if (!is_alone[node] || part_of[node] != node || !is_well_connected(node, community)) continue;
    for (const Level::Link& link : level.of(node)) {
      if (community_of[link.target] == community) weights.add(part_of[link.target], link.weight);
    }
    std::uint32_t best = node;
    Weight most = 0;
    for (const std::uint32_t part : weights.communities()) {
      if (part == node || !is_well_connected(part, community)) continue;
      const Weight gain = weights.to(part) * level.total - level.degrees[node] * sums[part];
      if (gain > most || (gain == most && best != node && part < best)) {
        best = part;
        most = gain;
      }
    }
    if (best != node) {
      part_of[node] = best;
      is_alone[best] = false;
      sums[best] += level.degrees[node];
      outward[best] += outward[node] - 2 * weights.to(best);
    }
    weights.clear();
  }
  return part_of;
}

/// Numbers the classes of a partition from 0, in order of their smallest member; their number.
std::uint32_t renumber(Partition& partition) {
  constexpr std::uint32_t kNone = UINT32_MAX;
  Partition number_of(partition.empty() ? 0 : std::ranges::max(partition) + std::size_t{1}, kNone);
  std::uint32_t count = 0;
  for (std::uint32_t& value : partition) {
    if (number_of[value] == kNone) number_of[value] = count++;
    value = number_of[value];
  }
  return count;
}

/// The network of the parts of `level`.
Level shrink(const Level& level, const Partition& part_of, std::uint32_t parts) {
  Level smaller;
  smaller.degrees.resize(parts);
  smaller.total = level.total;
  std::vector<std::vector<std::uint32_t>> members(parts);
  for (std::uint32_t node = 0; node < level.size(); ++node) {
    members[part_of[node]].push_back(node);
    smaller.degrees[part_of[node]] += level.degrees[node];
  }
  LinkWeights weights(parts);
  smaller.begin.push_back(0);
  for (std::uint32_t part = 0; part < parts; ++part) {
    for (const std::uint32_t node : members[part]) {
      for (const Level::Link& link : level.of(node)) {
        if (part_of[link.target] != part) weights.add(part_of[link.target], link.weight);
      }
    }
    const std::size_t first = smaller.links.size();
    for (const std::uint32_t target : weights.communities()) {
      smaller.links.push_back({target, weights.to(target)});
    }
    std::ranges::sort(std::span(smaller.links).subspan(first), {}, &Level::Link::target);
    smaller.begin.push_back(smaller.links.size());
    weights.clear();
  }
  return smaller;
}

/// Numbers communities by size.
std::size_t number_by_size(Partition& community_of) {
  const std::uint32_t count = renumber(community_of);
  std::vector<std::uint32_t> sizes(count);
  for (const std::uint32_t community : community_of) ++sizes[community];
  Partition order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, std::ranges::greater(),
                           [&](std::uint32_t community) { return sizes[community]; });
  Partition number_of(count);
  for (std::uint32_t i = 0; i < count; ++i) number_of[order[i]] = i;
  for (std::uint32_t& community : community_of) community = number_of[community];
  return count;
}

}  // namespace

double find_modularity(const ActorNetwork& network, std::span<const std::uint32_t> community_of) {
  const std::size_t count = community_of.empty() ? 0 : std::ranges::max(community_of) + std::size_t{1};
  std::vector<Weight> sums(count);
  Weight within = 0;
  Weight total = 0;
  for (ActorNetwork::Vertex actor = 0; actor < network.size(); ++actor) {
    network.for_each_link(actor, [&](ActorNetwork::Vertex target, std::uint32_t claims) {
      sums[community_of[actor]] += claims;
      total += claims;
      if (community_of[actor] == community_of[target]) within += claims;
    });
  }
  if (total == 0) return 0;
  const auto all = static_cast<double>(total);
  double modularity = static_cast<double>(within) / all;
  for (const Weight sum : sums)
    modularity -= static_cast<double>(sum) / all * (static_cast<double>(sum) / all);
  return modularity;
}

Communities find_communities(const ActorNetwork& network) {
  Level level = make_level(network);
  Partition node_of(network.size());  // of the current level, by actor
  std::iota(node_of.begin(), node_of.end(), 0U);
  Partition community_of = node_of;  // by node of the level
  Communities found;
  while (true) {
    const bool has_moved = move_nodes(level, community_of);
    found.of.resize(network.size());
    for (std::size_t actor = 0; actor < network.size(); ++actor)
      found.of[actor] = community_of[node_of[actor]];
    if (!has_moved) break;
    Partition part_of = divide(level, community_of);
    const std::uint32_t parts = renumber(part_of);
    if (parts == level.size()) break;
    Partition next(parts);
    for (std::size_t node = 0; node < level.size(); ++node) next[part_of[node]] = community_of[node];
    renumber(next);
    for (std::uint32_t& node : node_of) node = part_of[node];
    level = shrink(level, part_of, parts);
    community_of = std::move(next);
  }
  found.count = number_by_size(found.of);
  found.modularity = find_modularity(network, found.of);
  return found;
}

}  // namespace actorgraph
