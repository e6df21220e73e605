#include "cli/timeline_command.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <tuple>

#include "cli/actor_choice.hpp"
#include "cli/graph_file.hpp"
#include "cli/row_ids.hpp"
#include "cli/stored_edges.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/query.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kBarColumns = 20;
constexpr int kDaysByDay = 45;         // shorter times are shown by day
constexpr int kDaysByMonth = 4 * 366;  // by month, and longer ones by year

struct Period {
  std::uint64_t events = 0;
  std::uint64_t claims = 0;
  EventSummary most_reported;

  void add(const EventSummary& event) {
    const auto rank = [](const EventSummary& e) { return std::tuple(e.sources, e.documents, e.claims); };
    if (events == 0 || rank(event) > rank(most_reported)) most_reported = event;
    ++events;
    claims += event.claims;
  }
};

std::optional<Date> read_date(const char* option, const std::string& text, bool is_end) {
  if (text.empty()) return std::nullopt;
  const auto period = parse_period(text);
  if (!period) {
    throw ConfigError(std::string(option) + " is '" + text +
                      "'; expected a date such as 2024, 2024-03 or 2024-03-23");
  }
  return is_end ? period->end : period->start;
}

std::string choose_unit(const std::vector<EventSummary>& events) {
  std::optional<Date> first;
  std::optional<Date> last;
  for (const EventSummary& event : events) {
    if (!event.time.start) continue;
    if (!first || *event.time.start < *first) first = event.time.start;
    if (!last || *event.time.start > *last) last = event.time.start;
  }
  if (!first) return "year";
  const auto days = (std::chrono::sys_days(*last) - std::chrono::sys_days(*first)).count();
  return days <= kDaysByDay ? "day" : days <= kDaysByMonth ? "month" : "year";
}

/// "2024-03-22", the Monday of its week, "2024-03" or "2024".
std::string period_of(Date date, const std::string& unit) {
  if (unit == "week") {
    const std::chrono::weekday weekday{std::chrono::sys_days(date)};
    return to_string(add_days(date, -static_cast<int>(weekday.iso_encoding() - 1)));
  }
  const std::string text = to_string(date);
  const std::size_t year = text.size() - std::string_view("-03-22").size();
  return text.substr(0, unit == "year" ? year : unit == "month" ? year + 3 : text.size());
}

std::string event_as_text(const EventSummary& event, const GraphReader& reader) {
  std::string text = event.source ? reader.actor(*event.source).name + ' ' : "";
  if (event.negated) text += "not ";
  text += event.relation;
  if (event.modality != Modality::Asserted) text += " (" + std::string(to_string(event.modality)) + ')';
  if (event.target) text += ' ' + reader.actor(*event.target).name;
  return text;
}

std::string make_bar(std::uint64_t events, std::uint64_t most) {
  std::string bar;
  const std::uint64_t columns = (events * kBarColumns + most - 1) / most;
  for (std::uint64_t i = 0; i < columns; ++i) bar += "█";
  return bar;
}

}  // namespace

void TimelineCommand::setup(CLI::App& app) {
  app.description(
      "Counts what happened by day, week, month or year, each event once however often it is reported, and\n"
      "names the one that most sources report. Shown is what is stated as fact; --all counts the rest, too.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("ACTOR", actor_, "Only events in which this actor takes part, by a name or its id");
  app.add_option("--by", by_, "day, week, month or year (default: as the time is long)")
      ->type_name("UNIT")
      ->check(CLI::IsMember({"day", "week", "month", "year"}));
  app.add_option("--type", type_, "Only this PLOVER type (ASSAULT), CAMEO code (18) or relation (attack)")
      ->type_name("TYPE");
  app.add_option("--since", since_, "Only from this day, month or year on")->type_name("DATE");
  app.add_option("--until", until_, "Only up to this day, month or year, included")->type_name("DATE");
  app.add_flag("--all", all_, "Also what is not stated as fact");
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph timeline story.db\n"
      "  actorgraph timeline story.db ISIS-K --by year\n"
      "  actorgraph timeline story.db --type PROTEST --since 2024 -f csv");
}

int TimelineCommand::run(Console& console) {
  const std::optional<Date> since = read_date("--since", since_, false);
  const std::optional<Date> until = read_date("--until", until_, true);
  const Store store = open_graph(store_, console);
  const GraphReader reader(store);
  std::vector<EventSummary> events;
  std::uint64_t undated = 0;
  const auto offer = [&](const EventSummary& event) {
    if (!all_ && (event.negated || event.modality != Modality::Asserted)) return;
    if (!type_.empty() && event.type != type_ && event.relation != type_ && !event.cameo.starts_with(type_))
      return;
    if (!event.time.start) {
      ++undated;
      return;
    }
    if ((since && *event.time.start < *since) || (until && *event.time.start > *until)) return;
    events.push_back(event);
  };
  if (actor_.empty()) {
    reader.for_each_event(offer);
  } else {
    const ActorRow actor = choose_actor(StoredEdges(reader), actor_);
    for (const EventSummary& event : reader.events_of_actor(actor.number)) offer(event);
  }
  const std::string unit = by_.empty() ? choose_unit(events) : by_;
  std::map<std::string, Period> periods;
  for (const EventSummary& event : events) periods[period_of(*event.time.start, unit)].add(event);

  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  std::vector<Column> columns = {{.name = unit}, {.name = "events"}, {.name = "claims"}};
  if (aligned) columns.push_back({.name = " "});
  for (const char* name : {"most_reported", "sources", "id"}) columns.push_back({.name = name});
  std::uint64_t most = 1;
  for (const auto& [name, period] : periods) most = std::max(most, period.events);
  TableWriter table(console, format, std::move(columns));
  for (const auto& [name, period] : periods) {
    std::vector<Cell> row = {name, static_cast<std::int64_t>(period.events),
                             static_cast<std::int64_t>(period.claims)};
    if (aligned) row.push_back(text_cell(make_bar(period.events, most)));
    const EventSummary& event = period.most_reported;
    row.push_back(text_cell(event_as_text(event, reader)));
    row.emplace_back(std::int64_t{event.sources});
    row.push_back(text_cell(aligned ? short_id(reader, event.id) : to_string(event.id)));
    table.add(std::move(row));
  }
  table.finish();
  if (aligned) {
    console.out << ' ' << count_of(events.size(), "event");
    if (undated > 0) console.out << ", and " << group_digits(undated) << " without a date";
    console.out << '.';
    if (!events.empty()) {
      console.out << " One by one: " << console.program << " events " << shell_word(store_)
                  << (actor_.empty() ? "" : ' ' + shell_word(actor_));
    }
    console.out << '\n';
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
