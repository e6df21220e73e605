// Trains the weights of the sentence splitter from treebanks.
//
//     train_segmenter OUT TRAIN.conllu... [--dev DEV.conllu]
//
// Logistic regression by stochastic gradient descent, averaged over the last half of the epochs; a fixed
// seed, so the same files in the same order give the same table. Prints a line an epoch.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/conllu_reader.hpp"
#include "language/segmenter_model.hpp"
#include "language/sentence_boundary.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr int kEpochs = 14;
constexpr int kAveragedEpochs = kEpochs - kEpochs / 2;  // the later ones
constexpr double kRate = 0.12;
constexpr double kDecay = 1e-6;
constexpr std::uint32_t kMinCount = 2;
constexpr double kUnit = 100;  // weights are written as hundredths
constexpr std::int32_t kMinWeight = 6;

struct Example {
  std::vector<std::uint32_t> features;  // numbers of features
  bool end = false;
};

struct Feature {
  std::uint32_t key = 0;
  std::uint32_t count = 0;
  double weight = 0;
  double sum = 0;
};

class Features {
 public:
  std::uint32_t number(std::uint32_t key) {
    const auto [entry, added] = numbers_.try_emplace(key, static_cast<std::uint32_t>(all.size()));
    if (added) all.push_back({key});
    return entry->second;
  }
  std::vector<Feature> all;

 private:
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_;
};

/// The places of a document where a sentence may end, walked with the sentences' true ends.
void add_examples(const Document& doc, Features& features, std::vector<Example>& out) {
  std::vector<std::uint32_t> ends;
  for (const Sentence& sent : doc.sentences) ends.push_back(sent.span.end);
  std::vector<TokenPiece> pieces;
  std::vector<std::uint32_t> keys;
  for (const Block& block : doc.article.blocks) {
    pieces.clear();
    tokenize(doc.article.text, block.span, pieces);
    BoundaryWalk walk(doc.article.text, pieces);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Place place = walk.look(i);
      const bool end = std::binary_search(ends.begin(), ends.end(), pieces[i].span.end);
      if (place == Place::Maybe) {
        keys.clear();
        walk.add_features(keys);
        Example& example = out.emplace_back();
        example.end = end;
        for (const std::uint32_t key : keys) example.features.push_back(features.number(key));
      }
      if (end) walk.end_sentence();
    }
  }
}

std::vector<Example> read_examples(const std::string& path, Features& features) {
  std::ifstream in(path);
  if (!in) throw IoError(path + ": cannot be read");
  ConlluReader reader(in, path, ConlluUse::Tokens);
  std::vector<Example> examples;
  while (const auto doc = reader.read()) {
    if (!doc->has_value()) throw FormatError(to_string(doc->error()));
    add_examples(doc->value(), features, examples);
  }
  return examples;
}

double score(const Example& example, const std::vector<Feature>& features) {
  double sum = 0;
  for (const std::uint32_t feature : example.features) sum += features[feature].weight;
  return sum;
}

/// Accuracy over the places of `examples`.
double measure(const std::vector<Example>& examples, const std::vector<Feature>& features) {
  const auto right = std::count_if(examples.begin(), examples.end(), [&](const Example& example) {
    return (score(example, features) > 0) == example.end;
  });
  return examples.empty() ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(examples.size());
}

/// Trains one epoch; returns the mean loss.
double train_epoch(const std::vector<Example>& examples, const std::vector<std::uint32_t>& order, double rate,
                   std::vector<Feature>& features) {
  double loss = 0;
  for (const std::uint32_t index : order) {
    const Example& example = examples[index];
    const double probability = 1 / (1 + std::exp(-score(example, features)));
    const double error = (example.end ? 1.0 : 0.0) - probability;
    loss -= std::log(std::max(1e-12, example.end ? probability : 1 - probability));
    for (const std::uint32_t feature : example.features) {
      Feature& entry = features[feature];
      if (entry.count >= kMinCount) entry.weight += rate * (error - kDecay * entry.weight);
    }
  }
  return loss / static_cast<double>(examples.size());
}

void run(const std::string& out_path, const std::vector<std::string>& train_paths,
         const std::string& dev_path) {
  Features features;
  std::vector<Example> examples;
  for (const std::string& path : train_paths) {
    for (Example& example : read_examples(path, features)) examples.push_back(std::move(example));
  }
  if (examples.empty()) throw FormatError("the files hold no place where a sentence may end");
  for (const Example& example : examples) {
    for (const std::uint32_t feature : example.features) ++features.all[feature].count;
  }
  const std::vector<Example> dev =
      dev_path.empty() ? std::vector<Example>() : read_examples(dev_path, features);

  std::vector<std::uint32_t> order(examples.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937_64 random(17);
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    // std::shuffle is not the same in every library.
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    const double loss = train_epoch(examples, order, kRate / (1 + 0.5 * epoch), features.all);
    if (epoch >= kEpochs - kAveragedEpochs) {
      for (Feature& feature : features.all) feature.sum += feature.weight / kAveragedEpochs;
    }
    std::cout << "epoch " << epoch + 1 << "  loss " << loss << "  dev places right "
              << measure(dev, features.all) << " %\n";
  }
  std::vector<SegmenterModel::Weight> weights;
  for (const Feature& feature : features.all) {
    const auto value = static_cast<std::int32_t>(std::lround(feature.sum * kUnit));
    if (feature.count >= kMinCount && std::abs(value) >= kMinWeight) weights.push_back({feature.key, value});
  }
  std::ofstream out(out_path, std::ios::binary);
  out << to_table(weights) << std::flush;
  if (!out) throw IoError(out_path + ": cannot be written");
  std::cout << examples.size() << " places, " << weights.size() << " weights\n";
}

}  // namespace
}  // namespace actorgraph

int main(int argc, char** argv) {
  std::vector<std::string> train;
  std::string out;
  std::string dev;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--dev" && i + 1 < argc) {
      dev = argv[++i];
    } else if (out.empty()) {
      out = argument;
    } else {
      train.push_back(argument);
    }
  }
  if (train.empty()) {
    std::cerr << "usage: train_segmenter OUT TRAIN.conllu... [--dev DEV.conllu]\n";
    return 2;
  }
  try {
    actorgraph::run(out, train, dev);
  } catch (const std::exception& error) {
    std::cerr << "train_segmenter: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
