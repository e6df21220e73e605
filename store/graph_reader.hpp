// Asks the graph that stands in a graph file: actors, edges, events and sentences, without merging.
// Stands between store and the commands that ask.
// Thread-safety: none; as a Store. Lifetime: the Store must outlive the reader.
// Errors: every function throws as those of Store.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/actor_link.hpp"
#include "records/event.hpp"
#include "records/graph_rows.hpp"
#include "records/id.hpp"
#include "store/store.hpp"

namespace actorgraph {

class GraphReader {
 public:
  /// Requires: store.has_current_graph().
  explicit GraphReader(const Store& store);
  ~GraphReader();
  GraphReader(GraphReader&&) noexcept;
  GraphReader& operator=(GraphReader&&) noexcept;

  /// Cost: O(edges), by their rows.
  [[nodiscard]] GraphCounts counts() const;
  /// Cost: O(1).
  [[nodiscard]] std::size_t actor_count() const;

  // Actors. Lists are in order of numbers.

  /// The actor of an id that a node has or that claims carry. Cost: O(log actors).
  [[nodiscard]] std::optional<ActorRow> find_actor(ActorId id) const;
  /// Those of which a name has exactly this key. Cost: O(log names + found).
  [[nodiscard]] std::vector<ActorRow> find_actors(std::string_view key) const;
  /// Those whose ids are from `first` to `last`, both included; at most `limit`.
  [[nodiscard]] std::vector<ActorRow> find_actors(ActorId first, ActorId last, std::size_t limit) const;
  /// Requires: `number` is of an actor.
  [[nodiscard]] ActorRow actor(ActorNumber number) const;
  /// The other names, in byte order.
  [[nodiscard]] std::vector<std::string> aliases(ActorNumber number) const;
  /// Names whose key begins so, in order of keys; at most `limit`.
  [[nodiscard]] std::vector<NameRow> find_names(std::string_view key_prefix, std::size_t limit) const;
  /// Names with words that begin so (full-text search), of the most mentioned actors first.
  [[nodiscard]] std::vector<NameRow> search_names(const std::string& words, std::size_t limit) const;
  void for_each_name(const std::function<void(const NameRow&)>& visit) const;
  void for_each_actor(const std::function<void(const ActorRow&)>& visit) const;
  [[nodiscard]] std::vector<ActorRow> parts_of(ActorNumber whole) const;
  [[nodiscard]] std::vector<ActorLink> links_into(ActorNumber node) const;
  /// All, in (into, from) order.
  [[nodiscard]] std::vector<ActorLink> links() const;
  /// All, in (from, into) order.
  [[nodiscard]] std::vector<RefusedLink> refusals() const;
  /// The claims in which it takes part as subject, object or speaker, in the order of reading.
  [[nodiscard]] std::vector<ClaimId> claims_of_actor(ActorNumber number) const;

  /// The documents of these, in the order of reading.
  [[nodiscard]] std::vector<DocumentId> documents_of_actor(ActorNumber number) const;

  // Edges. Lists are in order of numbers.

  /// Cost: O(log edges + found), as of all that follow but for_each.
  [[nodiscard]] std::vector<EdgeRow> edges_out(ActorNumber source) const;
  [[nodiscard]] std::vector<EdgeRow> edges_in(ActorNumber target) const;
  [[nodiscard]] std::vector<EdgeRow> edges_between(ActorNumber source, ActorNumber target) const;
  [[nodiscard]] std::vector<EdgeRow> edges_of_relation(std::string_view lemma) const;
  [[nodiscard]] std::vector<EdgeRow> edges_of_type(std::string_view plover) const;
  [[nodiscard]] std::vector<EdgeRow> find_edges(EdgeId first, EdgeId last, std::size_t limit) const;
  /// Requires: `number` is of an edge.
  [[nodiscard]] EdgeRow edge(EdgeNumber number) const;
  /// All lemmas, and all PLOVER types, of edges; in byte order.
  [[nodiscard]] std::vector<std::string> relations() const;
  [[nodiscard]] std::vector<std::string> types() const;
  void for_each_edge(const std::function<void(const EdgeRow&)>& visit) const;
  /// All, by number. Cost: O(edges); about 0.1 us each.
  [[nodiscard]] std::vector<EdgeEnds> edge_ends() const;
  /// Those at an actor, both ways, in order of numbers; a loop once.
  [[nodiscard]] std::vector<EdgeEnds> ends_at(ActorNumber actor) const;
  /// The evidence of an edge, in claim order.
  [[nodiscard]] std::vector<EdgeClaim> claims_of_edge(EdgeNumber number) const;
  /// Of these claims those that are evidence of an edge, in the order of `claims`. Cost: O(all claims) once.
  [[nodiscard]] std::vector<EdgeClaim> find_edge_claims(std::span<const ClaimId> claims) const;
  /// Calls `visit` for the evidence of all edges, by number, then claim.
  void for_each_edge_claim(
      const std::function<void(EdgeNumber edge, ClaimId claim, const DateInterval& time)>& visit) const;

  // Events. Lists are in order of numbers.

  [[nodiscard]] std::vector<EventSummary> events_of_actor(ActorNumber number) const;
  [[nodiscard]] std::vector<EventSummary> events_between(ActorNumber one, ActorNumber other) const;
  [[nodiscard]] std::vector<EventSummary> find_events(EventId first, EventId last, std::size_t limit) const;
  void for_each_event(const std::function<void(const EventSummary&)>& visit) const;
  /// Cost: O(claims).
  [[nodiscard]] std::optional<EventSummary> find_event_of(ClaimId claim) const;
  /// An event whole. Requires: `number` is of an event.
  [[nodiscard]] Event event(std::uint32_t number) const;
  /// Why its claims are one, in claim order.
  [[nodiscard]] std::vector<EventLink> event_links(std::uint32_t number) const;

  /// Where its claims stand, in claim order.
  [[nodiscard]] std::vector<ClaimPlace> event_evidence(std::uint32_t number) const;

  // Sentences and documents.

  /// How a document stands to others. Cost: O(log documents).
  [[nodiscard]] std::optional<ReportRow> find_report(DocumentId id) const;
  /// The sentence of an edge's earliest claim. Requires: `number` is of an edge.
  [[nodiscard]] SentenceRow sentence_of_edge(EdgeNumber number) const;
  /// Calls `visit` with that sentence of every edge, in no order that means anything, and its document's
  /// address.
  void for_each_quote(
      const std::function<void(EdgeNumber edge, std::string_view text, std::string_view url)>& visit) const;
  /// The sentence of a claim, with subject, relation and object as marks.
  [[nodiscard]] std::optional<SentenceRow> find_sentence(ClaimId claim) const;
  /// The sentences that hold all of `words` (a word in any inflection; "two words" in double quotes as a
  /// phrase; embass* as a beginning), the last read first, with what was found as marks; at most `limit`.
  [[nodiscard]] std::vector<SentenceRow> search_sentences(const std::string& words, std::size_t limit) const;

 private:
  struct Statements;
  [[nodiscard]] std::vector<std::string> terms_of(const char* column) const;

  std::unique_ptr<Statements> statements_;
};

}  // namespace actorgraph
