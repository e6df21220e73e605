#include "cli/path_command.hpp"

#include <algorithm>
#include <ostream>

#include "cli/actor_choice.hpp"
#include "cli/edge_table.hpp"
#include "cli/graph_file.hpp"
#include "cli/stored_edges.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/path_search.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

/// "China <-[accept ambassador]- Taliban -[kill]-> ISIS-K"
std::string path_as_text(const EvidencePath& path, const GraphReader& reader) {
  std::string text = make_harmless(reader.actor(path.actors.front()).name);
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    const EdgeRow& edge = path.steps[i].front();
    const std::string words = make_harmless(relation_label(edge.relation, edge.negated, edge.modality));
    text += edge.source == path.actors[i] ? " -[" + words + "]-> " : " <-[" + words + "]- ";
    text += make_harmless(reader.actor(path.actors[i + 1]).name);
  }
  return text;
}

}  // namespace

void PathCommand::setup(CLI::App& app) {
  app.description(
      "Shows how two actors hang together: the paths of fewest steps between them, along what is said of "
      "them\n"
      "in either direction, the best supported first, with the sentences. What is denied, planned, "
      "threatened\n"
      "or negated is no step, unless --all is given.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("ACTOR", from_, "An actor, by a name or its id")->required();
  app.add_option("OTHER", to_, "The actor to reach")->required();
  app.add_option("-k,--paths", paths_,
                 "So many paths, longer ones too (default: at most 3 of\nthe fewest steps)")
      ->type_name("N")
      ->check(CLI::Range(1, 1000));
  app.add_option("--steps", steps_, "Paths of at most so many steps (default: 8)")
      ->type_name("N")
      ->check(CLI::Range(1, 64));
  app.add_flag("--all", all_, "Also along what is not stated as fact");
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph path story.db China ISIS-K\n"
      "  actorgraph path story.db \"Ada Lind\" Ruritania -k 10");
}

int PathCommand::run(Console& console) {
  const Store store = open_graph(store_, console);
  const GraphReader reader(store);
  const StoredEdges graph(reader);
  const ActorRow from = choose_actor(graph, from_);
  const ActorRow to = choose_actor(graph, to_);
  if (from.number == to.number) throw Error("\"" + from_ + "\" and \"" + to_ + "\" are one actor");
  const std::vector<EvidencePath> paths =
      find_paths(graph, from.number, to.number,
                 {.most = paths_,
                  .most_steps = steps_,
                  .scope = all_ ? ActorNetwork::Scope::All : ActorNetwork::Scope::Asserted});

  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  if (aligned) {
    std::int64_t number = 0;
    for (const EvidencePath& path : paths) {
      console.out << ' '
                  << console.paint(Colour::Bold, std::to_string(++number) + "  " + path_as_text(path, reader))
                  << "   " << count_of(path.steps.size(), "step") << '\n';
    }
  }
  EdgeTable table(console, format, graph, reader, {.group = "path", .step = "step"});
  for (std::size_t i = 0; i < paths.size(); ++i) {
    for (std::size_t step = 0; step < paths[i].steps.size(); ++step) {
      const std::vector<EdgeRow>& edges = paths[i].steps[step];
      // A terminal has room for the best supported; files have the rest, too.
      for (const EdgeRow& edge : std::span(edges).first(aligned ? 1 : edges.size())) {
        table.add(edge, whole_support(edge),
                  {static_cast<std::int64_t>(i) + 1, static_cast<std::int64_t>(step) + 1});
      }
    }
  }
  table.finish();
  if (aligned && paths.empty()) {
    console.out << " no path of at most " << count_of(steps_, "step") << " from " << make_harmless(from.name)
                << " to " << make_harmless(to.name)
                << (all_ ? "" : "; also what is not stated as fact: --all") << '\n';
  } else if (aligned) {
    const ActorRow next = reader.actor(paths.front().actors[1]);
    console.out << " More of a step: " << console.program << " why " << shell_word(store_) << ' '
                << shell_word(from.name) << ' ' << shell_word(next.name) << '\n';
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
