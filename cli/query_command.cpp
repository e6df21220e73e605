#include "cli/query_command.hpp"

#include <boost/graph/graph_traits.hpp>
#include <ostream>

#include "cli/graph_file.hpp"
#include "cli/level_option.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/edge_search.hpp"
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
  for (const std::string& relation : relations) query->relations.push_back({relation, 0});
  return std::move(*query);
}

std::string date_or_nothing(const std::optional<Date>& date) {
  return date ? to_string(*date) : std::string();
}

void write_table(const KnowledgeGraph& graph, const EdgeMatches& matches, const std::string& store,
                 const Console& console) {
  const auto& g = graph.graph();
  const ShortIds short_ids = shorten_edge_ids(graph);
  TableWriter table(console, TableFormat::Table,
                    {{.name = "date"},
                     {.name = "who"},
                     {.name = "what"},
                     {.name = "whom"},
                     {.name = "event"},
                     {.name = "claims"},
                     {.name = "articles"},
                     {.name = "id"},
                     {.name = "sentence", .note = true}});
  for (const auto edge : matches.edges) {
    const RelationEdge& relation = g[edge];
    table.add({text_cell(period_as_text(relation.first, relation.last)),
               text_cell(g[boost::source(edge, g)].name), text_cell(edge_label(relation)),
               text_cell(g[boost::target(edge, g)].name), text_cell(relation.event),
               std::int64_t{relation.weight}, std::int64_t{relation.documents},
               text_cell(short_ids(relation.id)), text_cell("“" + relation.quote + "”")});
  }
  table.finish();
  console.out << ' ' << count_of(matches.edges.size(), "edge") << '.';
  std::string hidden;
  for (const auto& [what, count] : matches.hidden) {
    hidden += (hidden.empty() ? "" : ", ") + group_digits(count) + ' ' + what;
  }
  if (!hidden.empty()) console.out << " Not shown: " << hidden << " (--all).";
  if (!matches.edges.empty()) {
    console.out << " All sentences: " << console.program << " show " << shell_word(store) << ' '
                << short_ids(g[matches.edges.front()].id);
  }
  console.out << '\n';
}

void write_rows(const KnowledgeGraph& graph, const EdgeMatches& matches, TableFormat format,
                const Console& console) {
  const auto& g = graph.graph();
  TableWriter table(console, format,
                    {{.name = "id"},
                     {.name = "first"},
                     {.name = "last"},
                     {.name = "source"},
                     {.name = "relation"},
                     {.name = "target"},
                     {.name = "event"},
                     {.name = "negated"},
                     {.name = "modality"},
                     {.name = "claims"},
                     {.name = "documents"},
                     {.name = "sentence"},
                     {.name = "url"},
                     {.name = "source_id"},
                     {.name = "target_id"}});
  for (const auto edge : matches.edges) {
    const RelationEdge& relation = g[edge];
    const ActorNode& source = g[boost::source(edge, g)];
    const ActorNode& target = g[boost::target(edge, g)];
    table.add({to_string(relation.id), text_cell(date_or_nothing(relation.first)),
               text_cell(date_or_nothing(relation.last)), text_cell(source.name),
               text_cell(relation.relation), text_cell(target.name), text_cell(relation.event),
               relation.negated, std::string(to_string(relation.modality)), std::int64_t{relation.weight},
               std::int64_t{relation.documents}, text_cell(relation.quote), text_cell(relation.url),
               to_string(source.id), to_string(target.id)});
  }
  table.finish();
}

}  // namespace

void QueryCommand::setup(CLI::App& app) {
  app.description(
      "Finds what actors did to each other. A name finds an actor by any of its names, ? stands for anyone.\n"
      "Shown is what is stated as fact; --all shows also what is denied, planned, threatened or negated.");
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
  add_level_option(app, level_);
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph query story.db 'ISIS-K -> ?'                        what did it do, and to whom?\n"
      "  actorgraph query story.db '? -[attack|bomb]-> ?' --since 2022  who attacked whom?\n"
      "  actorgraph query story.db '? -[ASSAULT]-> Russia in 2024'      a type of event, in a year\n"
      "  actorgraph query story.db 'Russia <-[threaten]- ?' --all       also what was only said to be "
      "planned");
}

int QueryCommand::run(Console& console) {
  const Query query = read_query(pattern_, since_, until_, all_, relations_);
  const KnowledgeGraph graph = load_graph(open_graph(store_, console), level_, GraphParts::All);
  const ActorIndex index(graph);
  const Result<EdgeMatches> matches = find_matches(graph, index, query);
  if (!matches) throw Error(matches.error().message);
  const TableFormat format = chosen_table_format(format_, console);
  if (format == TableFormat::Table) {
    write_table(graph, *matches, store_, console);
  } else {
    write_rows(graph, *matches, format, console);
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
