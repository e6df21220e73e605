#include "cli/diff_command.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <ostream>
#include <span>
#include <unordered_map>

#include "cli/graph_file.hpp"
#include "cli/row_ids.hpp"
#include "cli/table_option.hpp"
#include "cli/text_layout.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/query.hpp"
#include "records/error.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {
namespace {

/// What is compared: an id and the number of its claims.
struct Counted {
  std::uint64_t id = 0;
  std::int64_t claims = 0;
};

/// One line of the answer: what is new, gone, more or less.
struct Change {
  char letter = ' ';  // of the id: an actor, an edge or an event
  std::uint64_t id = 0;
  std::int64_t before = 0;  // claims
  std::int64_t after = 0;

  [[nodiscard]] std::uint64_t weight() const { return static_cast<std::uint64_t>(std::abs(after - before)); }

  /// "new edge", "less of actor"
  [[nodiscard]] std::string kind() const {
    const char* change = before == 0      ? "new "
                         : after == 0     ? "gone "
                         : after > before ? "more of "
                                          : "less of ";
    const char* noun = letter == ActorTag::kLetter ? "actor" : letter == EdgeTag::kLetter ? "edge" : "event";
    return std::string(change) + noun;
  }
};

using Changes = std::vector<Change>;

/// Compares by id. In: both in any order, each id once.
void compare(char letter, std::vector<Counted> before, std::vector<Counted> after, Changes& changes) {
  std::ranges::sort(before, {}, &Counted::id);
  std::ranges::sort(after, {}, &Counted::id);
  auto one = before.begin();
  auto other = after.begin();
  while (one != before.end() || other != after.end()) {
    Change change{.letter = letter};
    const bool has_one = one != before.end() && (other == after.end() || one->id <= other->id);
    const bool has_other = other != after.end() && (one == before.end() || other->id <= one->id);
    change.id = has_one ? one->id : other->id;
    if (has_one) change.before = (one++)->claims;
    if (has_other) change.after = (other++)->claims;
    if (change.before != change.after) changes.push_back(change);
  }
}

Changes compare_files(const GraphReader& old_reader, const GraphReader& new_reader) {
  const auto list = [](const GraphReader& reader, const auto& for_each, const auto& count_of_row) {
    std::vector<Counted> counted;
    (reader.*for_each)([&](const auto& row) {
      counted.push_back({row.id.value, std::int64_t{count_of_row(row)}});
    });
    return counted;
  };
  const auto mentions = [](const ActorRow& actor) { return actor.mentions; };
  const auto claims = [](const auto& row) { return row.claims; };
  Changes changes;
  compare(ActorTag::kLetter, list(old_reader, &GraphReader::for_each_actor, mentions),
          list(new_reader, &GraphReader::for_each_actor, mentions), changes);
  compare(EdgeTag::kLetter, list(old_reader, &GraphReader::for_each_edge, claims),
          list(new_reader, &GraphReader::for_each_edge, claims), changes);
  compare(EventTag::kLetter, list(old_reader, &GraphReader::for_each_event, claims),
          list(new_reader, &GraphReader::for_each_event, claims), changes);
  return changes;
}

/// What the claims of the days from `since` to `until` have added to those of the days before.
Changes compare_times(const GraphReader& reader, Date since, const std::optional<Date>& until) {
  Changes changes;
  const auto is_in = [&](const std::optional<Date>& date) {
    return date && *date >= since && (!until || *date <= *until);
  };
  reader.for_each_actor([&](const ActorRow& actor) {
    if (is_in(actor.first_seen)) changes.push_back({ActorTag::kLetter, actor.id.value, 0, actor.mentions});
  });
  struct Counts {
    std::int64_t before = 0;
    std::int64_t within = 0;
  };
  std::unordered_map<EdgeNumber, Counts> counts;
  reader.for_each_edge_claim([&](EdgeNumber edge, ClaimId, const DateInterval& time) {
    const auto& date = time.start ? time.start : time.end;
    if (!date) return;
    if (*date < since) ++counts[edge].before;
    if (is_in(date)) ++counts[edge].within;
  });
  reader.for_each_edge([&](const EdgeRow& edge) {
    const auto at = counts.find(edge.number);
    if (at == counts.end() || at->second.within == 0) return;
    const Counts& claims = at->second;
    changes.push_back({EdgeTag::kLetter, edge.id.value, claims.before, claims.before + claims.within});
  });
  reader.for_each_event([&](const EventSummary& event) {
    if (is_in(event.time.start)) changes.push_back({EventTag::kLetter, event.id.value, 0, event.claims});
  });
  return changes;
}

/// What an id stands for in a file that has it, and the id: whole, or cut to what tells it apart.
class Names {
 public:
  Names(const GraphReader& reader, TableFormat format)
      : reader_(reader), is_short_(format == TableFormat::Table) {}

