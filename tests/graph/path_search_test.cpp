#include "graph/path_search.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <tuple>

#include "graph/memory_edges.hpp"
#include "graph/shortest_paths.hpp"
#include "tests/graph/claim_lines.hpp"
#include "tests/graph/network_lines.hpp"

using namespace actorgraph;
using Scope = ActorNetwork::Scope;

namespace {

/// Paths as their length and the sum of 1 / claims, in millionths.
using Costs = std::vector<std::pair<std::size_t, std::uint64_t>>;

std::uint64_t cost_of_step(const ActorNetwork& network, ActorNetwork::Vertex one,
                           ActorNetwork::Vertex other) {
  std::uint64_t cost = 0;
  network.for_each_link(one, [&](ActorNetwork::Vertex target, std::uint32_t claims) {
    if (target == other) cost = 1'000'000 / claims;
  });
  return cost;
}

/// All simple paths, tried one by one, best first.
Costs find_plainly(const ActorNetwork& network, ActorNetwork::Vertex from, ActorNetwork::Vertex to) {
  Costs found;
  std::vector<bool> is_on(network.size());
  const std::function<void(ActorNetwork::Vertex, std::size_t, std::uint64_t)> go =
      [&](ActorNetwork::Vertex actor, std::size_t steps, std::uint64_t cost) {
        if (actor == to) {
          found.emplace_back(steps, cost);
          return;
        }
        is_on[actor] = true;
        network.for_each_link(actor, [&](ActorNetwork::Vertex next, std::uint32_t claims) {
          if (!is_on[next]) go(next, steps + 1, cost + 1'000'000 / claims);
        });
        is_on[actor] = false;
      };
  go(from, 0, 0);
  std::ranges::sort(found);
  return found;
}

}  // namespace

TEST_CASE("the best paths are those that trying all finds") {
  std::mt19937 random(5);
  for (int round = 0; round < 60; ++round) {
    std::vector<EdgeEnds> edges;
    for (int i = 0; i < 14; ++i) {
      edges.push_back({static_cast<ActorNumber>(random() % 8), static_cast<ActorNumber>(random() % 8),
                       static_cast<std::uint32_t>(1 + random() % 4), 1, true});
    }
    const auto network = ActorNetwork::make_undirected(8, edges, Scope::Asserted);
    const Costs all = find_plainly(network, 0, 7);
    for (const std::size_t most : {std::size_t{1}, std::size_t{4}, std::size_t{1000}}) {
      CAPTURE(round);
      CAPTURE(most);
      const auto paths = find_shortest_paths(network, 0, 7, most);
      Costs costs;
      for (const NetworkPath& path : paths) {
        CHECK(path.front() == 0);
        CHECK(path.back() == 7);
        std::uint64_t cost = 0;
        for (std::size_t i = 0; i + 1 < path.size(); ++i) cost += cost_of_step(network, path[i], path[i + 1]);
        costs.emplace_back(path.size() - 1, cost);
        CHECK(std::ranges::count(paths, path) == 1);
      }
      CHECK(costs ==
            Costs(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()))));
    }
  }
}

