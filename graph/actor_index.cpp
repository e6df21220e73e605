#include "graph/actor_index.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "graph/identity.hpp"
#include "records/id.hpp"

namespace actorgraph {
namespace {

std::string without_spaces(std::string_view key) {
  std::string text(key);
  std::erase(text, ' ');
  return text;
}

/// Whether the words of `part` stand in `whole` side by side.
bool holds_words(std::string_view whole, std::string_view part) {
  for (std::size_t at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if ((at == 0 || whole[at - 1] == ' ') && (end == whole.size() || whole[end] == ' ')) return true;
  }
  return false;
}

constexpr std::size_t kMinPrefix = 3;

/// Edges that begin or end at `vertex`, a loop once.
std::size_t count_edges(const KnowledgeGraph::Graph& graph, KnowledgeGraph::Vertex vertex) {
  const auto [begin, end] = boost::out_edges(vertex, graph);
  const auto loops =
      std::count_if(begin, end, [&](const auto& edge) { return boost::target(edge, graph) == vertex; });
  return boost::in_degree(vertex, graph) + boost::out_degree(vertex, graph) - static_cast<std::size_t>(loops);
}

/// 0 is likest; nothing where the keys have little in common.
std::optional<std::size_t> unlikeness(std::string_view wanted, std::string_view key) {
  const std::string a = without_spaces(wanted);
  const std::string b = without_spaces(key);
  const std::size_t limit = std::min<std::size_t>(3, std::max<std::size_t>(1, a.size() / 4));
  const std::size_t distance = edit_distance(a, b, limit);
  if (distance <= limit && distance < a.size()) return distance;
  if (wanted.empty() || key.empty()) return std::nullopt;
  if (holds_words(key, wanted) || holds_words(wanted, key)) return 2;
  if (wanted.size() >= kMinPrefix && key.starts_with(wanted)) return 3;
  return std::nullopt;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<std::size_t> before(a.size() + 1);
  std::vector<std::size_t> last(a.size() + 1);
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) last[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    row[0] = j;
    std::size_t least = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      row[i] = std::min({last[i] + 1, row[i - 1] + 1, last[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[i] = std::min(row[i], before[i - 2] + 1);
      }
      least = std::min(least, row[i]);
    }
    // An exchange may reach back one row further than the others.
    if (least > limit + 1) return limit + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[a.size()], limit + 1);
}

std::string did_you_mean(const std::vector<Suggestion>& suggestions) {
  if (suggestions.empty()) return {};
  std::string text = "Did you mean ";
  for (std::size_t i = 0; i < suggestions.size(); ++i) {
    if (i > 0) text += i + 1 == suggestions.size() ? " or " : ", ";
    const std::size_t edges = suggestions[i].edges;
    text += suggestions[i].name + " (" + std::to_string(edges) + (edges == 1 ? " edge)" : " edges)");
  }
  return text + '?';
}

ActorIndex::ActorIndex(const KnowledgeGraph& graph) : graph_(graph) {
  const auto& g = graph.graph();
  for (KnowledgeGraph::Vertex v = 0; v < graph.actor_count(); ++v) {
    entries_.push_back({normalise_name(g[v].name), v});
    for (const std::string& alias : g[v].aliases) entries_.push_back({normalise_name(alias), v});
  }
  std::ranges::sort(entries_, {}, [](const Entry& entry) { return std::tie(entry.key, entry.vertex); });
}

std::vector<KnowledgeGraph::Vertex> ActorIndex::find(std::string_view name) const {
  if (const auto id = parse_id<ActorTag>(name)) {
    if (const auto vertex = graph_.find_actor(*id)) return {*vertex};
  }
  std::vector<KnowledgeGraph::Vertex> found;
  const std::string key = normalise_name(name);
  auto entry = std::ranges::lower_bound(entries_, key, {}, &Entry::key);
  for (; entry != entries_.end() && entry->key == key; ++entry) {
    if (found.empty() || found.back() != entry->vertex) found.push_back(entry->vertex);
  }
  return found;
}

std::vector<Suggestion> ActorIndex::suggest(std::string_view name, std::size_t limit) const {
  struct Candidate {
    std::size_t unlikeness;
    std::size_t edges;
    KnowledgeGraph::Vertex vertex;
  };
  const std::string wanted = normalise_name(name);
  const auto& g = graph_.graph();
  std::vector<Candidate> candidates;
  for (const Entry& entry : entries_) {
    if (const auto far = unlikeness(wanted, entry.key)) {
      candidates.push_back({*far, count_edges(g, entry.vertex), entry.vertex});
    }
  }
  std::ranges::sort(candidates, [&](const Candidate& a, const Candidate& b) {
    return std::tie(a.unlikeness, b.edges, g[a.vertex].name, a.vertex) <
           std::tie(b.unlikeness, a.edges, g[b.vertex].name, b.vertex);
  });
  std::vector<Suggestion> suggestions;
  for (const Candidate& candidate : candidates) {
    if (suggestions.size() == limit) break;
    const std::string& shown = g[candidate.vertex].name;
    if (std::ranges::find(suggestions, shown, &Suggestion::name) == suggestions.end()) {
      suggestions.push_back({shown, candidate.edges});
    }
  }
  return suggestions;
}

}  // namespace actorgraph
