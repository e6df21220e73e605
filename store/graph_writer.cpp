#include "store/graph_writer.hpp"

#include <algorithm>

#include "records/error.hpp"
#include "store/graph_insertions.hpp"
#include "store/schema.hpp"

namespace actorgraph {
namespace {

// Roles of event_party.
constexpr int kAgent = 0;
constexpr int kOther = 1;

/// Binds one column after the other.
class Row {
 public:
  explicit Row(SQLite::Statement& statement) : statement_(statement) { statement_.reset(); }

  Row& number(std::uint64_t value) { return statement_.bind(++index_, to_sql(value)), *this; }
  Row& flag(bool value) { return number(value ? 1 : 0); }
  Row& real(double value) { return statement_.bind(++index_, value), *this; }
  Row& text(const std::string& value) { return statement_.bind(++index_, value), *this; }
  Row& null() { return statement_.bind(++index_), *this; }
  Row& day(const std::optional<Date>& value) {
    return value ? number(static_cast<std::uint64_t>(sql_days(*value))) : null();
  }
  Row& optional(const std::optional<std::uint32_t>& value) { return value ? number(*value) : null(); }
  template <class Label>
  Row& label(Label value) {
    return number(static_cast<std::uint64_t>(value));
  }
  void insert() { statement_.exec(); }

