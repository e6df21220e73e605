#include "language/training/trainable_network.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "language/name_decoder.hpp"
#include "language/training/network_pass.hpp"
#include "language/tree_decoder.hpp"

namespace actorgraph {
using Index = Eigen::Index;

Losses& Losses::operator+=(const Losses& other) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += other.sum[i], count[i] += other.count[i];
  return *this;
}

TrainableNetwork::TrainableNetwork(const NetworkShape& shape, std::uint64_t seed) : shape_(shape) {
  std::mt19937_64 random(seed);
  const auto table = [&](const char* name, std::uint32_t rows, std::uint32_t dim) {
    return add_parameter(name, rows, dim, Update::TouchedRows, 0.1F, random);
  };
  words_ = table("words", shape.word_count, shape.word_dim);
  affixes_ = table("affixes", kAffixBuckets, shape.affix_dim);
  trigrams_ = table("trigrams", kTrigramBuckets, shape.trigram_dim);
  shapes_ = table("shapes", kShapeCount, shape.shape_dim);
  gazetteer_ = table("gazetteer", kGazetteerClassCount, shape.gazetteer_dim);
  const Index gates = Index{4} * shape.units;
  for (std::uint32_t layer = 0; layer < shape.layers; ++layer) {
    const std::uint32_t in = layer == 0 ? shape.input_dim() : shape.context_dim();
    std::array<LstmParameters, 2>& pair = lstm_.emplace_back();
    for (std::size_t d = 0; d < 2; ++d) {
      const std::string prefix = "lstm" + std::to_string(layer) + (d == 0 ? "f" : "b");
      const float scale = 1 / std::sqrt(static_cast<float>(shape.units));
      pair[d].input = add_parameter(prefix + ".input", in, gates, Update::Dense,
                                    std::sqrt(6.0F / static_cast<float>(in + shape.units)), random);
      pair[d].recurrent =
          add_parameter(prefix + ".recurrent", shape.units, gates, Update::Dense, scale, random);
      pair[d].bias = add_parameter(prefix + ".bias", 1, gates, Update::Dense, 0, random);
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

void TrainableNetwork::start_from(const TrainableNetwork& other) {
  for (std::size_t p = 0; p < parameters_.size(); ++p) {
    const Matrix& from = other.parameters_[p].average;
    assert(from.cols() == parameters_[p].value.cols() && from.rows() <= parameters_[p].value.rows());
    parameters_[p].value.topRows(from.rows()) = from;
    parameters_[p].average = parameters_[p].value;
  }
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

std::vector<Prediction> predict(std::span<const TrainableNetwork* const> networks,
                                std::span<const TrainingSentence* const> sentences, Weights weights) {
  std::vector<NetworkPass> passes;
  for (const TrainableNetwork* network : networks) {
    passes.emplace_back(*network, sentences, weights, nullptr, nullptr).forward();
  }
  const auto sum = [&](auto scores_of) {
    Matrix out = scores_of(passes[0]);
    for (std::size_t i = 1; i < passes.size(); ++i) out += scores_of(passes[i]);
    return out;
  };
  const auto best_columns = [](const Matrix& scores) {
    std::vector<std::uint16_t> labels;
    for (Index row = 0; row < scores.rows(); ++row) {
      Index column = 0;
      scores.row(row).maxCoeff(&column);
      labels.push_back(static_cast<std::uint16_t>(column));
    }
    return labels;
  };
  const auto values = [](const Matrix& scores) {
    return std::span<const float>(scores.data(), static_cast<std::size_t>(scores.size()));
  };
  std::vector<Prediction> predictions(sentences.size());
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    Prediction& out = predictions[s];
    const auto best_tags = [&](TrainableNetwork::Layer TrainableNetwork::*layer) {
      return best_columns(sum([&](const NetworkPass& pass) { return pass.tag_scores(s, pass.net.*layer); }));
    };
    out.upos = best_tags(&TrainableNetwork::upos_);
    out.xpos = best_tags(&TrainableNetwork::xpos_);
    out.feats = best_tags(&TrainableNetwork::feats_);
    out.names.resize(sentences[s]->size());
    decode_name_tags(values(sum([&](const NetworkPass& pass) { return pass.name_scores(s); })), out.names);
    out.heads.resize(sentences[s]->size());
    decode_tree(values(sum([&](const NetworkPass& pass) { return pass.head_scores(s); })), out.heads);
    out.deprels = best_columns(sum([&](const NetworkPass& pass) { return pass.label_scores(s, out.heads); }));
    for (std::size_t i = 0; i < out.heads.size(); ++i) {
      if (out.heads[i] == kRootHead) out.deprels[i] = static_cast<std::uint16_t>(Deprel::Root);
    }
  }
  return predictions;
}

}  // namespace actorgraph
