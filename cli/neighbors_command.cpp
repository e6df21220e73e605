#include "cli/neighbors_command.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <tuple>

#include "cli/actor_choice.hpp"
#include "cli/edge_table.hpp"
#include "cli/graph_file.hpp"
#include "cli/row_ids.hpp"
#include "cli/stored_edges.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/knowledge_graph.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kMostRelations = 3;

/// All that lies between the actor and one other.
struct Neighbor {
  ActorNumber number = 0;
  std::uint64_t does = 0;     // claims of edges to it
  std::uint64_t suffers = 0;  // claims of edges from it
  std::map<std::string, std::uint64_t> relations;
  std::optional<Date> first;
  std::optional<Date> last;

  void add(const EdgeRow& edge, bool is_out) {
    (is_out ? does : suffers) += edge.claims;
    relations[relation_label(edge.relation, edge.negated, edge.modality)] += edge.claims;
    if (edge.first && (!first || *edge.first < *first)) first = edge.first;
    if (edge.last && (!last || *edge.last > *last)) last = edge.last;
  }

  /// The most frequent first.
  [[nodiscard]] std::vector<std::string> list_relations() const {
    std::vector<std::pair<std::uint64_t, std::string>> ranked;
    for (const auto& [words, claims] : relations) ranked.emplace_back(claims, words);
    std::ranges::stable_sort(ranked, std::ranges::greater(), [](const auto& entry) { return entry.first; });
    std::vector<std::string> names;
    for (const auto& [claims, words] : ranked) names.push_back(words);
    return names;
  }
};

std::string list_briefly(std::vector<std::string> names) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < kMostRelations; ++i) {
    text += (i == 0 ? "" : ", ") + names[i];
  }
  if (names.size() > kMostRelations) text += ", ...";
  return text;
}

}  // namespace

void NeighborsCommand::setup(CLI::App& app) {
  app.description(
      "Lists with whom an actor has to do: to whom it did what (out), and who did what to it (in), in "
      "claims.\n"
      "Shown is what is stated as fact; --all counts also what is denied, planned, threatened or negated.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("ACTOR", actor_, "An actor, by a name or its id")->required();
  app.add_option("-r,--relation", relation_, "Only this relation (attack) or type of event (ASSAULT)")
      ->type_name("NAME");
  app.add_flag("--all", all_, "Also what is not stated as fact");
  limit_.add_to(app);
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph neighbors story.db ISIS-K\n"
      "  actorgraph neighbors story.db Russia -r ASSAULT -n 10");
}

int NeighborsCommand::run(Console& console) {
  const Store store = open_graph(store_, console);
  const GraphReader reader(store);
  const ActorRow actor = choose_actor(StoredEdges(reader), actor_);
  std::map<ActorNumber, Neighbor> found;
  const auto offer = [&](const EdgeRow& edge, bool is_out) {
    if (!all_ && (edge.negated || edge.modality != Modality::Asserted)) return;
    if (!relation_.empty() && !says(edge, relation_)) return;
    const ActorNumber other = is_out ? edge.target : edge.source;
    if (other == actor.number) return;
    Neighbor& neighbor = found[other];
    neighbor.number = other;
    neighbor.add(edge, is_out);
  };
  for (const EdgeRow& edge : reader.edges_out(actor.number)) offer(edge, true);
  for (const EdgeRow& edge : reader.edges_in(actor.number)) offer(edge, false);

  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  std::vector<const Neighbor*> ranked;
  for (const auto& [number, neighbor] : found) ranked.push_back(&neighbor);
  std::ranges::stable_sort(ranked, std::ranges::greater(), [](const Neighbor* neighbor) {
    return std::pair(neighbor->does + neighbor->suffers, neighbor->last);
  });
  const std::size_t shown = limit_.count(format, ranked.size());
  TableWriter table(console, format,
                    {{.name = "actor"},
                     {.name = "kind"},
                     {.name = "out"},
                     {.name = "in"},
                     {.name = "relations"},
                     {.name = "first"},
                     {.name = "last"},
                     {.name = "id"}});
  std::string nearest;
  for (std::size_t i = 0; i < shown; ++i) {
    const Neighbor& neighbor = *ranked[i];
    const ActorRow other = reader.actor(neighbor.number);
    if (i == 0) nearest = other.name;
    const std::vector<std::string> relations = neighbor.list_relations();
    table.add({text_cell(other.name), text_cell(std::string(to_string(other.kind))),
               static_cast<std::int64_t>(neighbor.does), static_cast<std::int64_t>(neighbor.suffers),
               aligned ? text_cell(list_briefly(relations)) : Cell(relations),
               text_cell(neighbor.first ? to_string(*neighbor.first) : ""),
               text_cell(neighbor.last ? to_string(*neighbor.last) : ""),
               text_cell(aligned ? short_id(reader, other.id) : to_string(other.id))});
  }
  table.finish();
  if (aligned) {
    console.out << ' ';
    if (shown < ranked.size()) console.out << group_digits(shown) << " of ";
    console.out << count_of(ranked.size(), "neighbor") << " of " << make_harmless(actor.name) << '.';
    if (shown < ranked.size()) console.out << " All of them: --limit 0.";
    if (!nearest.empty()) {
      console.out << " Sentences: " << console.program << " why " << shell_word(store_) << ' '
                  << shell_word(actor.name) << ' ' << shell_word(nearest);
    }
    console.out << '\n';
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
