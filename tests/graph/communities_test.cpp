#include "graph/communities.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <queue>
#include <random>

#include "tests/graph/network_lines.hpp"

using namespace actorgraph;
using Scope = ActorNetwork::Scope;

namespace {

ActorNetwork make_network(const std::vector<EdgeEnds>& edges) {
  return ActorNetwork::make_undirected(count_actors(edges), edges, Scope::Asserted);
}

/// Whether every community hangs together by links within it.
bool are_connected(const ActorNetwork& network, const std::vector<std::uint32_t>& of) {
  std::vector<bool> seen(network.size());
  std::vector<bool> has_begun(network.size());
  for (ActorNetwork::Vertex actor = 0; actor < network.size(); ++actor) {
    if (seen[actor]) continue;
    if (has_begun[of[actor]]) return false;
    has_begun[of[actor]] = true;
    std::queue<ActorNetwork::Vertex> open;
    open.push(actor);
    seen[actor] = true;
    while (!open.empty()) {
      network.for_each_link(open.front(), [&](ActorNetwork::Vertex other, std::uint32_t) {
        if (seen[other] || of[other] != of[actor]) return;
        seen[other] = true;
        open.push(other);
      });
      open.pop();
    }
  }
  return true;
}

}  // namespace

TEST_CASE("two cliques with a bridge are two communities, and a hermit is one") {
  auto edges = parse_network("0 1\n0 2\n1 2\n0 3\n1 3\n2 3\n4 5\n4 6\n5 6\n3 4");
  const auto network = ActorNetwork::make_undirected(8, edges, Scope::Asserted);
  const Communities found = find_communities(network);
  CHECK(found.of == std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1, 1, 2});
  CHECK(found.count == 3);
  CHECK(found.modularity == doctest::Approx(find_modularity(network, found.of)));
}

TEST_CASE("claims weigh: strong pairs stay together") {
  const Communities found = find_communities(make_network(parse_network("0 1 9\n1 2 1\n2 3 9\n3 0 1")));
  CHECK(found.of == std::vector<std::uint32_t>{0, 0, 1, 1});
}

TEST_CASE("the karate club has four communities, of the highest modularity that is known") {
  const ActorNetwork club = make_network(make_karate_club());
  const Communities found = find_communities(club);
  CHECK(found.count == 4);
  CHECK(found.modularity == doctest::Approx(0.4198).epsilon(0.001));
  CHECK(are_connected(club, found.of));
}

TEST_CASE("planted communities are found, connected, the same each time") {
  std::mt19937 random(11);
  std::vector<EdgeEnds> edges;
  constexpr ActorNumber kGroups = 20;
  constexpr ActorNumber kMembers = 50;
  for (ActorNumber actor = 0; actor < kGroups * kMembers; ++actor) {
    for (int i = 0; i < 8; ++i) {
      const ActorNumber own = actor / kMembers * kMembers + static_cast<ActorNumber>(random() % kMembers);
      const auto any = static_cast<ActorNumber>(random() % (kGroups * kMembers));
      edges.push_back({actor, random() % 5 != 0 ? own : any, 1, 1, true});
    }
  }
  const ActorNetwork network = make_network(edges);
  const Communities found = find_communities(network);
  CHECK(found.count == kGroups);
  CHECK(are_connected(network, found.of));
  CHECK(find_communities(network).of == found.of);
  std::vector<std::uint32_t> planted(network.size());
  for (std::size_t i = 0; i < planted.size(); ++i) planted[i] = static_cast<std::uint32_t>(i / kMembers);
  CHECK(found.modularity >= find_modularity(network, planted) - 0.005);
}

TEST_CASE("a network without links has no communities but single actors") {
  const Communities found = find_communities(ActorNetwork::make_undirected(3, {}, Scope::All));
  CHECK(found.of == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(found.modularity == 0);
  CHECK(find_communities(ActorNetwork::make_undirected(0, {}, Scope::All)).count == 0);
}
