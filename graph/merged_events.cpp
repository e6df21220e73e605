#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "graph/event_merger.hpp"
#include "graph/event_rows.hpp"

namespace actorgraph {
namespace {

std::optional<Date> to_date(std::int32_t days) {
  if (days == kOpenBegin || days == kOpenEnd) return std::nullopt;
  return Date(std::chrono::sys_days(std::chrono::days(days)));
}

/// The support of each of a few numbers.
class Votes {
 public:
  explicit Votes(const EventTables& tables) : tables_(tables) {}

  /// The vote of a claim of an independent source. Number 0 is no vote.
  void add(std::uint32_t number, const EventRow& row) {
    if (number != 0) ballots_.emplace_back(number, tables_.documents[row.document].source_group, row.claim);
  }

  struct Share {
    std::uint32_t number = 0;
    std::uint32_t sources = 0;
    std::vector<ClaimId> claims;  // in order
  };

  /// Best supported first: by independent sources, by claims, then by `smaller`.
  template <class Smaller>
  [[nodiscard]] std::vector<Share> rank(Smaller smaller) {
    std::ranges::sort(ballots_);
    std::vector<Share> shares;
    for (std::size_t i = 0; i < ballots_.size(); ++i) {
      const auto& [number, source, claim] = ballots_[i];
      if (i == 0 || number != std::get<0>(ballots_[i - 1])) shares.push_back({number, 0, {}});
      Share& share = shares.back();
      if (share.sources == 0 || source != std::get<1>(ballots_[i - 1])) ++share.sources;
      share.claims.push_back(claim);
    }
    for (Share& share : shares) {
      std::ranges::sort(share.claims);
      share.claims.erase(std::unique(share.claims.begin(), share.claims.end()), share.claims.end());
    }
    std::ranges::sort(shares, [&](const Share& a, const Share& b) {
      if (a.sources != b.sources) return a.sources > b.sources;
      if (a.claims.size() != b.claims.size()) return a.claims.size() > b.claims.size();
      return smaller(a.number, b.number);
    });
    return shares;
  }

  /// The best supported text, else empty.
  [[nodiscard]] std::string text() {
    const auto shares =
        rank([&](std::uint32_t a, std::uint32_t b) { return tables_.texts[a] < tables_.texts[b]; });
    return shares.empty() ? std::string() : tables_.texts[shares.front().number];
  }

  /// Named actors before described ones.
  [[nodiscard]] std::vector<Share> actors() {
    auto shares =
        rank([&](std::uint32_t a, std::uint32_t b) { return tables_.actors[a] < tables_.actors[b]; });
    std::stable_partition(shares.begin(), shares.end(),
                          [&](const Share& share) { return tables_.is_named(share.number); });
    return shares;
  }

