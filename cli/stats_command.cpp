#include "cli/stats_command.hpp"

#include <algorithm>
#include <ostream>

#include "cli/graph_file.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

std::string date_or_nothing(const std::optional<Date>& date) {
  return date ? to_string(*date) : std::string();
}

}  // namespace

void StatsCommand::setup(CLI::App& app) {
  app.description(
      "Counts documents, sentences, claims, actors, edges and events. Actors and edges are those that "
      "`export` "
      "writes.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph stats story.db\n"
      "  actorgraph stats story.db -f jsonl | jq .claims");
}

int StatsCommand::run(Console& console) {
  const Store store = open_graph(store_, console);
  const StoreStats stats = store.stats();
  const GraphCounts counts = GraphReader(store).counts();
  const auto number = [](std::uint64_t count) { return static_cast<std::int64_t>(count); };
  const std::vector<std::pair<const char*, Cell>> rows = {
      {"documents", number(stats.documents)},
      {"sentences", number(stats.sentences)},
      {"claims", number(stats.claims)},
      {"actors", number(counts.actors)},
      {"edges", number(counts.edges)},
      {"asserted_edges", number(counts.asserted_edges)},
      {"events", number(counts.events)},
      {"first_published", text_cell(date_or_nothing(stats.first_published))},
      {"last_published", text_cell(date_or_nothing(stats.last_published))},
      {"text_bytes", number(stats.text_bytes)},
      {"file_bytes", number(stats.file_bytes)},
  };
  const TableFormat format = chosen_table_format(format_, console);
  if (format == TableFormat::Table) {
    TableWriter table(console, format, {{.name = "of " + store.path()}, {.name = "count"}});
    for (const auto& [name, value] : rows) {
      std::string words = name;
      std::ranges::replace(words, '_', ' ');
      table.add({text_cell(std::move(words)), value});
    }
    table.finish();
    console.out << " On whom most stands: " << console.program << " top " << shell_word(store_) << '\n';
    console.flush_out();
    return kDone;
  }
  std::vector<Column> columns;
  std::vector<Cell> values;
  for (const auto& [name, value] : rows) {
    columns.push_back({.name = name});
    values.push_back(value);
  }
  TableWriter table(console, format, std::move(columns));
  table.add(std::move(values));
  table.finish();
  return kDone;
}

}  // namespace actorgraph
