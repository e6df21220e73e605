#include "store/graph_statements.hpp"

#include "records/error.hpp"

namespace actorgraph {

RowCursor& GraphReader::Statements::cursor(const std::string& sql) {
  const auto known = cursors.find(sql);
  if (known != cursors.end()) return known->second;
  return cursors.try_emplace(sql, db, sql).first->second;
}

const std::string& GraphReader::Statements::term(std::int64_t number) {
  const auto at = static_cast<std::size_t>(number);
  if (number > 0 && at < terms.size() && !terms[at].empty()) return terms[at];
  RowCursor& select = cursor("SELECT text FROM term WHERE number = ?");
  if (!select.start(number).next()) throw FormatError("the term " + std::to_string(number) + " is missing");
  if (at >= terms.size()) terms.resize(at + 1);
  terms[at] = select.string(0);
  select.reset();
  return terms[at];
}

std::uint32_t GraphReader::Statements::count(const char* table) {
  const auto known = counts.find(table);
  if (known != counts.end()) return known->second;
  RowCursor& select = cursor(std::string("SELECT coalesce(max(number) + 1, 0) FROM ") + table);
  select.start().next();
  const std::uint32_t rows = select.count(0);
  select.reset();
  return counts.emplace(table, rows).first->second;
}

std::uint32_t GraphReader::Statements::lower_bound(const char* table, std::uint64_t id) {
  std::uint32_t begin = 0;
  std::uint32_t end = count(table);
  RowCursor& select = cursor(std::string("SELECT id FROM ") + table + " WHERE number = ?");
  while (begin < end) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (!select.start(middle).next()) {
      throw FormatError(std::string("number ") + std::to_string(middle) + " of the table " + table +
                        " is missing");
    }
    if (static_cast<std::uint64_t>(select.number(0)) < id) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  select.reset();
  return begin;
}

ActorRow GraphReader::Statements::read_actor(const RowCursor& row) {
  ActorRow actor;
  actor.number = row.count(0);
  actor.id = row.id<ActorId>(1);
  actor.name = row.string(2);
  actor.kind = row.label(3, ActorKind::Thing);
  actor.code = row.string(4);
  actor.mentions = row.count(5);
  actor.documents = row.count(6);
  actor.out_edges = row.count(7);
  actor.in_edges = row.count(8);
  actor.first_seen = row.day(9);
  actor.last_seen = row.day(10);
  if (!row.is_null(11)) actor.part_of = PartOf{row.id<ActorId>(11), row.label(12, PartKind::Member)};
  return actor;
}

ActorId GraphReader::Statements::id_of_actor(std::int64_t number) {
  RowCursor& select = cursor("SELECT id FROM actor WHERE number = ? ");
  if (!select.start(number).next()) throw FormatError("the actor " + std::to_string(number) + " is missing");
  const auto id = select.id<ActorId>(0);
  select.reset();
  return id;
}

EdgeRow GraphReader::Statements::read_edge(const RowCursor& row) {
  EdgeRow edge;
  edge.number = row.count(0);
  edge.id = row.id<EdgeId>(1);
  edge.source = row.count(2);
  edge.target = row.count(3);
  edge.relation = term(row.number(4));
  if (!row.is_null(5)) edge.event = term(row.number(5));
  edge.negated = row.number(6) != 0;
  edge.modality = row.label(7, Modality::Denied);
  edge.claims = row.count(8);
  edge.documents = row.count(9);
  edge.first = row.day(10);
  edge.last = row.day(11);
  edge.is_open = row.number(12) != 0;
  if (!row.is_null(13)) edge.polarity = row.real(13);
  edge.confidence = row.real(14);
  edge.quoted = row.id<ClaimId>(15);
  return edge;
}

EventSummary GraphReader::Statements::read_event(const RowCursor& row) {
  EventSummary event;
  event.number = row.count(0);
  event.id = row.id<EventId>(1);
  event.act = row.id<EventId>(2);
  if (!row.is_null(3)) event.type = term(row.number(3));
  event.cameo = row.string(4);
  event.relation = term(row.number(5));
  event.negated = row.number(6) != 0;
  event.modality = row.label(7, Modality::Denied);
  if (!row.is_null(8)) event.source = row.count(8);
  if (!row.is_null(9)) event.target = row.count(9);
  event.time = {row.day(10), row.day(11), row.label(12, Precision::Unknown)};
  event.time_inferred = row.number(13) != 0;
  event.place = row.string(14);
  event.country = row.string(15);
  event.claims = row.count(16);
  event.documents = row.count(17);
  event.sources = row.count(18);
  return event;
}

std::optional<ActorNumber> GraphReader::Statements::node_of(ActorId id) {
  if (id.is_none()) return std::nullopt;
  const auto known = nodes.find(id);
  if (known != nodes.end()) return known->second;
  std::optional<ActorNumber> node;
  RowCursor& link = cursor("SELECT actor FROM actor_link WHERE id = ?");
  if (link.start(id.value).next()) {
    node = link.count(0);
    link.reset();
  } else {
    const std::uint32_t number = lower_bound("actor", id.value);
    if (number < count("actor") && id_of_actor(number) == id) node = number;
  }
  nodes.emplace(id, node);
  return node;
}

}  // namespace actorgraph
