#include "export/gexf.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "records/error.hpp"
#include "tests/export/full_disk.hpp"
#include "tests/export/nasty_graph.hpp"

using namespace actorgraph;

namespace {

std::string to_gexf(const KnowledgeGraph& graph, GexfVersion version = GexfVersion::V13) {
  std::ostringstream out;
  write_gexf(graph, {.version = version}, out);
  return out.str();
}

}  // namespace

TEST_CASE("a small graph as GEXF") {
  const KnowledgeGraph graph = build_graph("d1 2024-03-23 | ISIS-K | attack | AT&T | threatened, sure 0.5");
  const std::string text = to_gexf(graph);
  CHECK(text.find("<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" "
                  "timerepresentation=\"timestamp\">\n") != std::string::npos);
  CHECK(text.find("      <attribute id=\"negated\" title=\"negated\" type=\"boolean\"/>\n") !=
        std::string::npos);
  CHECK(text.substr(text.find("    <nodes>")) == R"xml(    <nodes>
      <node id="a6f6f69529480817f" label="AT&amp;T">
        <attvalues>
          <attvalue for="kind" value="unknown"/>
          <attvalue for="mentions" value="1"/>
          <attvalue for="documents" value="1"/>
          <attvalue for="first_seen" value="2024-03-23"/>
          <attvalue for="last_seen" value="2024-03-23"/>
        </attvalues>
        <viz:size value="8.0"/>
        <viz:color r="187" g="187" b="187"/>
      </node>
      <node id="a9888a65e28db33bb" label="ISIS-K">
        <attvalues>
          <attvalue for="kind" value="unknown"/>
          <attvalue for="mentions" value="1"/>
          <attvalue for="documents" value="1"/>
          <attvalue for="first_seen" value="2024-03-23"/>
          <attvalue for="last_seen" value="2024-03-23"/>
        </attvalues>
        <viz:size value="8.0"/>
        <viz:color r="187" g="187" b="187"/>
      </node>
    </nodes>
    <edges>
      <edge id="r28dbf21f59cf83ff" source="a9888a65e28db33bb" target="a6f6f69529480817f" label="attack (threatened)" weight="1" kind="attack (threatened)" timestamps="&lt;[2024-03-23]&gt;">
        <attvalues>
          <attvalue for="relation" value="attack"/>
          <attvalue for="negated" value="false"/>
          <attvalue for="modality" value="threatened"/>
          <attvalue for="documents" value="1"/>
          <attvalue for="first" value="2024-03-23"/>
          <attvalue for="last" value="2024-03-23"/>
          <attvalue for="confidence" value="0.5"/>
          <attvalue for="quote" value="d1 2024-03-23 | ISIS-K | attack | AT&amp;T | threatened, sure 0.5"/>
          <attvalue for="url" value="https://example.org/d1"/>
          <attvalue for="evidence" value="[&quot;c8705966ec98edee3&quot;]"/>
        </attvalues>
      </edge>
    </edges>
  </graph>
</gexf>
)xml");
}

TEST_CASE("an edge has the first day of each of its times, once") {
  const KnowledgeGraph graph = build_graph(
      "d1 2024-03-23 | ISIS-K | attack | Iran |\nd2 2024-03-09 | ISIS-K | attack | Iran |\n"
      "d3 2024-03-23 | ISIS-K | attack | Iran |");
  CHECK(to_gexf(graph).find(" kind=\"attack\" timestamps=\"&lt;[2024-03-09, 2024-03-23]&gt;\">") !=
        std::string::npos);
  const std::string undated = to_gexf(build_graph("d1 - | ISIS-K | attack | Iran |"));
  CHECK(undated.find("timestamps=") == std::string::npos);
}

TEST_CASE("GEXF 1.2 has the kind of an edge as a column, and no time") {
  const std::string text = to_gexf(build_graph("d1 2024-03-23 | ISIS-K | attack | Iran |"), GexfVersion::V12);
  CHECK(text.find("xmlns=\"http://www.gexf.net/1.2draft\"") != std::string::npos);
  CHECK(text.find(" kind=") == std::string::npos);
  CHECK(text.find("<attvalue for=\"kind\" value=\"attack\"/>") != std::string::npos);
  CHECK(text.find("timestamps=") == std::string::npos);
}

TEST_CASE("an empty graph is a whole GEXF file") {
  CHECK(to_gexf(build_graph(""))
            .ends_with("    <nodes>\n    </nodes>\n    <edges>\n    </edges>\n  </graph>\n</gexf>\n"));
}

TEST_CASE("a GEXF stream that fails is an error, and so is text that is not UTF-8") {
  const KnowledgeGraph graph = build_graph(make_nasty_claims());
  for (const std::size_t room_bytes : {std::size_t{0}, std::size_t{100}, std::size_t{20'000}}) {
    FullDisk disk(room_bytes);
    std::ostream out(&disk);
    CHECK_THROWS_WITH_AS(write_gexf(graph, {}, out), "the GEXF output could not be written", IoError);
  }
  CHECK_THROWS_AS(to_gexf(build_graph("d1 - | Kabul \xFF | attack | Iran |")), FormatError);
}
