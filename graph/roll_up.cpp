#include "graph/roll_up.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/identity.hpp"
#include "records/actor_code.hpp"

namespace actorgraph {
namespace {

constexpr std::array<std::pair<RollUpLevel, std::string_view>, 3> kLevels = {
    {{RollUpLevel::Part, "part"}, {RollUpLevel::Actor, "actor"}, {RollUpLevel::Country, "country"}}};

using Graph = KnowledgeGraph::Graph;
using Vertex = KnowledgeGraph::Vertex;

void widen(std::optional<Date>& first, std::optional<Date>& last, const std::optional<Date>& other_first,
           const std::optional<Date>& other_last) {
  if (other_first && (!first || *other_first < *first)) first = other_first;
  if (other_last && (!last || *other_last > *last)) last = other_last;
}

void add_node(ActorNode& whole, const ActorNode& part) {
  whole.mentions += part.mentions;
  whole.documents = std::max(whole.documents, part.documents);
  widen(whole.first_seen, whole.last_seen, part.first_seen, part.last_seen);
}

/// Adds `other`, which says the same of the same two. Edges come in order, so ties go to the first.
void add_edge(RelationEdge& edge, const RelationEdge& other) {
  if (other.polarity) {
    const double weight = edge.polarity ? edge.weight : 0;
    edge.polarity =
        (edge.polarity.value_or(0) * weight + *other.polarity * other.weight) / (weight + other.weight);
  }
  if (edge.event.empty() || (other.weight > edge.weight && !other.event.empty())) edge.event = other.event;
  if (other.first && (!edge.first || *other.first < *edge.first)) {
    edge.quoted = other.quoted;
    edge.quote = other.quote;
    edge.url = other.url;
  }
  edge.documents = std::max(edge.documents, other.documents);
  edge.confidence = std::max(edge.confidence, other.confidence);
  widen(edge.first, edge.last, other.first, other.last);
  edge.times.insert(edge.times.end(), other.times.begin(), other.times.end());
  edge.evidence.insert(edge.evidence.end(), other.evidence.begin(), other.evidence.end());
  std::ranges::sort(edge.evidence);
  edge.evidence.erase(std::unique(edge.evidence.begin(), edge.evidence.end()), edge.evidence.end());
  edge.weight = static_cast<std::uint32_t>(edge.evidence.size());
}

void sort_times(std::vector<DateInterval>& times) {
  std::ranges::sort(
      times, {}, [](const DateInterval& time) { return std::tuple(time.start, time.end, time.precision); });
  times.erase(std::unique(times.begin(), times.end()), times.end());
}

}  // namespace

std::string_view to_string(RollUpLevel level) {
  return std::ranges::find(kLevels, level, &std::pair<RollUpLevel, std::string_view>::first)->second;
}

std::optional<RollUpLevel> parse_roll_up_level(std::string_view text) {
  const auto* at = std::ranges::find(kLevels, text, &std::pair<RollUpLevel, std::string_view>::second);
  return at == kLevels.end() ? std::nullopt : std::optional(at->first);
}

/// Which node of the coarser graph each vertex goes to.
class RollUp {
 public:
  RollUp(const KnowledgeGraph& fine, RollUpLevel level) : fine_(fine), g_(fine.graph()), level_(level) {
    for (Vertex v = 0; v < fine.actor_count(); ++v) {
      const ActorNode& node = g_[v];
      const std::string_view code = split_actor_code(node.code).country;
      if (node.kind != ActorKind::Country || code.empty() || code != node.code) continue;
      const auto [at, is_new] = countries_.try_emplace(std::string(code), v);
      if (!is_new && node.mentions > g_[at->second].mentions) at->second = v;
    }
  }

