#include "language/network.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "language/name_decoder.hpp"
#include "language/name_rules.hpp"
#include "language/network_batch.hpp"

namespace actorgraph {
namespace {

/// Rows of a recurrent layer's gates that are computed ahead: what stays in the processor's cache.
constexpr std::size_t kStepRows = 64;

void check(bool condition, const std::string& what) {
  if (!condition) throw FormatError("the model does not fit this program: " + what);
}

/// A matrix of `inputs` x `outputs`; no bias where its name is empty.
QuantisedColumns columns_of(const ModelFile& file, const std::string& weight, const std::string& bias,
                            std::size_t inputs, std::size_t outputs) {
  const QuantisedColumns columns = {file.values<std::int8_t>(weight), file.values<float>(weight + ".scale"),
                                    bias.empty() ? std::span<const float>() : file.values<float>(bias)};
  check(columns.scales.size() == outputs && columns.weights.size() == inputs * outputs, weight);
  check(bias.empty() || columns.bias.size() == outputs, bias);
  return columns;
}

QuantisedColumns layer_columns(const ModelFile& file, const std::string& name, std::size_t inputs,
                               std::size_t outputs) {
  return columns_of(file, name + ".weight", name + ".bias", inputs, outputs);
}

PackedMatrix pack_layer(const ModelFile& file, const std::string& name, std::size_t inputs,
                        std::size_t outputs) {
  const QuantisedColumns columns = layer_columns(file, name, inputs, outputs);
  return pack_matrix(inputs, {&columns, 1}, kHiddenSteps);
}

}  // namespace

Network::Network(const ModelFile& file, const Kernels& kernels) : file_(file), kernels_(kernels) {
  const auto shapes = file.values<NetworkShape>("shape");
  check(shapes.size() == 1, "section 'shape'");
  shape_ = shapes[0];
  check(shape_.units % 8 == 0, "the recurrent layers' units");  // their gates fill whole column blocks
  check((shape_.input_dim() | shape_.arc_dim | shape_.label_dim | shape_.tag_dim | shape_.name_dim) % 2 == 0,
        "odd sizes");
  known_.vocabulary = Vocabulary(file.values<std::uint64_t>("vocabulary"));
  check(known_.vocabulary.size() == shape_.word_count, "size of the vocabulary");
  const auto gazetteer_keys = file.values<std::uint64_t>("gazetteer_keys");
  const auto gazetteer_entries = file.values<GazetteerEntry>("gazetteer_entries");
  check(gazetteer_keys.size() == gazetteer_entries.size(), "size of the gazetteer");
  known_.gazetteer = Gazetteer(gazetteer_keys, gazetteer_entries);
  const auto bundles = file.values<char>("feats_bundles");
  for (auto it = bundles.begin(); it != bundles.end();) {
    const auto end = std::find(it, bundles.end(), '\n');
    feats_bundles_.emplace_back(it, end);
    it = end == bundles.end() ? end : end + 1;
  }
  check(!feats_bundles_.empty() && feats_bundles_.size() == shape_.feats_count, "number of feature bundles");

  const auto table = [&](const std::string& name, std::size_t rows, std::size_t dim) {
    const Table out{file.values<std::int8_t>(name), file.values<float>(name + ".scale"), dim};
    check(out.weights.size() == rows * dim && out.scales.size() == rows, name);
    return out;
  };
  words_ = table("words", shape_.word_count, shape_.word_dim);
  affixes_ = table("affixes", kAffixBuckets, shape_.affix_dim);
  trigrams_ = table("trigrams", kTrigramBuckets, shape_.trigram_dim);
  shapes_ = table("shapes", kShapeCount, shape_.shape_dim);
  gazetteer_ = table("gazetteer", kGazetteerClassCount, shape_.gazetteer_dim);

  for (std::uint32_t i = 0; i < shape_.layers; ++i) {
    const std::string prefix = "lstm" + std::to_string(i);
    const std::size_t inputs = i == 0 ? shape_.input_dim() : shape_.context_dim();
    const std::size_t gates = std::size_t{4} * shape_.units;
    Layer& layer = layers_.emplace_back();
    for (std::size_t d = 0; d < 2; ++d) {
      const std::string name = prefix + (d == 0 ? "f" : "b");
      const QuantisedColumns input = columns_of(file, name + ".input", name + ".bias", inputs, gates);
      layer.input[d] = pack_matrix(inputs, {&input, 1}, i == 0 ? kInputSteps : kUnitSteps);
      const QuantisedColumns recurrent = columns_of(file, name + ".recurrent", "", shape_.units, gates);
      layer.recurrent[d] = pack_matrix(shape_.units, {&recurrent, 1}, kUnitSteps);
    }
  }
  const auto head = [&](const char* name, std::size_t dim) {
    return layer_columns(file, name, shape_.context_dim(), dim);
  };
  const std::array<QuantisedColumns, 6> heads = {head("tag", shape_.tag_dim),
                                                 head("name", shape_.name_dim),
                                                 head("arc_dependent", shape_.arc_dim),
                                                 head("arc_head", shape_.arc_dim),
                                                 head("label_dependent", shape_.label_dim),
                                                 head("label_head", shape_.label_dim)};
  heads_ = pack_matrix(shape_.context_dim(), heads, kUnitSteps);
  upos_ = pack_layer(file, "upos", shape_.tag_dim, kUposCount);
  xpos_ = pack_layer(file, "xpos", shape_.tag_dim, kXposCount);
  feats_ = pack_layer(file, "feats", shape_.tag_dim, shape_.feats_count);
  names_ = pack_layer(file, "name_tag", shape_.name_dim, kNameTagCount);
  label_ = pack_layer(file, "label", shape_.label_dim, kDeprelCount);
  const QuantisedColumns arc = columns_of(file, "arc.weight", "", shape_.arc_dim, shape_.arc_dim);
  arc_ = pack_matrix(shape_.arc_dim, {&arc, 1}, kHiddenSteps);
  const auto copy = [&](const char* name) {
    const auto values = file.values<float>(name);
    check(values.size() == shape_.arc_dim, name);
    return std::vector<float>(values.begin(), values.end());
  };
  arc_bias_ = copy("arc.bias");
  arc_root_ = copy("arc.root");
}

void Network::analyse(std::span<Sentence* const> sentences, Feats feats, NetworkScratch& scratch) const {
  if (sentences.empty()) return;
  const Batch batch(sentences);
  embed(batch, scratch);
  for (const Layer& layer : layers_) {
    run_layer(layer, batch, scratch);
    std::swap(scratch.layer_in, scratch.layer_out);
  }
  score_heads(batch, scratch);
  assign_tags(batch, feats, scratch);
  assign_names(batch, scratch);
  assign_trees(batch, scratch);
}

void Network::add_embedding(const Table& table, std::size_t row, float* sum) const {
  kernels_.add_row(table.weights.data() + row * table.dim, table.scales[row], table.dim, sum);
}

void Network::embed(const Batch& batch, NetworkScratch& scratch) const {
  scratch.features.clear();
  for (const Sentence* sent : batch.sentences) {
    scratch.forms.clear();
    for (const Token& tok : sent->tokens) scratch.forms.push_back(tok.form);
    append_features(scratch.forms, known_, scratch.feature_words, scratch.features);
  }
  const std::size_t dim = shape_.input_dim();
  scratch.layer_in.resize(batch.rows() * dim);
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    for (std::size_t i = 0; i < batch.sentences[s]->tokens.size(); ++i) {
      const TokenFeatures& token = scratch.features[batch.first[s] + i];
      scratch.sums.assign(dim, 0);
      float* sum = scratch.sums.data();
      add_embedding(words_, token.word, sum);
      sum += shape_.word_dim;
      for (const std::uint16_t affix : token.affixes) add_embedding(affixes_, affix, sum);
      sum += shape_.affix_dim;
      for (std::size_t k = 0; k < token.trigram_count; ++k) add_embedding(trigrams_, token.trigrams[k], sum);
      sum += shape_.trigram_dim;
      add_embedding(shapes_, token.shape, sum);
      sum += shape_.shape_dim;
      for (std::uint32_t bit = 0; bit < kGazetteerClassCount && token.gazetteer != 0; ++bit) {
        if (((token.gazetteer >> bit) & 1U) != 0) add_embedding(gazetteer_, bit, sum);
      }
      kernels_.quantise(scratch.sums.data(), dim, scratch.layer_in.data() + batch.row(s, i) * dim);
    }
  }
}

