#include "export/node_link.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "records/error.hpp"
#include "tests/export/full_disk.hpp"
#include "tests/export/nasty_graph.hpp"

using namespace actorgraph;

namespace {

std::string to_node_link(const KnowledgeGraph& graph, const NodeLinkOptions& options = {}) {
  std::ostringstream out;
  write_node_link(graph, options, out);
  return out.str();
}

}  // namespace

TEST_CASE("a small graph as node-link JSON") {
  const KnowledgeGraph graph =
      build_graph("d1 2024-03-23 | ISIS-K | attack | \"Iran\" | threatened, sure 0.5");
  CHECK(to_node_link(graph) ==
        "{\"directed\":true,\"multigraph\":true,\"graph\":{},\n\"nodes\":[\n"
        R"json({"id":"a6f8ab989b670ba70","label":"\"Iran\"","kind":"unknown","mentions":1,"documents":1,)json"
        R"json("first_seen":"2024-03-23","last_seen":"2024-03-23"},)json"
        "\n"
        R"json({"id":"a9888a65e28db33bb","label":"ISIS-K","kind":"unknown","mentions":1,"documents":1,)json"
        R"json("first_seen":"2024-03-23","last_seen":"2024-03-23"})json"
        "\n],\n\"edges\":[\n"
        R"json({"source":"a9888a65e28db33bb","target":"a6f8ab989b670ba70","key":"r8de401fba0a2798b",)json"
        R"json("label":"attack (threatened)","kind":"attack (threatened)","relation":"attack",)json"
        R"json("negated":false,"modality":"threatened","weight":1,"documents":1,"first":"2024-03-23",)json"
        R"json("last":"2024-03-23","confidence":0.5,)json"
        R"json("quote":"d1 2024-03-23 | ISIS-K | attack | \"Iran\" | threatened, sure 0.5",)json"
        R"json("url":"https://example.org/d1","evidence":["c81e424bb0bce3b34"]})json"
        "\n]}\n");
}

TEST_CASE("the key of the edges can be chosen") {
  const KnowledgeGraph graph = build_graph("");
  CHECK(to_node_link(graph) ==
        "{\"directed\":true,\"multigraph\":true,\"graph\":{},\n\"nodes\":[\n],\n\"edges\":[\n]}\n");
  CHECK(to_node_link(graph, {.edges_key = "links"}).find("\n\"links\":[") != std::string::npos);
}

TEST_CASE("text that is not UTF-8 has no form in JSON") {
  for (const char* name : {"Kabul \xFF", "Kabul \xC3", "Kabul \xED\xA0\x80", "\x80 Kabul"}) {
    CAPTURE(name);
    const KnowledgeGraph graph = build_graph(std::string("d1 - | ") + name + " | attack | Iran |");
    CHECK_THROWS_AS(to_node_link(graph), FormatError);
  }
}

TEST_CASE("a JSON stream that fails is an error") {
  const KnowledgeGraph graph = build_graph(make_nasty_claims());
  for (const std::size_t room_bytes : {std::size_t{0}, std::size_t{100}, std::size_t{20'000}}) {
    FullDisk disk(room_bytes);
    std::ostream out(&disk);
    CHECK_THROWS_WITH_AS(write_node_link(graph, {}, out), "the JSON output could not be written", IoError);
  }
}
