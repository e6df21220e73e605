// The graph as node-link JSON, for networkx and notebooks. Streams: memory does not grow with the graph.
// Source: networkx, readwrite/json_graph/node_link.py (the form since version 3.4).
#pragma once

#include <iosfwd>
#include <string>

#include "graph/knowledge_graph.hpp"

namespace actorgraph {

struct NodeLinkOptions {
  std::string edges_key = "edges";  ///< "links" for networkx before 3.4 and for D3
};

/// Writes {"directed": true, "multigraph": true, "graph": {}, "nodes": [...], "edges": [...]}, one node or
/// edge a line, in the graph's order. A node has an `id`, an edge `source`, `target` and its own id as `key`.
/// Missing values are left out.
///
/// Errors:   throws FormatError where a text is not UTF-8, IoError where `out` fails.
/// Cost:     O(output).
void write_node_link(const KnowledgeGraph& graph, const NodeLinkOptions& options, std::ostream& out);

}  // namespace actorgraph
