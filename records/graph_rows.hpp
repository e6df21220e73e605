// The merged graph as rows of the graph file: what commands and algorithms ask for without merging again.
// Values made by store, read by cli and (through cli) by graph.
// Numbers of actors, edges and events are dense, from 0, and in the order of the graph: actors and events by
// id, edges by source, target, relation, negated, modality. They hold until the graph is merged again; ids
// stay.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "records/actor_link.hpp"
#include "records/claim.hpp"
#include "records/date.hpp"
#include "records/event.hpp"
#include "records/id.hpp"
#include "records/span.hpp"

namespace actorgraph {

using ActorNumber = std::uint32_t;
using EdgeNumber = std::uint32_t;

/// How many rows the graph has.
struct GraphCounts {
  std::uint64_t actors = 0;
  std::uint64_t edges = 0;
  std::uint64_t asserted_edges = 0;  ///< neither negated nor anything but asserted
  std::uint64_t events = 0;
  std::uint64_t reprints = 0;  ///< documents that copy another
};

/// One actor; its other names are asked for apart.
struct ActorRow {
  ActorNumber number = 0;
  ActorId id;
  std::string name;
  ActorKind kind = ActorKind::Unknown;
  std::string code;
  std::uint32_t mentions = 0;
  std::uint32_t documents = 0;
  std::uint32_t out_edges = 0;
  std::uint32_t in_edges = 0;
  std::optional<Date> first_seen;
  std::optional<Date> last_seen;
  std::optional<PartOf> part_of;

  friend bool operator==(const ActorRow&, const ActorRow&) = default;
};

/// One name of an actor.
struct NameRow {
  ActorNumber actor = 0;
  std::string name;  ///< as written
  std::string key;   ///< normalise_name(name)

  friend bool operator==(const NameRow&, const NameRow&) = default;
};

/// What one actor is said to have done to another, all claims together.
struct EdgeRow {
  EdgeNumber number = 0;
  EdgeId id;
  ActorNumber source = 0;
  ActorNumber target = 0;
  std::string relation;
  std::string event;  ///< most frequent PLOVER type, else empty
  bool negated = false;
  Modality modality = Modality::Asserted;
  std::uint32_t claims = 0;
  std::uint32_t documents = 0;
  std::optional<Date> first;  ///< event time where known, else publication
  std::optional<Date> last;
  bool is_open = false;            ///< a claim's time is open on a side ("since 2021"): they do not bound it
  std::optional<double> polarity;  ///< mean Goldstein score
  double confidence = 0;           ///< of its surest claim
  ClaimId quoted;                  ///< its earliest claim (ties: the smallest id)

  friend bool operator==(const EdgeRow&, const EdgeRow&) = default;
};

/// An edge by numbers alone, for algorithms that look at all of them.
struct EdgeEnds {
  ActorNumber source = 0;
  ActorNumber target = 0;
  std::uint32_t claims = 0;
  std::uint32_t documents = 0;
  bool is_asserted = false;  ///< neither negated nor anything but asserted
};

/// One claim as evidence of an edge: what filters look at.
struct EdgeClaim {
  EdgeNumber edge = 0;
  ClaimId claim;
  DocumentId document;
  DateInterval time;    ///< of the event where known, else the day of publication; may be open
  std::string source;   ///< the document's publisher, else empty
  std::string place;    ///< resolved name of its place, else empty
  std::string region;   ///< name of the first-order region, else empty
  std::string country;  ///< ISO 3166-1 alpha-3, else empty
  std::string speaker;  ///< the name by which the document calls who says so; empty: the author
  std::optional<ActorNumber> speaker_actor;
  DocumentId source_group;  ///< named by a document; equal for documents that copy one another
  std::string event;        ///< PLOVER type, else empty
  double confidence = 0;

  friend bool operator==(const EdgeClaim&, const EdgeClaim&) = default;
};

/// One event, without its claims.
struct EventSummary {
  std::uint32_t number = 0;  ///< as actors and edges have one
  EventId id;
  EventId act;
  std::string type;
  std::string cameo;
  std::string relation;
  bool negated = false;
  Modality modality = Modality::Asserted;
  std::optional<ActorNumber> source;
  std::optional<ActorNumber> target;
  DateInterval time;
  bool time_inferred = false;
  std::string place;
  std::string country;
  std::uint32_t claims = 0;
  std::uint32_t documents = 0;
  std::uint32_t sources = 0;  ///< independent ones

  friend bool operator==(const EventSummary&, const EventSummary&) = default;
};

/// How a document stands to others.
struct ReportRow {
  DocumentId document;
  std::string name;         ///< the user's own id, else the document's
  DocumentId story;         ///< what it is told of, named by a document
  DocumentId source_group;  ///< what it copies, else itself

  friend bool operator==(const ReportRow&, const ReportRow&) = default;
};

/// Where a claim stands; small, since there are many.
struct ClaimPlace {
  ClaimId claim;
  DocumentId document;
  ByteSpan sentence;
  ByteSpan relation;

  friend bool operator==(const ClaimPlace&, const ClaimPlace&) = default;
};

/// A claim's sentence and where it stands; for lists of evidence.
struct SentenceRow {
  DocumentId document;
  std::uint32_t sentence = 0;  ///< index in the document
  ByteSpan span;               ///< of the document's text
  std::string text;
  std::vector<ByteSpan> marks;  ///< of `text`: what a search found, or subject, relation and object
  std::string title;            ///< of the document, and so on
  std::string source;
  std::string path;
  std::string url;
  std::optional<Date> published;
  std::vector<ClaimId> claims;  ///< drawn from it, in the order of reading

  friend bool operator==(const SentenceRow&, const SentenceRow&) = default;
};

}  // namespace actorgraph
