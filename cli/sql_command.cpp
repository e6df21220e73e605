#include "cli/sql_command.hpp"

#include <ostream>
#include <utility>

#include "cli/graph_file.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "store/sql_query.hpp"

namespace actorgraph {
namespace {

Cell to_cell(SqlQuery::Value value) {
  if (auto* text = std::get_if<std::string>(&value)) return std::move(*text);
  if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return std::monostate();
}

}  // namespace

void SqlCommand::setup(CLI::App& app) {
  app.description(
      "Asks a graph file in SQL (SQLite's). Nothing can be changed. Its views have readable names and "
      "dates:\n"
      "  documents, sentences   what was read\n"
      "  claims                 what each sentence says\n"
      "  actors, aliases        who there is, and under which names\n"
      "  merges, refusals       why names are one actor, and what is not\n"
      "  edges, evidence        what actors did to each other, and the claims of each\n"
      "  events, event_claims   what happened, and the claims of each\n"
      "  corrections            what users have said\n"
      "Their columns: actorgraph sql FILE \"PRAGMA table_info(claims)\"; docs/formats.md describes them.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("SQL", sql_, "One statement that reads")->required();
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph sql story.db \"SELECT name, mentions FROM actors ORDER BY mentions DESC LIMIT 10\"\n"
      "  actorgraph sql story.db \"SELECT event, count(*) FROM claims GROUP BY event\" -f csv\n"
      "  actorgraph sql story.db \"SELECT text FROM sentence_search WHERE text MATCH 'embassy NEAR "
      "attack'\"");
}

int SqlCommand::run(Console& console) {
  const Store store = open_graph(store_, console);
  SqlQuery query(store, sql_);
  std::vector<Column> columns;
  for (const std::string& name : query.columns()) columns.push_back({.name = name});
  const TableFormat format = chosen_table_format(format_, console);
  TableWriter table(console, format, std::move(columns));
  std::uint64_t rows = 0;
  while (query.next()) {
    std::vector<Cell> row;
    for (std::size_t i = 0; i < query.columns().size(); ++i) row.push_back(to_cell(query.value(i)));
    table.add(std::move(row));
    ++rows;
  }
  table.finish();
  if (format == TableFormat::Table) console.out << ' ' << count_of(rows, "row") << '\n';
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