namespace {

std::string show(const KnowledgeGraph& graph, const char* from, const char* to,
                 const PathOptions& options = {}) {
  const MemoryEdges edges(graph);
  std::string text;
  for (const EvidencePath& path :
       find_paths(edges, edges.find_actors(from).at(0).number, edges.find_actors(to).at(0).number, options)) {
    for (std::size_t i = 0; i < path.actors.size(); ++i) {
      if (i > 0) {
        const EdgeRow& edge = path.steps[i - 1].front();
        text +=
            edge.source == path.actors[i - 1] ? " -" + edge.relation + "-> " : " <-" + edge.relation + "- ";
      }
      text += edges.actor(path.actors[i]).name;
    }
    text += '\n';
  }
  return text;
}

constexpr std::string_view kWorld = R"(
    d1 2024-03-01 | Anna  | fund   | Carl   |
    d2 2024-03-02 | Berta | accuse | Carl   |
    d1 2024-03-03 | Anna  | meet   | Dora   |
    d2 2024-03-03 | Anna  | meet   | Dora   |
    d1 2024-03-04 | Dora  | sue    | Berta  |
    d1 2024-03-04 | Dora  | praise | Berta  |
    d2 2024-03-04 | Dora  | praise | Berta  |
    d1 2024-03-05 | Anna  | attack | Berta  | negated
    d1 2024-03-05 | Anna  | help   | Berta  | planned
    d1 2024-03-06 | Carl  | meet   | Egon   |
    d1 2024-03-06 | Egon  | meet   | Frida  |
    d1 2024-03-06 | Frida | meet   | Berta  |
    d1 2024-03-06 | Gerd  | meet   | Hans   |
)";

}  // namespace

TEST_CASE("paths go along edges in either direction, the best supported first") {
  const KnowledgeGraph graph = build_graph(kWorld);
  CHECK(show(graph, "Anna", "Berta") ==
        "Anna -meet-> Dora -praise-> Berta\nAnna -fund-> Carl <-accuse- Berta\n");
  CHECK(show(graph, "Berta", "Anna") ==
        "Berta <-praise- Dora <-meet- Anna\nBerta -accuse-> Carl <-fund- Anna\n");
  CHECK(show(graph, "Anna", "Berta", {.most = 1}) == "Anna -meet-> Dora -praise-> Berta\n");
  CHECK(show(graph, "Anna", "Berta", {.most = 9}) ==
        "Anna -meet-> Dora -praise-> Berta\nAnna -fund-> Carl <-accuse- Berta\n"
        "Anna -fund-> Carl -meet-> Egon -meet-> Frida -meet-> Berta\n");
  CHECK(show(graph, "Anna", "Berta", {.most = 9, .most_steps = 3}) ==
        "Anna -meet-> Dora -praise-> Berta\nAnna -fund-> Carl <-accuse- Berta\n");
  CHECK(show(graph, "Anna", "Hans").empty());
}

TEST_CASE("what is negated or planned is no step, unless all is asked for") {
  const KnowledgeGraph graph = build_graph(kWorld);
  CHECK(show(graph, "Anna", "Berta", {.scope = Scope::All}) == "Anna -attack-> Berta\n");
}

TEST_CASE("paths of a part of the graph that both ends reach are those of all of it") {
  std::mt19937 random(9);
  for (int round = 0; round < 30; ++round) {
    std::string text;
    for (int i = 0; i < 26; ++i) {
      text += "d1 2024-01-01 | N" + std::to_string(random() % 14) + " | meet | N" +
              std::to_string(random() % 14) + " |\n";
    }
    text += "d1 2024-01-01 | N0 | meet | N0 |\nd1 2024-01-01 | N13 | meet | N13 |\n";
    const KnowledgeGraph graph = build_graph(text);
    const MemoryEdges source(graph);
    std::vector<EdgeEnds> ends;
    source.for_each_edge([&](const EdgeRow& edge) {
      ends.push_back({edge.source, edge.target, edge.claims, edge.documents, true});
    });
    const auto network = ActorNetwork::make_undirected(graph.actor_count(), ends, Scope::Asserted);
    const ActorNumber from = source.find_actors("N0").at(0).number;
    const ActorNumber to = source.find_actors("N13").at(0).number;
    const Costs all = find_plainly(network, from, to);
    for (const std::size_t most : {std::size_t{1}, std::size_t{5}, std::size_t{20}}) {
      CAPTURE(round);
      const auto paths = find_paths(source, from, to, {.most = most, .most_steps = 20});
      CHECK(paths.size() == std::min(most, all.size()));
      for (std::size_t i = 0; i < paths.size(); ++i) CHECK(paths[i].steps.size() == all[i].first);
    }
  }
}
