// Mends what parsers hang in the wrong place where a verb's own prepositions tell better. First step of
// extract. Thread-safety: free functions without state.
#pragma once

#include "extract/dependency_tree.hpp"
#include "extract/lexicon.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// Hangs a phrase behind an object from the verb where the verb takes its preposition: "imposed [sanctions]
/// [on Chad]", not "imposed [sanctions on Chad]". Hangs an appositive from the last of coordinated names
/// before it, and who does what a noun says from that noun: "the destruction [of the temple] [by rebels]".
///
/// In:       `tree` is that of `sent`.
/// Out:      whether a word hangs elsewhere now, so that `tree` is out of date.
/// Requires: heads form a tree; they still do.
/// Cost:     O(tokens).
[[nodiscard]] bool mend_attachments(const DependencyTree& tree, Sentence& sent, const Lexicon& lexicon);

}  // namespace actorgraph
