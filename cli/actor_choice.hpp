// The one actor that a user means. Used by commands that name an actor.
#pragma once

#include <string>

#include "graph/actor_index.hpp"
#include "graph/knowledge_graph.hpp"

namespace actorgraph {

/// The node of which `words` is a name or the id, whole or abbreviated ("a3f1").
/// Errors: throws Error where there is none, with what may have been meant, or several, with their ids.
[[nodiscard]] KnowledgeGraph::Vertex choose_actor(const KnowledgeGraph& graph, const ActorIndex& index,
                                                  const std::string& words);

}  // namespace actorgraph
