// What a misspelt name or word may have meant.
// Thread-safety: may be called concurrently where the source may.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/edge_source.hpp"

namespace actorgraph {

struct Suggestion {
  std::string name;
  std::size_t edges = 0;
};

/// Names that resemble `name` (few letters differ, or one holds the words of the
/// other, long ones but for a letter), the likest first
/// and among equals the one with most edges; at most `limit`. Cost: O(names x name).
[[nodiscard]] std::vector<Suggestion> suggest_actors(const EdgeSource& graph, std::string_view name,
                                                     std::size_t limit = 3);

/// How many letters must be changed, added or left out, or neighbours exchanged, to make `a` of `b`; `limit`
/// + 1 where it is more than `limit`. In bytes. Source: restricted edit distance (optimal string alignment).
/// Cost: O(a x b), less where the lengths differ by more than `limit`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// "Did you mean ISIS-K (12 edges) or ISI (3 edges)?", empty where there is nothing to suggest.
[[nodiscard]] std::string did_you_mean(const std::vector<Suggestion>& suggestions);

/// The word of `words` that resembles `word` most, as did_you_mean says it; empty where none does.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& words);

}  // namespace actorgraph
