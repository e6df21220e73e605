#include "cli/events_command.hpp"

#include <algorithm>
#include <ostream>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "cli/data_folder.hpp"
#include "cli/event_set.hpp"
#include "cli/graph_file.hpp"
#include "cli/short_id.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/identity.hpp"

namespace actorgraph {
namespace {

constexpr std::uint64_t kTableLimit = 50;

std::string name_of_actor(const KnowledgeGraph& graph, ActorId id) {
  const auto vertex = graph.find_actor(id);
  return vertex ? graph.graph()[*vertex].name : std::string();
}

/// "not attack (planned)"
std::string what_of(const Event& event) {
  std::string what = event.negated ? "not " + event.relation : event.relation;
  if (event.modality != Modality::Asserted) {
    what += " (";
    what += to_string(event.modality);
    what += ')';
  }
  return what;
}

std::string where_of(const Event& event) {
  if (event.place.empty() || event.country.empty()) return event.place + event.country;
  return event.place + ", " + event.country;
}

/// "12 or 15 dead, 3 injured"
std::string numbers_of(const Event& event) {
  std::string text;
  for (std::size_t i = 0; i < event.numbers.size(); ++i) {
    const EventNumber& number = event.numbers[i];
    const bool again = i > 0 && event.numbers[i - 1].kind == number.kind;
    if (i > 0) text += again ? " or " : ", ";
    text += std::to_string(number.value);
    if (i + 1 == event.numbers.size() || event.numbers[i + 1].kind != number.kind) {
      text += ' ';
      text += to_string(number.kind);
    }
  }
  return text;
}

struct Row {
  std::size_t number;  // of the event
  Event event;
};

void write_rows(const EventSet& set, std::span<const Row> rows, TableFormat format, const Console& console) {
  const bool aligned = format == TableFormat::Table;
  std::vector<std::uint64_t> ids;
  for (std::size_t i = 0; i < set.events.size(); ++i) ids.push_back(set.events.id(i).value);
  const ShortIds short_ids(std::move(ids));
  TableWriter table(console, format,
                    {{.name = "date"},
                     {.name = "who"},
                     {.name = "what"},
                     {.name = "whom"},
                     {.name = "type"},
                     {.name = "where"},
                     {.name = "numbers"},
                     {.name = "claims"},
                     {.name = "articles"},
                     {.name = "sources"},
                     {.name = "id"}});
  for (const Row& row : rows) {
    const Event& event = row.event;
    std::string date = period_as_text(event.time.start, event.time.end);
    if (aligned && event.time_inferred) date = "by " + date;
    table.add({text_cell(std::move(date)), text_cell(name_of_actor(set.graph, event.source)),
               text_cell(what_of(event)), text_cell(name_of_actor(set.graph, event.target)),
               text_cell(event.type), text_cell(where_of(event)), text_cell(numbers_of(event)),
               static_cast<std::int64_t>(event.claims.size()),
               static_cast<std::int64_t>(event.reports.size()), std::int64_t{event.sources},
               text_cell(aligned ? short_ids(event.id) : to_string(event.id))});
  }
  table.finish();
}

}  // namespace

void EventsCommand::setup(CLI::App& app) {
  app.description(
      "Lists what happened: one event however often it is reported, those of most sources first. Articles "
      "that\n"
      "copy one another are one source. Shown is what is stated as fact; --all shows also what is denied,\n"
      "planned, threatened or negated.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("NAME", words_, "Only those with these words in a party's name");
  app.add_option("--type", type_, "Only this type of event (ASSAULT) or relation (attack)")
      ->type_name("NAME");
  app.add_option("--min-sources", min_sources_, "Only those of at least so many sources")->type_name("N");
  app.add_flag("--all", all_, "Also what is not stated as fact");
  limit_option_ =
      app.add_option("-n,--limit", limit_, "At most so many; 0 for all (default: 50 in a table, else all)");
  limit_option_->type_name("N");
  app.add_option("--data", data_, "Folder of the models and lexicons")->type_name("DIR");
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph events story.db\n"
      "  actorgraph events story.db --type ASSAULT --min-sources 2\n"
      "  actorgraph events story.db -f jsonl | jq 'select(.disputed)'   with all claims and reasons");
}

int EventsCommand::run(Console& console) {
  const Store store = Store::open_read_only(store_);
  const auto for_each = [&store](const DocumentVisit& visit) {
    store.for_each([&visit](const StoredDocument& stored) { visit(stored.doc, stored.claims); });
  };
  const EventSet set = merge_events(for_each, find_data_folder(data_));
  const std::string words = normalise_name(words_);
  const auto has_words = [&](ActorId id) {
    return !id.is_none() && normalise_name(name_of_actor(set.graph, id)).find(words) != std::string::npos;
  };
  std::vector<Row> rows;
  for (std::size_t i = 0; i < set.events.size(); ++i) {
    Event event = set.events.make_event(i);
    if (!all_ && (event.negated || event.modality != Modality::Asserted)) continue;
    if (event.sources < min_sources_) continue;
    if (!type_.empty() && event.type != type_ && event.relation != type_) continue;
    if (!words.empty() && !has_words(event.source) && !has_words(event.target)) continue;
    rows.push_back({i, std::move(event)});
  }
  std::ranges::sort(rows, [](const Row& a, const Row& b) {
    return std::tuple(b.event.sources, b.event.claims.size(), a.event.id) <
           std::tuple(a.event.sources, a.event.claims.size(), b.event.id);
  });
  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  std::uint64_t limit = limit_;
  if (limit == 0) limit = aligned && limit_option_->count() == 0 ? kTableLimit : rows.size();
  const std::span<const Row> shown = std::span(rows).first(std::min<std::uint64_t>(limit, rows.size()));
  if (format == TableFormat::Jsonl) {
    const EventSources sources{set.graph, set.reports, set.evidence};
    for (const Row& row : shown) write_event(row.event, set.events.links(row.number), sources, console.out);
  } else {
    write_rows(set, shown, format, console);
  }
  if (aligned) {
    if (shown.size() < rows.size()) console.out << ' ' << group_digits(shown.size()) << " of";
    console.out << ' ' << count_of(rows.size(), "event") << '.';
    if (shown.size() < rows.size()) console.out << " All of them: --limit 0.";
    console.out << " Every claim and reason: -f jsonl\n";
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
