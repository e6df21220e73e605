#include "cli/top_command.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <ostream>

#include "cli/graph_file.hpp"
#include "cli/row_ids.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/centrality.hpp"
#include "records/error.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

/// A value for each actor; nothing is better than a large one.
struct Ranking {
  std::vector<double> values;
  bool is_whole = true;    // counts, not shares
  std::size_t pivots = 0;  // of a sample from which paths were counted
};

Ranking count_events(const GraphReader& reader, std::size_t actors, bool all) {
  Ranking ranking{.values = std::vector<double>(actors)};
  reader.for_each_event([&](const EventSummary& event) {
    if (!all && (event.negated || event.modality != Modality::Asserted)) return;
    if (event.source) ++ranking.values[*event.source];
    if (event.target && event.target != event.source) ++ranking.values[*event.target];
  });
  return ranking;
}

Ranking rank(const std::string& by, const GraphReader& reader, bool all) {
  const std::size_t actors = reader.actor_count();
  if (by == "events") return count_events(reader, actors, all);
  const ActorNetwork::Scope scope = all ? ActorNetwork::Scope::All : ActorNetwork::Scope::Asserted;
  const std::vector<EdgeEnds> edges = reader.edge_ends();
  if (by == "pagerank") {
    return {.values = find_page_ranks(ActorNetwork::make_directed(actors, edges, scope)), .is_whole = false};
  }
  const ActorNetwork network = ActorNetwork::make_undirected(actors, edges, scope);
  if (by == "betweenness") {
    Betweenness found = find_betweenness(network);
    return {
        .values = std::move(found.values), .is_whole = false, .pivots = found.is_sample ? found.pivots : 0};
  }
  Ranking ranking{.values = std::vector<double>(actors)};
  for (ActorNetwork::Vertex actor = 0; actor < actors; ++actor) {
    ranking.values[actor] = static_cast<double>(network.degree(actor));
  }
  return ranking;
}

/// Six significant digits: more would be noise of the arithmetic.
double rounded(double value) {
  std::array<char, 32> text{};
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, 5);
  double number = value;
  std::from_chars(text.data(), end, number);
  return number;
}

}  // namespace

void TopCommand::setup(CLI::App& app) {
  app.description(
      "Ranks actors: by the number of others with whom they have to do (degree), by what flows to them "
      "along\n"
      "what others do (pagerank), by how often they stand on the shortest path between two others\n"
      "(betweenness), or by the number of events in which they act or suffer (events).");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("--by", by_, "degree, pagerank, betweenness or events (default: degree)")
      ->type_name("MEASURE")
      ->check(CLI::IsMember({"degree", "pagerank", "betweenness", "events"}));
  app.add_option("--kind", kind_, "Only those of this kind, such as person, country, \"armed group\"")
      ->type_name("KIND");
  app.add_flag("--all", all_, "Count also what is not stated as fact");
  limit_.add_to(app);
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph top story.db\n"
      "  actorgraph top story.db --by pagerank --kind person -n 10\n"
      "  actorgraph top story.db --by betweenness -f csv");
}

int TopCommand::run(Console& console) {
  std::optional<ActorKind> kind;
  if (!kind_.empty()) {
    kind = parse_actor_kind(kind_);
    if (!kind)
      throw ConfigError("--kind is '" + kind_ + "'; expected a kind such as person or \"armed group\"");
  }
  const Store store = open_graph(store_, console);
  const GraphReader reader(store);
  const Ranking ranking = rank(by_, reader, all_);
  std::vector<ActorNumber> order(ranking.values.size());
  std::iota(order.begin(), order.end(), ActorNumber{0});
  if (kind) {
    std::vector<bool> is_of_kind(order.size());
    reader.for_each_actor([&](const ActorRow& actor) { is_of_kind[actor.number] = actor.kind == *kind; });
    std::erase_if(order, [&](ActorNumber actor) { return !is_of_kind[actor]; });
  }
  std::erase_if(order, [&](ActorNumber actor) { return ranking.values[actor] <= 0; });
  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  const std::size_t shown = limit_.count(format, order.size());
  const auto before = [&](ActorNumber a, ActorNumber b) {
    return ranking.values[a] != ranking.values[b] ? ranking.values[a] > ranking.values[b] : a < b;
  };
  std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(shown), before);

  TableWriter table(console, format,
                    {{.name = "rank"},
                     {.name = "actor"},
                     {.name = "kind"},
                     {.name = by_},
                     {.name = "mentions"},
                     {.name = "first_seen"},
                     {.name = "last_seen"},
                     {.name = "id"}});
  std::string first;
  for (std::size_t i = 0; i < shown; ++i) {
    const ActorRow actor = reader.actor(order[i]);
    if (i == 0) first = actor.name;
    const double value = ranking.values[order[i]];
    table.add({static_cast<std::int64_t>(i) + 1, text_cell(actor.name),
               text_cell(std::string(to_string(actor.kind))),
               ranking.is_whole ? Cell(static_cast<std::int64_t>(value)) : Cell(rounded(value)),
               std::int64_t{actor.mentions}, text_cell(actor.first_seen ? to_string(*actor.first_seen) : ""),
               text_cell(actor.last_seen ? to_string(*actor.last_seen) : ""),
               text_cell(aligned ? short_id(reader, actor.id) : to_string(actor.id))});
  }
  table.finish();
  if (aligned) {
    console.out << ' ' << group_digits(shown) << " of " << count_of(order.size(), "actor") << '.';
    if (ranking.pivots > 0) {
      console.out << " Estimated by the paths from " << count_of(ranking.pivots, "actor") << '.';
    }
    if (!first.empty()) {
      console.out << " With whom: " << console.program << " neighbors " << shell_word(store_) << ' '
                  << shell_word(first);
    }
    console.out << '\n';
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
