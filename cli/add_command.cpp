#include "cli/add_command.hpp"

#include "cli/graph_intake.hpp"
#include "store/store.hpp"

namespace actorgraph {

void AddCommand::setup(CLI::App& app) {
  app.description(
      "Reads more articles into a graph file. What it knows is left out: only what is new is read, by its "
      "text,\n"
      "date, source and address. The graph is then the same as if all had been read at once.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  input_.add_to(app);
  input_.add_actors_to(app);
  app.footer(
      "Examples:\n"
      "  actorgraph add story.db news/today.jsonl\n"
      "  zcat today.jsonl.gz | actorgraph add story.db -\n"
      "What could not be read is listed in GRAPH.issues; the exit code is 3 then.");
}

int AddCommand::run(Console& console) {
  // The file must exist, or a misspelt name would make another.
  static_cast<void>(Store::is_of_earlier_version(store_));
  return read_into_graph(input_.make(PipelineEnd::ClaimsAndSpans), store_, console);
}

}  // namespace actorgraph
