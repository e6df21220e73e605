#include "export/graphml.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>

#include "export/node_link.hpp"
#include "records/error.hpp"
#include "tests/export/full_disk.hpp"
#include "tests/export/nasty_graph.hpp"

using namespace actorgraph;

namespace {

std::string to_graphml(const KnowledgeGraph& graph, GraphmlDialect dialect = GraphmlDialect::Plain) {
  std::ostringstream out;
  write_graphml(graph, {.dialect = dialect}, out);
  return out.str();
}

}  // namespace

TEST_CASE("a small graph as GraphML") {
  const KnowledgeGraph graph = build_graph("d1 2024-03-23 | ISIS-K | attack | AT&T | threatened, sure 0.5");
  const std::string text = to_graphml(graph);
  CHECK(text.substr(text.find("  <graph ")) == R"(  <graph id="actorgraph" edgedefault="directed">
    <node id="a6f6f69529480817f">
      <data key="n0">AT&amp;T</data>
      <data key="n1">unknown</data>
      <data key="n3">1</data>
      <data key="n4">1</data>
      <data key="n5">2024-03-23</data>
      <data key="n6">2024-03-23</data>
    </node>
    <node id="a9888a65e28db33bb">
      <data key="n0">ISIS-K</data>
      <data key="n1">unknown</data>
      <data key="n3">1</data>
      <data key="n4">1</data>
      <data key="n5">2024-03-23</data>
      <data key="n6">2024-03-23</data>
    </node>
    <edge id="r28dbf21f59cf83ff" source="a9888a65e28db33bb" target="a6f6f69529480817f">
      <data key="e0">attack (threatened)</data>
      <data key="e1">attack (threatened)</data>
      <data key="e2">attack</data>
      <data key="e4">false</data>
      <data key="e5">threatened</data>
      <data key="e6">1</data>
      <data key="e7">1</data>
      <data key="e8">2024-03-23</data>
      <data key="e9">2024-03-23</data>
      <data key="e11">0.5</data>
      <data key="e12">d1 2024-03-23 | ISIS-K | attack | AT&amp;T | threatened, sure 0.5</data>
      <data key="e13">https://example.org/d1</data>
      <data key="e14">[&quot;c8705966ec98edee3&quot;]</data>
    </edge>
  </graph>
</graphml>
)");
  CHECK(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "));
  CHECK(text.find("  <key id=\"e4\" for=\"edge\" attr.name=\"negated\" attr.type=\"boolean\"/>\n") !=
        std::string::npos);
}

TEST_CASE("only Gephi's dialect has a label on the edge") {
  const KnowledgeGraph graph = build_graph("d1 - | ISIS-K | say \"<no>\" | Iran |");
  CHECK(to_graphml(graph).find(" label=") == std::string::npos);
  CHECK(to_graphml(graph, GraphmlDialect::Gephi).find(" label=\"say &quot;&lt;no&gt;&quot;\">") !=
        std::string::npos);
}

TEST_CASE("the files do not depend on the order of claims") {
  auto lines = make_nasty_claims();
  const auto write_all = [&] {
    const KnowledgeGraph graph = build_graph(lines);
    std::ostringstream out;
    write_graphml(graph, {}, out);
    write_node_link(graph, {}, out);
    return out.str();
  };
  const std::string expected = write_all();
  std::mt19937 random(3);
  for (int round = 0; round < 10; ++round) {
    std::ranges::shuffle(lines, random);
    const bool same = write_all() == expected;  // too long to be printed
    CHECK(same);
  }
}

TEST_CASE("an empty graph is a whole file") {
  const std::string text = to_graphml(build_graph(""));
  CHECK(text.find("<node") == std::string::npos);
  CHECK(text.ends_with("edgedefault=\"directed\">\n  </graph>\n</graphml>\n"));
}

TEST_CASE("text that is not UTF-8 has no form in XML") {
  for (const char* name :
       {"Kabul \xFF", "Kabul \xC3", "Kabul \xC0\x80", "Kabul \xED\xA0\x80", "Kabul \xF5\x80\x80\x80",
        "Kabul \xE0\x80\x80", "Kabul \xF4\x90\x80\x80", "\x80 Kabul"}) {
    CAPTURE(name);
    const KnowledgeGraph graph = build_graph(std::string("d1 - | ") + name + " | attack | Iran |");
    CHECK_THROWS_AS(to_graphml(graph), FormatError);
  }
}

TEST_CASE("a GraphML stream that fails is an error") {
  const KnowledgeGraph graph = build_graph(make_nasty_claims());
  for (const std::size_t room_bytes : {std::size_t{0}, std::size_t{100}, std::size_t{20'000}}) {
    FullDisk disk(room_bytes);
    std::ostream out(&disk);
    CHECK_THROWS_WITH_AS(write_graphml(graph, {}, out), "the GraphML output could not be written", IoError);
  }
}