void Network::run_layer(const Layer& layer, const Batch& batch, NetworkScratch& scratch) const {
  scratch.layer_out.resize(batch.rows() * 2 * shape_.units);
  for (std::size_t d = 0; d < 2; ++d) {
    scratch.cells.assign(batch.sentences.size() * shape_.units, 0);
    for (std::size_t step = 0; step < batch.positions();) step = run_steps(layer, d, step, batch, scratch);
  }
}

std::size_t Network::run_steps(const Layer& layer, std::size_t direction, std::size_t begin,
                               const Batch& batch, NetworkScratch& scratch) const {
  const auto position_of = [&](std::size_t step) {
    return direction == 0 ? step : batch.positions() - 1 - step;
  };
  std::size_t end = begin;
  std::size_t rows = 0;
  while (end < batch.positions() && rows < kStepRows) rows += batch.count(position_of(end++));
  const std::size_t first_row =
      batch.offsets[std::min(position_of(begin), position_of(end - 1))];  // the rows are in sequence

  const PackedMatrix& input = layer.input[direction];
  const std::size_t units = shape_.units;
  const std::size_t stride = input.stride();
  scratch.gates.resize(std::max(scratch.gates.size(), rows * stride));
  kernels_.multiply(scratch.layer_in.data() + first_row * input.inputs, input.inputs, rows, input,
                    scratch.gates.data(), stride, Accumulate::FromBias);
  for (std::size_t step = begin; step < end; ++step) {
    const std::size_t position = position_of(step);
    const std::size_t count = batch.count(position);
    float* gates = scratch.gates.data() + (batch.offsets[position] - first_row) * stride;
    const auto units_at = [&](std::size_t at) {
      return scratch.layer_out.data() + batch.offsets[at] * 2 * units + direction * units;
    };
    if (step > 0) {
      const std::size_t before = position_of(step - 1);
      kernels_.multiply(units_at(before), 2 * units, std::min(count, batch.count(before)),
                        layer.recurrent[direction], gates, stride, Accumulate::OntoOutput);
    }
    for (std::size_t s = 0; s < count; ++s) {
      kernels_.lstm_cell(gates + s * stride, units, scratch.cells.data() + s * units,
                         units_at(position) + s * 2 * units);
    }
  }
  return end;
}

