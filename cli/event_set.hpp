// From documents with their claims to merged events, and what is needed to write them.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "graph/event_merger.hpp"
#include "graph/knowledge_graph.hpp"
#include "records/claim.hpp"
#include "records/correction.hpp"
#include "records/document.hpp"
#include "records/graph_rows.hpp"
#include "store/graph_writer.hpp"
#include "store/store.hpp"

namespace actorgraph {

struct EventSet {
  KnowledgeGraph graph;
  MergedEvents events;
  std::vector<ReportRow> reports;    ///< in order of ids
  std::vector<ClaimPlace> evidence;  ///< in order of claims
  std::vector<ClaimTime> times;      ///< in order of claims
  /// Where an actor takes part in a claim that is no evidence of its edges; in order, by vertex.
  std::vector<std::pair<ActorNumber, ClaimId>> actor_claims;
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
[[nodiscard]] EventSet merge_events(const Store& store, const std::string& data_folder);

/// Writes all events as JSON lines, in order of their ids.
void write_events(const EventSet& set, std::ostream& out);

}  // namespace actorgraph
