// The network's trees: arcs are scored and decoded, labels scored for the arcs and for their closest rivals,
// and the tree refined with both.
#include <algorithm>
#include <array>
#include <cmath>

#include "language/network.hpp"
#include "language/network_batch.hpp"
#include "language/tree_decoder.hpp"

namespace actorgraph {
namespace {

/// The network is surer of itself than it is right; its scores are divided by this. Set on UD dev parts.
constexpr float kTemperature = 2.0F;
constexpr float kArcMargin = 16.0F;    ///< below the best arc's score: what may still become the arc
constexpr float kLabelMargin = 12.0F;  ///< the same for the labels of an arc
constexpr std::size_t kMaxRivalArcs = 4;
constexpr std::size_t kMaxLabels = 4;
constexpr float kNever = -1e9F;

/// Appends the decoded arc of word `dependent` and its closest rivals; row[h + 1] is the score of head h.
void append_arcs(std::span<const float> row, std::uint32_t dependent, std::uint32_t head,
                 std::vector<ScoredArc>& arcs) {
  if (head == kRootHead) {
    arcs.push_back({dependent, kRootHead, 0});
    return;
  }
  arcs.push_back({dependent, head, row[head + 1]});
  std::array<ScoredArc, kMaxRivalArcs> rivals{};
  std::size_t count = 0;
  const float lowest = row[head + 1] - kArcMargin;
  for (std::uint32_t h = 0; h + 1 < row.size(); ++h) {
    const float score = row[h + 1];
    if (score <= lowest || h == head) continue;
    if (count == kMaxRivalArcs && score <= rivals.back().score) continue;
    if (count < kMaxRivalArcs) ++count;
    std::size_t at = count - 1;
    for (; at > 0 && rivals[at - 1].score < score; --at) rivals[at] = rivals[at - 1];
    rivals[at] = {dependent, h, score};
  }
  arcs.insert(arcs.end(), rivals.begin(), rivals.begin() + static_cast<std::ptrdiff_t>(count));
}

/// Appends the likely labels of an arc, best first. Scores are the arc's and the label's log probability.
void append_choices(const ScoredArc& arc, const float* label_scores, std::vector<Attachment>& choices) {
  const std::size_t best = best_column(label_scores, kDeprelCount);
  const float lowest = label_scores[best] - kLabelMargin;
  std::array<std::size_t, kMaxLabels> labels{};
  std::size_t count = 0;
  double sum = 0;
  for (std::size_t label = 0; label < kDeprelCount; ++label) {
    const float score = label_scores[label];
    sum += std::exp(static_cast<double>((score - label_scores[best]) / kTemperature));
    if (score <= lowest || (count == kMaxLabels && score <= label_scores[labels.back()])) continue;
    if (count < kMaxLabels) ++count;
    std::size_t at = count - 1;
    for (; at > 0 && label_scores[labels[at - 1]] < score; --at) labels[at] = labels[at - 1];
    labels[at] = label;
  }
  const float arc_score = arc.score / kTemperature - static_cast<float>(std::log(sum));
  for (std::size_t i = 0; i < count; ++i) {
    const float label_score = (label_scores[labels[i]] - label_scores[best]) / kTemperature;
    choices.push_back({arc.head, static_cast<Deprel>(labels[i]), arc_score + label_score});
  }
}

}  // namespace

void Network::score_arcs(const Batch& batch, NetworkScratch& scratch) const {
  const HeadColumns columns(shape_);
  const std::size_t dim = shape_.arc_dim;
  // Dependents' vectors through the arc matrix, sentence by sentence.
  scratch.steps.resize(batch.rows() * dim);
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    for (std::size_t i = 0; i < batch.sentences[s]->tokens.size(); ++i) {
      kernels_.rectify(scratch.hidden.data() + batch.row(s, i) * columns.stride + columns.arc_dependent, dim,
                       scratch.steps.data() + (batch.first[s] + i) * dim);
    }
  }
  scratch.arc_left.resize(batch.rows() * arc_.stride());
  kernels_.multiply(scratch.steps.data(), dim, batch.rows(), arc_, scratch.arc_left.data(), arc_.stride(),
                    Accumulate::FromBias);

