#include "graph/graph_loader.hpp"

#include <algorithm>
#include <cassert>
#include <memory>
#include <tuple>
#include <utility>

namespace actorgraph {

GraphLoader::GraphLoader(std::size_t actors) {
  graph_.graph_ = std::make_unique<KnowledgeGraph::Graph>(actors);
}

void GraphLoader::add_actor(ActorNode actor) {
  assert(next_ < graph_.actor_count());
  (*graph_.graph_)[next_++] = std::move(actor);
}

void GraphLoader::add_alias(Vertex actor, std::string alias) {
  (*graph_.graph_)[actor].aliases.push_back(std::move(alias));
}

void GraphLoader::add_edge(Vertex source, Vertex target, RelationEdge edge) {
  assert(source < graph_.actor_count() && target < graph_.actor_count());
  auto& graph = *graph_.graph_;
  RelationEdge& added = graph[boost::add_edge(source, target, graph).first];
  added = std::move(edge);
  added.evidence.reserve(added.weight);
  added.times.reserve(added.weight);
  // The edges of a bidirectional graph stay where they are.
  edges_.push_back(&added);
}

void GraphLoader::add_evidence(std::size_t edge, ClaimId claim, const DateInterval& time) {
  edges_[edge]->evidence.push_back(claim);
  if (time.start || time.end) edges_[edge]->times.push_back(time);
}

void GraphLoader::set_quote(std::size_t edge, std::string_view quote, std::string_view url) {
  edges_[edge]->quote = quote;
  edges_[edge]->url = url;
}

KnowledgeGraph GraphLoader::finish(std::vector<ActorLink> links, std::vector<RefusedLink> refusals) && {
  for (RelationEdge* edge : edges_) {
    if (edge->times.size() < 2) continue;
    std::ranges::sort(edge->times, {}, [](const DateInterval& time) {
      return std::tuple(time.start, time.end, time.precision);
    });
    edge->times.erase(std::unique(edge->times.begin(), edge->times.end()), edge->times.end());
  }
  for (const ActorLink& link : links) graph_.nodes_.emplace_back(link.from, link.into);
  std::ranges::sort(graph_.nodes_);
  graph_.links_ = std::move(links);
  graph_.refusals_ = std::move(refusals);
  return std::move(graph_);
}

}  // namespace actorgraph
