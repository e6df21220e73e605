// What the parts of GraphReader share: the file, its statements, and what was looked up before. Used by them
// alone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "store/graph_reader.hpp"
#include "store/store_file.hpp"

namespace actorgraph {

struct GraphReader::Statements {
  explicit Statements(Store::File& opened) : file(opened), db(opened.db) {}

  /// The statement of `sql`, prepared once. Requires: it is not in use.
  RowCursor& cursor(const std::string& sql);

  /// Runs `work`, with errors as those of the file.
  template <class Work>
  auto run(const Work& work) {
    return guarded(file.path, work);
  }

  [[nodiscard]] const std::string& term(std::int64_t number);

  /// The first number whose id is not below `id`, of actors or events: they stand in order of ids.
  [[nodiscard]] std::uint32_t lower_bound(const char* table, std::uint64_t id);
  [[nodiscard]] std::uint32_t count(const char* table);

  [[nodiscard]] static ActorRow read_actor(const RowCursor& row);
  [[nodiscard]] ActorId id_of_actor(std::int64_t number);
  [[nodiscard]] EdgeRow read_edge(const RowCursor& row);
  [[nodiscard]] EventSummary read_event(const RowCursor& row);

  /// The node of an id that claims carry.
  [[nodiscard]] std::optional<ActorNumber> node_of(ActorId id);

  template <class... Values>
  std::vector<ActorRow> actors(const std::string& condition, const Values&... values);
  template <class... Values>
  std::vector<EdgeRow> edges(const std::string& condition, const Values&... values);
  template <class... Values>
  std::vector<EventSummary> events(const std::string& condition, const Values&... values);

  Store::File& file;
  SQLite::Database& db;
  std::map<std::string, RowCursor> cursors;
  std::vector<std::string> terms;  ///< by number; empty until it is asked for
  std::unordered_map<ActorId, std::optional<ActorNumber>> nodes;
  std::map<std::string, std::uint32_t> counts;
  std::vector<EdgeNumber> edge_of_claim;  ///< by number of the claim; empty until it is asked for
};

inline constexpr const char* kSelectActors =
    "SELECT a.number, a.id, a.name, a.kind, a.code, a.mentions, a.documents, a.out_edges, a.in_edges,"
    " a.first_seen, a.last_seen, w.id, a.part_kind FROM actor a LEFT JOIN actor w ON w.number = a.whole ";

inline constexpr const char* kSelectEdges =
    "SELECT e.number, e.id, e.source, e.target, e.relation, e.type, e.negated, e.modality, e.claims,"
    " e.documents, e.first, e.last, e.open, e.polarity, e.confidence, e.quoted FROM edge e ";

inline constexpr const char* kSelectEvents =
    "SELECT e.number, e.id, e.act, e.type, e.cameo, e.relation, e.negated, e.modality, e.source, e.target,"
    " e.first, e.last, e.precision, e.time_inferred, e.place, e.country, e.claims, e.documents, e.sources"
    " FROM event e ";

template <class... Values>
std::vector<ActorRow> GraphReader::Statements::actors(const std::string& condition, const Values&... values) {
  return run([&] {
    std::vector<ActorRow> rows;
    RowCursor& select = cursor(kSelectActors + condition);
    select.start(values...);
    while (select.next()) rows.push_back(read_actor(select));
    return rows;
  });
}

template <class... Values>
std::vector<EdgeRow> GraphReader::Statements::edges(const std::string& condition, const Values&... values) {
  return run([&] {
    std::vector<EdgeRow> rows;
    RowCursor& select = cursor(kSelectEdges + condition);
    select.start(values...);
    while (select.next()) rows.push_back(read_edge(select));
    return rows;
  });
}

template <class... Values>
std::vector<EventSummary> GraphReader::Statements::events(const std::string& condition,
                                                          const Values&... values) {
  return run([&] {
    std::vector<EventSummary> rows;
    RowCursor& select = cursor(kSelectEvents + condition);
    select.start(values...);
    while (select.next()) rows.push_back(read_event(select));
    return rows;
  });
}

}  // namespace actorgraph
