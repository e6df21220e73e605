// Writes the merged graph into a graph file, in place of the one that stands there. Stands between the merge
// and GraphReader. What is written is a function of the rows alone, so the file stays one of documents, their
// order and corrections. Thread-safety: none; as a Store. Errors: every function throws as those of Store.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "records/actor_link.hpp"
#include "records/event.hpp"
#include "records/graph_rows.hpp"
#include "records/id.hpp"
#include "store/store.hpp"

namespace actorgraph {

/// A claim of an edge, and when the event was.
struct ClaimTime {
  ClaimId claim;
  DateInterval time;
};

/// A name of an actor and the key by which it is found.
struct KeyedName {
  std::string name;
  std::string key;
};

/// Where the rows go.
enum class GraphTarget : std::uint8_t {
  File,      ///< the graph of the file
  Temporary  ///< tables of this connection alone, beside those of the file, to compare the two
};

class GraphWriter {
 public:
  /// Takes the earlier graph out. In: `actors` are the ids of all, in order.
  /// Requires: no other writer of the store is open.
  GraphWriter(Store& store, std::vector<ActorId> actors, GraphTarget target = GraphTarget::File);
  /// Takes back what was written where finish() was not reached.
  ~GraphWriter();
  GraphWriter(GraphWriter&&) noexcept;
  GraphWriter& operator=(GraphWriter&&) noexcept;

  // In this order, each in the order of numbers or ids.

  /// In: `names` are its name, then its aliases.
  void add_actor(const ActorRow& actor, std::span<const KeyedName> names);
  void add_link(const ActorLink& link);
  void add_refusal(const RefusedLink& refusal);
  /// A claim in which an actor takes part and that is no evidence of its edges; in (actor, claim) order,
  /// once.
  void add_actor_claim(ActorNumber actor, ClaimId claim);
  void add_edge(const EdgeRow& edge, std::span<const ClaimTime> evidence);
  void add_report(const ReportRow& report);
  void add_event(const Event& event, std::span<const EventLink> links);

  /// Makes the indexes, says that the graph is up to date, and commits.
  void finish();

  /// Of a temporary graph: what differs from the file's, as "edge r3f1...: the file has it so, and it does
  /// not follow from the claims"; at most `limit`. Requires: finish().
  [[nodiscard]] std::vector<std::string> differences(std::size_t limit) const;

 private:
  struct Statements;
  std::unique_ptr<Statements> statements_;
};

}  // namespace actorgraph
