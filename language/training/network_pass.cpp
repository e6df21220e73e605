#include "language/training/network_pass.hpp"

namespace actorgraph {
namespace {

using Index = Eigen::Index;

std::vector<std::size_t> lengths_of(std::span<const TrainingSentence* const> sentences) {
  std::vector<std::size_t> lengths;
  for (const TrainingSentence* sentence : sentences) lengths.push_back(sentence->size());
  return lengths;
}

}  // namespace

Matrix dropout_mask(Index rows, Index cols, float rate, std::mt19937_64& random) {
  Matrix mask(rows, cols);
  const auto threshold = static_cast<std::uint32_t>(static_cast<double>(rate) * 65536.0);
  const float kept = 1 / (1 - rate);
  std::uint64_t bits = 0;
  for (Index i = 0; i < mask.size(); ++i) {
    if (i % 4 == 0) bits = random();
    mask.data()[i] = (bits & 0xFFFFU) < threshold ? 0 : kept;
    bits >>= 16U;
  }
  return mask;
}

void log_softmax(Matrix& scores) {
  for (Index i = 0; i < scores.rows(); ++i) {
    auto row = scores.row(i).array();
    const float top = row.maxCoeff();
    row -= top + std::log((row - top).exp().sum());
  }
}

NetworkPass::NetworkPass(const TrainableNetwork& network,
                         std::span<const TrainingSentence* const> batch_sentences, Weights which,
                         const DropoutOptions* drop, std::mt19937_64* rng)
    : net(network),
      sentences(batch_sentences),
      weights(which),
      dropout(drop),
      random(rng),
      batch(lengths_of(batch_sentences)) {}

void NetworkPass::embed() {
  const NetworkShape& shape = net.shape_;
  Matrix& x = inputs.emplace_back(Matrix::Zero(to_index(batch.rows()), shape.input_dim()));
  words.resize(batch.rows());
  std::uniform_real_distribution<float> uniform(0, 1);
  unlisted.assign(sentences.size(), 0);
  for (char& flag : unlisted) flag = dropout != nullptr && uniform(*random) < dropout->gazetteer ? 1 : 0;
  for_each_row([&](std::size_t s, std::size_t i, Index row) {
    const TokenFeatures& features = sentences[s]->features[i];
    std::uint32_t word = features.word;
    if (dropout != nullptr && uniform(*random) < dropout->word) word = kUnknownWord;
    words[static_cast<std::size_t>(row)] = word;
    Index at = 0;
    x.row(row).segment(at, shape.word_dim) = value(net.words_).row(word);
    at += shape.word_dim;
    for (std::size_t k = 0; k < kAffixCount; ++k) {
      x.row(row).segment(at, shape.affix_dim) += value(net.affixes_).row(features.affixes[k]);
    }
    at += shape.affix_dim;
    for (std::size_t k = 0; k < features.trigram_count; ++k) {
      x.row(row).segment(at, shape.trigram_dim) += value(net.trigrams_).row(features.trigrams[k]);
    }
    at += shape.trigram_dim;
    x.row(row).segment(at, shape.shape_dim) = value(net.shapes_).row(features.shape);
    at += shape.shape_dim;
    for (std::uint32_t bit = 0; bit < kGazetteerClassCount; ++bit) {
      if ((listed(s, i) >> bit) & 1U)
        x.row(row).segment(at, shape.gazetteer_dim) += value(net.gazetteer_).row(bit);
    }
  });
  if (dropout != nullptr) {
    input_mask = dropout_mask(x.rows(), x.cols(), dropout->input, *random);
    x.array() *= input_mask.array();
  }
}

void NetworkPass::embed_back(Matrix& dx, std::vector<Gradient>& gradients) const {
  const NetworkShape& shape = net.shape_;
  if (input_mask.size() > 0) dx.array() *= input_mask.array();
  const auto add = [&](std::size_t parameter, std::uint32_t table_row, const auto& d) {
    gradients[parameter].sum.row(table_row) += d;
    gradients[parameter].touched.push_back(table_row);
  };
  for_each_row([&](std::size_t s, std::size_t i, Index row) {
    const TokenFeatures& features = sentences[s]->features[i];
    Index at = 0;
    add(net.words_, words[static_cast<std::size_t>(row)], dx.row(row).segment(at, shape.word_dim));
    at += shape.word_dim;
    for (std::size_t k = 0; k < kAffixCount; ++k)
      add(net.affixes_, features.affixes[k], dx.row(row).segment(at, shape.affix_dim));
    at += shape.affix_dim;
    for (std::size_t k = 0; k < features.trigram_count; ++k) {
      add(net.trigrams_, features.trigrams[k], dx.row(row).segment(at, shape.trigram_dim));
    }
    at += shape.trigram_dim;
    add(net.shapes_, features.shape, dx.row(row).segment(at, shape.shape_dim));
    at += shape.shape_dim;
    for (std::uint32_t bit = 0; bit < kGazetteerClassCount; ++bit) {
      if ((listed(s, i) >> bit) & 1U) add(net.gazetteer_, bit, dx.row(row).segment(at, shape.gazetteer_dim));
    }
  });
}

void NetworkPass::run_layers() {
  const Index units = net.shape_.units;
  for (std::size_t layer = 0; layer < net.shape_.layers; ++layer) {
    std::array<LstmState, 2>& state = states.emplace_back();
    for (std::size_t d = 0; d < 2; ++d) {
      const LstmParameters& p = net.lstm_[layer][d];
      if (dropout != nullptr && dropout->recurrent > 0) {
        state[d].mask = dropout_mask(to_index(sentences.size()), units, dropout->recurrent, *random);
      }
      lstm_forward(inputs[layer], batch, static_cast<Direction>(d), value(p.input), value(p.recurrent),
                   value(p.bias), state[d]);
    }
    Matrix out(to_index(batch.rows()), 2 * units);
    out << state[0].hidden, state[1].hidden;
    if (dropout != nullptr) {
      layer_masks.push_back(dropout_mask(to_index(sentences.size()), 2 * units, dropout->layer, *random));
      for_each_row([&](std::size_t s, std::size_t, Index row) {
        out.row(row).array() *= layer_masks.back().row(to_index(s)).array();
      });
    }
    inputs.push_back(std::move(out));
  }
}

void NetworkPass::layers_back(Matrix d_out, std::vector<Gradient>& gradients) const {
  const Index units = net.shape_.units;
  for (std::size_t layer = net.shape_.layers; layer-- > 0;) {
    if (!layer_masks.empty()) {
      for_each_row([&](std::size_t s, std::size_t, Index row) {
        d_out.row(row).array() *= layer_masks[layer].row(to_index(s)).array();
      });
    }
    Matrix d_in = Matrix::Zero(inputs[layer].rows(), inputs[layer].cols());
    for (std::size_t d = 0; d < 2; ++d) {
      const LstmParameters& p = net.lstm_[layer][d];
      const Matrix d_hidden = d == 0 ? d_out.leftCols(units) : d_out.rightCols(units);
      lstm_backward(inputs[layer], batch, static_cast<Direction>(d), value(p.input), value(p.recurrent),
                    states[layer][d], d_hidden, d_in, gradients[p.input].sum, gradients[p.recurrent].sum,
                    gradients[p.bias].sum);
    }
    d_out = std::move(d_in);
  }
  embed_back(d_out, gradients);
}

Hidden NetworkPass::hidden(const Layer& layer, Activation activation) {
  Hidden h;
  h.out.noalias() = context() * value(layer.weight);
  h.out.rowwise() += value(layer.bias).row(0);
  if (activation == Activation::Linear) return h;
  h.slope = (h.out.array() > 0).select(Matrix::Ones(h.out.rows(), h.out.cols()), kLeak);
  if (dropout != nullptr)
    h.slope.array() *= dropout_mask(h.out.rows(), h.out.cols(), dropout->hidden, *random).array();
  h.out.array() *= h.slope.array();
  return h;
}

void NetworkPass::hidden_back(const Layer& layer, const Hidden& h, Matrix d, Matrix& d_context,
                              std::vector<Gradient>& gradients) const {
  if (h.slope.size() > 0) d.array() *= h.slope.array();
  gradients[layer.weight].sum.noalias() += context().transpose() * d;
  gradients[layer.bias].sum.row(0) += d.colwise().sum();
  d_context.noalias() += d * value(layer.weight).transpose();
}

Matrix NetworkPass::scores(const Layer& layer, const Matrix& in) const {
  Matrix out = in * value(layer.weight);
  out.rowwise() += value(layer.bias).row(0);
  return out;
}

void NetworkPass::forward() {
  embed();
  run_layers();
  tag = hidden(net.tag_hidden_, Activation::Leaky);
  name = hidden(net.name_hidden_, Activation::Leaky);
  arc_dependent = hidden(net.arc_dependent_, Activation::Leaky);
  arc_head = hidden(net.arc_head_, Activation::Leaky);
  label_dependent = hidden(net.label_dependent_, Activation::Linear);
  label_head = hidden(net.label_head_, Activation::Linear);
}

Matrix NetworkPass::gather(const Matrix& packed, std::size_t s, Index first_rows) const {
  const std::size_t n = sentences[s]->size();
  Matrix out(to_index(n) + first_rows, packed.cols());
  for (std::size_t i = 0; i < n; ++i)
    out.row(to_index(i) + first_rows) = packed.row(to_index(batch.row(s, i)));
  return out;
}

Matrix NetworkPass::head_vectors(std::size_t s) const {
  Matrix heads = gather(arc_head.out, s, 1);
  heads.row(0) = value(net.arc_root_).row(0);
  return heads;
}

Matrix NetworkPass::arc_scores(const Matrix& dependents, const Matrix& heads) const {
  Matrix out = dependents * value(net.arc_weight_) * heads.transpose();
  out.rowwise() += (heads * value(net.arc_bias_)).transpose().row(0);
  return out;
}

Matrix NetworkPass::tag_scores(std::size_t s, const Layer& layer) const {
  Matrix out = scores(layer, gather(tag.out, s, 0));
  log_softmax(out);
  return out;
}

Matrix NetworkPass::name_scores(std::size_t s) const {
  Matrix out = scores(net.name_, gather(name.out, s, 0));
  log_softmax(out);
  return out;
}

Matrix NetworkPass::head_scores(std::size_t s) const {
  Matrix out = arc_scores(gather(arc_dependent.out, s, 0), head_vectors(s));
  for (Index i = 0; i < out.rows(); ++i) out(i, i + 1) = -1e9F;
  log_softmax(out);
  return out;
}

Matrix NetworkPass::label_scores(std::size_t s, std::span<const std::uint32_t> heads) const {
  Matrix joined = gather(label_dependent.out, s, 0);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i] != kRootHead)
      joined.row(to_index(i)) += label_head.out.row(to_index(batch.row(s, heads[i])));
  }
  joined = (joined.array() > 0).select(joined.array(), kLeak * joined.array());
  Matrix out = scores(net.label_, joined);
  out.col(static_cast<Index>(Deprel::Root)).setConstant(-1e9F);
  log_softmax(out);
  return out;
}

}  // namespace actorgraph
