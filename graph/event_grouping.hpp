// The decision which claims are one act. Private to EventMerger.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/event_rows.hpp"
#include "graph/relation_classes.hpp"

namespace actorgraph {

/// What all claims of a group agree on. A claim that agrees with it agrees with every one of them: times are
/// intervals, and intervals that meet pairwise have a day in common; everything else is equal or not told.
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

/// Sets EventRow::group and EventRow::reason of all rows; group numbers are rows of their first claims.
///
/// Requires: rows are in claim order, each claim once.
/// Cost:     O(n log n); in a block of one story and one act a claim is compared with 512 groups at most.
void group_claims(EventTables& tables, const RelationClasses& classes);

/// Applies what users have said to grouped rows.
void correct_groups(EventTables& tables, std::span<const EventCorrection> corrections);

}  // namespace actorgraph
