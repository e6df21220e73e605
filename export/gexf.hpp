// The graph as GEXF, Gephi's own format: kinds of edges, weights, and the days of every edge for its
// timeline. Streams: memory does not grow with the graph. Source: GEXF 1.3 and 1.2draft (gexf.net); Gephi's
// importer.
#pragma once

#include <cstdint>
#include <iosfwd>

#include "graph/knowledge_graph.hpp"

namespace actorgraph {

enum class GexfVersion : std::uint8_t {
  V13,  ///< for Gephi 0.10 and later
  V12   ///< for readers of the draft before: networkx before 3.6; without kinds of edges and without time
};

struct GexfOptions {
  GexfVersion version = GexfVersion::V13;
};

/// Writes `graph` as UTF-8: columns, nodes, edges, each in the graph's order. Missing values are left out,
/// lists are JSON arrays, characters that XML forbids are dropped. A node is as large as it has mentions and
/// of the colour of its kind. An edge's timestamps are the first days of its claims' times.
///
/// Errors:   throws FormatError where a text is not UTF-8, IoError where `out` fails.
/// Cost:     O(output).
void write_gexf(const KnowledgeGraph& graph, const GexfOptions& options, std::ostream& out);

}  // namespace actorgraph
