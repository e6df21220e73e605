#include "cli/diff_command.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <ostream>
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

/// One line of the answer: what is new, gone, more or less.
struct Change {
  std::string kind;  // "new actor", "gone edge"...
  std::string what;
  std::int64_t before = 0;  // claims
  std::int64_t after = 0;
  std::string id;
  std::uint64_t weight = 0;  // the largest first
};

using Changes = std::vector<Change>;

Change make_change(const std::string& noun, std::string what, std::int64_t before, std::int64_t after,
                   std::string id) {
  const char* kind = before == 0 ? "new " : after == 0 ? "gone " : after > before ? "more of " : "less of ";
  return {.kind = kind + noun,
          .what = std::move(what),
          .before = before,
          .after = after,
          .id = std::move(id),
          .weight = static_cast<std::uint64_t>(std::abs(after - before))};
}

std::vector<std::string> list_names(const GraphReader& reader) {
  std::vector<std::string> names;
  reader.for_each_actor([&](const ActorRow& actor) { names.push_back(actor.name); });
  return names;
}

std::string edge_as_text(const EdgeRow& edge, const std::vector<std::string>& names) {
  return names[edge.source] + ' ' + relation_label(edge.relation, edge.negated, edge.modality) + ' ' +
         names[edge.target];
}

/// What two files hold of an id.
struct Pair {
  std::string text;
  std::int64_t before = 0;
  std::int64_t after = 0;
};

template <class Tag>
void add_changes(const char* noun, const std::map<Id<Tag>, Pair>& pairs, Changes& changes) {
  for (const auto& [id, pair] : pairs) {
    if (pair.before != pair.after) {
      changes.push_back(make_change(noun, pair.text, pair.before, pair.after, to_string(id)));
    }
  }
}

Changes compare_files(const GraphReader& old_reader, const GraphReader& new_reader) {
  Changes changes;
  std::map<ActorId, Pair> actors;
  std::map<EdgeId, Pair> edges;
  std::map<EventId, Pair> events;
  for (const GraphReader* reader : {&old_reader, &new_reader}) {
    const bool is_old = reader == &old_reader;
    const std::vector<std::string> names = list_names(*reader);
    const auto take = [is_old](Pair& pair, std::string text, std::uint32_t count) {
      pair.text = std::move(text);
      (is_old ? pair.before : pair.after) = count;
    };
    reader->for_each_actor(
        [&](const ActorRow& actor) { take(actors[actor.id], actor.name, actor.mentions); });
    reader->for_each_edge(
        [&](const EdgeRow& edge) { take(edges[edge.id], edge_as_text(edge, names), edge.claims); });
    reader->for_each_event([&](const EventSummary& event) {
      const auto name = [&](const std::optional<ActorNumber>& actor) {
        return actor ? names[*actor] : std::string("?");
      };
      take(events[event.id],
           name(event.source) + ' ' + relation_label(event.relation, event.negated, event.modality) + ' ' +
               name(event.target),
           event.claims);
    });
  }
  add_changes("actor", actors, changes);
  add_changes("edge", edges, changes);
  add_changes("event", events, changes);
  return changes;
}

/// What the claims of the days from `since` to `until` have added to those of the days before.
Changes compare_times(const GraphReader& reader, Date since, const std::optional<Date>& until) {
  Changes changes;
  const std::vector<std::string> names = list_names(reader);
  const auto is_in = [&](const std::optional<Date>& date) {
    return date && *date >= since && (!until || *date <= *until);
  };
  reader.for_each_actor([&](const ActorRow& actor) {
    if (is_in(actor.first_seen)) {
      changes.push_back(make_change("actor", actor.name, 0, actor.mentions, to_string(actor.id)));
    }
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
    changes.push_back(make_change("edge", edge_as_text(edge, names), at->second.before,
                                  at->second.before + at->second.within, to_string(edge.id)));
  });
  reader.for_each_event([&](const EventSummary& event) {
    if (!is_in(event.time.start)) return;
    const auto name = [&](const std::optional<ActorNumber>& actor) {
      return actor ? names[*actor] : std::string("?");
    };
    changes.push_back(make_change("event",
                                  name(event.source) + ' ' +
                                      relation_label(event.relation, event.negated, event.modality) + ' ' +
                                      name(event.target),
                                  0, event.claims, to_string(event.id)));
  });
  return changes;
}

/// A whole id, cut to what tells it apart in a file.
std::string shorten(const std::string& id, const Store& store) {
  const GraphReader reader(store);
  if (const auto actor = parse_id<ActorTag>(id)) return short_id(reader, *actor);
  if (const auto edge = parse_id<EdgeTag>(id)) return short_id(reader, *edge);
  return short_id(reader, parse_id<EventTag>(id).value_or(EventId()));
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
  const GraphReader reader(store);
  Changes changes = other ? compare_files(reader, GraphReader(*other))
                          : compare_times(reader, *since->start, until ? until->end : std::nullopt);
  std::ranges::stable_sort(changes, std::ranges::greater(), &Change::weight);
  const TableFormat format = chosen_table_format(format_, console);
  const bool aligned = format == TableFormat::Table;
  const std::size_t shown = limit_.count(format, changes.size());
  TableWriter table(
      console, format,
      {{.name = "change"}, {.name = "what"}, {.name = "before"}, {.name = "after"}, {.name = "id"}});
  for (std::size_t i = 0; i < shown; ++i) {
    const Change& change = changes[i];
    table.add({change.kind, text_cell(change.what), change.before, change.after,
               aligned ? shorten(change.id, other ? *other : store) : change.id});
  }
  table.finish();
  if (aligned) {
    std::map<std::string, std::size_t> counts;
    for (const Change& change : changes) ++counts[change.kind];
    std::string summary;
    for (const auto& [kind, count] : counts)
      summary += (summary.empty() ? "" : ", ") + count_of(count, kind, kind + 's');
    console.out << ' ' << (summary.empty() ? "nothing changed" : summary) << '.';
    if (shown < changes.size()) console.out << " All of them: --limit 0.";
    const auto edge = std::ranges::find_if(
        changes, [](const Change& change) { return change.after > 0 && change.id.front() != 'a'; });
    if (edge != changes.end()) {
      console.out << " Sentences: " << console.program << " show "
                  << shell_word(other_.empty() ? store_ : other_) << ' ' << edge->id;
    }
    console.out << '\n';
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
