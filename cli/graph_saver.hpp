// From the merge to the tables of the graph file.
#pragma once

#include <string>

#include "cli/event_set.hpp"
#include "store/graph_writer.hpp"
#include "store/store.hpp"

namespace actorgraph {

/// Writes a merge of the file's claims as rows; does not finish.
void write_graph(const EventSet& set, GraphWriter& writer);

/// The ids of all actors, in order: what a GraphWriter begins with.
[[nodiscard]] std::vector<ActorId> actor_ids(const KnowledgeGraph& graph);

/// Merges all that `store` holds and writes the graph into it, in place of an earlier one. Commits.
/// Cost: O(claims log claims).
EventSet save_graph(Store& store, const std::string& data_folder);

}  // namespace actorgraph
