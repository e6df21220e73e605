// Events as JSON, one line each: what happened, who says so, and where every claim stands.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "records/claim.hpp"
#include "records/document.hpp"
#include "records/event.hpp"

namespace actorgraph {

/// A document that reports an event.
struct EventReport {
  DocumentId id;
  std::string name;         ///< as the claims' JSON has it: the user's own id, else the document's
  DocumentId story;         ///< what it is told of, named by a document
  DocumentId source_group;  ///< what it copies, else itself
};

/// Where a claim stands; small, since there are many.
struct EventEvidence {
  ClaimId claim;
  DocumentId document;
  ByteSpan sentence;
  ByteSpan relation;
};

/// What write_event looks up.
struct EventSources {
  const KnowledgeGraph& graph;              ///< for the names of actors
  std::span<const EventReport> reports;     ///< in order of ids; all reports of the events
  std::span<const EventEvidence> evidence;  ///< in order of claims; all claims of the events
};

/// Writes one event and its ledger as one line.
///
/// Requires: `links` are those of the event.
/// Errors:   throws FormatError where a text is not UTF-8, IoError where the stream fails.
/// Cost:     O(claims log all claims).
void write_event(const Event& event, std::span<const EventLink> links, const EventSources& sources,
                 std::ostream& out);

}  // namespace actorgraph
