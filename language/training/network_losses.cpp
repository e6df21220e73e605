// The losses of one batch and their gradients.
#include <algorithm>
#include <cmath>
#include <utility>

#include "language/training/network_pass.hpp"

namespace actorgraph {

using Index = Eigen::Index;

template <class Target>
void NetworkPass::classify(const Layer& layer, const Hidden& h, Matrix& d_hidden, Target target, float scale,
                           double& loss, double& count, std::vector<Gradient>& gradients) const {
  Matrix logits = scores(layer, h.out);
  log_softmax(logits);
  Matrix d = Matrix::Zero(logits.rows(), logits.cols());
  for_each_row([&](std::size_t s, std::size_t i, Index row) {
    const std::uint32_t label = target(*sentences[s], i);
    if (label == kNoLabel) return;
    d.row(row).array() = logits.row(row).array().exp() * scale;
    d(row, label) -= scale;
    loss -= static_cast<double>(logits(row, label));
    ++count;
  });
  finish_layer(layer, h, d, d_hidden, gradients);
}

void NetworkPass::finish_layer(const Layer& layer, const Hidden& h, const Matrix& d, Matrix& d_hidden,
                               std::vector<Gradient>& gradients) const {
  gradients[layer.weight].sum.noalias() += h.out.transpose() * d;
  gradients[layer.bias].sum.row(0) += d.colwise().sum();
  d_hidden.noalias() += d * value(layer.weight).transpose();
}

void NetworkPass::name_loss(Matrix& d_hidden, float scale, Losses& losses,
                            std::vector<Gradient>& gradients) const {
  Matrix logits = scores(net.name_, name.out);
  log_softmax(logits);
  Matrix d = Matrix::Zero(logits.rows(), logits.cols());
  for_each_row([&](std::size_t s, std::size_t i, Index row) {
    if (sentences[s]->names.empty()) return;
    const NameTags allowed = sentences[s]->names[i];
    if (allowed == kAnyNameTag) return;
    float mass = 0;
    for (std::uint32_t tag_index = 0; tag_index < kNameTagCount; ++tag_index) {
      if ((allowed >> tag_index) & 1U) mass += std::exp(logits(row, tag_index));
    }
    mass = std::max(mass, 1e-20F);
    for (std::uint32_t tag_index = 0; tag_index < kNameTagCount; ++tag_index) {
      const float p = std::exp(logits(row, tag_index));
      d(row, tag_index) = scale * (p - (((allowed >> tag_index) & 1U) != 0 ? p / mass : 0));
    }
    losses.sum[5] -= std::log(static_cast<double>(mass));
    ++losses.count[5];
  });
  finish_layer(net.name_, name, d, d_hidden, gradients);
}

void NetworkPass::arc_loss(Matrix& d_dependent, Matrix& d_head, float scale, Losses& losses,
                           std::vector<Gradient>& gradients) const {
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const TrainingSentence& sentence = *sentences[s];
    if (sentence.heads.empty()) continue;
    const Matrix dependents = gather(arc_dependent.out, s, 0);
    const Matrix heads = head_vectors(s);
    Matrix d = arc_scores(dependents, heads);
    for (Index i = 0; i < d.rows(); ++i) d(i, i + 1) = -1e9F;
    log_softmax(d);
    for (Index i = 0; i < d.rows(); ++i) {
      const std::uint32_t head = sentence.heads[static_cast<std::size_t>(i)];
      const Index column = head == kRootHead ? 0 : static_cast<Index>(head) + 1;
      losses.sum[3] -= static_cast<double>(d(i, column));
      ++losses.count[3];
      d.row(i).array() = d.row(i).array().exp() * scale;
      d(i, column) -= scale;
    }
    const Matrix weighted_heads = heads * value(net.arc_weight_).transpose();
    const Matrix d_dependents = d * weighted_heads;
    Matrix d_heads = d.transpose() * (dependents * value(net.arc_weight_));
    const Matrix column_sums = d.colwise().sum().transpose();
    d_heads.noalias() += column_sums * value(net.arc_bias_).transpose();
    gradients[net.arc_weight_].sum.noalias() += dependents.transpose() * (d * heads);
    gradients[net.arc_bias_].sum.noalias() += heads.transpose() * column_sums;
    gradients[net.arc_root_].sum.row(0) += d_heads.row(0);
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      d_dependent.row(to_index(batch.row(s, i))) += d_dependents.row(to_index(i));
      d_head.row(to_index(batch.row(s, i))) += d_heads.row(to_index(i) + 1);
    }
  }
}

