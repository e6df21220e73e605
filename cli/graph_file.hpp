// From the graph file to the graph that stands in it, and what commands say about its parts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/short_id.hpp"
#include "graph/knowledge_graph.hpp"
#include "records/date.hpp"
#include "records/graph_rows.hpp"
#include "store/graph_reader.hpp"
#include "store/store.hpp"

namespace actorgraph {

/// Opens a graph file to read its documents and corrections; its graph may be behind. One of an earlier
/// version is brought to the present one first.
[[nodiscard]] Store open_documents(const std::string& path);

/// Opens a graph file to ask its graph. Where that is behind (a run was killed, or an earlier program wrote
/// the file), it is brought up to date first, which `console.err` is told.
///
/// In:     `data` is the folder of the models and lexicons that a user named, else empty.
/// Errors: throws StoreError where the file is missing or damaged, or is behind and cannot be written.
[[nodiscard]] Store open_graph(const std::string& path, const Console& console, const std::string& data = {});

/// The same, to change it.
[[nodiscard]] Store open_graph_to_write(const std::string& path, const Console& console,
                                        const std::string& data = {});

/// What of the graph is loaded.
enum class GraphParts : std::uint8_t {
  All,
  WithoutQuotes  ///< edges have no sentence and no address: a third of the time
};

/// Loads the graph of `store`. Requires: store.has_current_graph(). Cost: O(claims).
[[nodiscard]] KnowledgeGraph load_graph(const Store& store, GraphParts parts);

/// An actor without its aliases.
[[nodiscard]] ActorNode make_node(const ActorRow& row);

/// The days from `first` to `last` as people write them: "2022", "2022-03", "2022-03-05", "2022..2024",
/// "2022-03-05..2022-04-01"; an open side is left empty ("2021..").
[[nodiscard]] std::string period_as_text(const std::optional<Date>& first, const std::optional<Date>& last);

/// A word of the shell: `text` itself, or in single quotes.
[[nodiscard]] std::string shell_word(const std::string& text);

/// How a pattern names the actor: by its name where that tells who is meant, else by its id.
[[nodiscard]] std::string pattern_term(const std::string& name, ActorId id);

/// A query that has an answer, such as "ISIS-K -> ?": the named actor that does most. Empty without one.
[[nodiscard]] std::string suggest_query(const GraphReader& reader);

}  // namespace actorgraph
