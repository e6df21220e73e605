// From arc scores to a tree: the highest-scoring spanning tree with exactly one root.
// Source: Y. J. Chu and T. H. Liu (1965), J. Edmonds (1967); one root: where the best tree has several,
//         each arc from the root is charged more than any two trees can differ.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace actorgraph {

/// In:       scores[dependent * (n + 1) + head], head 0 being the root, head h token h - 1; n = heads.size().
/// Out:      heads[i] is the head of token i (kRootHead for one token); they form a tree.
/// Requires: n >= 1; scores are finite.
/// Cost:     O(n^2) where the best heads already form a tree, O(n^3) at worst; memory O(n^2).
void decode_tree(std::span<const float> scores, std::span<std::uint32_t> heads);

/// Whether `heads` form a tree with exactly one root.
[[nodiscard]] bool is_tree(std::span<const std::uint32_t> heads);

}  // namespace actorgraph