 private:
  SQLite::Statement& statement_;
  int index_ = 0;
};

}  // namespace

GraphWriter::Statements::Statements(Store::File& opened, std::vector<ActorId> ids, GraphTarget where)
    : file(opened), target(where), actors(std::move(ids)) {
  // Temporary rows refer to rows of the file, which SQLite cannot check.
  if (target == GraphTarget::Temporary) file.db.exec("PRAGMA foreign_keys = OFF");
  file.begin();
  if (target == GraphTarget::File) {
    file.db.exec(kDropGraphIndexes);
    file.clear_graph();
    if (file.state("removed") != 0) {
      file.drop_unused();
      file.set_state("removed", 0);
    }
  } else {
    make_temporary_tables();
  }
  load_claims();
  prepare();
}

void GraphWriter::Statements::make_temporary_tables() {
  // A name without schema means a temporary table first: the same statements write here. Temporary rows can
  // refer to temporary ones alone.
  std::string sql = kGraphSchema;
  const std::string from = "CREATE TABLE ";
  for (std::size_t at = sql.find(from); at != std::string::npos; at = sql.find(from, at + 1)) {
    sql.insert(at + from.size() - std::string("TABLE ").size(), "TEMP ");
  }
  file.db.exec(sql);
}

void GraphWriter::Statements::load_claims() {
  RowCursor select(file.db, "SELECT id, number FROM claim");
  while (select.next()) claims.push_back({select.id<ClaimId>(0), select.number(1)});
  std::ranges::sort(claims, {}, &NumberedClaim::id);
  RowCursor select_documents(file.db, "SELECT id, number FROM document");
  while (select_documents.next()) {
    documents.emplace_back(select_documents.id<DocumentId>(0),
                           static_cast<std::uint64_t>(select_documents.number(1)));
  }
  std::ranges::sort(documents);
}

void GraphWriter::Statements::prepare() {
  const auto insert = [&](std::optional<SQLite::Statement>& statement, const char* table, int columns) {
    std::string sql = std::string("INSERT INTO ") + table + " VALUES (?";
    for (int i = 1; i < columns; ++i) sql += ", ?";
    statement.emplace(file.db, sql + ")");
  };
  insert(actor, "actor", 14);
  insert(name, "actor_name", 4);
  insert(link, "actor_link", 7);
  insert(refusal, "actor_refusal", 7);
  insert(actor_claim, "actor_claim", 2);
  insert(edge, "edge", 16);
  insert(edge_claim, "edge_claim", 5);
  insert(report, "report", 3);
  insert(event, "event", 22);
  insert(party, "event_party", 6);
  insert(stranger, "event_stranger", 3);
  insert(counted, "event_number", 5);
  insert(event_claim, "event_claim", 4);
}

std::uint32_t GraphWriter::Statements::number_of(ActorId id) const {
  const std::optional<std::uint32_t> number = find_number_of(id);
  if (!number) throw FormatError("no actor has the id " + to_string(id));
  return *number;
}

std::optional<std::uint32_t> GraphWriter::Statements::find_number_of(ActorId id) const {
  const auto at = std::ranges::lower_bound(actors, id);
  if (at == actors.end() || *at != id) return std::nullopt;
  return static_cast<std::uint32_t>(at - actors.begin());
}

std::uint64_t GraphWriter::Statements::number_of(ClaimId id) const {
  const auto at = std::ranges::lower_bound(claims, id, {}, &NumberedClaim::id);
  if (at == claims.end() || at->id != id) throw FormatError("no claim has the id " + to_string(id));
  return static_cast<std::uint64_t>(at->number);
}

std::optional<std::uint64_t> GraphWriter::Statements::number_of(DocumentId id) const {
  const auto at = std::ranges::lower_bound(documents, id, {}, &std::pair<DocumentId, std::uint64_t>::first);
  if (at == documents.end() || at->first != id) return std::nullopt;
  return at->second;
}

std::uint64_t GraphWriter::Statements::term(const std::string& text) {
  if (target == GraphTarget::File) return static_cast<std::uint64_t>(file.number_of_term(text));
  // The file's own list stays as it is; what it lacks has no number.
  const auto known = terms.find(text);
  if (known != terms.end()) return known->second;
  RowCursor select(file.db, "SELECT number FROM term WHERE text = ?");
  const std::uint64_t number =
      select.start(std::string_view(text)).next() ? static_cast<std::uint64_t>(select.number(0)) : 0;
  return terms.emplace(text, number).first->second;
}

GraphWriter::GraphWriter(Store& store, std::vector<ActorId> actors, GraphTarget target)
    : statements_(guarded(store.path(), [&] {
        return std::make_unique<Statements>(*store.file_, std::move(actors), target);
      })) {}

GraphWriter::~GraphWriter() {
  if (!statements_ || statements_->target == GraphTarget::Temporary) return;
  Store::File& file = statements_->file;
  statements_.reset();
  file.transaction.reset();
}

GraphWriter::GraphWriter(GraphWriter&&) noexcept = default;
GraphWriter& GraphWriter::operator=(GraphWriter&&) noexcept = default;

void GraphWriter::add_actor(const ActorRow& actor, std::span<const KeyedName> names) {
  Statements& s = *statements_;
  guarded(s.file.path, [&] {
    Row row(*s.actor);
    row.number(actor.number).number(actor.id.value).text(actor.name).label(actor.kind).text(actor.code);
    row.number(actor.mentions).number(actor.documents);
    row.number(s.first_edge).number(actor.out_edges).number(actor.in_edges);
    row.day(actor.first_seen).day(actor.last_seen);
    if (actor.part_of) {
      row.number(s.number_of(actor.part_of->whole)).label(actor.part_of->kind);
    } else {
      row.null().null();
    }
    row.insert();
    s.first_edge += actor.out_edges;
    for (const KeyedName& name : names) {
      Row(*s.name).number(s.names++).number(actor.number).text(name.name).text(name.key).insert();
    }
    return 0;
  });
}

void GraphWriter::add_link(const ActorLink& link) {
  Statements& s = *statements_;
  guarded(s.file.path, [&] {
    Row row(*s.link);
    row.number(link.from.value).text(link.from_name).number(s.number_of(link.into)).text(link.into_name);
    row.label(link.reason).text(link.detail).real(link.strength).insert();
    return 0;
  });
}

void GraphWriter::add_refusal(const RefusedLink& refusal) {
  Statements& s = *statements_;
  guarded(s.file.path, [&] {
    Row row(*s.refusal);
    row.number(s.refusals++).number(s.number_of(refusal.from)).text(refusal.from_name);
    row.number(s.number_of(refusal.into)).text(refusal.into_name);
    row.label(refusal.reason).text(refusal.obstacle).insert();
    return 0;
  });
}

void GraphWriter::add_actor_claim(ActorNumber actor, ClaimId claim) {
  Statements& s = *statements_;
  guarded(s.file.path, [&] {
    Row(*s.actor_claim).number(actor).number(s.number_of(claim)).insert();
    return 0;
  });
}

void GraphWriter::add_edge(const EdgeRow& edge, std::span<const ClaimTime> evidence) {
  Statements& s = *statements_;
  guarded(s.file.path, [&] {
    Row row(*s.edge);
    row.number(edge.number).number(edge.id.value).number(edge.source).number(edge.target);
    row.number(s.term(edge.relation));
    edge.event.empty() ? row.null() : row.number(s.term(edge.event));
    row.flag(edge.negated).label(edge.modality).number(edge.claims).number(edge.documents);
    row.day(edge.first).day(edge.last).flag(edge.is_open);
    edge.polarity ? row.real(*edge.polarity) : row.null();
    row.real(edge.confidence).number(edge.quoted.value).insert();
    for (const ClaimTime& claim : evidence) {
      Row part(*s.edge_claim);
      part.number(edge.number).number(s.number_of(claim.claim)).day(claim.time.start).day(claim.time.end);
      part.label(claim.time.precision).insert();
    }
    return 0;
  });
}

void GraphWriter::add_report(const ReportRow& report) {
  Statements& s = *statements_;
  if (report.story == report.document && report.source_group == report.document) return;
  guarded(s.file.path, [&] {
    Row row(*s.report);
    row.number(s.number_of(report.document).value_or(0));
    for (const DocumentId other : {report.story, report.source_group}) {
      const auto number = other == report.document ? std::nullopt : s.number_of(other);
      number ? row.number(*number) : row.null();
    }
    row.insert();
    return 0;
  });
}

void GraphWriter::add_event(const Event& event, std::span<const EventLink> links) {
  Statements& s = *statements_;
  guarded(s.file.path, [&] {
    const std::uint64_t number = s.events++;
    Row row(*s.event);
    row.number(number).number(event.id.value).number(event.act.value);
    event.type.empty() ? row.null() : row.number(s.term(event.type));
    row.text(event.cameo).number(s.term(event.relation)).flag(event.negated).label(event.modality);
    row.optional(s.find_number_of(event.source));
    if (event.agents.empty()) {
      row.null().null();
    } else {
      row.flag(event.agents.front().is_named).number(event.agents.front().sources);
    }
    row.optional(s.find_number_of(event.target));
    row.day(event.time.start).day(event.time.end).label(event.time.precision).flag(event.time_inferred);
    row.text(event.place).text(event.country);
    row.number(event.claims.size()).number(event.reports.size()).number(event.sources);
    row.flag(event.agents_differ).insert();
    for (std::size_t i = 1; i < event.agents.size(); ++i) {
      const EventAgent& agent = event.agents[i];
      Row part(*s.party);
      part.number(number).number(kAgent).number(i).number(s.number_of(agent.actor));
      part.flag(agent.is_named).number(agent.sources).insert();
    }
    const auto add_stranger = [&](std::uint64_t rank, ActorId id) {
      Row(*s.stranger).number(number).number(rank).number(id.value).insert();
    };
    if (!event.target.is_none() && !s.find_number_of(event.target)) add_stranger(0, event.target);
    for (std::size_t i = 0; i < event.others.size(); ++i) {
      const std::optional<std::uint32_t> actor = s.find_number_of(event.others[i]);
      if (!actor) {
        add_stranger(i + 1, event.others[i]);
        continue;
      }
      Row(*s.party).number(number).number(kOther).number(i).number(*actor).null().null().insert();
    }
    for (std::size_t i = 0; i < event.numbers.size(); ++i) {
      const EventNumber& counted = event.numbers[i];
      Row part(*s.counted);
      part.number(number)
          .number(i)
          .label(counted.kind)
          .number(counted.value)
          .number(counted.sources)
          .insert();
    }
    for (const EventLink& link : links) {
      Row part(*s.event_claim);
      part.number(number).number(s.number_of(link.claim)).label(link.reason);
      const auto agent = std::ranges::find_if(event.agents, [&](const EventAgent& one) {
        return std::ranges::binary_search(one.claims, link.claim);
      });
      agent == event.agents.end() ? part.null()
                                  : part.number(static_cast<std::uint64_t>(agent - event.agents.begin()));
      part.insert();
    }
    return 0;
  });
}

void GraphWriter::finish() {
  Statements& s = *statements_;
  guarded(s.file.path, [&] {
    if (s.target == GraphTarget::Temporary) return 0;
    s.file.db.exec(kGraphIndexes);
    s.file.db.exec("INSERT INTO name_search (name_search) VALUES ('rebuild')");
    s.file.set_state("graph", 1);
    return 0;
  });
  if (s.target == GraphTarget::File) {
    Store::File& file = s.file;
    statements_.reset();
    guarded(file.path, [&] {
      file.transaction->commit();
      file.transaction.reset();
      file.pending = 0;
      return 0;
    });
  }
}

}  // namespace actorgraph
