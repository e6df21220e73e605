#include "graph/event_merger.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>
#include <tuple>
#include <utility>

#include "graph/event_grouping.hpp"
#include "graph/event_rows.hpp"
#include "graph/identity.hpp"
#include "graph/threads.hpp"
#include "records/hash.hpp"

namespace actorgraph {
namespace {

/// Which level of EventPlace a place's own name fills.
std::size_t level_of(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::Country:
      return 0;
    case PlaceKind::Region:
      return 1;
    case PlaceKind::City:
      return 2;
    default:
      return 3;
  }
}

/// Small words inside names.
constexpr auto kNameLinks = std::to_array<std::string_view>(
    {"of",  "the", "and", "for", "in", "on",  "at", "de", "la", "al",  "el", "bin", "von",
     "van", "der", "du",  "da",  "di", "ibn", "ul", "s",  "le", "les", "y",  "e"});

bool is_capital(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
}

/// Whether `name` is a name from its first word to its last: "Hentzau Rovers", but not "Zenda man".
bool is_whole_name(std::string_view name) {
  // "Rebels of the Red Band": the capital is the sentence's.
  const std::size_t first = name.find(' ');
  if (first != std::string_view::npos && first > 1 && name[first - 1] == 's' &&
      name.substr(first).starts_with(" of ")) {
    return false;
  }
  std::size_t at = 0;
  while (at < name.size()) {
    std::size_t end = name.find_first_of(" -'", at);
    if (end == std::string_view::npos) end = name.size();
    const std::string_view word = name.substr(at, end - at);
    at = end + 1;
    if (word.empty() || is_capital(word.front())) continue;
    if (std::ranges::find(kNameLinks, word) == kNameLinks.end()) return false;
  }
  return !is_description(name);
}

/// Things and happenings are named by what they are, in many words: they tell events apart no better than
/// descriptions do.
bool can_be_party(ActorKind kind) {
  return kind != ActorKind::Thing && kind != ActorKind::Event && kind != ActorKind::Unknown;
}

/// Sorts by `key` and, among equals, by place. Rows are wide, so keys are sorted in their stead.
template <class Key>
void sort_rows(std::vector<EventRow>& rows, Key key) {
  struct Place {
    std::uint64_t key;
    std::uint32_t at;
    auto operator<=>(const Place&) const = default;
  };
  std::vector<Place> places;
  places.reserve(rows.size());
  for (std::uint32_t i = 0; i < rows.size(); ++i) places.push_back({key(rows[i]), i});
  sort_in_threads(places);
  std::vector<EventRow> sorted;
  sorted.reserve(rows.size());
  for (const Place& place : places) sorted.push_back(rows[place.at]);
  rows = std::move(sorted);
}

EventId event_id(std::string_view what, ClaimId first, const EventRow& row) {
  const std::uint64_t value = Hasher()
                                  .add(what)
                                  .add(first.value)
                                  .add(row.negated ? 1U : 0U)
                                  .add(static_cast<std::uint64_t>(row.modality))
                                  .finish();
  return {value == 0 ? 1 : value};
}

}  // namespace

