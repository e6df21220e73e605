// Rows of a table, gathered by the number of what they are of.
#pragma once

#include <cstddef>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace actorgraph {

/// The rows of group g are [offsets[g], offsets[g + 1]).
template <class Row>
struct GroupedRows {
  std::vector<Row> rows;
  std::vector<std::size_t> offsets;

  [[nodiscard]] std::span<Row> of(std::size_t group) {
    return std::span(rows).subspan(offsets[group], offsets[group + 1] - offsets[group]);
  }
};

/// Gathers rows by `group_of`, whose numbers are below `groups`; rows of one group keep their order.
/// Cost: O(rows + groups).
template <class Row, class Group>
[[nodiscard]] GroupedRows<Row> group_rows(std::vector<Row>&& rows, std::size_t groups,
                                          const Group& group_of) {
  GroupedRows<Row> grouped{std::vector<Row>(rows.size()), std::vector<std::size_t>(groups + 1)};
  for (const Row& row : rows) ++grouped.offsets[group_of(row) + 1];
  std::partial_sum(grouped.offsets.begin(), grouped.offsets.end(), grouped.offsets.begin());
  std::vector<std::size_t> next(grouped.offsets.begin(), grouped.offsets.end() - 1);
  for (Row& row : rows) grouped.rows[next[group_of(row)]++] = std::move(row);
  std::vector<Row>().swap(rows);
  return grouped;
}

}  // namespace actorgraph
