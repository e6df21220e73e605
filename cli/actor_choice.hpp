// The one actor that a user means. Used by commands that name an actor.
#pragma once

#include <string>

#include "graph/edge_source.hpp"

namespace actorgraph {

/// The actor of which `words` is a name or the id, whole or abbreviated ("a3f1").
/// Errors: throws Error where there is none, with what may have been meant, or several, with their ids.
[[nodiscard]] ActorRow choose_actor(const EdgeSource& graph, const std::string& words);

}  // namespace actorgraph
