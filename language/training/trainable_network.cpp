#include "language/training/trainable_network.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "language/name_decoder.hpp"
#include "language/tree_decoder.hpp"

namespace actorgraph {
namespace {

using Index = Eigen::Index;

constexpr float kLeak = 0.1F;  ///< slope of the heads' non-linearity below zero

Index to_index(std::size_t n) {
  return static_cast<Index>(n);
}

/// Zeros with probability `rate`, else 1 / (1 - rate).
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

/// Rows of log-probabilities in place of scores.
void log_softmax(Matrix& scores) {
  for (Index i = 0; i < scores.rows(); ++i) {
    auto row = scores.row(i).array();
    const float top = row.maxCoeff();
    row -= top + std::log((row - top).exp().sum());
  }
}

struct Hidden {
  Matrix out;
  Matrix slope;  ///< derivative of `out` by the layer's scores
};

}  // namespace

Losses& Losses::operator+=(const Losses& other) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += other.sum[i], count[i] += other.count[i];
  return *this;
}

/// One batch on its way through the network and back.
struct NetworkPass {
  const TrainableNetwork& net;
  std::span<const TrainingSentence* const> sentences;
  Weights weights;
  const DropoutOptions* dropout;  ///< null when predicting
  std::mt19937_64* random;
  PackedBatch batch;
  std::vector<std::uint32_t> words;  ///< per row, after word dropout
  Matrix input_mask;
  std::vector<Matrix> inputs;       ///< of each recurrent layer, and the context at the end
  std::vector<Matrix> layer_masks;  ///< one row a sentence
  std::vector<std::array<LstmState, 2>> states;
  Hidden tag, name, arc_dependent, arc_head, label_dependent, label_head;

  NetworkPass(const TrainableNetwork& network, std::span<const TrainingSentence* const> batch_sentences,
              Weights which, const DropoutOptions* drop, std::mt19937_64* rng)
      : net(network),
        sentences(batch_sentences),
        weights(which),
        dropout(drop),
        random(rng),
        batch(lengths()) {}

  [[nodiscard]] std::vector<std::size_t> lengths() const {
    std::vector<std::size_t> out;
    for (const TrainingSentence* sentence : sentences) out.push_back(sentence->size());
    return out;
  }
  [[nodiscard]] const Matrix& value(std::size_t parameter) const {
    const Parameter& p = net.parameters_[parameter];
    return weights == Weights::Average ? p.average : p.value;
  }
  [[nodiscard]] const Matrix& context() const { return inputs.back(); }

