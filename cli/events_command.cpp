#include "cli/events_command.hpp"

#include <algorithm>
#include <ostream>
#include <tuple>

#include "cli/actor_choice.hpp"
#include "cli/data_folder.hpp"
#include "cli/event_set.hpp"
#include "cli/graph_file.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/memory_edges.hpp"
#include "graph/query.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr std::uint64_t kTableLimit = 50;

/// Which events a user wants to see.
struct EventFilter {
  std::optional<ActorId> actor;
  std::string type;  // PLOVER, a relation, or the beginning of a CAMEO code
  std::optional<DateInterval> since;
  std::optional<DateInterval> until;
  std::uint32_t min_sources = 1;
  bool all = false;

  [[nodiscard]] bool takes_part(const Event& event) const {
    if (event.source == *actor || event.target == *actor) return true;
    return std::ranges::binary_search(event.others, *actor) ||
           std::ranges::any_of(event.agents, [&](const EventAgent& agent) { return agent.actor == *actor; });
  }

  [[nodiscard]] bool takes(const Event& event) const {
    if (!all && (event.negated || event.modality != Modality::Asserted)) return false;
    if (actor && !takes_part(event)) return false;
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

std::string name_of_actor(const KnowledgeGraph& graph, ActorId id) {
  const auto vertex = graph.find_actor(id);
  return vertex ? graph.graph()[*vertex].name : std::string();
}

/// "attack", "not attack (planned)".
std::string act_of(const Event& event) {
  std::string act = event.negated ? "not " + event.relation : event.relation;
  if (event.modality != Modality::Asserted) act += " (" + std::string(to_string(event.modality)) + ")";
  return act;
}

std::string speakers_of(const Event& event, const KnowledgeGraph& graph) {
  std::vector<std::string> names;
  for (const EventAgent& agent : event.agents) {
    for (const ActorId speaker : agent.speakers) names.push_back(name_of_actor(graph, speaker));
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
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
  limit_option_ =
      app.add_option("-n,--limit", limit_, "At most so many; 0 for all (default: 50 in a table, else all)");
  limit_option_->type_name("N");
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
  EventFilter filter{.actor = {},
                     .type = type_,
                     .since = read_date("--since", since_),
                     .until = read_date("--until", until_),
                     .min_sources = min_sources_,
                     .all = all_};
  const std::string data_folder = find_data_folder(data_);
  const EventSet set = load_events(Store::open_read_only(store_), data_folder);
  if (!actor_.empty()) filter.actor = choose_actor(MemoryEdges(set.graph), actor_).id;
  std::vector<std::pair<std::optional<Date>, std::size_t>> found;  // by first day, then id
  std::vector<std::uint64_t> ids;
  for (std::size_t number = 0; number < set.events.size(); ++number) {
    ids.push_back(set.events.id(number).value);
    const Event event = set.events.make_event(number);
    if (filter.takes(event)) found.emplace_back(event.time.start, number);
  }
  std::ranges::sort(found);

  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  std::uint64_t limit = limit_;
  if (limit == 0) limit = aligned && limit_option_->count() == 0 ? kTableLimit : found.size();
  const std::size_t shown = std::min<std::uint64_t>(limit, found.size());
  if (format == TableFormat::Jsonl) {
    for (const auto& [start, number] : std::span(found).first(shown)) write_event(set, number, console.out);
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
  for (const auto& [start, number] : std::span(found).first(shown)) {
    const Event event = set.events.make_event(number);
    std::string date = period_as_text(event.time.start, event.time.end);
    if (aligned && event.time_inferred) date = "by " + date;
    std::vector<Cell> row = {text_cell(std::move(date)),  text_cell(name_of_actor(set.graph, event.source)),
                             text_cell(act_of(event)),    text_cell(name_of_actor(set.graph, event.target)),
                             text_cell(where_of(event)),  text_cell(event.type),
                             text_cell(numbers_of(event))};
    if (!aligned) {
      row.push_back(text_cell(speakers_of(event, set.graph)));
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
                << shell_word(store_) << ' ' << short_ids(set.events.id(found.front().second)) << '\n';
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
