#include "graph/centrality.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "tests/graph/network_lines.hpp"

using namespace actorgraph;
using Scope = ActorNetwork::Scope;

TEST_CASE("edges of the same two actors are one link, with their claims") {
  std::vector<EdgeEnds> edges = parse_network("0 1 2\n1 0 3\n0 1 1\n1 1 9\n1 2 4");
  edges.push_back({0, 2, 5, 1, false});
  const auto list = [](const ActorNetwork& network) {
    std::string text;
    for (ActorNetwork::Vertex actor = 0; actor < network.size(); ++actor) {
      network.for_each_link(actor, [&](ActorNetwork::Vertex other, std::uint32_t claims) {
        text += std::to_string(actor) + '>' + std::to_string(other) + '=' + std::to_string(claims) + ' ';
      });
    }
    return text;
  };
  CHECK(list(ActorNetwork::make_directed(4, edges, Scope::Asserted)) == "0>1=3 1>0=3 1>1=9 1>2=4 ");
  CHECK(list(ActorNetwork::make_directed(4, edges, Scope::All)) == "0>1=3 0>2=5 1>0=3 1>1=9 1>2=4 ");
  CHECK(list(ActorNetwork::make_undirected(4, edges, Scope::Asserted)) == "0>1=6 1>0=6 1>2=4 2>1=4 ");
}

TEST_CASE("PageRank is what networkx computes") {
  // networkx.pagerank(g, tol=1e-12) of the same edges, weighed.
  const auto edges = parse_network("0 1 2\n0 2 1\n1 2 1\n2 0 1\n3 2 1\n2 4 3");
  const auto ranks = find_page_ranks(ActorNetwork::make_directed(5, edges, Scope::Asserted));
  CHECK(std::accumulate(ranks.begin(), ranks.end(), 0.0) == doctest::Approx(1));
  const std::vector<double> expected = {0.1477450977, 0.1623416248, 0.3252973874, 0.0786194028, 0.2859964873};
  for (std::size_t i = 0; i < expected.size(); ++i)
    CHECK(ranks[i] == doctest::Approx(expected[i]).epsilon(1e-6));
  CHECK(find_page_ranks(ActorNetwork::make_directed(0, {}, Scope::All)).empty());
}

TEST_CASE("betweenness counts the shortest paths through an actor") {
  const auto line = parse_network("0 1\n1 2\n2 3\n3 4");
  const auto found = find_betweenness(ActorNetwork::make_undirected(6, line, Scope::Asserted));
  CHECK(found.values == std::vector<double>{0, 3, 4, 3, 0, 0});
  CHECK(found.pivots == 5);
  // Two equal ways round a square share the pair.
  const auto square = parse_network("0 1\n1 2\n2 3\n3 0");
  CHECK(find_betweenness(ActorNetwork::make_undirected(4, square, Scope::Asserted)).values ==
        std::vector<double>{0.5, 0.5, 0.5, 0.5});
  // The club's president and its instructor: networkx.betweenness_centrality(g, normalized=False).
  const auto club = find_betweenness(ActorNetwork::make_undirected(34, make_karate_club(), Scope::Asserted));
  CHECK(club.values[0] == doctest::Approx(231.0714286));
  CHECK(club.values[33] == doctest::Approx(160.5515873));
  CHECK(club.values[11] == 0);
}

TEST_CASE("betweenness from a sample is near that from all, and the same each time") {
  std::mt19937 random(3);
  std::vector<EdgeEnds> edges;
  for (ActorNumber actor = 1; actor < 2000; ++actor) {
    for (int i = 0; i < 2; ++i) {
      edges.push_back({actor,
                       static_cast<ActorNumber>(random() % std::min<ActorNumber>(actor, 1 + actor / 4)), 1, 1,
                       true});
    }
  }
  const auto network = ActorNetwork::make_undirected(2000, edges, Scope::Asserted);
  const auto all = find_betweenness(network);
  const BetweennessOptions few{.most_links = 200 * network.link_count()};
  const auto sample = find_betweenness(network, few);
  CHECK(all.pivots == 2000);
  CHECK(sample.pivots == 200);
  CHECK(sample.is_sample);
  CHECK_FALSE(all.is_sample);
  CHECK(find_betweenness(network, few).values == sample.values);
  const auto most = std::ranges::max_element(all.values) - all.values.begin();
  CHECK(sample.values[static_cast<std::size_t>(most)] ==
        doctest::Approx(all.values[static_cast<std::size_t>(most)]).epsilon(0.15));
}
