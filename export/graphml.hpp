// The graph as GraphML, for Gephi, igraph, networkx and yEd. Streams: memory does not grow with the graph.
// Source: Brandes, Eiglsperger, Lerner, Pich 2013, "Graph Markup Language (GraphML)"; the readers' own
// sources.
#pragma once

#include <cstdint>
#include <iosfwd>

#include "graph/knowledge_graph.hpp"

namespace actorgraph {

enum class GraphmlDialect : std::uint8_t {
  Plain,  ///< as the schema has it
  Gephi,  ///< with `label` on <edge>: from it Gephi takes the type that keeps parallel edges apart
};

struct GraphmlOptions {
  GraphmlDialect dialect = GraphmlDialect::Plain;
};

/// Writes `graph` as UTF-8: attribute declarations, nodes, edges, each in the graph's order. Missing values
/// are left out, lists are JSON arrays, characters that XML forbids are dropped.
///
/// Errors:   throws FormatError where a text is not UTF-8, IoError where `out` fails.
/// Cost:     O(output).
void write_graphml(const KnowledgeGraph& graph, const GraphmlOptions& options, std::ostream& out);

}  // namespace actorgraph
