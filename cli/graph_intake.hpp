// Articles into a graph file: what `build` and `add` have in common.
#pragma once

#include <string>

#include "cli/console.hpp"
#include "cli/pipeline.hpp"

namespace actorgraph {

/// Reads what `options` names into the graph file at `path`, made where it does not exist, and merges the
/// graph where anything is new. What the file knows is left out, so a run that was killed goes on where it
/// was.
///
/// Out:    the exit code.
/// Errors: throws what the pipeline and the store throw; what was committed is kept.
int read_into_graph(const PipelineOptions& options, const std::string& path, Console& console);

}  // namespace actorgraph