void NetworkPass::label_loss(Matrix& d_dependent, Matrix& d_head, float scale, Losses& losses,
                             std::vector<Gradient>& gradients) const {
  struct Arc {
    Index dependent, head;
    std::uint32_t label;
  };
  std::vector<Arc> arcs;
  for_each_row([&](std::size_t s, std::size_t i, Index row) {
    const TrainingSentence& sentence = *sentences[s];
    if (sentence.heads.empty() || sentence.heads[i] == kRootHead) return;
    arcs.push_back({row, to_index(batch.row(s, sentence.heads[i])), sentence.deprels[i]});
  });
  if (arcs.empty()) return;
  Matrix joined(to_index(arcs.size()), net.shape_.label_dim);
  for (std::size_t k = 0; k < arcs.size(); ++k) {
    joined.row(to_index(k)) = label_dependent.out.row(arcs[k].dependent) + label_head.out.row(arcs[k].head);
  }
  Hidden h;
  h.slope = (joined.array() > 0).select(Matrix::Ones(joined.rows(), joined.cols()), kLeak);
  h.slope.array() *= dropout_mask(joined.rows(), joined.cols(), dropout->hidden, *random).array();
  h.out = joined.array() * h.slope.array();
  Matrix logits = scores(net.label_, h.out);
  log_softmax(logits);
  Matrix d = logits.array().exp() * scale;
  for (std::size_t k = 0; k < arcs.size(); ++k) {
    d(to_index(k), arcs[k].label) -= scale;
    losses.sum[4] -= static_cast<double>(logits(to_index(k), arcs[k].label));
    ++losses.count[4];
  }
  Matrix d_joined = Matrix::Zero(h.out.rows(), h.out.cols());
  finish_layer(net.label_, h, d, d_joined, gradients);
  d_joined.array() *= h.slope.array();
  for (std::size_t k = 0; k < arcs.size(); ++k) {
    d_dependent.row(arcs[k].dependent) += d_joined.row(to_index(k));
    d_head.row(arcs[k].head) += d_joined.row(to_index(k));
  }
}

Losses NetworkPass::backward(float scale, std::vector<Gradient>& gradients) const {
  Losses losses;
  Matrix d_context = Matrix::Zero(context().rows(), context().cols());
  Matrix d_tag = Matrix::Zero(tag.out.rows(), tag.out.cols());
  classify(
      net.upos_, tag, d_tag, [](const TrainingSentence& s, std::size_t i) { return s.upos[i]; }, scale,
      losses.sum[0], losses.count[0], gradients);
  classify(
      net.xpos_, tag, d_tag, [](const TrainingSentence& s, std::size_t i) { return s.xpos[i]; }, scale,
      losses.sum[1], losses.count[1], gradients);
  classify(
      net.feats_, tag, d_tag, [](const TrainingSentence& s, std::size_t i) { return s.feats[i]; },
      0.5F * scale, losses.sum[2], losses.count[2], gradients);
  hidden_back(net.tag_hidden_, tag, std::move(d_tag), d_context, gradients);

  Matrix d_name = Matrix::Zero(name.out.rows(), name.out.cols());
  name_loss(d_name, scale, losses, gradients);
  hidden_back(net.name_hidden_, name, std::move(d_name), d_context, gradients);

  Matrix d_dependent = Matrix::Zero(arc_dependent.out.rows(), arc_dependent.out.cols());
  Matrix d_head = d_dependent;
  arc_loss(d_dependent, d_head, scale, losses, gradients);
  hidden_back(net.arc_dependent_, arc_dependent, std::move(d_dependent), d_context, gradients);
  hidden_back(net.arc_head_, arc_head, std::move(d_head), d_context, gradients);

  Matrix d_label_dependent = Matrix::Zero(label_dependent.out.rows(), label_dependent.out.cols());
  Matrix d_label_head = d_label_dependent;
  label_loss(d_label_dependent, d_label_head, scale, losses, gradients);
  hidden_back(net.label_dependent_, label_dependent, std::move(d_label_dependent), d_context, gradients);
  hidden_back(net.label_head_, label_head, std::move(d_label_head), d_context, gradients);

  layers_back(std::move(d_context), gradients);
  return losses;
}

}  // namespace actorgraph
