#include "cli/query_command.hpp"

#include <memory>
#include <optional>
#include <ostream>
#include <span>

#include "cli/edge_table.hpp"
#include "cli/graph_file.hpp"
#include "cli/level_option.hpp"
#include "cli/row_ids.hpp"
#include "cli/stored_edges.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/memory_edges.hpp"
#include "graph/query.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

Query read_query(std::string text, const std::string& since, const std::string& until, bool all,
                 const std::vector<std::string>& relations) {
  if (!since.empty()) text += " since " + since;
  if (!until.empty()) text += " until " + until;
  if (all) text += " --all";
  Result<Query> query = parse_query(text);
  if (!query) throw ConfigError("query: " + query.error().message);
  for (QueryHop& hop : query->hops) {
    for (const std::string& relation : relations) hop.relations.push_back({relation, 0});
  }
  return std::move(*query);
}

}  // namespace

void QueryCommand::setup(CLI::App& app) {
  app.description(
      "Finds what actors did to each other. A name finds an actor by any of its names, ? stands for anyone.\n"
      "Arrows in a row meet in the same actor. Shown is what is stated as fact; --all shows also what is\n"
      "denied, planned, threatened or negated.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("QUERY", pattern_, "Such as 'ISIS-K -[attack]-> ?'; in single quotes, for the shell")
      ->required();
  app.add_option("-r,--relation", relations_,
                 "Only this relation (attack) or type of event (ASSAULT); repeatable")
      ->type_name("NAME")
      ->allow_extra_args(false);
  app.add_option("--since", since_, "Only from this day, month or year on")->type_name("DATE");
  app.add_option("--until", until_, "Only up to this day, month or year, included")->type_name("DATE");
  app.add_flag("--all", all_, "Also what is not stated as fact");
  limit_.add_to(app);
  add_level_option(app, level_);
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph query story.db 'ISIS-K -> ?'                        what did it do, and to whom?\n"
      "  actorgraph query story.db '? -[attack|bomb]-> ? since 2022'    who attacked whom?\n"
      "  actorgraph query story.db '(GOV of Russia) -> ?x in Mali'      whom did Russia's government deal "
      "with in Mali?\n"
      "  actorgraph query story.db 'China -> ? -> ISIS-K'               who stands between the two?\n"
      "  actorgraph query story.db '? -[ASSAULT]-> ? sources >= 2'      what do two sources say?\n"
      "Filters: since, until, in DATE or PLACE, negated, modality, said by, confidence, claims, articles, "
      "sources.\n"
      "docs/queries.md explains them all.");
}

void QueryCommand::write_next(const PatternMatches& found, const EdgeRow& first, const GraphReader& reader,
                              const Console& console) const {
  const std::string hidden = list_hidden(found.hidden);
  if (!hidden.empty()) console.out << " Not shown: " << hidden << " (--all).";
  if (!found.edges.empty() && is_whole_graph()) {
    console.out << " All sentences: " << console.program << " show " << shell_word(store_) << ' '
                << short_id(reader, first.id);
  }
  console.out << '\n';
}

void QueryCommand::write_edges(const PatternMatches& found, const EdgeSource& graph,
                               const GraphReader& reader, const Console& console) const {
  const TableFormat format = chosen_table_format(format_, console);
  const std::size_t shown = limit_.count(format, found.edges.size());
  EdgeTable table(console, format, graph, reader, {.group = "", .step = "", .has_ids = is_whole_graph()});
  for (std::size_t i = 0; i < shown; ++i) table.add(found.edges[i].edge, found.edges[i].support);
  table.finish();
  if (format != TableFormat::Table) return;
  if (shown < found.edges.size()) {
    console.out << ' ' << group_digits(shown) << " of " << count_of(found.edges.size(), "edge")
                << "; all of them: --limit 0.";
  } else {
    console.out << ' ' << count_of(found.edges.size(), "edge") << '.';
  }
  write_next(found, found.edges.empty() ? EdgeRow() : found.edges.front().edge, reader, console);
}

void QueryCommand::write_matches(const PatternMatches& found, const EdgeSource& graph,
                                 const GraphReader& reader, const Console& console) const {
  const TableFormat format = chosen_table_format(format_, console);
  const std::size_t shown = limit_.count(format, found.matches.size());
  EdgeTable table(console, format, graph, reader,
                  {.group = "match", .step = "arrow", .has_ids = is_whole_graph()});
  for (std::size_t i = 0; i < shown; ++i) {
    for (std::size_t hop = 0; hop < found.matches[i].edges.size(); ++hop) {
      for (const std::size_t edge : found.matches[i].edges[hop]) {
        table.add(found.edges[edge].edge, found.edges[edge].support,
                  {static_cast<std::int64_t>(i) + 1, static_cast<std::int64_t>(hop) + 1});
      }
    }
  }
  table.finish();
  if (format != TableFormat::Table) return;
  if (shown < found.matches.size()) {
    console.out << ' ' << group_digits(shown) << " of " << count_of(found.matches.size(), "match", "matches")
                << "; all of them: --limit 0.";
  } else {
    console.out << ' ' << count_of(found.matches.size(), "match", "matches") << '.';
  }
  const bool none = found.matches.empty();
  write_next(found, none ? EdgeRow() : found.edges[found.matches.front().edges.front().front()].edge, reader,
             console);
}

int QueryCommand::run(Console& console) {
  const Query query = read_query(pattern_, since_, until_, all_, relations_);
  const Store store = open_graph(store_, console);
  const GraphReader reader(store);
  std::optional<KnowledgeGraph> rolled_up;
  std::unique_ptr<EdgeSource> graph;
  if (is_whole_graph()) {
    graph = std::make_unique<StoredEdges>(reader);
  } else {
    rolled_up.emplace(load_graph(store, level_, GraphParts::WithoutQuotes));
    graph = std::make_unique<MemoryEdges>(
        *rolled_up, [&reader](std::span<const ClaimId> claims) { return reader.find_edge_claims(claims); });
  }
  const Result<PatternMatches> found = find_matches(*graph, query);
  if (!found) {
    const std::uint64_t column = found.error().column;
    throw Error(column > 0 ? show_place(pattern_, column - 1, found.error().message) : found.error().message);
  }
  if (query.hops.size() == 1) {
    write_edges(*found, *graph, reader, console);
  } else {
    write_matches(*found, *graph, reader, console);
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