  template <class Function>
  void for_each_row(Function function) const {
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      for (std::size_t i = 0; i < sentences[s]->size(); ++i) function(s, i, to_index(batch.row(s, i)));
    }
  }

  void embed() {
    const NetworkShape& shape = net.shape_;
    Matrix& x = inputs.emplace_back(Matrix::Zero(to_index(batch.rows()), shape.input_dim()));
    words.resize(batch.rows());
    std::uniform_real_distribution<float> uniform(0, 1);
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
      for (std::uint32_t bit = 0; bit < 16; ++bit) {
        if ((features.gazetteer >> bit) & 1U)
          x.row(row).segment(at, shape.gazetteer_dim) += value(net.gazetteer_).row(bit);
      }
    });
    if (dropout != nullptr) {
      input_mask = dropout_mask(x.rows(), x.cols(), dropout->input, *random);
      x.array() *= input_mask.array();
    }
  }

  void embed_back(Matrix& dx, std::vector<Gradient>& gradients) const {
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
      for (std::uint32_t bit = 0; bit < 16; ++bit) {
        if ((features.gazetteer >> bit) & 1U)
          add(net.gazetteer_, bit, dx.row(row).segment(at, shape.gazetteer_dim));
      }
    });
  }

  void run_layers() {
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

  void layers_back(Matrix d_out, std::vector<Gradient>& gradients) const {
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

  enum class Activation : std::uint8_t { Linear, Leaky };

  Hidden hidden(const TrainableNetwork::Layer& layer, Activation activation) {
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

  void hidden_back(const TrainableNetwork::Layer& layer, const Hidden& h, Matrix d, Matrix& d_context,
                   std::vector<Gradient>& gradients) const {
    if (h.slope.size() > 0) d.array() *= h.slope.array();
    gradients[layer.weight].sum.noalias() += context().transpose() * d;
    gradients[layer.bias].sum.row(0) += d.colwise().sum();
    d_context.noalias() += d * value(layer.weight).transpose();
  }

  [[nodiscard]] Matrix scores(const TrainableNetwork::Layer& layer, const Matrix& in) const {
    Matrix out = in * value(layer.weight);
    out.rowwise() += value(layer.bias).row(0);
    return out;
  }

  void forward() {
    embed();
    run_layers();
    tag = hidden(net.tag_hidden_, Activation::Leaky);
    name = hidden(net.name_hidden_, Activation::Leaky);
    arc_dependent = hidden(net.arc_dependent_, Activation::Leaky);
    arc_head = hidden(net.arc_head_, Activation::Leaky);
    label_dependent = hidden(net.label_dependent_, Activation::Linear);
    label_head = hidden(net.label_head_, Activation::Linear);
  }

  /// Rows of one sentence, in order of position.
  [[nodiscard]] Matrix gather(const Matrix& packed, std::size_t s, Index first_rows) const {
    const std::size_t n = sentences[s]->size();
    Matrix out(to_index(n) + first_rows, packed.cols());
    for (std::size_t i = 0; i < n; ++i)
      out.row(to_index(i) + first_rows) = packed.row(to_index(batch.row(s, i)));
    return out;
  }

  [[nodiscard]] Matrix head_vectors(std::size_t s) const {
    Matrix heads = gather(arc_head.out, s, 1);
    heads.row(0) = value(net.arc_root_).row(0);
    return heads;
  }

  /// Scores of each dependent's (row) possible heads (column; 0 is the root).
  [[nodiscard]] Matrix arc_scores(const Matrix& dependents, const Matrix& heads) const {
    Matrix out = dependents * value(net.arc_weight_) * heads.transpose();
    out.rowwise() += (heads * value(net.arc_bias_)).transpose().row(0);
    return out;
  }

  // --- losses
  // -----------------------------------------------------------------------------------------------

  template <class Target>
  void classify(const TrainableNetwork::Layer& layer, const Hidden& h, Matrix& d_hidden, Target target,
                float scale, double& loss, double& count, std::vector<Gradient>& gradients) const {
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

  void finish_layer(const TrainableNetwork::Layer& layer, const Hidden& h, const Matrix& d, Matrix& d_hidden,
                    std::vector<Gradient>& gradients) const {
    gradients[layer.weight].sum.noalias() += h.out.transpose() * d;
    gradients[layer.bias].sum.row(0) += d.colwise().sum();
    d_hidden.noalias() += d * value(layer.weight).transpose();
  }

  void name_loss(Matrix& d_hidden, float scale, Losses& losses, std::vector<Gradient>& gradients) const {
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

  void arc_loss(Matrix& d_dependent, Matrix& d_head, float scale, Losses& losses,
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

  void label_loss(Matrix& d_dependent, Matrix& d_head, float scale, Losses& losses,
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

  Losses backward(float scale, std::vector<Gradient>& gradients) const {
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

  // --- prediction
  // -------------------------------------------------------------------------------------------

  [[nodiscard]] Prediction predict(std::size_t s) const {
    Prediction out;
    const std::size_t n = sentences[s]->size();
    const auto best = [&](const TrainableNetwork::Layer& layer) {
      const Matrix logits = scores(layer, gather(tag.out, s, 0));
      std::vector<std::uint16_t> labels(n);
      for (std::size_t i = 0; i < n; ++i) {
        Index column = 0;
        logits.row(to_index(i)).maxCoeff(&column);
        labels[i] = static_cast<std::uint16_t>(column);
      }
      return labels;
    };
    out.upos = best(net.upos_);
    out.xpos = best(net.xpos_);
    out.feats = best(net.feats_);

    Matrix name_scores = scores(net.name_, gather(name.out, s, 0));
    log_softmax(name_scores);
    out.names.resize(n);
    decode_name_tags({name_scores.data(), static_cast<std::size_t>(name_scores.size())}, out.names);

    Matrix arcs = arc_scores(gather(arc_dependent.out, s, 0), head_vectors(s));
    for (Index i = 0; i < arcs.rows(); ++i) arcs(i, i + 1) = -1e9F;
    log_softmax(arcs);
    out.heads.resize(n);
    decode_tree({arcs.data(), static_cast<std::size_t>(arcs.size())}, out.heads);

    out.deprels.assign(n, static_cast<std::uint16_t>(Deprel::Root));
    for (std::size_t i = 0; i < n; ++i) {
      if (out.heads[i] == kRootHead) continue;
      Matrix joined = label_dependent.out.row(to_index(batch.row(s, i))) +
                      label_head.out.row(to_index(batch.row(s, out.heads[i])));
      joined = (joined.array() > 0).select(joined.array(), kLeak * joined.array());
      Matrix logits = scores(net.label_, joined);
      logits(0, static_cast<Index>(Deprel::Root)) = -1e9F;
      Index column = 0;
      logits.row(0).maxCoeff(&column);
      out.deprels[i] = static_cast<std::uint16_t>(column);
    }
    return out;
  }
};

TrainableNetwork::TrainableNetwork(const NetworkShape& shape, std::uint64_t seed) : shape_(shape) {
  std::mt19937_64 random(seed);
  const auto table = [&](const char* name, std::uint32_t rows, std::uint32_t dim) {
    return add_parameter(name, rows, dim, Update::TouchedRows, 0.1F, random);
  };
  words_ = table("words", shape.word_count, shape.word_dim);
  affixes_ = table("affixes", kAffixBuckets, shape.affix_dim);
  trigrams_ = table("trigrams", kTrigramBuckets, shape.trigram_dim);
  shapes_ = table("shapes", kShapeCount, shape.shape_dim);
  gazetteer_ = table("gazetteer", 16, shape.gazetteer_dim);
  for (std::uint32_t layer = 0; layer < shape.layers; ++layer) {
    const std::uint32_t in = layer == 0 ? shape.input_dim() : shape.context_dim();
    std::array<LstmParameters, 2>& pair = lstm_.emplace_back();
    for (std::size_t d = 0; d < 2; ++d) {
      const std::string prefix = "lstm" + std::to_string(layer) + (d == 0 ? "f" : "b");
      const float scale = 1 / std::sqrt(static_cast<float>(shape.units));
      pair[d].input = add_parameter(prefix + ".input", in, 4 * shape.units, Update::Dense,
                                    std::sqrt(6.0F / static_cast<float>(in + shape.units)), random);
      pair[d].recurrent =
          add_parameter(prefix + ".recurrent", shape.units, 4 * shape.units, Update::Dense, scale, random);
      pair[d].bias = add_parameter(prefix + ".bias", 1, 4 * shape.units, Update::Dense, 0, random);
      Parameter& bias = parameters_[pair[d].bias];
      bias.value.middleCols(shape.units, shape.units).setOnes();  // remember at first
      bias.average = bias.value;
    }
  }
  const std::uint32_t context = shape.context_dim();
  tag_hidden_ = add_layer("tag", context, shape.tag_dim, random);
  upos_ = add_layer("upos", shape.tag_dim, kUposCount, random);
  xpos_ = add_layer("xpos", shape.tag_dim, kXposCount, random);
  feats_ = add_layer("feats", shape.tag_dim, shape.feats_count, random);
  name_hidden_ = add_layer("name", context, shape.name_dim, random);
  name_ = add_layer("name_tag", shape.name_dim, kNameTagCount, random);
  arc_dependent_ = add_layer("arc_dependent", context, shape.arc_dim, random);
  arc_head_ = add_layer("arc_head", context, shape.arc_dim, random);
  arc_weight_ = add_parameter("arc.weight", shape.arc_dim, shape.arc_dim, Update::Dense,
                              1 / std::sqrt(static_cast<float>(shape.arc_dim)), random);
  arc_bias_ = add_parameter("arc.bias", shape.arc_dim, 1, Update::Dense, 0, random);
  arc_root_ = add_parameter("arc.root", 1, shape.arc_dim, Update::Dense, 0.1F, random);
  label_dependent_ = add_layer("label_dependent", context, shape.label_dim, random);
  label_head_ = add_layer("label_head", context, shape.label_dim, random);
  label_ = add_layer("label", shape.label_dim, kDeprelCount, random);
}

std::size_t TrainableNetwork::add_parameter(std::string name, Index rows, Index cols, Update update,
                                            float scale, std::mt19937_64& random) {
  Parameter parameter;
  parameter.name = std::move(name);
  parameter.update = update;
  parameter.value.resize(rows, cols);
  std::uniform_real_distribution<float> uniform(-scale, scale);
  for (Index i = 0; i < parameter.value.size(); ++i)
    parameter.value.data()[i] = scale == 0 ? 0 : uniform(random);
  parameter.average = parameter.value;
  parameter.first_moment.setZero(rows, cols);
  parameter.second_moment.setZero(rows, cols);
  parameters_.push_back(std::move(parameter));
  return parameters_.size() - 1;
}

TrainableNetwork::Layer TrainableNetwork::add_layer(const std::string& name, std::uint32_t rows,
                                                    std::uint32_t cols, std::mt19937_64& random) {
  const float scale = std::sqrt(6.0F / static_cast<float>(rows + cols));
  Layer layer;
  layer.weight = add_parameter(name + ".weight", rows, cols, Update::Dense, scale, random);
  layer.bias = add_parameter(name + ".bias", 1, cols, Update::Dense, 0, random);
  return layer;
}

std::vector<Gradient> TrainableNetwork::make_gradients() const {
  std::vector<Gradient> gradients(parameters_.size());
  for (std::size_t i = 0; i < gradients.size(); ++i) {
    gradients[i].sum.setZero(parameters_[i].value.rows(), parameters_[i].value.cols());
  }
  return gradients;
}

Losses TrainableNetwork::add_gradients(std::span<const TrainingSentence* const> sentences,
                                       const DropoutOptions& dropout, float scale, std::mt19937_64& random,
                                       std::vector<Gradient>& gradients) const {
  NetworkPass pass(*this, sentences, Weights::Current, &dropout, &random);
  pass.forward();
  return pass.backward(scale, gradients);
}

std::vector<Prediction> TrainableNetwork::predict(std::span<const TrainingSentence* const> sentences,
                                                  Weights weights) const {
  NetworkPass pass(*this, sentences, weights, nullptr, nullptr);
  pass.forward();
  std::vector<Prediction> out;
  for (std::size_t s = 0; s < sentences.size(); ++s) out.push_back(pass.predict(s));
  return out;
}

}  // namespace actorgraph
