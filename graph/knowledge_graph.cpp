#include "graph/knowledge_graph.hpp"

#include <algorithm>
#include <utility>

#include "records/hash.hpp"

namespace actorgraph {

void ActorNode::rename(std::string new_name) {
  if (new_name.empty() || new_name == name) return;
  std::erase(aliases, new_name);
  aliases.insert(std::ranges::lower_bound(aliases, name), name);
  name = std::move(new_name);
}

std::optional<KnowledgeGraph::Vertex> KnowledgeGraph::find_actor(ActorId id) const {
  const auto link = std::ranges::lower_bound(nodes_, id, {}, &std::pair<ActorId, ActorId>::first);
  if (link != nodes_.end() && link->first == id) id = link->second;
  Vertex begin = 0;
  Vertex end = actor_count();
  while (begin < end) {
    const Vertex middle = begin + (end - begin) / 2;
    if ((*graph_)[middle].id < id) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  if (begin == actor_count() || (*graph_)[begin].id != id) return std::nullopt;
  return begin;
}

std::span<const ActorLink> KnowledgeGraph::links_into(ActorId id) const {
  const auto begin = std::ranges::lower_bound(links_, id, {}, &ActorLink::into);
  const auto end = std::ranges::upper_bound(links_, id, {}, &ActorLink::into);
  return {begin, end};
}

std::vector<KnowledgeGraph::Edge> KnowledgeGraph::find_edges(std::string_view prefix) const {
  if (!prefix.empty() && prefix.front() == EdgeTag::kLetter) prefix.remove_prefix(1);
  std::vector<Edge> found;
  const auto [begin, end] = boost::edges(*graph_);
  for (auto edge = begin; edge != end; ++edge) {
    if (std::string_view(to_string((*graph_)[*edge].id)).substr(1).starts_with(prefix))
      found.push_back(*edge);
  }
  return found;
}

EdgeId make_edge_id(ActorId source, ActorId target, const RelationEdge& edge) {
  return {Hasher()
              .add(source.value)
              .add(target.value)
              .add(edge.relation)
              .add(edge.negated ? "negated" : "")
              .add(to_string(edge.modality))
              .finish()};
}

std::string edge_label(const RelationEdge& edge) {
  return relation_label(edge.relation, edge.negated, edge.modality);
}

std::string relation_label(const std::string& relation, bool negated, Modality modality) {
  std::string label = negated ? "not " + relation : relation;
  if (modality != Modality::Asserted) {
    label += " (";
    label += to_string(modality);
    label += ')';
  }
  return label;
}

std::string dump(const KnowledgeGraph& graph) {
  const auto& g = graph.graph();
  std::string text;
  for (KnowledgeGraph::Vertex v = 0; v < graph.actor_count(); ++v) {
    const ActorNode& actor = g[v];
    text += actor.name;
    text += " | ";
    text += to_string(actor.kind);
    for (const std::string& alias : actor.aliases) text += " | " + alias;
    text += " | " + std::to_string(actor.mentions) + " in " + std::to_string(actor.documents) + '\n';
  }
  const auto [begin, end] = boost::edges(g);
  for (auto it = begin; it != end; ++it) {
    const RelationEdge& edge = g[*it];
    text += g[boost::source(*it, g)].name + " -[" + edge_label(edge) + "]-> " + g[boost::target(*it, g)].name;
    text += " | " + std::to_string(edge.weight) + (edge.weight == 1 ? " claim" : " claims");
    if (!edge.event.empty()) text += " | " + edge.event;
    if (edge.first && edge.last) text += " | " + to_string(*edge.first) + ".." + to_string(*edge.last);
    text += '\n';
  }
  return text;
}

}  // namespace actorgraph
