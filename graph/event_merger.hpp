// From resolved claims to events. Stands between the store (or a run's claims) and the readers of the graph;
// actors are merged before. The result is a function of the set of claims, documents and corrections:
// neither order nor repetition changes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "graph/relation_classes.hpp"
#include "records/claim.hpp"
#include "records/date.hpp"
#include "records/event.hpp"
#include "records/id.hpp"

namespace actorgraph {

/// What the merger knows of a document. Stories and source groups are named by one of their documents; a
/// document that is alone names itself.
struct EventDocument {
  DocumentId id;
  std::optional<Date> published;
  DocumentId story;         ///< of StoryFinder: documents that tell the same
  DocumentId source_group;  ///< of NearCopies: documents that copy one another
};

/// What a user says about events, by any claims of theirs: so it survives when an event gains evidence.
struct EventCorrection {
  enum class Kind : std::uint8_t {
    Join,  ///< the events of `one` and `other` are one
    Split  ///< they are two; with `other` goes what its document and copies of it say
  };
  Kind kind = Kind::Join;
  ClaimId one;
  ClaimId other;

  friend auto operator<=>(const EventCorrection&, const EventCorrection&) = default;
};

/// The result: numbers by claim, from which events are made one at a time, for ten million fit no other way.
class MergedEvents {
 public:
  MergedEvents();
  ~MergedEvents();
  MergedEvents(MergedEvents&&) noexcept;
  MergedEvents& operator=(MergedEvents&&) noexcept;

  /// Events are numbered in order of their ids.
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] EventId id(std::size_t event) const;
  /// Cost: O(claims of it, log of them).
  [[nodiscard]] Event make_event(std::size_t event) const;
  /// The ledger of one event, in claim order. Cost: O(claims of it).
  [[nodiscard]] std::vector<EventLink> links(std::size_t event) const;
  /// Cost: O(log events).
  [[nodiscard]] std::optional<std::size_t> find(EventId id) const;
  /// The event of a claim; none where it is unknown or a state. Cost: O(claims).
  [[nodiscard]] std::optional<std::size_t> find_event_of(ClaimId claim) const;

 private:
  friend class EventMerger;
  struct Table;
  std::unique_ptr<Table> table_;
};

/// Two claims can be one event where
/// - both are asserted, or both negated, planned, ... alike;
/// - both have the same act (verb, its noun, a synonym), or the same PLOVER type and a party in common;
/// - sources and targets are equal, or one is not told, or one is only described ("gunmen") in the same
/// story;
/// - the times meet and the places hold one another, or are not told;
/// - their documents tell the same story, or both parties are named and equal and the days agree.
/// An event is a set in which every two claims agree so; claims are taken in a canonical order, the most
/// exact first, and each joins the first event that it agrees with entirely. No chain of likeness joins.
class EventMerger {
 public:
  /// `classes` must outlive the merger.
  explicit EventMerger(const RelationClasses& classes);
  ~EventMerger();
  EventMerger(EventMerger&&) noexcept;
  EventMerger& operator=(EventMerger&&) noexcept;

  /// Before or after its claims; not needed for a document without date, story and group.
  void add_document(const EventDocument& document);

  /// Adds one claim.
  ///
  /// Requires: claim.id is set; ids of participants are those of the merged nodes; claims of equal id are
  ///           equal.
  /// Cost:     O(1); 72 bytes a claim.
  void add(const Claim& claim);

  /// What users have said; later calls add to it. Cost: O(claims) each in finish().
  void correct(std::span<const EventCorrection> corrections);

  /// Merges what was added. The merger is spent after that.
  /// Cost: O(n log n) for n claims.
  [[nodiscard]] MergedEvents finish() &&;

 private:
  struct Rows;
  std::unique_ptr<Rows> rows_;
};

}  // namespace actorgraph
