#include "cli/program.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace actorgraph {
namespace {

constexpr const char* kHelp =
    "Examples:\n"
    "  actorgraph build news/ -o story.db             read articles into a graph file\n"
    "  actorgraph query story.db 'ISIS-K -> ?'        ask who did what to whom\n"
    "  actorgraph show story.db r3f1a                 the sentences behind an answer\n"
    "  actorgraph export story.db -o graph.graphml    for Gephi, igraph, networkx\n"
    "  actorgraph COMMAND --help                      options and examples of a command\n"
    "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 part of the input could not be read,\n"
    "4 the graph file is missing or damaged.";

}  // namespace

void declare_program(CLI::App& app, const std::vector<std::unique_ptr<Command>>& commands, Console& console) {
  app.set_version_flag("--version", "actorgraph " ACTORGRAPH_VERSION);
  app.footer(kHelp);
  app.require_subcommand(0, 1);
  app.get_formatter()->column_width(34);
  for (const auto& command : commands) {
    CLI::App* part = app.add_subcommand(command->name(), command->summary());
    part->add_flag("-q,--quiet", console.quiet, "No progress and no summary");
    command->setup(*part);
  }
}

}  // namespace actorgraph