 private:
  const EventTables& tables_;
  std::vector<std::tuple<std::uint32_t, std::uint32_t, ClaimId>> ballots_;
};

template <class Value>
void sort_distinct(std::vector<Value>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Where told times have no day in common (of a death, or where a user joined), the narrowest and then the
/// earliest counts, with those that meet it.
void set_time(Event& event, const EventTables& tables, std::span<const EventRow> rows) {
  std::vector<std::tuple<std::int64_t, std::int32_t, std::int32_t, Precision>> told;
  std::int32_t published = kOpenEnd;
  for (const EventRow& row : rows) {
    const std::int32_t day = tables.documents[row.document].published;
    if (day != kOpenBegin) published = std::min(published, day);
    if (row.has_time()) {
      told.emplace_back(std::int64_t{row.end} - row.begin, row.begin, row.end, row.precision);
    }
  }
  if (told.empty()) {
    if (published == kOpenEnd) return;
    event.time = {to_date(published), to_date(published), Precision::Day};
    event.time_inferred = true;
    return;
  }
  std::ranges::sort(told);
  auto [width, begin, end, precision] = told.front();
  for (const auto& [other_width, other_begin, other_end, other_precision] : told) {
    if (other_begin > end || other_end < begin) continue;
    begin = std::max(begin, other_begin);
    end = std::min(end, other_end);
  }
  event.time = {to_date(begin), to_date(end), precision};
}

void set_place(Event& event, const EventTables& tables, std::span<const EventRow> rows) {
  std::array<Votes, 4> levels{Votes(tables), Votes(tables), Votes(tables), Votes(tables)};
  for (const EventRow& row : rows) {
    const EventPlace& place = tables.places[row.place];
    for (std::size_t i = 0; i < levels.size(); ++i) levels.at(i).add(place.levels.at(i), row);
  }
  event.country = levels[0].text();
  for (std::size_t i = levels.size(); i > 1 && event.place.empty(); --i)
    event.place = levels.at(i - 1).text();
}

void set_numbers(Event& event, const EventTables& tables, std::span<const EventRow> rows) {
  constexpr std::array<std::optional<std::uint32_t> EventSize::*, 4> kFields = {
      &EventSize::dead, &EventSize::injured, &EventSize::arrested, &EventSize::protesters};
  for (std::size_t kind = 0; kind < kFields.size(); ++kind) {
    Votes votes(tables);
    for (const EventRow& row : rows) {
      const auto& value = tables.sizes[row.size].*kFields.at(kind);
      if (value && *value != std::numeric_limits<std::uint32_t>::max()) votes.add(*value + 1, row);
    }
    for (auto& share : votes.rank(std::greater<>())) {
      event.numbers.push_back(
          {static_cast<CountKind>(kind), share.number - 1, std::move(share.claims), share.sources});
    }
  }
}

/// Whether two tellings (a document, and who speaks in it) name agents of which neither names the other's.
bool name_different_agents(const EventTables& tables, std::span<const EventRow> rows) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> told;  // document, speaker, agent
  for (const EventRow& row : rows) {
    if (row.source != 0 && tables.is_named(row.source))
      told.emplace_back(row.document, row.speaker, row.source);
  }
  sort_distinct(told);
  std::vector<std::uint32_t> common;  // agents of the first telling that all others name too
  std::vector<std::uint32_t> here;
  for (std::size_t i = 0; i < told.size();) {
    const auto [document, speaker, agent] = told[i];
    here.clear();
    for (; i < told.size() && std::get<0>(told[i]) == document && std::get<1>(told[i]) == speaker; ++i) {
      here.push_back(std::get<2>(told[i]));
    }
    if (common.empty()) {
      common = here;
      continue;
    }
    std::erase_if(common, [&](std::uint32_t known) { return std::ranges::find(here, known) == here.end(); });
    if (common.empty()) return true;
  }
  return false;
}

void set_agents(Event& event, const EventTables& tables, std::span<const EventRow> rows) {
  Votes sources(tables);
  Votes targets(tables);
  for (const EventRow& row : rows) {
    sources.add(row.source, row);
    targets.add(row.target, row);
  }
  const auto told = targets.actors();
  if (!told.empty()) event.target = tables.actors[told.front().number];
  for (auto& share : sources.actors()) {
    if (event.source.is_none()) event.source = tables.actors[share.number];
    EventAgent agent;
    agent.actor = tables.actors[share.number];
    agent.sources = share.sources;
    agent.is_named = tables.is_named(share.number);
    for (const EventRow& row : rows) {
      if (row.source == share.number && row.speaker != 0)
        agent.speakers.push_back(tables.actors[row.speaker]);
    }
    sort_distinct(agent.speakers);
    agent.claims = std::move(share.claims);
    event.agents.push_back(std::move(agent));
  }
  event.agents_differ = name_different_agents(tables, rows);
  for (const EventRow& row : rows) {
    for (const std::uint32_t actor : {row.source, row.target, row.other}) {
      if (actor != 0) event.others.push_back(tables.actors[actor]);
    }
  }
  sort_distinct(event.others);
  std::erase(event.others, event.source);
  std::erase(event.others, event.target);
}

}  // namespace

MergedEvents::MergedEvents() = default;
MergedEvents::~MergedEvents() = default;
MergedEvents::MergedEvents(MergedEvents&&) noexcept = default;
MergedEvents& MergedEvents::operator=(MergedEvents&&) noexcept = default;

std::span<const EventRow> MergedEvents::Table::rows_of(std::size_t event) const {
  return std::span(tables.rows).subspan(offsets[event], offsets[event + 1] - offsets[event]);
}

std::size_t MergedEvents::size() const {
  return table_ ? table_->ids.size() : 0;
}

EventId MergedEvents::id(std::size_t event) const {
  return table_->ids[event];
}

Event MergedEvents::make_event(std::size_t event) const {
  const EventTables& tables = table_->tables;
  const std::span<const EventRow> rows = table_->rows_of(event);
  Event made;
  made.id = table_->ids[event];
  made.act = table_->acts[event];
  made.negated = rows.front().negated;
  made.modality = rows.front().modality;
  Votes types(tables);
  Votes codes(tables);
  Votes lemmas(tables);
  std::vector<std::uint32_t> sources;
  for (const EventRow& row : rows) {
    types.add(row.type, row);
    lemmas.add(row.lemma, row);
    made.claims.push_back(row.claim);
    made.reports.push_back(tables.documents[row.document].id);
    sources.push_back(tables.documents[row.document].source_group);
  }
  made.type = types.text();
  for (const EventRow& row : rows) {
    if (tables.texts[row.type] == made.type) codes.add(row.cameo, row);
  }
  made.cameo = codes.text();
  made.relation = lemmas.text();
  sort_distinct(made.reports);
  sort_distinct(sources);
  made.sources = static_cast<std::uint32_t>(sources.size());
  set_time(made, tables, rows);
  set_place(made, tables, rows);
  set_numbers(made, tables, rows);
  set_agents(made, tables, rows);
  return made;
}

std::vector<EventLink> MergedEvents::links(std::size_t event) const {
  std::vector<EventLink> made;
  for (const EventRow& row : table_->rows_of(event)) {
    made.push_back({row.claim, table_->ids[event], table_->tables.texts[row.lemma], row.reason});
  }
  return made;
}

std::optional<std::size_t> MergedEvents::find(EventId id) const {
  if (!table_) return std::nullopt;
  const auto at = std::ranges::lower_bound(table_->ids, id);
  if (at == table_->ids.end() || *at != id) return std::nullopt;
  return static_cast<std::size_t>(at - table_->ids.begin());
}

std::optional<std::size_t> MergedEvents::find_event_of(ClaimId claim) const {
  if (!table_) return std::nullopt;
  const std::vector<EventRow>& rows = table_->tables.rows;
  const auto at = std::ranges::find(rows, claim, &EventRow::claim);
  if (at == rows.end()) return std::nullopt;
  const auto number = static_cast<std::uint32_t>(at - rows.begin());
  const auto next = std::ranges::upper_bound(table_->offsets, number);
  return static_cast<std::size_t>(next - table_->offsets.begin()) - 1;
}

}  // namespace actorgraph