void Network::score_heads(const Batch& batch, NetworkScratch& scratch) const {
  scratch.hidden.resize(batch.rows() * heads_.stride());
  kernels_.multiply(scratch.layer_in.data(), shape_.context_dim(), batch.rows(), heads_,
                    scratch.hidden.data(), heads_.stride(), Accumulate::FromBias);
}

void Network::assign_tags(const Batch& batch, Feats feats, NetworkScratch& scratch) const {
  const HeadColumns columns(shape_);
  scratch.steps.resize(batch.rows() * shape_.tag_dim);
  for (std::size_t row = 0; row < batch.rows(); ++row) {
    kernels_.rectify(scratch.hidden.data() + row * columns.stride + columns.tag, shape_.tag_dim,
                     scratch.steps.data() + row * shape_.tag_dim);
  }
  const auto label = [&](const PackedMatrix& matrix, auto assign) {
    scratch.scores.resize(batch.rows() * matrix.stride());
    kernels_.multiply(scratch.steps.data(), shape_.tag_dim, batch.rows(), matrix, scratch.scores.data(),
                      matrix.stride(), Accumulate::FromBias);
    for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
      for (std::size_t i = 0; i < batch.sentences[s]->tokens.size(); ++i) {
        assign(batch.sentences[s]->tokens[i], scratch.scores.data() + batch.row(s, i) * matrix.stride());
      }
    }
  };
  label(upos_, [](Token& tok, const float* scores) {
    tok.upos = static_cast<Upos>(best_column(scores, kUposCount));
  });
  label(xpos_, [](Token& tok, const float* scores) {
    // The first label is "no tag", which is never predicted.
    tok.xpos = static_cast<Xpos>(1 + best_column(scores + 1, kXposCount - 1));
  });
  if (feats == Feats::Predict) {
    label(feats_, [&](Token& tok, const float* scores) {
      tok.feats = feats_bundles_[best_column(scores, feats_bundles_.size())];
    });
  }
}

void Network::assign_names(const Batch& batch, NetworkScratch& scratch) const {
  const HeadColumns columns(shape_);
  scratch.steps.resize(batch.rows() * shape_.name_dim);
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    const std::size_t n = batch.sentences[s]->tokens.size();
    for (std::size_t i = 0; i < n; ++i) {
      kernels_.rectify(scratch.hidden.data() + batch.row(s, i) * columns.stride + columns.name,
                       shape_.name_dim, scratch.steps.data() + (batch.first[s] + i) * shape_.name_dim);
    }
  }
  scratch.label_sums.resize(batch.rows() * names_.stride());
  kernels_.multiply(scratch.steps.data(), shape_.name_dim, batch.rows(), names_, scratch.label_sums.data(),
                    names_.stride(), Accumulate::FromBias);
  for (std::size_t s = 0; s < batch.sentences.size(); ++s) {
    const std::size_t n = batch.sentences[s]->tokens.size();
    scratch.scores.resize(n * kNameTagCount);
    for (std::size_t i = 0; i < n; ++i) {
      // Scores are used as they are: a constant a token does not change the best sequence.
      std::copy_n(scratch.label_sums.data() + (batch.first[s] + i) * names_.stride(), kNameTagCount,
                  scratch.scores.data() + i * kNameTagCount);
    }
    scratch.tags.resize(n);
    decode_name_tags(scratch.scores, scratch.tags);
    batch.sentences[s]->names = names_of_tags(scratch.tags);
    scratch.listed.clear();
    for (std::size_t i = 0; i < n; ++i)
      scratch.listed.push_back(scratch.features[batch.first[s] + i].gazetteer);
    mend_listed_names(*batch.sentences[s], scratch.listed);
  }
}

}  // namespace actorgraph
