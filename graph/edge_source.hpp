// What queries and paths ask of a merged graph, wherever it stands: in the graph file or in memory.
// Implemented by cli over the store, and by MemoryEdges.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "records/graph_rows.hpp"

namespace actorgraph {

/// Numbers of actors and edges are dense and those of the rows. Lists are in order of numbers.
/// Thread-safety: none. Errors: whatever the implementation throws where the graph cannot be read.
class EdgeSource {
 public:
  EdgeSource() = default;
  EdgeSource(const EdgeSource&) = delete;
  EdgeSource& operator=(const EdgeSource&) = delete;
  virtual ~EdgeSource() = default;

  /// The actors of which `name` is the id, the name or an alias. A description ("police") finds the node of
  /// every document.
  [[nodiscard]] virtual std::vector<ActorRow> find_actors(std::string_view name) const = 0;
  /// Those whose ids are from `first` to `last`, both included; at most `limit`. For abbreviated ids.
  [[nodiscard]] virtual std::vector<ActorRow> find_actors(ActorId first, ActorId last,
                                                          std::size_t limit) const = 0;
  /// Requires: `number` is of an actor.
  [[nodiscard]] virtual ActorRow actor(ActorNumber number) const = 0;
  virtual void for_each_actor(const std::function<void(const ActorRow&)>& visit) const = 0;
  /// All names and aliases, in any order.
  virtual void for_each_name(const std::function<void(const NameRow&)>& visit) const = 0;

  [[nodiscard]] virtual std::vector<EdgeRow> edges_out(ActorNumber source) const = 0;
  [[nodiscard]] virtual std::vector<EdgeRow> edges_in(ActorNumber target) const = 0;
  [[nodiscard]] virtual std::vector<EdgeRow> edges_between(ActorNumber source, ActorNumber target) const = 0;
  [[nodiscard]] virtual std::vector<EdgeRow> edges_of_relation(std::string_view lemma) const = 0;
  [[nodiscard]] virtual std::vector<EdgeRow> edges_of_type(std::string_view plover) const = 0;
  virtual void for_each_edge(const std::function<void(const EdgeRow&)>& visit) const = 0;
  /// The edges at an actor, both ways, by their ends alone: cheaper than the rows.
  [[nodiscard]] virtual std::vector<EdgeEnds> ends_at(ActorNumber actor) const = 0;

  /// All lemmas, and all PLOVER types, of edges; in byte order.
  [[nodiscard]] virtual std::vector<std::string> relations() const = 0;
  [[nodiscard]] virtual std::vector<std::string> types() const = 0;

  /// The evidence of an edge, in claim order.
  [[nodiscard]] virtual std::vector<EdgeClaim> claims_of_edge(EdgeNumber number) const = 0;
};

}  // namespace actorgraph
