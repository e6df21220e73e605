// The decision which claims are one act. Private to EventMerger.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/event_rows.hpp"
#include "graph/relation_classes.hpp"

namespace actorgraph {

/// Sets EventRow::group and EventRow::reason of all rows; group numbers are rows of their first claims.
///
/// Requires: rows are in claim order, each claim once.
/// Cost:     O(n log n); in a block of one story and one act a claim is compared with 512 groups at most.
void group_claims(EventTables& tables, const RelationClasses& classes);

/// Applies what users have said to grouped rows.
void correct_groups(EventTables& tables, std::span<const EventCorrection> corrections);

}  // namespace actorgraph
