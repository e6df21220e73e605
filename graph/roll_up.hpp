// A coarser graph: parts with their wholes, or all actors of a country as one. Between KnowledgeGraph and
// export.
// Thread-safety: all functions may be called concurrently.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "graph/knowledge_graph.hpp"

namespace actorgraph {

enum class RollUpLevel : std::uint8_t {
  Part,   ///< every node by itself
  Actor,  ///< places and members with their whole, and parts of what is no country: "Taliban security forces"
          ///< with the Taliban, "Russian embassy in Kabul" with Russia; the Afghan police stays
  Country  ///< whatever is of a country, by its whole or its code, with the country
};

/// "part", "actor", "country".
[[nodiscard]] std::string_view to_string(RollUpLevel level);
[[nodiscard]] std::optional<RollUpLevel> parse_roll_up_level(std::string_view text);

/// The graph at a level. A node keeps the id, name and aliases of the whole; a country that no claim names
/// gets a node called by its code. Edges that fall together are one, with all their evidence; those between
/// parts of one whole become loops. The numbers of mentions are sums; those of documents are the most of any,
/// since which documents they are is not known here; polarity is the mean by weight. find_actor finds a
/// part's whole.
///
/// Cost: O((actors + edges) log).
[[nodiscard]] KnowledgeGraph roll_up(const KnowledgeGraph& graph, RollUpLevel level);

}  // namespace actorgraph