  KnowledgeGraph make() {
    std::map<ActorId, ActorNode> nodes;
    std::vector<ActorId> target(fine_.actor_count());
    for (Vertex v = 0; v < fine_.actor_count(); ++v) {
      ActorNode whole = whole_of(v);
      target[v] = whole.id;
      nodes.try_emplace(whole.id, std::move(whole));
    }
    for (Vertex v = 0; v < fine_.actor_count(); ++v) {
      ActorNode& node = nodes.at(target[v]);
      if (node.id != g_[v].id) add_node(node, g_[v]);
    }
    KnowledgeGraph made;
    made.graph_ = std::make_unique<Graph>(nodes.size());
    Graph& graph = *made.graph_;
    Vertex next = 0;
    std::map<ActorId, Vertex> vertex;
    for (auto& [id, node] : nodes) {
      if (node.part_of) {
        // The whole may have gone up itself.
        const auto whole = fine_.find_actor(node.part_of->whole);
        if (whole) node.part_of->whole = target[*whole];
        if (!whole || node.part_of->whole == id) node.part_of.reset();
      }
      vertex[id] = next;
      graph[next++] = std::move(node);
    }
    add_edges(graph, target, vertex);
    for (const ActorLink& link : fine_.links_) {
      const ActorId into = target[*fine_.find_actor(link.into)];
      if (into == link.into) made.links_.push_back(link);
      made.nodes_.emplace_back(link.from, into);
    }
    for (Vertex v = 0; v < fine_.actor_count(); ++v) {
      if (target[v] != g_[v].id) made.nodes_.emplace_back(g_[v].id, target[v]);
    }
    std::ranges::sort(made.nodes_);
    for (const RefusedLink& refusal : fine_.refusals_) {
      if (vertex.contains(refusal.from) && vertex.contains(refusal.into)) made.refusals_.push_back(refusal);
    }
    return made;
  }

 private:
  /// The node that `v` goes to, with its own counts alone.
  [[nodiscard]] ActorNode whole_of(Vertex v) const {
    if (level_ == RollUpLevel::Part) return g_[v];
    Vertex top = v;
    while (const auto whole = next_whole(top)) top = *whole;
    if (level_ != RollUpLevel::Country || g_[top].kind == ActorKind::Country) return g_[top];
    std::string_view code = split_actor_code(g_[top].code).country;
    if (code.empty()) code = split_actor_code(g_[v].code).country;
    if (code.empty()) return g_[top];
    if (const auto at = countries_.find(std::string(code)); at != countries_.end()) return g_[at->second];
    Participant country;
    country.text = code;
    country.code = code;
    country.kind = ActorKind::Country;
    ActorNode node;
    node.id = make_actor_id(country, DocumentId{});
    node.name = code;
    node.kind = ActorKind::Country;
    node.code = code;
    return node;
  }

  [[nodiscard]] std::optional<Vertex> next_whole(Vertex v) const {
    const std::optional<PartOf>& part_of = g_[v].part_of;
    if (!part_of) return std::nullopt;
    const auto whole = fine_.find_actor(part_of->whole);
    const bool stays = level_ == RollUpLevel::Actor && part_of->kind == PartKind::Part && whole &&
                       g_[*whole].kind == ActorKind::Country;
    return stays ? std::nullopt : whole;
  }

  void add_edges(Graph& graph, const std::vector<ActorId>& target,
                 const std::map<ActorId, Vertex>& vertex) const {
    using Key = std::tuple<Vertex, Vertex, std::string, bool, Modality>;
    std::map<Key, RelationEdge> edges;
    const auto [begin, end] = boost::edges(g_);
    for (auto it = begin; it != end; ++it) {
      const RelationEdge& edge = g_[*it];
      const Key key(vertex.at(target[boost::source(*it, g_)]), vertex.at(target[boost::target(*it, g_)]),
                    edge.relation, edge.negated, edge.modality);
      const auto [at, is_new] = edges.try_emplace(key, edge);
      if (!is_new) add_edge(at->second, edge);
    }
    for (auto& [key, edge] : edges) {
      const auto [source, goal, relation, negated, modality] = key;
      sort_times(edge.times);
      edge.id = make_edge_id(graph[source].id, graph[goal].id, edge);
      graph[boost::add_edge(source, goal, graph).first] = std::move(edge);
    }
  }

  const KnowledgeGraph& fine_;
  const Graph& g_;
  RollUpLevel level_;
  std::map<std::string, Vertex> countries_;
};

KnowledgeGraph roll_up(const KnowledgeGraph& graph, RollUpLevel level) {
  return RollUp(graph, level).make();
}

}  // namespace actorgraph
