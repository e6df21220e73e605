// Which claims may be of one act: the rules of agreement. Private to EventMerger's grouping.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "graph/event_rows.hpp"
#include "graph/relation_classes.hpp"

namespace actorgraph {

/// What all claims of a group agree on. A claim that agrees with it agrees with its every claim in time
/// (intervals that meet pairwise have a day in common), place and named parties; described parties with the
/// most exact claim's.
struct EventGroup {
  std::uint32_t story = 0;
  std::uint32_t type = 0;
  std::uint32_t cls = 0;  // the name of the class of its relations
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::int32_t begin = kOpenBegin;
  std::int32_t end = kOpenEnd;
  std::int32_t published = kOpenEnd;  // first day that reports it
  EventPlace place;
  std::uint32_t first_row = 0;
  std::uint32_t size = 0;
  RelationKind kind = RelationKind::Act;
  std::uint32_t into = 0;  // itself while it lives
};

/// How well a claim agrees with a group that it does not contradict.
struct Agreement {
  EventReason reason = EventReason::SameAct;
  int score = 0;
};

class EventAgreement {
 public:
  /// `tables` must outlive it; its actors and texts are complete.
  explicit EventAgreement(EventTables& tables);

  /// Nothing where they contradict one another.
  [[nodiscard]] std::optional<Agreement> compare(const EventGroup& a, const EventGroup& b) const;

  /// Whether two claims are told apart: by one author through targets of other words ("four soldiers" and "a
  /// school" are two), by one speaker through other numbers, by anybody through numbers that are far off.
  [[nodiscard]] bool tells_apart(const EventRow& a, const EventRow& b) const;

  /// Adds to `group` what `added`, which agrees with it, knows beyond it.
  void take_in(EventGroup& group, const EventGroup& added) const;

  /// Whether places hold one another, or are not told.
  [[nodiscard]] static bool meet(const EventPlace& a, const EventPlace& b);

 private:
  /// Alike where one name holds the other, or descriptions turn on one word; Unlike where names differ;
  /// Different where descriptions do, which may still be of one; Open where one is not told, or one is a name
  /// and one a description.
  enum class Parties : std::uint8_t { Same, Alike, Unlike, Different, Open };

  [[nodiscard]] Parties compare(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] bool is_done_once(std::uint32_t type) const;
  [[nodiscard]] bool holds(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] bool share_surname(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] std::span<const std::uint32_t> words_of(std::uint32_t actor) const;
  void take_party(std::uint32_t& known, std::uint32_t added) const;

  const EventTables& tables_;
  std::uint32_t assault_;
  std::uint32_t coerce_;
  std::vector<std::uint32_t> words_;         // of names, sorted
  std::vector<std::uint32_t> word_offsets_;  // by actor, as are the next three
  std::vector<std::uint32_t> heads_;
  std::vector<std::uint32_t> last_words_;
  std::vector<char> first_letters_;
};

}  // namespace actorgraph
