// The graph of a graph file as what queries ask.
#pragma once

#include "graph/edge_source.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {

/// Lifetime: the reader must outlive it. Errors: throws as GraphReader.
class StoredEdges : public EdgeSource {
 public:
  explicit StoredEdges(const GraphReader& reader) : reader_(reader) {}

  [[nodiscard]] std::vector<ActorRow> find_actors(std::string_view name) const override;
  [[nodiscard]] std::vector<ActorRow> find_actors(ActorId first, ActorId last,
                                                  std::size_t limit) const override {
    return reader_.find_actors(first, last, limit);
  }
  [[nodiscard]] ActorRow actor(ActorNumber number) const override { return reader_.actor(number); }
  void for_each_actor(const std::function<void(const ActorRow&)>& visit) const override {
    reader_.for_each_actor(visit);
  }
  void for_each_name(const std::function<void(const NameRow&)>& visit) const override {
    reader_.for_each_name(visit);
  }
  [[nodiscard]] std::vector<EdgeRow> edges_out(ActorNumber source) const override {
    return reader_.edges_out(source);
  }
  [[nodiscard]] std::vector<EdgeRow> edges_in(ActorNumber target) const override {
    return reader_.edges_in(target);
  }
  [[nodiscard]] std::vector<EdgeRow> edges_between(ActorNumber source, ActorNumber target) const override {
    return reader_.edges_between(source, target);
  }
  [[nodiscard]] std::vector<EdgeRow> edges_of_relation(std::string_view lemma) const override {
    return reader_.edges_of_relation(lemma);
  }
  [[nodiscard]] std::vector<EdgeRow> edges_of_type(std::string_view plover) const override {
    return reader_.edges_of_type(plover);
  }
  void for_each_edge(const std::function<void(const EdgeRow&)>& visit) const override {
    reader_.for_each_edge(visit);
  }
  [[nodiscard]] std::vector<EdgeEnds> ends_at(ActorNumber actor) const override {
    return reader_.ends_at(actor);
  }
  [[nodiscard]] std::vector<std::string> relations() const override { return reader_.relations(); }
  [[nodiscard]] std::vector<std::string> types() const override { return reader_.types(); }
  [[nodiscard]] std::vector<EdgeClaim> claims_of_edge(EdgeNumber number) const override {
    return reader_.claims_of_edge(number);
  }

 private:
  const GraphReader& reader_;
};

}  // namespace actorgraph
