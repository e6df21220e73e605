// From documents with their claims to merged events, and what is needed to write them.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "export/events_json.hpp"
#include "graph/event_merger.hpp"
#include "graph/knowledge_graph.hpp"
#include "records/claim.hpp"
#include "records/correction.hpp"
#include "records/document.hpp"
#include "store/store.hpp"

namespace actorgraph {

struct EventSet {
  KnowledgeGraph graph;
  MergedEvents events;
  std::vector<EventReport> reports;     ///< in order of ids
  std::vector<EventEvidence> evidence;  ///< in order of claims
};

/// Called with each document and its claims, whose actors are resolved.
using DocumentVisit = std::function<void(const Document& doc, std::span<const Claim> claims)>;

/// Finds copies and stories, merges actors, then events.
///
/// In:   `for_each` visits all documents, each time in whatever order; it is called twice. `data_folder`
///       holds events/relation_classes.tsv.
/// Cost: the documents' texts are read once; O(n log n) for n claims.
[[nodiscard]] EventSet merge_events(const std::function<void(const DocumentVisit&)>& for_each,
                                    const std::string& data_folder,
                                    std::span<const Correction> corrections = {});

/// The same of a graph file, with its corrections.
[[nodiscard]] EventSet load_events(const Store& store, const std::string& data_folder);

/// Merges a graph file and writes the ledger of the merge into it. Commits.
[[nodiscard]] EventSet save_events(Store& store, const std::string& data_folder);

/// The number of the event whose id is `id`, whole or abbreviated ("e3f1").
/// Errors: throws Error where there is none, or several, with their ids.
[[nodiscard]] std::size_t choose_event(const EventSet& set, const std::string& id);

/// Writes one event, by its number, as a JSON line.
void write_event(const EventSet& set, std::size_t event, std::ostream& out);

/// Writes all events as JSON lines, in order of their ids.
void write_events(const EventSet& set, std::ostream& out);

}  // namespace actorgraph
