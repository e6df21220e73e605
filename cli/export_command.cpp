#include "cli/export_command.hpp"

#include <filesystem>
#include <ostream>

#include "cli/graph_file.hpp"
#include "cli/level_option.hpp"
#include "cli/output_file.hpp"
#include "cli/text_layout.hpp"
#include "export/gexf.hpp"
#include "export/graphml.hpp"
#include "export/node_link.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

/// "gexf", "graphml" or "json": the format that was asked for, else that of the name's ending.
std::string find_format(const std::string& format, const std::string& output) {
  if (!format.empty()) return format;
  const std::string ending = std::filesystem::path(output).extension().string();
  if (ending == ".gexf" || ending == ".graphml" || ending == ".json") return ending.substr(1);
  if (output == "-")
    throw ConfigError("standard output has no file name to tell the format; add -f gexf, graphml or json");
  throw ConfigError(output + ": the ending '" + ending +
                    "' is of no known format; expected .gexf, .graphml or .json, or -f with one of these");
}

}  // namespace

void ExportCommand::setup(CLI::App& app) {
  app.description(
      "Writes the graph: one node an actor, one edge a relation of two actors with its count, dates and\n"
      "evidence. The file appears whole or not at all.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("-o,--output", output_, "The file to write; - for standard output")
      ->required()
      ->type_name("FILE");
  app.add_option("-f,--format", format_, "gexf, graphml or json (default: by the ending of FILE)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"gexf", "graphml", "json"}));
  add_level_option(app, level_);
  app.add_flag("--gephi", gephi_, "GraphML whose edges keep their kinds in Gephi");
  app.add_option("--gexf-version", gexf_version_, "1.3, or 1.2 for networkx before 3.6")
      ->type_name("VERSION")
      ->check(CLI::IsMember({"1.3", "1.2"}));
  app.add_option("--links-key", links_key_,
                 "Key of the edges in JSON: edges, or links for networkx before 3.4")
      ->type_name("KEY")
      ->check(CLI::IsMember({"edges", "links"}));
  app.footer(
      "Examples:\n"
      "  actorgraph export story.db -o for-gephi.gexf\n"
      "  actorgraph export story.db -o graph.graphml\n"
      "  actorgraph export story.db -o graph.json\n"
      "  actorgraph export story.db -o countries.graphml --level country\n"
      "  actorgraph export story.db -o - -f json | python3 notebook.py");
}

int ExportCommand::run(Console& console) {
  const std::string format = find_format(format_, output_);
  if (gephi_ && format != "graphml") throw ConfigError("--gephi is for GraphML; the format is " + format);
  const KnowledgeGraph graph = load_graph(open_graph(store_, console), level_, GraphParts::All);
  OutputFile output(console, output_);
  if (format == "gexf") {
    write_gexf(graph, {.version = gexf_version_ == "1.2" ? GexfVersion::V12 : GexfVersion::V13},
               output.stream());
  } else if (format == "graphml") {
    write_graphml(graph, {.dialect = gephi_ ? GraphmlDialect::Gephi : GraphmlDialect::Plain},
                  output.stream());
  } else {
    write_node_link(graph, {.edges_key = links_key_}, output.stream());
  }
  if (!output.stream()) output.fail();
  output.commit();
  if (!console.quiet && output_ != "-") {
    console.out << ' ' << console.paint(Colour::Green, "wrote") << "  " << output_ << ": "
                << count_of(graph.actor_count(), "node") << ", " << count_of(graph.edge_count(), "edge")
                << '\n';
    console.flush_out();
  }
  return kDone;
}

}  // namespace actorgraph
