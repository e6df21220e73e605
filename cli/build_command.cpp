#include "cli/build_command.hpp"

#include "cli/graph_intake.hpp"

namespace actorgraph {

void BuildCommand::setup(CLI::App& app) {
  app.description(
      "Reads articles, draws the claims of every sentence and keeps them in a graph file.\n"
      "On an existing file it adds what is new: articles that the file knows are skipped.");
  input_.add_to(app);
  input_.add_actors_to(app);
  app.add_option("-o,--output", output_, "The graph file, made or added to")->required()->type_name("FILE");
  app.footer(
      "Examples:\n"
      "  actorgraph build news/ -o story.db\n"
      "  actorgraph build monday.jsonl tuesday.jsonl -o story.db\n"
      "  actorgraph build report.txt --published 2024-03-23 --source \"The Daily\" -o story.db\n"
      "  my-parser < report.txt | actorgraph build --conllu - -o story.db\n"
      "What could not be read is listed in FILE.issues; the exit code is 3 then.");
}

int BuildCommand::run(Console& console) {
  return read_into_graph(input_.make(PipelineEnd::ClaimsAndSpans), output_, console);
}

}  // namespace actorgraph