  [[nodiscard]] std::string text(const Change& change) const {
    if (change.letter == ActorTag::kLetter)
      return reader_.find_actor(ActorId{change.id}).value_or(ActorRow()).name;
    const auto name = [&](const std::optional<ActorNumber>& actor) {
      return actor ? reader_.actor(*actor).name : std::string("?");
    };
    if (change.letter == EdgeTag::kLetter) {
      const EdgeRow edge = reader_.find_edges({change.id}, {change.id}, 1).at(0);
      return name(edge.source) + ' ' + relation_label(edge.relation, edge.negated, edge.modality) + ' ' +
             name(edge.target);
    }
    const EventSummary event = reader_.find_events({change.id}, {change.id}, 1).at(0);
    return name(event.source) + ' ' + relation_label(event.relation, event.negated, event.modality) + ' ' +
           name(event.target);
  }

  [[nodiscard]] std::string id(const Change& change) const {
    if (change.letter == ActorTag::kLetter) return written(ActorId{change.id});
    if (change.letter == EdgeTag::kLetter) return written(EdgeId{change.id});
    return written(EventId{change.id});
  }

 private:
  template <class Tag>
  [[nodiscard]] std::string written(Id<Tag> id) const {
    return is_short_ ? short_id(reader_, id) : to_string(id);
  }

  const GraphReader& reader_;
  bool is_short_;
};

void write_summary(const Changes& changes, std::size_t shown, const std::string& file, const Names& names,
                   const Console& console) {
  std::map<std::string, std::size_t> counts;
  for (const Change& change : changes) ++counts[change.kind()];
  std::string summary;
  for (const auto& [kind, count] : counts) {
    summary += (summary.empty() ? "" : ", ") + count_of(count, kind, kind + 's');
  }
  console.out << ' ' << (summary.empty() ? "nothing changed" : summary) << '.';
  if (shown < changes.size()) console.out << " All of them: --limit 0.";
  const auto told = std::ranges::find_if(
      changes, [](const Change& change) { return change.after > 0 && change.letter != ActorTag::kLetter; });
  if (told != changes.end()) {
    console.out << " Sentences: " << console.program << " show " << shell_word(file) << ' '
                << names.id(*told);
  }
  console.out << '\n';
}

std::optional<DateInterval> read_date(const char* option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto period = parse_period(text);
  if (!period) {
    throw ConfigError(std::string(option) + " is '" + text +
                      "'; expected a date such as 2024, 2024-03 or 2024-03-23");
  }
  return period;
}

}  // namespace

void DiffCommand::setup(CLI::App& app) {
  app.description(
      "Shows what changed: between two graph files, or in one of them in a time that --since and --until "
      "bound.\n"
      "Actors are compared by the claims that name them, edges and events by their claims.");
  app.add_option("GRAPH", store_, "The graph file; of two, the earlier one")->required();
  app.add_option("OTHER", other_, "The later graph file");
  app.add_option("--since", since_, "What was new from this day, month or year on")->type_name("DATE");
  app.add_option("--until", until_, "And up to this day, month or year, included")->type_name("DATE");
  limit_.add_to(app);
  add_table_option(app, format_);
  app.footer(
      "Examples:\n"
      "  actorgraph diff story.db --since 2024-03\n"
      "  actorgraph diff story.db --since 2024-03 --until 2024-03 -f jsonl\n"
      "  actorgraph diff monday.db tuesday.db");
}

int DiffCommand::run(Console& console) {
  const auto since = read_date("--since", since_);
  const auto until = read_date("--until", until_);
  if (other_.empty() && !since)
    throw ConfigError("give a second graph file, or the first day of what is new (--since)");
  if (!other_.empty() && (since || until))
    throw ConfigError("--since and --until are for one graph file; two were given");
  const Store store = open_graph(store_, console);
  std::optional<Store> other;
  if (!other_.empty()) other.emplace(open_graph(other_, console));
  const GraphReader old_reader(store);
  const GraphReader new_reader(other ? *other : store);
  Changes changes = other ? compare_files(old_reader, new_reader)
                          : compare_times(old_reader, *since->start, until ? until->end : std::nullopt);
  std::ranges::stable_sort(changes, std::ranges::greater(), &Change::weight);
  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  const std::size_t shown = limit_.count(format, changes.size());
  const Names old_names(old_reader, format);
  const Names new_names(new_reader, format);
  TableWriter table(
      console, format,
      {{.name = "change"}, {.name = "what"}, {.name = "before"}, {.name = "after"}, {.name = "id"}});
  for (const Change& change : std::span(changes).first(shown)) {
    const Names& names = change.after > 0 ? new_names : old_names;
    table.add({change.kind(), text_cell(names.text(change)), change.before, change.after, names.id(change)});
  }
  table.finish();
  if (aligned) write_summary(changes, shown, other_.empty() ? store_ : other_, new_names, console);
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
