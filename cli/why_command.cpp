#include "cli/why_command.hpp"

#include <algorithm>
#include <ostream>
#include <tuple>

#include "cli/actor_choice.hpp"
#include "cli/evidence.hpp"
#include "cli/graph_file.hpp"
#include "cli/row_ids.hpp"
#include "cli/stored_edges.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/knowledge_graph.hpp"
#include "records/error.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

std::string join_parts(std::initializer_list<std::string> parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  }
  return text;
}

/// All that lies between two actors.
struct Between {
  ActorRow one;
  ActorRow other;
  std::vector<EdgeRow> edges;  // the best supported first
  std::vector<EventSummary> events;

  [[nodiscard]] const std::string& name(ActorNumber number) const {
    return number == one.number ? one.name : other.name;
  }
};

Between find_between(const GraphReader& reader, const std::string& one, const std::string& other) {
  const StoredEdges graph(reader);
  Between between{
      .one = choose_actor(graph, one), .other = choose_actor(graph, other), .edges = {}, .events = {}};
  if (between.one.number == between.other.number) {
    throw Error("\"" + one + "\" and \"" + other +
                "\" are one actor; why names have become one: actorgraph explain");
  }
  between.edges = reader.edges_between(between.one.number, between.other.number);
  for (EdgeRow& edge : reader.edges_between(between.other.number, between.one.number)) {
    between.edges.push_back(std::move(edge));
  }
  std::ranges::stable_sort(between.edges, [](const EdgeRow& a, const EdgeRow& b) {
    return std::tuple(b.claims, b.documents, a.first) < std::tuple(a.claims, a.documents, b.first);
  });
  between.events = reader.events_between(between.one.number, between.other.number);
  std::ranges::stable_sort(between.events, {}, [](const EventSummary& event) { return event.time.start; });
  return between;
}

/// One row a sentence.
void write_rows(const Between& between, const GraphReader& reader, TableFormat format,
                const Console& console) {
  TableWriter table(console, format,
                    {{.name = "edge"},
                     {.name = "source"},
                     {.name = "relation"},
                     {.name = "target"},
                     {.name = "event"},
                     {.name = "negated"},
                     {.name = "modality"},
                     {.name = "claim"},
                     {.name = "start"},
                     {.name = "end"},
                     {.name = "said_by"},
                     {.name = "confidence"},
                     {.name = "sentence"},
                     {.name = "document"},
                     {.name = "published"},
                     {.name = "url"}});
  for (const EdgeRow& edge : between.edges) {
    for (const EdgeClaim& claim : reader.claims_of_edge(edge.number)) {
      const auto sentence = reader.find_sentence(claim.claim);
      table.add({to_string(edge.id), text_cell(between.name(edge.source)), text_cell(edge.relation),
                 text_cell(between.name(edge.target)), text_cell(claim.event), edge.negated,
                 std::string(to_string(edge.modality)), to_string(claim.claim),
                 text_cell(claim.time.start ? to_string(*claim.time.start) : ""),
                 text_cell(claim.time.end ? to_string(*claim.time.end) : ""), text_cell(claim.speaker),
                 claim.confidence, text_cell(sentence ? sentence->text : ""), to_string(claim.document),
                 text_cell(sentence && sentence->published ? to_string(*sentence->published) : ""),
                 text_cell(sentence ? sentence->url : "")});
    }
  }
  table.finish();
}

void write_edge(const Between& between, const EdgeRow& edge, std::size_t most, const GraphReader& reader,
                const Console& console) {
  const std::string heading = make_harmless(between.name(edge.source) + "  " +
                                            relation_label(edge.relation, edge.negated, edge.modality) +
                                            "  " + between.name(edge.target));
  console.out << ' '
              << console.paint(Colour::Bold,
                               join_parts({heading, edge.event, period_as_text(edge.first, edge.last),
                                           count_of(edge.claims, "claim"),
                                           count_of(edge.documents, "article"), short_id(reader, edge.id)}))
              << '\n';
  std::size_t number = 0;
  std::vector<std::string> told;  // a reprint tells no more
  for (const EdgeClaim& claim : reader.claims_of_edge(edge.number)) {
    if (number == most) break;
    const auto sentence = reader.find_sentence(claim.claim);
    if (!sentence || std::ranges::find(told, sentence->text) != told.end()) continue;
    told.push_back(sentence->text);
    write_sentence(++number, sentence->text, sentence->marks, console);
    const std::string origin = sentence->source.empty() ? sentence->path : sentence->source;
    write_details(number,
                  {join_parts({claim.speaker.empty() ? "" : "says " + claim.speaker, origin,
                               sentence->published ? to_string(*sentence->published) : ""}),
                   sentence->url},
                  console);
  }
}

void write_events(const Between& between, const GraphReader& reader, const Console& console) {
  TableWriter table(console, TableFormat::Table,
                    {{.name = "date"},
                     {.name = "event"},
                     {.name = "where"},
                     {.name = "type"},
                     {.name = "articles"},
                     {.name = "sources"},
                     {.name = "id"}});
  for (const EventSummary& event : between.events) {
    const auto name = [&](const std::optional<ActorNumber>& actor) {
      return actor ? reader.actor(*actor).name : std::string("?");
    };
    table.add(
        {text_cell(period_as_text(event.time.start, event.time.end)),
         text_cell(name(event.source) + ' ' + relation_label(event.relation, event.negated, event.modality) +
                   ' ' + name(event.target)),
         text_cell(event.place.empty() ? event.country : event.place), text_cell(event.type),
         std::int64_t{event.documents}, std::int64_t{event.sources}, text_cell(short_id(reader, event.id))});
  }
  table.finish();
}

}  // namespace

void WhyCommand::setup(CLI::App& app) {
  app.description(
      "Shows all that is said between two actors, in either direction, also what is denied, planned or\n"
      "negated: every relation with its sentences, and the events in which both take part.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("ACTOR", one_, "An actor, by a name or its id")->required();
  app.add_option("OTHER", other_, "The other actor")->required();
  app.add_option("-n,--sentences", sentences_,
                 "At most so many different sentences of a relation in a table (default: 3)")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph why story.db ISIS-K Taliban\n"
      "  actorgraph why story.db \"Ada Lind\" Ruritania -f csv");
}

int WhyCommand::run(Console& console) {
  const Store store = open_graph(store_, console);
  const GraphReader reader(store);
  const Between between = find_between(reader, one_, other_);
  const TableFormat format = chosen_table_format(format_, console);
  if (format != TableFormat::Table) {
    write_rows(between, reader, format, console);
    console.flush_out();
    return kDone;
  }
  for (const EdgeRow& edge : between.edges) write_edge(between, edge, sentences_, reader, console);
  if (!between.events.empty()) {
    console.out << '\n';
    write_events(between, reader, console);
  }
  console.out << ' ' << count_of(between.edges.size(), "relation") << " and "
              << count_of(between.events.size(), "event") << " between " << make_harmless(between.one.name)
              << " and " << make_harmless(between.other.name) << '.';
  if (!between.edges.empty()) {
    console.out << " All sentences: " << console.program << " show " << shell_word(store_) << ' '
                << short_id(reader, between.edges.front().id);
  } else {
    console.out << " By others: " << console.program << " path " << shell_word(store_) << ' '
                << shell_word(between.one.name) << ' ' << shell_word(between.other.name);
  }
  console.out << '\n';
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
