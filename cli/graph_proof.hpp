// What is wrong with a graph file, its graph included. Used by the commands that look for it.
#pragma once

#include <string>
#include <vector>

#include "store/file_check.hpp"
#include "store/store.hpp"

namespace actorgraph {

/// The faults of the file; where it has none, also those of the graph, which is merged again beside it.
///
/// Requires: store.has_current_graph(). In: `data_folder` as of merge_events.
/// Cost:     O(claims log claims), O(file) on the disk.
[[nodiscard]] std::vector<Fault> find_faults(Store& store, const std::string& data_folder);

}  // namespace actorgraph
