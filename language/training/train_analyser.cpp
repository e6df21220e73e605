// Trains the analyser's network and lemma rules and writes its model file. docs/training.md has the commands.
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

#include "language/training/model_writer.hpp"
#include "language/training/trainer.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

struct Files {
  std::vector<std::string>
      trees;  ///< "treebank.conllu" or "treebank.conllu,names.tsv" or "...,names.tsv,3" (times)
  std::vector<std::string> names;
  std::vector<std::string> dev_trees;
  std::vector<std::string> dev_names;
  std::string skip_source;
  std::string wordnet;
  std::string out;
};

struct TreeFile {
  std::string path;
  std::string names_tsv;
  int times = 1;
};

TreeFile parse_tree_file(const std::string& text) {
  TreeFile file;
  const std::size_t first = text.find(',');
  file.path = text.substr(0, first);
  if (first == std::string::npos) return file;
  const std::size_t second = text.find(',', first + 1);
  file.names_tsv = text.substr(first + 1, second - first - 1);
  if (second != std::string::npos) file.times = std::stoi(text.substr(second + 1));
  return file;
}

std::vector<std::uint64_t> count_words(const std::vector<TrainingSentence>& sentences, std::uint32_t least) {
  std::map<std::uint64_t, std::uint32_t> counts;
  for (const TrainingSentence& sentence : sentences) {
    for (const std::string& form : sentence.forms) ++counts[word_hash(form)];
  }
  std::vector<std::uint64_t> hashes;
  for (const auto& [hash, count] : counts) {
    if (count >= least) hashes.push_back(hash);
  }
  std::stable_sort(hashes.begin(), hashes.end(),
                   [&](std::uint64_t a, std::uint64_t b) { return counts[a] > counts[b]; });
  return hashes;
}

void run(const Files& files, NetworkShape shape, const TrainerOptions& options) {
  std::vector<TreeFile> tree_files;
  std::vector<Treebank> banks;
  for (const std::string& text : files.trees) {
    tree_files.push_back(parse_tree_file(text));
    banks.push_back(Treebank::load(tree_files.back().path));
  }
  const FeatsTable feats = count_feats(banks, 5);
  std::vector<TrainingSentence> names;
  for (const std::string& path : files.names) {
    std::vector<TrainingSentence> more = load_names(path, files.skip_source);
    std::move(more.begin(), more.end(), std::back_inserter(names));
  }
  std::vector<TrainingSentence> sentences;
  for (std::size_t i = 0; i < banks.size(); ++i) {
    std::vector<TrainingSentence> trees = load_trees(std::move(banks[i]), tree_files[i].names_tsv, feats);
    join_names(trees, names);
    for (int time = 0; time < tree_files[i].times; ++time)
      sentences.insert(sentences.end(), trees.begin(), trees.end());
  }
  const LemmaTable lemmas = learn_lemma_rules(
      sentences, files.wordnet.empty() ? std::vector<Inflection>() : load_inflections(files.wordnet));
  std::move(names.begin(), names.end(), std::back_inserter(sentences));

  const std::vector<std::uint64_t> words = count_words(sentences, 2);
  const Vocabulary vocabulary(words);
  for (TrainingSentence& sentence : sentences) set_features(sentence, vocabulary);
  std::vector<DevSet> dev;
  for (const std::string& path : files.dev_trees)
    dev.push_back({path.substr(path.rfind('/') + 1), load_trees(Treebank::load(path), "", feats)});
  for (const std::string& path : files.dev_names)
    dev.push_back({path.substr(path.rfind('/') + 1), load_names(path, "")});
  for (DevSet& set : dev) {
    for (TrainingSentence& sentence : set.sentences) set_features(sentence, vocabulary);
  }
  shape.word_count = static_cast<std::uint32_t>(vocabulary.size());
  shape.feats_count = static_cast<std::uint32_t>(feats.bundles.size());
  std::cerr << sentences.size() << " sentences, " << words.size() << " words, " << feats.bundles.size()
            << " feature bundles, " << lemmas.keys.size() << " lemma keys\n";
  TrainableNetwork network(shape, options.seed);
  train(network, sentences, dev, vocabulary, options, std::cout);
  save_model(network, words, feats, lemmas, files.out);
}

}  // namespace
}  // namespace actorgraph

int main(int argc, char** argv) {
  using namespace actorgraph;
  try {
    CLI::App app("Trains the analyser's model.");
    Files files;
    NetworkShape shape;
    TrainerOptions options;
    app.add_option("--trees", files.trees, "CoNLL-U treebank[,names TSV[,times]]")->required();
    app.add_option("--names", files.names, "Sentences with names: JSON lines or TSV");
    app.add_option("--skip-source", files.skip_source, "Source to leave out of the names TSV files");
    app.add_option("--dev-trees", files.dev_trees, "CoNLL-U to score after each epoch");
    app.add_option("--dev-names", files.dev_names, "Names to score after each epoch");
    app.add_option("--wordnet", files.wordnet, "Folder of WordNet's files: more forms for the lemmatiser");
    app.add_option("-o,--out", files.out, "Model file to write")->required();
    app.add_option("--state", options.state_path, "State file: training goes on from it where it exists");
    app.add_option("--epochs", options.epochs, "Passes over the data")->capture_default_str();
    app.add_option("--batch-tokens", options.batch_tokens, "Tokens a batch")->capture_default_str();
    app.add_option("--threads", options.threads, "Threads a batch is split among")->capture_default_str();
    app.add_option("--seed", options.seed, "Seed of all random numbers")->capture_default_str();
    app.add_option("--rate", options.adam.rate, "Highest learning rate")->capture_default_str();
    app.add_option("--units", shape.units, "Units of one direction of a recurrent layer")
        ->capture_default_str();
    app.add_option("--layers", shape.layers, "Recurrent layers")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    run(files, shape, options);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
