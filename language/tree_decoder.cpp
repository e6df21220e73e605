#include "language/tree_decoder.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

#include "records/document.hpp"

namespace actorgraph {
namespace {

constexpr double kNever = -1e30;
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// A dense digraph over nodes 0 (root) to n; score[d * size + h] of the arc from h to d. In doubles, so that
/// a penalty beside the scores does not round them away.
struct DenseGraph {
  std::size_t size = 0;
  std::vector<double> score;

  [[nodiscard]] double& at(std::size_t dependent, std::size_t head) { return score[dependent * size + head]; }
  [[nodiscard]] double at(std::size_t dependent, std::size_t head) const {
    return score[dependent * size + head];
  }
};

std::vector<std::size_t> best_heads(const DenseGraph& graph) {
  std::vector<std::size_t> heads(graph.size, 0);
  for (std::size_t d = 1; d < graph.size; ++d) {
    for (std::size_t h = 0; h < graph.size; ++h) {
      if (h != d && graph.at(d, h) > graph.at(d, heads[d])) heads[d] = h;
    }
  }
  return heads;
}

/// The nodes of one cycle, or none.
std::vector<std::size_t> find_cycle(const std::vector<std::size_t>& heads) {
  std::vector<std::size_t> seen(heads.size(), kNone);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t node = start;
    while (node != 0 && seen[node] == kNone) {
      seen[node] = start;
      node = heads[node];
    }
    if (node != 0 && seen[node] == start) {
      std::vector<std::size_t> cycle{node};
      for (std::size_t next = heads[node]; next != node; next = heads[next]) cycle.push_back(next);
      return cycle;
    }
  }
  return {};
}

/// Chu-Liu-Edmonds by contraction: heads[0] is unused. Recursion depth is at most the number of cycles; a
/// graph is freed before the smaller one is solved, so memory stays O(n^2).
std::vector<std::size_t> best_arborescence(DenseGraph graph) {
  std::vector<std::size_t> heads = best_heads(graph);
  const std::vector<std::size_t> cycle = find_cycle(heads);
  if (cycle.empty()) return heads;

  std::vector<bool> in_cycle(graph.size, false);
  for (const std::size_t node : cycle) in_cycle[node] = true;
  std::vector<std::size_t> outside;  // new index -> old node
  for (std::size_t node = 0; node < graph.size; ++node) {
    if (!in_cycle[node]) outside.push_back(node);
  }
  const std::size_t joined = outside.size();
  DenseGraph smaller{joined + 1, std::vector<double>((joined + 1) * (joined + 1), kNever)};
  std::vector<std::size_t> enters(joined, 0);  // which cycle node takes an outer head
  std::vector<std::size_t> leaves(joined, 0);  // which cycle node is the head of an outer node
  double cycle_score = 0;
  for (const std::size_t node : cycle) cycle_score += graph.at(node, heads[node]);
  for (std::size_t i = 0; i < joined; ++i) {
    for (std::size_t j = 0; j < joined; ++j) {
      if (i != j) smaller.at(i, j) = graph.at(outside[i], outside[j]);
    }
    double best_in = -std::numeric_limits<double>::infinity();
    double best_out = -std::numeric_limits<double>::infinity();
    for (const std::size_t node : cycle) {
      const double in = cycle_score - graph.at(node, heads[node]) + graph.at(node, outside[i]);
      if (in > best_in) best_in = in, enters[i] = node;
      const double out = graph.at(outside[i], node);
      if (out > best_out) best_out = out, leaves[i] = node;
    }
    smaller.at(joined, i) = best_in;
    smaller.at(i, joined) = best_out;
  }
  graph = {};
  const std::vector<std::size_t> inner = best_arborescence(std::move(smaller));
  for (std::size_t i = 1; i < joined; ++i) {
    heads[outside[i]] = inner[i] == joined ? leaves[i] : outside[inner[i]];
  }
  const std::size_t entry = inner[joined];
  heads[enters[entry]] = outside[entry];
  return heads;
}

}  // namespace

bool is_tree(std::span<const std::uint32_t> heads) {
  const std::size_t n = heads.size();
  if (std::count(heads.begin(), heads.end(), kRootHead) != 1) return false;
  std::vector<std::uint8_t> state(n, 0);  // 0 new, 1 on the way, 2 reaches the root
  for (std::size_t start = 0; start < n; ++start) {
    std::size_t node = start;
    while (state[node] == 0) {
      state[node] = 1;
      if (heads[node] == kRootHead) break;
      if (heads[node] >= n) return false;
      node = heads[node];
    }
    if (state[node] == 1 && heads[node] != kRootHead) return false;
    for (node = start; state[node] == 1; node = heads[node]) {
      state[node] = 2;
      if (heads[node] == kRootHead) break;
    }
  }
  return true;
}

void decode_tree(std::span<const float> scores, std::span<std::uint32_t> heads) {
  const std::size_t n = heads.size();
  assert(n >= 1 && scores.size() == n * (n + 1));
  for (std::size_t d = 0; d < n; ++d) {
    const auto row = scores.subspan(d * (n + 1), n + 1);
    std::size_t best = 0;
    for (std::size_t h = 1; h <= n; ++h) {
      if (h != d + 1 && row[h] > row[best]) best = h;
    }
    heads[d] = best == 0 ? kRootHead : static_cast<std::uint32_t>(best - 1);
  }
  if (is_tree(heads)) return;

  DenseGraph graph{n + 1, std::vector<double>((n + 1) * (n + 1), kNever)};
  double lowest = std::numeric_limits<double>::infinity();
  double highest = -lowest;
  for (std::size_t d = 0; d < n; ++d) {
    for (std::size_t h = 0; h <= n; ++h) {
      if (h == d + 1) continue;
      const auto score = static_cast<double>(scores[d * (n + 1) + h]);
      graph.at(d + 1, h) = score;
      lowest = std::min(lowest, score);
      highest = std::max(highest, score);
    }
  }
  std::vector<std::size_t> best = best_arborescence(graph);
  if (std::count(best.begin() + 1, best.end(), std::size_t{0}) > 1) {
    // Several roots: each now costs more than any two trees can differ, so the best tree has one.
    const double penalty = (highest - lowest + 1) * static_cast<double>(n);
    for (std::size_t d = 1; d <= n; ++d) graph.at(d, 0) -= penalty;
    best = best_arborescence(std::move(graph));
  }
  for (std::size_t d = 0; d < n; ++d)
    heads[d] = best[d + 1] == 0 ? kRootHead : static_cast<std::uint32_t>(best[d + 1] - 1);
}

}  // namespace actorgraph
