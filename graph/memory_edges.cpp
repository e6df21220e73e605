#include "graph/memory_edges.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <set>
#include <tuple>
#include <utility>

#include "graph/identity.hpp"

namespace actorgraph {

MemoryEdges::MemoryEdges(const KnowledgeGraph& graph, ClaimLookup find_claims)
    : graph_(graph),
      find_claims_(std::move(find_claims)),
      out_(graph.actor_count()),
      in_(graph.actor_count()) {
  const auto& g = graph.graph();
  for (ActorNumber actor = 0; actor < graph.actor_count(); ++actor) {
    names_.push_back({actor, g[actor].name, normalise_name(g[actor].name)});
    for (const std::string& alias : g[actor].aliases) names_.push_back({actor, alias, normalise_name(alias)});
  }
  std::ranges::sort(names_, {}, [](const NameRow& row) { return std::tie(row.key, row.actor, row.name); });
  for (const auto edge : boost::make_iterator_range(boost::edges(g))) {
    const auto number = static_cast<EdgeNumber>(edges_.size());
    edges_.push_back(edge);
    out_[boost::source(edge, g)].push_back(number);
    in_[boost::target(edge, g)].push_back(number);
  }
}

std::vector<ActorRow> MemoryEdges::find_actors(std::string_view name) const {
  if (const auto id = parse_id<ActorTag>(name)) {
    if (const auto vertex = graph_.find_actor(*id)) return {actor(static_cast<ActorNumber>(*vertex))};
  }
  std::vector<ActorRow> found;
  const std::string key = normalise_name(name);
  auto row = std::ranges::lower_bound(names_, key, {}, &NameRow::key);
  for (; row != names_.end() && row->key == key; ++row) {
    if (found.empty() || found.back().number != row->actor) found.push_back(actor(row->actor));
  }
  return found;
}

std::vector<ActorRow> MemoryEdges::find_actors(ActorId first, ActorId last, std::size_t limit) const {
  std::vector<ActorRow> found;
  for (ActorNumber number = 0; number < out_.size() && found.size() < limit; ++number) {
    const ActorId id = graph_.graph()[number].id;
    if (id >= first && id <= last) found.push_back(actor(number));
  }
  return found;
}

ActorRow MemoryEdges::actor(ActorNumber number) const {
  const ActorNode& node = graph_.graph()[number];
  return {.number = number,
          .id = node.id,
          .name = node.name,
          .kind = node.kind,
          .code = node.code,
          .mentions = node.mentions,
          .documents = node.documents,
          .out_edges = static_cast<std::uint32_t>(out_[number].size()),
          .in_edges = static_cast<std::uint32_t>(in_[number].size()),
          .first_seen = node.first_seen,
          .last_seen = node.last_seen,
          .part_of = node.part_of};
}

void MemoryEdges::for_each_actor(const std::function<void(const ActorRow&)>& visit) const {
  for (ActorNumber number = 0; number < out_.size(); ++number) visit(actor(number));
}

void MemoryEdges::for_each_name(const std::function<void(const NameRow&)>& visit) const {
  for (const NameRow& row : names_) visit(row);
}

EdgeRow MemoryEdges::row(EdgeNumber number) const {
  const auto& g = graph_.graph();
  const RelationEdge& edge = g[edges_[number]];
  return {.number = number,
          .id = edge.id,
          .source = static_cast<ActorNumber>(boost::source(edges_[number], g)),
          .target = static_cast<ActorNumber>(boost::target(edges_[number], g)),
          .relation = edge.relation,
          .event = edge.event,
          .negated = edge.negated,
          .modality = edge.modality,
          .claims = edge.weight,
          .documents = edge.documents,
          .first = edge.first,
          .last = edge.last,
          .is_open = std::ranges::any_of(edge.times,
                                         [](const DateInterval& time) { return !time.start || !time.end; }),
          .polarity = edge.polarity,
          .confidence = edge.confidence,
          .quoted = edge.quoted};
}

std::vector<EdgeRow> MemoryEdges::rows(const std::vector<EdgeNumber>& numbers) const {
  std::vector<EdgeRow> found;
  found.reserve(numbers.size());
  for (const EdgeNumber number : numbers) found.push_back(row(number));
  return found;
}

std::vector<EdgeRow> MemoryEdges::edges_out(ActorNumber source) const {
  return rows(out_[source]);
}

std::vector<EdgeRow> MemoryEdges::edges_in(ActorNumber target) const {
  return rows(in_[target]);
}

std::vector<EdgeRow> MemoryEdges::edges_between(ActorNumber source, ActorNumber target) const {
  std::vector<EdgeRow> found = rows(out_[source]);
  std::erase_if(found, [&](const EdgeRow& edge) { return edge.target != target; });
  return found;
}

std::vector<EdgeRow> MemoryEdges::edges_of_relation(std::string_view lemma) const {
  std::vector<EdgeRow> found;
  for (EdgeNumber number = 0; number < edges_.size(); ++number) {
    if (graph_.graph()[edges_[number]].relation == lemma) found.push_back(row(number));
  }
  return found;
}

std::vector<EdgeRow> MemoryEdges::edges_of_type(std::string_view plover) const {
  std::vector<EdgeRow> found;
  for (EdgeNumber number = 0; number < edges_.size(); ++number) {
    if (graph_.graph()[edges_[number]].event == plover) found.push_back(row(number));
  }
  return found;
}

void MemoryEdges::for_each_edge(const std::function<void(const EdgeRow&)>& visit) const {
  for (EdgeNumber number = 0; number < edges_.size(); ++number) visit(row(number));
}

std::vector<EdgeEnds> MemoryEdges::ends_at(ActorNumber actor) const {
  const auto& g = graph_.graph();
  std::vector<EdgeNumber> numbers = out_[actor];
  numbers.insert(numbers.end(), in_[actor].begin(), in_[actor].end());
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());  // loops stand in both
  std::vector<EdgeEnds> ends;
  for (const EdgeNumber number : numbers) {
    const RelationEdge& edge = g[edges_[number]];
    ends.push_back({.source = static_cast<ActorNumber>(boost::source(edges_[number], g)),
                    .target = static_cast<ActorNumber>(boost::target(edges_[number], g)),
                    .claims = edge.weight,
                    .documents = edge.documents,
                    .is_asserted = !edge.negated && edge.modality == Modality::Asserted});
  }
  return ends;
}

std::vector<std::string> MemoryEdges::relations() const {
  std::set<std::string> found;
  for (const auto edge : edges_) found.insert(graph_.graph()[edge].relation);
  return {found.begin(), found.end()};
}

std::vector<std::string> MemoryEdges::types() const {
  std::set<std::string> found;
  for (const auto edge : edges_) {
    if (const std::string& type = graph_.graph()[edge].event; !type.empty()) found.insert(type);
  }
  return {found.begin(), found.end()};
}

std::vector<EdgeClaim> MemoryEdges::claims_of_edge(EdgeNumber number) const {
  if (!find_claims_) return {};
  std::vector<EdgeClaim> claims = find_claims_(graph_.graph()[edges_[number]].evidence);
  for (EdgeClaim& claim : claims) claim.edge = number;
  return claims;
}

}  // namespace actorgraph
