// How the network lays out the sentences that go through it together. Between Network's own files.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "language/kernels.hpp"
#include "language/network.hpp"
#include "language/network_shape.hpp"
#include "records/document.hpp"

namespace actorgraph {

[[nodiscard]] constexpr std::size_t round_up(std::size_t n, std::size_t to) {
  return (n + to - 1) / to * to;
}

/// Where each head's hidden vector begins in a row of all of them.
struct HeadColumns {
  std::size_t tag = 0;
  std::size_t name, arc_dependent, arc_head, label_dependent, label_head, stride;

  explicit HeadColumns(const NetworkShape& shape)
      : name(tag + round_up(shape.tag_dim, kColumnBlock)),
        arc_dependent(name + round_up(shape.name_dim, kColumnBlock)),
        arc_head(arc_dependent + round_up(shape.arc_dim, kColumnBlock)),
        label_dependent(arc_head + round_up(shape.arc_dim, kColumnBlock)),
        label_head(label_dependent + round_up(shape.label_dim, kColumnBlock)),
        stride(label_head + round_up(shape.label_dim, kColumnBlock)) {}
};

[[nodiscard]] inline std::size_t best_column(const float* scores, std::size_t count) {
  return static_cast<std::size_t>(std::max_element(scores, scores + count) - scores);
}

/// Sentences of falling length in packed order: first all first tokens, then all second tokens ...
struct Network::Batch {
  std::span<Sentence* const> sentences;
  std::vector<std::size_t> offsets;  ///< first row of each position, and the number of rows at the end
  std::vector<std::size_t> first;    ///< first token of each sentence, sentence by sentence

  explicit Batch(std::span<Sentence* const> all) : sentences(all) {
    std::size_t count = all.size();
    std::size_t rows = 0;
    for (std::size_t position = 0; count > 0; ++position) {
      while (count > 0 && all[count - 1]->tokens.size() <= position) --count;
      offsets.push_back(rows);
      rows += count;
    }
    std::size_t tokens = 0;
    for (const Sentence* sent : all) {
      first.push_back(tokens);
      tokens += sent->tokens.size();
    }
  }
  [[nodiscard]] std::size_t rows() const { return offsets.back(); }
  [[nodiscard]] std::size_t positions() const { return offsets.size() - 1; }
  [[nodiscard]] std::size_t count(std::size_t position) const {
    return offsets[position + 1] - offsets[position];
  }
  [[nodiscard]] std::size_t row(std::size_t sentence, std::size_t position) const {
    return offsets[position] + sentence;
  }
};

}  // namespace actorgraph
