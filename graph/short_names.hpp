// Short forms of persons' names: without middle names, and surnames alone. Steps of ActorMerger.
#pragma once

#include "graph/actor_profiles.hpp"

namespace actorgraph {

/// Joins a person's name to the fuller one that it shortens ("John Kennedy" to "John F. Kennedy") where all
/// names that it may shorten may be one person; else refuses. Cost: O(n log n); names that share surname and
/// initial with hundreds of others are left alone.
void join_shorter_names(const ActorTable& table, ActorClasses& classes);

/// Joins a surname alone, which its document does not explain, to the one person of that surname in documents
/// of the same story: of the same days where dates are known, and with other actors in common. None where the
/// document or its story has two. Cost: O(n log n); surnames of hundreds of persons are left alone.
void join_surnames(const ActorTable& table, ActorClasses& classes);

}  // namespace actorgraph
