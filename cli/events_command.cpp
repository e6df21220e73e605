#include "cli/events_command.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <span>
#include <utility>

#include "cli/actor_choice.hpp"
#include "cli/event_choice.hpp"
#include "cli/graph_file.hpp"
#include "cli/stored_edges.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/query.hpp"
#include "records/error.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

/// Which events a user wants to see, whoever takes part.
struct EventFilter {
  std::string type;  // PLOVER, a relation, or the beginning of a CAMEO code
  std::optional<DateInterval> since;
  std::optional<DateInterval> until;
  std::uint32_t min_sources = 1;
  bool all = false;

  [[nodiscard]] bool takes(const EventSummary& event) const {
    if (!all && (event.negated || event.modality != Modality::Asserted)) return false;
    if (event.sources < min_sources) return false;
    if (!type.empty() && event.type != type && event.relation != type && !event.cameo.starts_with(type))
      return false;
    if (since && (!event.time.end || *event.time.end < *since->start)) return false;
    return !until || (event.time.start && *event.time.start <= *until->end);
  }
};

std::optional<DateInterval> read_date(const char* option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto period = parse_period(text);
  if (!period) {
    throw ConfigError(std::string(option) + " is '" + text +
                      "'; expected a date such as 2024, 2024-03 or 2024-03-23");
  }
  return period;
}

/// Names of actors, each read once.
class ActorNames {
 public:
  explicit ActorNames(const GraphReader& reader) : reader_(reader) {}

  [[nodiscard]] const std::string& operator()(const std::optional<ActorNumber>& actor) {
    if (!actor) return none_;
    const auto [at, is_new] = names_.try_emplace(*actor);
    if (is_new) at->second = reader_.actor(*actor).name;
    return at->second;
  }

 private:
  const GraphReader& reader_;
  std::map<ActorNumber, std::string> names_;
  std::string none_;
};

std::string speakers_of(const Event& event, const GraphReader& reader) {
  std::set<std::string> names;
  for (const EventAgent& agent : event.agents) {
    for (const ActorId speaker : agent.speakers) {
      const auto actor = reader.find_actor(speaker);
      names.insert(actor ? actor->name : std::string());
    }
  }
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string where_of(const EventSummary& event) {
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

}  // namespace

void EventsCommand::setup(CLI::App& app) {
  app.description(
      "Lists what happened, each event once however often it is reported, with the number of its claims and\n"
      "of its independent sources: a reprint is not a second source. Shown is what is stated as fact; --all\n"
      "shows also what is denied, planned, threatened or negated.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("ACTOR", actor_, "Only events in which this actor takes part, by a name or its id");
  app.add_option("--type", type_, "Only this PLOVER type (ASSAULT), CAMEO code (18) or relation (attack)")
      ->type_name("TYPE");
  app.add_option("--since", since_, "Only from this day, month or year on")->type_name("DATE");
  app.add_option("--until", until_, "Only up to this day, month or year, included")->type_name("DATE");
  app.add_option("--min-sources", min_sources_, "Only those of at least so many sources")->type_name("N");
  app.add_flag("--all", all_, "Also what is not stated as fact");
  limit_.add_to(app);
  app.add_option("--data", data_, "Folder of the models and lexicons")->type_name("DIR");
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph events story.db\n"
      "  actorgraph events story.db ISIS-K --since 2022\n"
      "  actorgraph events story.db --min-sources 2\n"
      "  actorgraph events story.db --type ASSAULT -f jsonl     with all claims, and why they are one event");
}

int EventsCommand::run(Console& console) {
  const EventFilter filter{.type = type_,
                           .since = read_date("--since", since_),
                           .until = read_date("--until", until_),
                           .min_sources = min_sources_,
                           .all = all_};
  const Store store = open_graph(store_, console, data_);
  const GraphReader reader(store);
  std::vector<EventSummary> found;
  std::vector<std::uint64_t> ids;
  reader.for_each_event([&](const EventSummary& event) {
    ids.push_back(event.id.value);
    if (actor_.empty() && filter.takes(event)) found.push_back(event);
  });
  if (!actor_.empty()) {
    found = reader.events_of_actor(choose_actor(StoredEdges(reader), actor_).number);
    std::erase_if(found, [&](const EventSummary& event) { return !filter.takes(event); });
  }
  std::ranges::sort(found, {},
                    [](const EventSummary& event) { return std::pair(event.time.start, event.number); });

  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  const std::size_t shown = limit_.count(format, found.size());
  if (format == TableFormat::Jsonl) {
    for (const EventSummary& event : std::span(found).first(shown)) write_event(reader, event, console.out);
    console.flush_out();
    return kDone;
  }
  const ShortIds short_ids(std::move(ids));
  // A terminal has room for what tells the event; files have the rest, too.
  std::vector<Column> columns = {{.name = "date"},  {.name = "who"},  {.name = "what"},   {.name = "whom"},
                                 {.name = "where"}, {.name = "type"}, {.name = "numbers"}};
  if (!aligned) {
    for (const char* name : {"said_by", "claims", "articles"}) columns.push_back({.name = name});
  }
  columns.push_back({.name = "sources"});
  columns.push_back({.name = "id"});
  TableWriter table(console, format, std::move(columns));
  ActorNames names(reader);
  for (const EventSummary& summary : std::span(found).first(shown)) {
    const Event event = reader.event(summary.number);
    std::string date = period_as_text(event.time.start, event.time.end);
    if (aligned && event.time_inferred) date = "by " + date;
    std::vector<Cell> row = {text_cell(std::move(date)),
                             text_cell(names(summary.source)),
                             text_cell(relation_label(event.relation, event.negated, event.modality)),
                             text_cell(names(summary.target)),
                             text_cell(where_of(summary)),
                             text_cell(event.type),
                             text_cell(numbers_of(event))};
    if (!aligned) {
      row.push_back(text_cell(speakers_of(event, reader)));
      row.emplace_back(static_cast<std::int64_t>(event.claims.size()));
      row.emplace_back(static_cast<std::int64_t>(event.reports.size()));
    }
    row.emplace_back(std::int64_t{event.sources});
    row.push_back(text_cell(aligned ? short_ids(event.id) : to_string(event.id)));
    table.add(std::move(row));
  }
  table.finish();
  if (aligned && found.empty()) console.out << " no event matches\n";
  if (aligned && shown < found.size()) {
    console.out << ' ' << group_digits(shown) << " of " << count_of(found.size(), "event")
                << "; all of them: --limit 0\n";
  } else if (aligned && !found.empty()) {
    console.out << ' ' << count_of(found.size(), "event") << ". Sentences: " << console.program << " show "
                << shell_word(store_) << ' ' << short_ids(found.front().id) << '\n';
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
