// What GraphReader answers of events.
#include <algorithm>
#include <array>
#include <utility>

#include "records/error.hpp"
#include "store/graph_statements.hpp"

namespace actorgraph {
namespace {

constexpr int kAgent = 0;  // of event_party.role

/// A claim of an event, as it stands in the file.
struct EventClaimRow {
  ClaimId claim;
  DocumentId document;
  std::string relation;
  EventReason reason = EventReason::Alone;
  std::optional<std::uint32_t> agent;
  ActorId speaker;
  std::array<std::optional<std::uint32_t>, 4> counts;  // by CountKind
};

// In claim order.
std::vector<EventClaimRow> read_claims(RowCursor& row, std::uint32_t event) {
  std::vector<EventClaimRow> claims;
  row.start(event);
  while (row.next()) {
    EventClaimRow& claim = claims.emplace_back();
    claim.claim = row.id<ClaimId>(0);
    claim.document = row.id<DocumentId>(1);
    claim.relation = row.string(2);
    claim.reason = row.label(3, EventReason::SameVictim);
    if (!row.is_null(4)) claim.agent = row.count(4);
    claim.speaker = row.id<ActorId>(5);
    for (int kind = 0; kind < 4; ++kind) {
      if (!row.is_null(6 + kind)) claim.counts.at(static_cast<std::size_t>(kind)) = row.count(6 + kind);
    }
  }
  std::ranges::sort(claims, {}, &EventClaimRow::claim);
  return claims;
}

constexpr const char* kSelectEventClaims =
    "SELECT c.id, d.id, l.text, v.reason, v.agent, c.speaker_id, x.dead, x.injured, x.arrested, x.protesters"
    " FROM event_claim v JOIN claim c ON c.number = v.claim JOIN sentence s ON s.number = c.sentence"
    " JOIN document d ON d.number = s.document JOIN term l ON l.number = c.lemma"
    " LEFT JOIN claim_detail x ON x.claim = c.number WHERE v.event = ?";

template <class Value>
void sort_distinct(std::vector<Value>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

std::vector<EventSummary> GraphReader::events_of_actor(ActorNumber number) const {
  return statements_->events(
      "WHERE e.number IN (SELECT number FROM event WHERE source = ?1 UNION"
      " SELECT number FROM event WHERE target = ?1 UNION"
      " SELECT event FROM event_party WHERE actor = ?1) ORDER BY e.number",
      number);
}

std::vector<EventSummary> GraphReader::events_between(ActorNumber one, ActorNumber other) const {
  // Those of the one with fewer, in which the other takes part, too.
  if (actor(one).mentions > actor(other).mentions) std::swap(one, other);
  std::vector<EventSummary> shared = events_of_actor(one);
  Statements& s = *statements_;
  s.run([&] {
    RowCursor& parties = s.cursor("SELECT 1 FROM event_party WHERE event = ? AND actor = ?");
    std::erase_if(shared, [&](const EventSummary& event) {
      if (event.source == other || event.target == other) return false;
      const bool takes_part = parties.start(event.number, other).next();
      parties.reset();
      return !takes_part;
    });
    return 0;
  });
  return shared;
}

std::vector<EventSummary> GraphReader::find_events(EventId first, EventId last, std::size_t limit) const {
  const std::uint32_t begin =
      statements_->run([&] { return statements_->lower_bound("event", first.value); });
  std::vector<EventSummary> found =
      statements_->events("WHERE e.number >= ? ORDER BY e.number LIMIT ?", begin, std::uint64_t{limit});
  std::erase_if(found, [&](const EventSummary& event) { return event.id > last; });
  return found;
}

void GraphReader::for_each_event(const std::function<void(const EventSummary&)>& visit) const {
  statements_->run([&] {
    RowCursor select(statements_->db, std::string(kSelectEvents) + "ORDER BY e.number");
    while (select.next()) visit(statements_->read_event(select));
    return 0;
  });
}

std::optional<EventSummary> GraphReader::find_event_of(ClaimId claim) const {
  std::vector<EventSummary> found = statements_->events(
      "WHERE e.number = (SELECT event FROM event_claim WHERE claim = (SELECT number FROM claim WHERE id = "
      "?))",
      claim.value);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Event GraphReader::event(std::uint32_t number) const {
  Statements& s = *statements_;
  const std::vector<EventSummary> found = s.events("WHERE e.number = ?", number);
  return s.run([&] {
    if (found.empty()) throw FormatError("event " + std::to_string(number) + " is missing");
    const EventSummary& summary = found.front();
    const std::vector<EventClaimRow> claims = read_claims(s.cursor(kSelectEventClaims), number);
    Event event;
    event.id = summary.id;
    event.act = summary.act;
    event.type = summary.type;
    event.cameo = summary.cameo;
    event.relation = summary.relation;
    event.time = summary.time;
    event.time_inferred = summary.time_inferred;
    event.place = summary.place;
    event.country = summary.country;
    event.negated = summary.negated;
    event.modality = summary.modality;
    event.sources = summary.sources;
    if (summary.target) event.target = s.id_of_actor(*summary.target);
    for (const EventClaimRow& claim : claims) {
      event.claims.push_back(claim.claim);
      event.reports.push_back(claim.document);
    }
    sort_distinct(event.reports);

    RowCursor& first =
        s.cursor("SELECT source_named, source_sources, agents_differ FROM event WHERE number = ?");
    first.start(number).next();
    event.agents_differ = first.number(2) != 0;
    if (summary.source) {
      event.source = s.id_of_actor(*summary.source);
      EventAgent& agent = event.agents.emplace_back();
      agent.actor = event.source;
      agent.is_named = first.number(0) != 0;
      agent.sources = first.count(1);
    }
    first.reset();
    RowCursor& party = s.cursor(
        "SELECT p.role, a.id, p.named, p.sources FROM event_party p JOIN actor a ON a.number = p.actor"
        " WHERE p.event = ? ORDER BY p.role, p.rank");
    party.start(number);
    while (party.next()) {
      const auto actor = party.id<ActorId>(1);
      if (party.number(0) != kAgent) {
        event.others.push_back(actor);
        continue;
      }
      EventAgent& agent = event.agents.emplace_back();
      agent.actor = actor;
      agent.is_named = party.number(2) != 0;
      agent.sources = party.count(3);
    }
    RowCursor& stranger = s.cursor("SELECT rank, id FROM event_stranger WHERE event = ?");
    stranger.start(number);
    while (stranger.next()) {
      if (stranger.number(0) == 0) {
        event.target = stranger.id<ActorId>(1);
      } else {
        event.others.push_back(stranger.id<ActorId>(1));
      }
    }
    std::ranges::sort(event.others);
    for (const EventClaimRow& claim : claims) {
      if (!claim.agent) continue;
      if (*claim.agent >= event.agents.size()) throw FormatError("an event's claim gives an agent it lacks");
      EventAgent& agent = event.agents[*claim.agent];
      agent.claims.push_back(claim.claim);
      if (claim.speaker.is_none()) continue;
      const std::optional<ActorNumber> speaker = s.node_of(claim.speaker);
      agent.speakers.push_back(speaker ? s.id_of_actor(*speaker) : claim.speaker);
    }
    for (EventAgent& agent : event.agents) sort_distinct(agent.speakers);

    RowCursor& counted =
        s.cursor("SELECT kind, value, sources FROM event_number WHERE event = ? ORDER BY rank");
    counted.start(number);
    while (counted.next()) {
      EventNumber& told = event.numbers.emplace_back();
      told.kind = counted.label(0, CountKind::Protesters);
      told.value = counted.count(1);
      told.sources = counted.count(2);
      for (const EventClaimRow& claim : claims) {
        if (claim.counts.at(static_cast<std::size_t>(told.kind)) == told.value)
          told.claims.push_back(claim.claim);
      }
    }
    return event;
  });
}

std::vector<ClaimPlace> GraphReader::event_evidence(std::uint32_t number) const {
  Statements& s = *statements_;
  return s.run([&] {
    std::vector<ClaimPlace> places;
    RowCursor& select = s.cursor(
        "SELECT c.id, d.id, s.begin_byte, s.end_byte, c.relation_begin, c.relation_end FROM event_claim v"
        " JOIN claim c ON c.number = v.claim JOIN sentence s ON s.number = c.sentence"
        " JOIN document d ON d.number = s.document WHERE v.event = ?");
    select.start(number);
    while (select.next()) {
      places.push_back({select.id<ClaimId>(0),
                        select.id<DocumentId>(1),
                        {select.count(2), select.count(3)},
                        {select.count(4), select.count(5)}});
    }
    std::ranges::sort(places, {}, &ClaimPlace::claim);
    return places;
  });
}

std::vector<EventLink> GraphReader::event_links(std::uint32_t number) const {
  Statements& s = *statements_;
  return s.run([&] {
    RowCursor& id = s.cursor("SELECT id FROM event WHERE number = ?");
    if (!id.start(number).next()) throw FormatError("event " + std::to_string(number) + " is missing");
    const auto event = id.id<EventId>(0);
    id.reset();
    std::vector<EventLink> links;
    for (EventClaimRow& claim : read_claims(s.cursor(kSelectEventClaims), number)) {
      links.push_back({claim.claim, event, std::move(claim.relation), claim.reason});
    }
    return links;
  });
}

}  // namespace actorgraph
