// How long a graph file takes to open, to load and to answer.
//
//   graph_file_bench FILE [TIMES]        5
//
// Prints the least milliseconds of the processor of so many tries of each.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <limits>
#include <string>

#include "cli/graph_file.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

double least_ms(int times, const std::function<void()>& work) {
  double least = std::numeric_limits<double>::max();
  for (int i = 0; i < times; ++i) {
    const std::clock_t start = std::clock();
    work();
    least = std::min(least, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return least;
}

void measure(const std::string& path, int times) {
  const auto row = [&](const char* what, const std::function<void()>& work) {
    std::printf("%-44s %9.2f ms\n", what, least_ms(times, work));
  };
  row("open", [&] { static_cast<void>(Store::open_read_only(path).has_current_graph()); });
  const Store store = Store::open_read_only(path);
  const GraphReader reader(store);
  std::printf("%llu actors, %llu edges\n", static_cast<unsigned long long>(reader.counts().actors),
              static_cast<unsigned long long>(reader.counts().edges));
  row("all edges by their ends", [&] { static_cast<void>(reader.edge_ends()); });
  row("the graph without quotes", [&] { static_cast<void>(load_graph(store, GraphParts::WithoutQuotes)); });
  row("the graph with quotes", [&] { static_cast<void>(load_graph(store, GraphParts::All)); });
  ActorRow most;
  reader.for_each_actor([&](const ActorRow& actor) {
    if (actor.out_edges > most.out_edges) most = actor;
  });
  std::printf("%s: %u edges out, %u in\n", most.name.c_str(), most.out_edges, most.in_edges);
  row("edges out of the actor with most", [&] { static_cast<void>(reader.edges_out(most.number)); });
  row("edges into it", [&] { static_cast<void>(reader.edges_in(most.number)); });
  row("the evidence of its edges", [&] {
    for (const EdgeRow& edge : reader.edges_out(most.number)) {
      static_cast<void>(reader.claims_of_edge(edge.number));
    }
  });
  row("its events", [&] { static_cast<void>(reader.events_of_actor(most.number)); });
  row("an actor by its name", [&] { static_cast<void>(reader.find_actor(most.id)); });
  const std::string first = most.name.substr(0, most.name.find(' '));
  row("sentences with a rare word", [&] { static_cast<void>(reader.search_sentences(most.name, 20)); });
  row("sentences with a frequent word", [&] { static_cast<void>(reader.search_sentences("attacked", 20)); });
  row("names that begin so", [&] { static_cast<void>(reader.search_names(first, 20)); });
}

}  // namespace
}  // namespace actorgraph

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "graph_file_bench FILE [TIMES]\n");
    return 2;
  }
  actorgraph::measure(argv[1], argc > 2 ? std::atoi(argv[2]) : 5);
  return 0;
}
