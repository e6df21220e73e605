// Short forms of names: without middle names, and the last word alone. Steps of ActorMerger.
#pragma once

#include "graph/actor_profiles.hpp"
#include "graph/shared_stories.hpp"

namespace actorgraph {

/// Joins a person's name to the fuller one that it shortens ("John Kennedy" to "John F. Kennedy") where all
/// names that it may shorten may be one person; else refuses. Cost: O(n log n); names that share surname and
/// initial with hundreds of others are left alone.
void join_shorter_names(const ActorTable& table, ActorClasses& classes);

/// Joins a person's name with a short form of the given name ("Bill Lind") to the one person of the whole one
/// in documents of the same story. Cost: as above.
void join_nicknames(const ActorTable& table, const SharedStories& stories, ActorClasses& classes);

/// Joins a surname alone, which its document does not explain, to the one person of that surname in documents
/// of the same story (SharedStories), and the last word of a body's name ("Rovers") to the one such body in
/// the stories of all its documents. None where the document or a story has two. Cost: O(n log n); words that
/// end hundreds of names are left alone.
void join_last_words(const ActorTable& table, const SharedStories& stories, ActorClasses& classes);

}  // namespace actorgraph
