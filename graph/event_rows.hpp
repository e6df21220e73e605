// What EventMerger keeps of claims, as numbers; and MergedEvents, which makes events of them. Private to the
// two: numbers depend on the order of adding and never reach an output.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <unordered_map>
#include <vector>

#include "graph/event_merger.hpp"
#include "graph/string_table.hpp"

namespace actorgraph {

/// Days since 1970; open sides and unknown times are the limits.
inline constexpr std::int32_t kOpenBegin = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int32_t kOpenEnd = std::numeric_limits<std::int32_t>::max();

/// One claim. Number 0 of an actor, text, place or size is "none".
struct EventRow {
  ClaimId claim;
  std::uint32_t document = 0;
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::uint32_t other = 0;
  std::uint32_t speaker = 0;
  std::uint32_t lemma = 0;
  std::uint32_t type = 0;
  std::uint32_t cameo = 0;
  std::uint32_t place = 0;
  std::uint32_t size = 0;
  std::int32_t begin = kOpenBegin;  // of its own time; open on both sides where it tells none
  std::int32_t end = kOpenEnd;
  std::uint32_t group = 0;
  Precision precision = Precision::Unknown;
  Modality modality = Modality::Asserted;
  bool negated = false;
  EventReason reason = EventReason::Alone;

  [[nodiscard]] bool has_time() const { return begin != kOpenBegin || end != kOpenEnd; }
};

/// A place by its levels, from wide to narrow; texts by number.
struct EventPlace {
  std::array<std::uint32_t, 4> levels{};  // country, region, city, anything else

  friend bool operator==(const EventPlace&, const EventPlace&) = default;
};

struct EventDocumentRow {
  DocumentId id;
  std::uint32_t story = 0;  // documents by number
  std::uint32_t source_group = 0;
  std::int32_t published = kOpenBegin;
};

struct EventTables {
  EventTables();

  StringTable texts;
  std::vector<ActorId> actors;
  std::vector<std::uint32_t> names;   // by actor: its longest name as a text; 0 where it is only described
  std::vector<std::uint32_t> labels;  // by actor: its longest name or description as a text
  std::vector<bool> is_party;         // by actor: some claim has it as somebody or a place, not as a thing
  std::vector<EventDocumentRow> documents;
  std::vector<EventPlace> places;
  std::vector<EventSize> sizes;
  std::vector<EventRow> rows;

  std::unordered_map<ActorId, std::uint32_t> actor_numbers;
  std::unordered_map<DocumentId, std::uint32_t> document_numbers;
  std::unordered_map<std::uint64_t, std::uint32_t> place_numbers;

  [[nodiscard]] bool is_named(std::uint32_t actor) const { return names[actor] != 0; }

  /// The number of a document; one that was never described is its own story and source.
  std::uint32_t number_of(DocumentId id);
};

struct MergedEvents::Table {
  EventTables tables;                  // rows in (event, claim) order
  std::vector<EventId> ids;            // in order
  std::vector<EventId> acts;           // of each event
  std::vector<std::uint32_t> offsets;  // where the rows of each event begin; one more than events

  [[nodiscard]] std::span<const EventRow> rows_of(std::size_t event) const;
};

/// The days since 1970 of a date.
[[nodiscard]] std::int32_t to_days(Date date);

}  // namespace actorgraph
