// The option --level of the commands that read the merged graph.
#pragma once

#include <CLI/App.hpp>
#include <string>

#include "graph/knowledge_graph.hpp"
#include "store/store.hpp"

namespace actorgraph {

/// Declares --level into `level`; empty: not given.
void add_level_option(CLI::App& app, std::string& level);

/// Merges all claims of `store` and rolls parts up to the chosen level.
/// Cost: O(claims log claims).
[[nodiscard]] KnowledgeGraph load_graph(const Store& store, const std::string& level);

}  // namespace actorgraph
