// The option --level of the commands that read the merged graph.
#pragma once

#include <CLI/App.hpp>
#include <string>

#include "cli/graph_file.hpp"
#include "graph/knowledge_graph.hpp"
#include "store/store.hpp"

namespace actorgraph {

/// Declares --level into `level`; empty: not given.
void add_level_option(CLI::App& app, std::string& level);

/// Loads the graph of `store` and rolls parts up to the chosen level. Cost: O(claims), more where it rolls
/// up.
[[nodiscard]] KnowledgeGraph load_graph(const Store& store, const std::string& level, GraphParts parts);

}  // namespace actorgraph