  scratch.arcs.clear();
  scratch.first_arc.clear();
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    const std::size_t n = batch.sentences[s]->tokens.size();
    const std::size_t candidates = n + 1;
    // Heads' vectors, one column a candidate (0 is the root).
    scratch.arc_heads.resize(dim * candidates);
    for (std::size_t k = 0; k < dim; ++k) scratch.arc_heads[k * candidates] = arc_root_[k];
    for (std::size_t i = 0; i < n; ++i) {
      const float* vector = scratch.hidden.data() + batch.row(s, i) * columns.stride + columns.arc_head;
      for (std::size_t k = 0; k < dim; ++k)
        scratch.arc_heads[k * candidates + i + 1] = std::max(vector[k], 0.1F * vector[k]);
    }
    scratch.sums.assign(candidates, 0);
    kernels_.add_products(arc_bias_.data(), dim, scratch.arc_heads.data(), candidates, candidates,
                          scratch.sums.data());
    scratch.arc_scores.resize(n * candidates);
    for (std::size_t i = 0; i < n; ++i) {
      float* row = scratch.arc_scores.data() + i * candidates;
      std::copy(scratch.sums.begin(), scratch.sums.end(), row);
      kernels_.add_products(scratch.arc_left.data() + (batch.first[s] + i) * arc_.stride(), dim,
                            scratch.arc_heads.data(), candidates, candidates, row);
      row[i + 1] = kNever;
    }
    scratch.heads.resize(n);
    decode_tree(scratch.arc_scores, scratch.heads);
    scratch.first_arc.push_back(scratch.arcs.size());
    for (std::size_t i = 0; i < n; ++i) {
      append_arcs({scratch.arc_scores.data() + i * candidates, candidates}, static_cast<std::uint32_t>(i),
                  scratch.heads[i], scratch.arcs);
    }
  }
  scratch.first_arc.push_back(scratch.arcs.size());
}

void Network::score_labels(const Batch& batch, NetworkScratch& scratch) const {
  const HeadColumns columns(shape_);
  const std::size_t dim = shape_.label_dim;
  scratch.label_sums.resize(dim);
  scratch.steps.resize(scratch.arcs.size() * dim);
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    for (std::size_t a = scratch.first_arc[s]; a < scratch.first_arc[s + 1]; ++a) {
      const ScoredArc& arc = scratch.arcs[a];
      const std::size_t head = arc.head == kRootHead ? arc.dependent : arc.head;  // the root's label is known
      const float* left =
          scratch.hidden.data() + batch.row(s, arc.dependent) * columns.stride + columns.label_dependent;
      const float* right = scratch.hidden.data() + batch.row(s, head) * columns.stride + columns.label_head;
      for (std::size_t k = 0; k < dim; ++k) scratch.label_sums[k] = left[k] + right[k];
      kernels_.rectify(scratch.label_sums.data(), dim, scratch.steps.data() + a * dim);
    }
  }
  scratch.scores.resize(scratch.arcs.size() * label_.stride());
  kernels_.multiply(scratch.steps.data(), dim, scratch.arcs.size(), label_, scratch.scores.data(),
                    label_.stride(), Accumulate::FromBias);
}

void Network::assign_trees(const Batch& batch, NetworkScratch& scratch) const {
  score_arcs(batch, scratch);
  score_labels(batch, scratch);
  AttachmentChoices& choices = scratch.choices;
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    Sentence& sent = *batch.sentences[s];
    choices.all.clear();
    choices.begin.clear();
    for (std::size_t a = scratch.first_arc[s]; a < scratch.first_arc[s + 1]; ++a) {
      const ScoredArc& arc = scratch.arcs[a];
      if (arc.dependent == choices.begin.size())
        choices.begin.push_back(static_cast<std::uint32_t>(choices.all.size()));
      if (arc.head == kRootHead) {
        choices.all.push_back({kRootHead, Deprel::Root, 0});
        continue;
      }
      float* scores = scratch.scores.data() + a * label_.stride();
      scores[static_cast<std::size_t>(Deprel::Root)] = kNever;
      append_choices(arc, scores, choices.all);
    }
    choices.begin.push_back(static_cast<std::uint32_t>(choices.all.size()));
    refine_tree(choices, scratch.tree);
    for (std::size_t i = 0; i < sent.tokens.size(); ++i) {
      sent.tokens[i].head = scratch.tree[i].head;
      sent.tokens[i].deprel = scratch.tree[i].deprel;
    }
  }
}

}  // namespace actorgraph
