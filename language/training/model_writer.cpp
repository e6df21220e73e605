#include "language/training/model_writer.hpp"

#include <algorithm>
#include <cmath>

#include "language/model_file.hpp"

namespace actorgraph {
namespace {

/// Rounds `row` to -127..127; the scale that gives the values back.
template <class Row>
float quantise(const Row& row, std::int8_t* out, Eigen::Index stride) {
  const float top = row.cwiseAbs().maxCoeff();
  const float scale = top > 0 ? top / 127.0F : 1.0F;
  for (Eigen::Index i = 0; i < row.size(); ++i) {
    out[i * stride] = static_cast<std::int8_t>(std::lround(row(i) / scale));
  }
  return scale;
}

template <class T>
std::span<const T> as_span(const std::vector<T>& values) {
  return values;
}

bool stays_float(const Parameter& parameter) {
  return parameter.value.rows() == 1 || parameter.value.cols() == 1;
}

std::vector<char> join_strings(const std::vector<std::string>& strings) {
  std::vector<char> out;
  for (const std::string& text : strings) {
    out.insert(out.end(), text.begin(), text.end());
    out.push_back('\n');
  }
  return out;
}

}  // namespace

void save_model(const TrainableNetwork& network, const ModelTables& tables, const std::string& path) {
  ModelFileWriter file;
  file.add("shape", std::span<const NetworkShape>(&network.shape(), 1));
  file.add("vocabulary", as_span(tables.vocabulary));
  file.add("gazetteer_keys", as_span(tables.gazetteer.keys));
  file.add("gazetteer_entries", as_span(tables.gazetteer.entries));
  file.add("feats_bundles", as_span(join_strings(tables.feats.bundles)));
  for (const Parameter& parameter : network.parameters()) {
    const Matrix& value = parameter.average;
    if (stays_float(parameter)) {
      file.add(parameter.name, std::span<const float>(value.data(), static_cast<std::size_t>(value.size())));
      continue;
    }
    std::vector<std::int8_t> weights(static_cast<std::size_t>(value.size()));
    std::vector<float> scales;
    if (parameter.update == Update::TouchedRows) {
      for (Eigen::Index i = 0; i < value.rows(); ++i)
        scales.push_back(quantise(value.row(i), &weights[static_cast<std::size_t>(i * value.cols())], 1));
    } else {
      for (Eigen::Index i = 0; i < value.cols(); ++i)
        scales.push_back(quantise(value.col(i), &weights[static_cast<std::size_t>(i)], value.cols()));
    }
    file.add(parameter.name, as_span(weights));
    file.add(parameter.name + ".scale", as_span(scales));
  }
  std::vector<std::string> rules;
  for (const LemmaRule& rule : tables.lemmas.rules) {
    rules.push_back(std::to_string(static_cast<int>(rule.letter_case)) + ' ' +
                    std::to_string(rule.cut_bytes) + ' ' + rule.ending);
  }
  file.add("lemma_rules", as_span(join_strings(rules)));
  file.add("lemma_keys", as_span(tables.lemmas.keys));
  file.add("lemma_rule_of_key", as_span(tables.lemmas.rule_of_key));
  file.add("word_tag_keys", as_span(tables.word_tags.keys));
  file.add("word_tags", as_span(tables.word_tags.tags));
  file.save(path);
}

}  // namespace actorgraph
