#include "cli/graph_saver.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>

#include "graph/identity.hpp"

namespace actorgraph {
namespace {

ActorRow make_actor_row(const KnowledgeGraph::Graph& g, KnowledgeGraph::Vertex vertex) {
  const ActorNode& node = g[vertex];
  return {.number = static_cast<ActorNumber>(vertex),
          .id = node.id,
          .name = node.name,
          .kind = node.kind,
          .code = node.code,
          .mentions = node.mentions,
          .documents = node.documents,
          .out_edges = static_cast<std::uint32_t>(boost::out_degree(vertex, g)),
          .in_edges = static_cast<std::uint32_t>(boost::in_degree(vertex, g)),
          .first_seen = node.first_seen,
          .last_seen = node.last_seen,
          .part_of = node.part_of};
}

EdgeRow make_edge_row(const KnowledgeGraph::Graph& g, KnowledgeGraph::Edge at, EdgeNumber number) {
  const RelationEdge& edge = g[at];
  const auto is_open = [](const DateInterval& time) { return !time.start || !time.end; };
  return {.number = number,
          .id = edge.id,
          .source = static_cast<ActorNumber>(boost::source(at, g)),
          .target = static_cast<ActorNumber>(boost::target(at, g)),
          .relation = edge.relation,
          .event = edge.event,
          .negated = edge.negated,
          .modality = edge.modality,
          .claims = edge.weight,
          .documents = edge.documents,
          .first = edge.first,
          .last = edge.last,
          .is_open = std::ranges::any_of(edge.times, is_open),
          .polarity = edge.polarity,
          .confidence = edge.confidence,
          .quoted = edge.quoted};
}

void write_actors(const KnowledgeGraph& graph, GraphWriter& writer) {
  std::vector<KeyedName> names;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph()))) {
    const ActorNode& node = graph.graph()[vertex];
    names.assign(1, {node.name, normalise_name(node.name)});
    for (const std::string& alias : node.aliases) names.push_back({alias, normalise_name(alias)});
    writer.add_actor(make_actor_row(graph.graph(), vertex), names);
  }
  for (const ActorLink& link : graph.links()) writer.add_link(link);
  for (const RefusedLink& refusal : graph.refusals()) writer.add_refusal(refusal);
}

void write_edges(const EventSet& set, GraphWriter& writer) {
  const auto& g = set.graph.graph();
  EdgeNumber number = 0;
  std::vector<ClaimTime> evidence;
  for (const auto edge : boost::make_iterator_range(boost::edges(g))) {
    evidence.clear();
    for (const ClaimId claim : g[edge].evidence) {
      evidence.push_back(*std::ranges::lower_bound(set.times, claim, {}, &ClaimTime::claim));
    }
    writer.add_edge(make_edge_row(g, edge, number++), evidence);
  }
}

}  // namespace

std::vector<ActorId> actor_ids(const KnowledgeGraph& graph) {
  std::vector<ActorId> ids;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(graph.graph()))) {
    ids.push_back(graph.graph()[vertex].id);
  }
  return ids;
}

void write_graph(const EventSet& set, GraphWriter& writer) {
  write_actors(set.graph, writer);
  for (const auto& [actor, claim] : set.actor_claims) writer.add_actor_claim(actor, claim);
  write_edges(set, writer);
  for (const ReportRow& report : set.reports) writer.add_report(report);
  for (std::size_t event = 0; event < set.events.size(); ++event) {
    writer.add_event(set.events.make_event(event), set.events.links(event));
  }
}

EventSet save_graph(Store& store, const std::string& data_folder) {
  // Nobody may add a claim between the merge and its writing.
  store.lock();
  EventSet set = merge_events(store, data_folder);
  GraphWriter writer(store, actor_ids(set.graph));
  write_graph(set, writer);
  writer.finish();
  return set;
}

}  // namespace actorgraph
