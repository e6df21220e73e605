#include "graph/edge_search.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

namespace actorgraph {
namespace {

bool is_event_type(std::string_view relation) {
  return std::ranges::all_of(relation, [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

bool says(const RelationEdge& edge, std::string_view relation) {
  if (is_event_type(relation) && edge.event == relation) return true;
  const std::string_view lemma = edge.relation;
  return lemma.starts_with(relation) && (lemma.size() == relation.size() || lemma[relation.size()] == ' ');
}

bool lies_in(const DateInterval& time, const Query& query) {
  const bool too_early = query.since && time.end && *time.end < *query.since;
  const bool too_late = query.until && time.start && *time.start > *query.until;
  return !too_early && !too_late;
}

bool matches(const RelationEdge& edge, const Query& query) {
  const bool any_relation =
      query.relations.empty() || std::ranges::any_of(query.relations, [&](const QueryRelation& relation) {
        return says(edge, relation.text);
      });
  if (!any_relation) return false;
  if (!query.since && !query.until) return true;
  return std::ranges::any_of(edge.times, [&](const DateInterval& time) { return lies_in(time, query); });
}

Issue make_issue(std::uint64_t column, std::string message, const std::vector<Suggestion>& suggestions,
                 std::string_view otherwise) {
  const std::string meant = did_you_mean(suggestions);
  message += meant.empty() ? std::string(otherwise) : meant;
  return {.source = "query", .line = 1, .column = column, .message = std::move(message)};
}

Issue make_unknown_actor(const ActorIndex& index, const QueryTerm& term) {
  return make_issue(term.column, "no actor is called \"" + term.name + "\". ", index.suggest(term.name),
                    "The names are listed by: actorgraph actors");
}

/// What stands in the way of a relation that no edge of the graph has.
std::optional<Issue> check_relation(const KnowledgeGraph& graph, const QueryRelation& relation) {
  const auto& g = graph.graph();
  std::map<std::string, std::size_t> edges_of;
  const auto [begin, end] = boost::edges(g);
  for (auto it = begin; it != end; ++it) {
    if (says(g[*it], relation.text)) return std::nullopt;
  }
  for (auto it = begin; it != end; ++it) {
    ++edges_of[g[*it].relation];
    if (!g[*it].event.empty()) ++edges_of[g[*it].event];
  }
  std::vector<std::tuple<std::size_t, std::size_t, std::string>> near;  // distance, fewer edges first, word
  const std::size_t limit = relation.text.size() < 5 ? 1 : 2;
  for (const auto& [word, count] : edges_of) {
    const std::size_t distance = edit_distance(word, relation.text, limit);
    if (distance <= limit) near.emplace_back(distance, edges_of.size() + boost::num_edges(g) - count, word);
  }
  std::ranges::sort(near);
  std::vector<Suggestion> suggestions;
  for (const auto& [distance, rank, word] : near) {
    if (suggestions.size() == 3) break;
    suggestions.push_back({word, edges_of[word]});
  }
  return make_issue(relation.column, "no edge says \"" + relation.text + "\". ", suggestions,
                    "Leave the relation out to see all");
}

class Search {
 public:
  Search(const KnowledgeGraph& graph, const Query& query) : graph_(graph.graph()), query_(query) {}

  void offer(KnowledgeGraph::Edge edge) {
    const RelationEdge& what = graph_[edge];
    const bool both_same =
        !query_.source.variable.empty() && query_.source.variable == query_.target.variable;
    if (both_same && boost::source(edge, graph_) != boost::target(edge, graph_)) return;
    if (!matches(what, query_)) return;
    if (query_.scope == QueryScope::All || (!what.negated && what.modality == Modality::Asserted)) {
      found_.edges.push_back(edge);
    } else {
      ++hidden_[what.modality != Modality::Asserted ? std::string(to_string(what.modality)) : "negated"];
    }
  }

  EdgeMatches finish() {
    const auto key = [&](const KnowledgeGraph::Edge& edge) {
      const RelationEdge& what = graph_[edge];
      return std::tuple(!what.first, what.first, std::string_view(graph_[boost::source(edge, graph_)].name),
                        std::string_view(what.relation),
                        std::string_view(graph_[boost::target(edge, graph_)].name), what.id);
    };
    std::ranges::sort(found_.edges, {}, key);
    found_.hidden.assign(hidden_.begin(), hidden_.end());
    return std::move(found_);
  }

 private:
  const KnowledgeGraph::Graph& graph_;
  const Query& query_;
  EdgeMatches found_;
  std::map<std::string, std::size_t> hidden_;
};

}  // namespace

Result<EdgeMatches> find_matches(const KnowledgeGraph& graph, const ActorIndex& index, const Query& query) {
  const auto& g = graph.graph();
  const auto sources = index.find(query.source.name);
  const auto targets = index.find(query.target.name);
  if (!query.source.is_open() && sources.empty()) return make_unknown_actor(index, query.source);
  if (!query.target.is_open() && targets.empty()) return make_unknown_actor(index, query.target);
  for (const QueryRelation& relation : query.relations) {
    if (auto issue = check_relation(graph, relation)) return *std::move(issue);
  }
  Search search(graph, query);
  if (!query.source.is_open()) {
    for (const KnowledgeGraph::Vertex source : sources) {
      for (auto [it, end] = boost::out_edges(source, g); it != end; ++it) {
        const bool to_target =
            query.target.is_open() || std::ranges::binary_search(targets, boost::target(*it, g));
        if (to_target) search.offer(*it);
      }
    }
  } else if (!query.target.is_open()) {
    for (const KnowledgeGraph::Vertex target : targets) {
      for (auto [it, end] = boost::in_edges(target, g); it != end; ++it) search.offer(*it);
    }
  } else {
    for (auto [it, end] = boost::edges(g); it != end; ++it) search.offer(*it);
  }
  return search.finish();
}

}  // namespace actorgraph
