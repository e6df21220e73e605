// Finds actors by any of their names, and what a misspelt name may have meant.
// Thread-safety: const members may be called concurrently. Lifetime: the graph must outlive the index.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace actorgraph {

struct Suggestion {
  std::string name;
  std::size_t edges = 0;
};

class ActorIndex {
 public:
  /// Cost: O(names log names).
  explicit ActorIndex(const KnowledgeGraph& graph);

  /// The actors of which `name` is the id, the name or an alias, in vertex order. A description ("police")
  /// finds the node of every document.
  /// Cost: O(log names + found).
  [[nodiscard]] std::vector<KnowledgeGraph::Vertex> find(std::string_view name) const;

  /// Names that resemble `name` (few letters differ, or one holds the words of the other), the likest first
  /// and among equals the one with most edges; at most `limit`. Cost: O(names x name).
  [[nodiscard]] std::vector<Suggestion> suggest(std::string_view name, std::size_t limit = 3) const;

 private:
  struct Entry {
    std::string key;  // normalised
    KnowledgeGraph::Vertex vertex;
  };

  const KnowledgeGraph& graph_;
  std::vector<Entry> entries_;  // in (key, vertex) order
};

/// How many letters must be changed, added or left out, or neighbours exchanged, to make `a` of `b`; `limit`
/// + 1 where it is more than `limit`. In bytes. Source: restricted edit distance (optimal string alignment).
/// Cost: O(a x b), less where the lengths differ by more than `limit`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// "Did you mean ISIS-K (12 edges) or ISI (3 edges)?", empty where there is nothing to suggest.
[[nodiscard]] std::string did_you_mean(const std::vector<Suggestion>& suggestions);

}  // namespace actorgraph
