// Edges as rows: date, who, what, whom, and the sentence. Used by the commands that list edges.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "cli/console.hpp"
#include "cli/table.hpp"
#include "graph/edge_filter.hpp"
#include "graph/edge_source.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {

/// What all claims of an edge say together.
[[nodiscard]] EdgeSupport whole_support(const EdgeRow& edge);

/// "12 threatened, 1 negated"
[[nodiscard]] std::string list_hidden(const std::vector<std::pair<std::string, std::size_t>>& hidden);

/// Where an edge stands in an answer: in which match or path, and at which of its arrows; from 1.
struct EdgePlace {
  std::int64_t group = 0;
  std::int64_t step = 0;
};

struct EdgeTableOptions {
  std::string group;    ///< the heading of EdgePlace::group, "match"; empty: there are none
  std::string step;     ///< that of EdgePlace::step, "arrow"
  bool has_ids = true;  ///< `show` knows the edges
};

class EdgeTable {
 public:
  /// `reader` has the sentences of the edges that `graph` has. Lifetime: both must outlive the table.
  EdgeTable(const Console& console, TableFormat format, const EdgeSource& graph, const GraphReader& reader,
            EdgeTableOptions options);

  void add(const EdgeRow& edge, const EdgeSupport& support, EdgePlace place = {});
  void finish();

 private:
  const ActorRow& actor(ActorNumber number);

  TableFormat format_;
  const EdgeSource& graph_;
  const GraphReader& reader_;
  EdgeTableOptions options_;
  TableWriter table_;
  std::unordered_map<ActorNumber, ActorRow> actors_;
  std::unordered_set<EdgeNumber> told_;
};

}  // namespace actorgraph
