#include "cli/level_option.hpp"

#include "graph/roll_up.hpp"

namespace actorgraph {

void add_level_option(CLI::App& app, std::string& level) {
  app.add_option(
         "--level", level,
         "part (every node by itself), actor (parts and\nmembers with their whole) or country (default: "
         "part)")
      ->type_name("LEVEL")
      ->check(CLI::IsMember({"part", "actor", "country"}));
}

KnowledgeGraph load_graph(const Store& store, const std::string& level, GraphParts parts) {
  KnowledgeGraph graph = load_graph(store, parts);
  const auto chosen = parse_roll_up_level(level);
  return chosen && *chosen != RollUpLevel::Part ? roll_up(graph, *chosen) : std::move(graph);
}

}  // namespace actorgraph
