// From the graph file to the merged graph, and what commands say about its parts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/short_id.hpp"
#include "graph/knowledge_graph.hpp"
#include "records/date.hpp"
#include "store/store.hpp"

namespace actorgraph {

/// Merges all claims of `store`. Cost: O(claims log claims).
[[nodiscard]] KnowledgeGraph load_graph(const Store& store);

/// The abbreviations of all edges' ids, and of all actors'.
[[nodiscard]] ShortIds shorten_edge_ids(const KnowledgeGraph& graph);
[[nodiscard]] ShortIds shorten_actor_ids(const KnowledgeGraph& graph);

/// The days from `first` to `last` as people write them: "2022", "2022-03", "2022-03-05", "2022..2024",
/// "2022-03-05..2022-04-01"; an open side is left empty ("2021..").
[[nodiscard]] std::string period_as_text(const std::optional<Date>& first, const std::optional<Date>& last);

/// A word of the shell: `text` itself, or in single quotes.
[[nodiscard]] std::string shell_word(const std::string& text);

/// A query that has an answer, such as "ISIS-K -> ?": the named actor that does most. Empty without one.
[[nodiscard]] std::string suggest_query(const KnowledgeGraph& graph);

}  // namespace actorgraph
