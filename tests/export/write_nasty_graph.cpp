// write_nasty_graph FOLDER: writes the nasty graph in every format, and expected.txt, which states the same
// graph without any of the exporters' code: hexadecimal text, one value a line.
#include <cmath>
#include <cstdio>
#include <fstream>
#include <string>

#include "export/gexf.hpp"
#include "export/graphml.hpp"
#include "export/node_link.hpp"
#include "tests/export/nasty_graph.hpp"

using namespace actorgraph;

namespace {

std::string hex(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    digits += kDigits[static_cast<unsigned char>(c) >> 4U];
    digits += kDigits[static_cast<unsigned char>(c) & 0xFU];
  }
  return digits;
}

class Expectation {
 public:
  explicit Expectation(const std::string& path) : out_(path, std::ios::binary) {}

  std::ostream& line(const char* kind, const char* name) { return out_ << kind << ' ' << name << ' '; }
  void text(const char* name, std::string_view value) {
    if (!value.empty()) line("text", name) << hex(value) << '\n';
  }
  void date(const char* name, const std::optional<Date>& value) {
    if (value) text(name, to_string(*value));
  }
  void number(const char* name, std::uint32_t value) { line("int", name) << value << '\n'; }
  void number(const char* name, double value) {
    char digits[64];
    std::snprintf(digits, sizeof digits, "%.17g", value);
    if (std::isfinite(value)) line("double", name) << digits << '\n';
  }
  void flag(const char* name, bool value) { line("bool", name) << (value ? 1 : 0) << '\n'; }
  void list(const char* name, const std::vector<std::string>& values) {
    if (values.empty()) return;
    line("list", name);
    for (const std::string& value : values) out_ << (&value == values.data() ? "" : ",") << hex(value);
    out_ << '\n';
  }
  std::ostream& out() { return out_; }

 private:
  std::ofstream out_;
};

void expect_node(const ActorNode& actor, Expectation& expected) {
  expected.out() << "node " << to_string(actor.id) << '\n';
  expected.text("label", actor.name);
  expected.text("kind", to_string(actor.kind));
  expected.text("code", actor.code);
  expected.number("mentions", actor.mentions);
  expected.number("documents", actor.documents);
  expected.date("first_seen", actor.first_seen);
  expected.date("last_seen", actor.last_seen);
  expected.list("aliases", actor.aliases);
}

void expect_edge(const RelationEdge& edge, Expectation& expected) {
  expected.text("label", edge_label(edge));
  expected.text("kind", edge_label(edge));
  expected.text("relation", edge.relation);
  expected.text("event", edge.event);
  expected.flag("negated", edge.negated);
  expected.text("modality", to_string(edge.modality));
  expected.number("weight", edge.weight);
  expected.number("documents", edge.documents);
  expected.date("first", edge.first);
  expected.date("last", edge.last);
  if (edge.polarity) expected.number("polarity", *edge.polarity);
  expected.number("confidence", edge.confidence);
  expected.text("quote", edge.quote);
  expected.text("url", edge.url);
  std::vector<std::string> evidence;
  for (const ClaimId id : edge.evidence) evidence.push_back(to_string(id));
  expected.list("evidence", evidence);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string folder = argv[1];
  const KnowledgeGraph graph = build_graph(make_nasty_claims());
  const auto& g = graph.graph();

  std::ofstream plain(folder + "/graph.graphml", std::ios::binary);
  write_graphml(graph, {}, plain);
  std::ofstream gephi(folder + "/gephi.graphml", std::ios::binary);
  write_graphml(graph, {.dialect = GraphmlDialect::Gephi}, gephi);
  std::ofstream gexf(folder + "/graph.gexf", std::ios::binary);
  write_gexf(graph, {}, gexf);
  std::ofstream gexf12(folder + "/graph12.gexf", std::ios::binary);
  write_gexf(graph, {.version = GexfVersion::V12}, gexf12);
  std::ofstream edges(folder + "/edges.json", std::ios::binary);
  write_node_link(graph, {}, edges);
  std::ofstream links(folder + "/links.json", std::ios::binary);
  write_node_link(graph, {.edges_key = "links"}, links);

  Expectation expected(folder + "/expected.txt");
  for (KnowledgeGraph::Vertex v = 0; v < graph.actor_count(); ++v) expect_node(g[v], expected);
  for (auto [it, end] = boost::edges(g); it != end; ++it) {
    expected.out() << "edge " << to_string(g[*it].id) << ' ' << to_string(g[boost::source(*it, g)].id) << ' '
                   << to_string(g[boost::target(*it, g)].id) << '\n';
    expect_edge(g[*it], expected);
  }
  return 0;
}