std::int32_t to_days(Date date) {
  return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

EventTables::EventTables() {
  texts.add("");
  actors.emplace_back();
  names.push_back(0);
  labels.push_back(0);
  is_party.push_back(false);
  places.emplace_back();
  sizes.emplace_back();
}

std::uint32_t EventTables::number_of(DocumentId id) {
  const auto number = static_cast<std::uint32_t>(documents.size());
  const auto [at, is_new] = document_numbers.try_emplace(id, number);
  if (is_new) documents.push_back({.id = id, .story = number, .source_group = number});
  return at->second;
}

struct EventMerger::Rows {
  const RelationClasses* classes = nullptr;
  EventTables tables;
  std::vector<std::uint8_t> is_name;  // by text: 0 not asked yet, 1 a whole name, 2 none
  std::vector<bool> is_state;         // by text, for lemmas
  std::vector<bool> is_asked;
  std::vector<EventCorrection> corrections;

  std::uint32_t add_actor(const Participant& participant);
  /// Of several names the longest, then the first in byte order: whatever the order of claims.
  void take_longer(std::uint32_t& known, std::uint32_t added) const;
  std::uint32_t add_place(const PlaceReference& place);
  std::uint32_t add_size(const EventSize& size);
  [[nodiscard]] bool is_state_lemma(std::uint32_t lemma);
};

std::uint32_t EventMerger::Rows::add_actor(const Participant& participant) {
  if (participant.id.is_none()) return 0;
  const auto [at, is_new] =
      tables.actor_numbers.try_emplace(participant.id, static_cast<std::uint32_t>(tables.actors.size()));
  if (is_new) {
    tables.actors.push_back(participant.id);
    tables.names.push_back(0);
    tables.labels.push_back(0);
    tables.is_party.push_back(false);
  }
  const std::uint32_t name = tables.texts.add(name_of(participant));
  take_longer(tables.labels[at->second], name);
  if (!can_be_party(participant.kind)) return at->second;
  tables.is_party[at->second] = true;
  if (is_name.size() <= name) is_name.resize(std::max<std::size_t>(2 * std::size_t{name}, 1024));
  if (is_name[name] == 0) is_name[name] = is_whole_name(name_of(participant)) ? 1 : 2;
  if (is_name[name] == 1) take_longer(tables.names[at->second], name);
  return at->second;
}

void EventMerger::Rows::take_longer(std::uint32_t& known, std::uint32_t added) const {
  if (known == added) return;
  const std::string& a = tables.texts[known];
  const std::string& b = tables.texts[added];
  if (b.size() > a.size() || (b.size() == a.size() && b < a)) known = added;
}

std::uint32_t EventMerger::Rows::add_place(const PlaceReference& place) {
  EventPlace added;
  added.levels[0] = tables.texts.add(place.country);
  added.levels[1] = tables.texts.add(place.region);
  const std::size_t level = level_of(place.kind);
  if (level > 0 || place.country.empty()) added.levels.at(level) = tables.texts.add(place.name);
  if (added == EventPlace{}) return 0;
  Hasher hasher;
  for (const std::uint32_t text : added.levels) hasher.add(text);
  const auto [at, is_new] =
      tables.place_numbers.try_emplace(hasher.finish(), static_cast<std::uint32_t>(tables.places.size()));
  if (is_new) tables.places.push_back(added);
  return at->second;
}

std::uint32_t EventMerger::Rows::add_size(const EventSize& size) {
  if (size.empty()) return 0;
  tables.sizes.push_back(size);
  return static_cast<std::uint32_t>(tables.sizes.size() - 1);
}

bool EventMerger::Rows::is_state_lemma(std::uint32_t lemma) {
  if (is_asked.size() <= lemma) {
    is_asked.resize(std::max<std::size_t>(2 * std::size_t{lemma}, 1024));
    is_state.resize(is_asked.size());
  }
  if (!is_asked[lemma]) {
    is_asked[lemma] = true;
    is_state[lemma] = classes->find(tables.texts[lemma]).kind == RelationKind::State;
  }
  return is_state[lemma];
}

EventMerger::EventMerger(const RelationClasses& classes) : rows_(std::make_unique<Rows>()) {
  rows_->classes = &classes;
}
EventMerger::~EventMerger() = default;
EventMerger::EventMerger(EventMerger&&) noexcept = default;
EventMerger& EventMerger::operator=(EventMerger&&) noexcept = default;

void EventMerger::add_document(const EventDocument& document) {
  EventTables& tables = rows_->tables;
  const std::uint32_t number = tables.number_of(document.id);
  const std::uint32_t story = document.story.is_none() ? number : tables.number_of(document.story);
  const std::uint32_t group =
      document.source_group.is_none() ? number : tables.number_of(document.source_group);
  EventDocumentRow& row = tables.documents[number];
  row.story = story;
  row.source_group = group;
  if (document.published) row.published = to_days(*document.published);
}

void EventMerger::add(const Claim& claim) {
  assert(!claim.id.is_none());
  EventTables& tables = rows_->tables;
  const std::uint32_t lemma = tables.texts.add(claim.relation.lemma);
  if (rows_->is_state_lemma(lemma) && (!claim.event || claim.event->plover.empty())) return;
  EventRow row;
  row.claim = claim.id;
  row.document = tables.number_of(claim.document);
  row.lemma = lemma;
  row.source = rows_->add_actor(claim.subject);
  if (claim.object) row.target = rows_->add_actor(*claim.object);
  if (claim.attributed_to) row.speaker = rows_->add_actor(*claim.attributed_to);
  if (claim.event) {
    row.type = tables.texts.add(claim.event->plover);
    row.cameo = tables.texts.add(claim.event->cameo);
    row.size = rows_->add_size(claim.event->size);
    if (claim.event->recipient) row.other = rows_->add_actor(*claim.event->recipient);
    if (row.target == 0) std::swap(row.target, row.other);
  }
  if (claim.place) row.place = rows_->add_place(*claim.place);
  if (claim.time) {
    const DateInterval& time = claim.time->interval;
    if (time.start) row.begin = to_days(*time.start);
    if (time.end) row.end = to_days(*time.end);
    row.precision = time.precision;
  }
  row.modality = claim.modality;
  row.negated = claim.negated;
  tables.rows.push_back(row);
}

void EventMerger::correct(std::span<const EventCorrection> corrections) {
  rows_->corrections.insert(rows_->corrections.end(), corrections.begin(), corrections.end());
}

MergedEvents EventMerger::finish() && {
  EventTables& tables = rows_->tables;
  std::vector<EventRow>& rows = tables.rows;
  sort_rows(rows, [](const EventRow& row) { return row.claim.value; });
  rows.erase(std::unique(rows.begin(), rows.end(),
                         [](const EventRow& x, const EventRow& y) { return x.claim == y.claim; }),
             rows.end());
  group_claims(tables, *rows_->classes);
  std::ranges::sort(rows_->corrections);
  correct_groups(tables, rows_->corrections);

  // A group is an act; what is said of it in one way, that it happened or that it did not, is an event.
  const auto event_key = [](const EventRow& row) {
    return std::uint64_t{row.group} << 8U | static_cast<std::uint64_t>(row.modality) << 1U |
           (row.negated ? 1U : 0U);
  };
  std::vector<EventId> acts;  // by group
  acts.resize(rows.size());
  for (const EventRow& row : rows) {
    if (acts[row.group].is_none()) acts[row.group] = event_id("act", rows[row.group].claim, {});
  }
  sort_rows(rows, event_key);
  struct Part {
    EventId id;
    EventId act;
    std::uint32_t begin;
    std::uint32_t end;
  };
  std::vector<Part> parts;
  for (std::uint32_t begin = 0, end = 0; begin < rows.size(); begin = end) {
    const EventRow& first = rows[begin];
    while (end < rows.size() && event_key(rows[end]) == event_key(first)) ++end;
    parts.push_back({event_id("event", first.claim, first), acts[first.group], begin, end});
  }
  std::ranges::sort(parts, {}, &Part::id);

  MergedEvents merged;
  merged.table_ = std::make_unique<MergedEvents::Table>();
  MergedEvents::Table& table = *merged.table_;
  std::vector<EventRow> sorted;
  sorted.reserve(rows.size());
  table.ids.reserve(parts.size());
  table.acts.reserve(parts.size());
  table.offsets.reserve(parts.size() + 1);
  for (const Part& part : parts) {
    table.ids.push_back(part.id);
    table.acts.push_back(part.act);
    table.offsets.push_back(static_cast<std::uint32_t>(sorted.size()));
    sorted.insert(sorted.end(), rows.begin() + part.begin, rows.begin() + part.end);
  }
  table.offsets.push_back(static_cast<std::uint32_t>(sorted.size()));
  rows = std::move(sorted);
  table.tables = std::move(tables);
  rows_.reset();
  return merged;
}

}  // namespace actorgraph
