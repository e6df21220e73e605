// Trains the analyser's network and lemma rules and writes its model file. docs/training.md has the commands.
#include <malloc.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <unordered_set>

#include "language/training/labeller.hpp"
#include "language/training/model_writer.hpp"
#include "language/training/trainer.hpp"
#include "language/training/training_state.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

struct Files {
  std::vector<std::string>
      trees;  ///< "treebank.conllu" or "treebank.conllu,names.tsv" or "...,names.tsv,3" (times)
  std::vector<std::string> names;
  std::vector<std::string> labelled;  ///< CoNLL-U with names in MISC
  std::vector<std::string> teachers;  ///< states of networks that label
  std::vector<std::string> label;     ///< what they label
  std::vector<std::string> dev_trees;
  std::vector<std::string> dev_names;
  std::string skip_source;
  std::string start;
  std::string wordnet;
  std::string data;
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

/// The words that occur at least `least` times and are not in `known`, the most frequent first.
std::vector<std::uint64_t> count_words(const std::vector<TrainingSentence>& sentences, std::uint32_t least,
                                       const Vocabulary& known) {
  std::map<std::uint64_t, std::uint32_t> counts;
  for (const TrainingSentence& sentence : sentences) {
    for (const std::string& form : sentence.forms) ++counts[word_hash(form)];
  }
  std::vector<std::uint64_t> hashes;
  for (const auto& [hash, count] : counts) {
    if (count >= least && known.find(hash) == kUnknownWord) hashes.push_back(hash);
  }
  std::stable_sort(hashes.begin(), hashes.end(),
                   [&](std::uint64_t a, std::uint64_t b) { return counts[a] > counts[b]; });
  return hashes;
}

/// The words that the sentences write in lower case, by their word_hash.
std::unordered_set<std::uint64_t> lower_case_words(const std::vector<TrainingSentence>& sentences) {
  std::unordered_set<std::uint64_t> words;
  for (const TrainingSentence& sentence : sentences) {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const bool is_proper = sentence.upos[i] == static_cast<std::uint16_t>(Upos::Propn);
      const char first = sentence.forms[i][0];
      if (!is_proper && first >= 'a' && first <= 'z') words.insert(word_hash(sentence.forms[i]));
    }
  }
  return words;
}

/// All that training reads, and what of it goes into the model beside the weights.
struct Corpora {
  std::vector<TrainingSentence> sentences;
  std::vector<DevSet> dev;
  ModelTables tables;
  KnownWords known;
  std::uint32_t annotated_words = 0;  ///< rows of the word table without those of the labelled sentences
};

Corpora load_corpora(const Files& files) {
  Corpora out;
  std::vector<TreeFile> tree_files;
  std::vector<Treebank> banks;
  for (const std::string& text : files.trees) {
    tree_files.push_back(parse_tree_file(text));
    banks.push_back(Treebank::load(tree_files.back().path));
  }
  const FeatsTable& feats = out.tables.feats = count_feats(banks, 5);
  out.tables.word_tags = count_word_tags(banks, feats);
  std::vector<TrainingSentence> names;
  for (const std::string& path : files.names) {
    std::vector<TrainingSentence> more = load_names(path, files.skip_source);
    std::move(more.begin(), more.end(), std::back_inserter(names));
  }
  std::vector<TrainingSentence>& sentences = out.sentences;
  for (std::size_t i = 0; i < banks.size(); ++i) {
    std::vector<TrainingSentence> trees = load_trees(std::move(banks[i]), tree_files[i].names_tsv, feats);
    join_names(trees, names);
    for (int time = 0; time < tree_files[i].times; ++time)
      sentences.insert(sentences.end(), trees.begin(), trees.end());
  }
  out.tables.lemmas = learn_lemma_rules(
      sentences, files.wordnet.empty() ? std::vector<Inflection>() : load_inflections(files.wordnet));
  std::vector<TrainingSentence> divided;
  for (const TrainingSentence& sentence : names) {
    if (auto more = with_divided_names(sentence)) divided.push_back(std::move(*more));
  }
  std::move(names.begin(), names.end(), std::back_inserter(sentences));
  std::vector<TrainingSentence> labelled;
  for (const std::string& path : files.labelled) {
    std::vector<TrainingSentence> more = load_labelled(Treebank::load(path), feats);
    std::move(more.begin(), more.end(), std::back_inserter(labelled));
  }
  for (const std::string& path : files.dev_trees)
    out.dev.push_back({path.substr(path.rfind('/') + 1), load_trees(Treebank::load(path), "", feats)});
  for (const std::string& path : files.dev_names)
    out.dev.push_back({path.substr(path.rfind('/') + 1), load_names(path, "")});

  if (!files.data.empty()) out.tables.gazetteer = build_gazetteer(files.data, lower_case_words(sentences));
  // Words of the labelled sentences stand behind, so that a network trained without those can be gone on
  // with.
  std::vector<std::uint64_t>& words = out.tables.vocabulary;
  words = count_words(sentences, 2, {});
  out.annotated_words = static_cast<std::uint32_t>(words.size()) + 1;
  const std::vector<std::uint64_t> more_words = count_words(labelled, 3, Vocabulary(words));
  words.insert(words.end(), more_words.begin(), more_words.end());
  std::move(divided.begin(), divided.end(), std::back_inserter(sentences));
  std::move(labelled.begin(), labelled.end(), std::back_inserter(sentences));
  out.known = {Vocabulary(out.tables.vocabulary),
               Gazetteer(out.tables.gazetteer.keys, out.tables.gazetteer.entries)};
  for (TrainingSentence& sentence : sentences) set_features(sentence, out.known);
  for (DevSet& set : out.dev) {
    for (TrainingSentence& sentence : set.sentences) set_features(sentence, out.known);
  }
  return out;
}

/// Writes what the networks of `states` together say of the sentences of `files.label` to `files.out`.
void label(const Files& files, const NetworkShape& shape, const TrainerOptions& options,
           const Corpora& corpora) {
  std::vector<TrainableNetwork> networks;
  std::vector<const TrainableNetwork*> pointers;
  for (const std::string& state : files.teachers) {
    static_cast<void>(load_state(state, networks.emplace_back(shape, options.seed).parameters()));
  }
  for (const TrainableNetwork& network : networks) pointers.push_back(&network);
  std::vector<TrainingSentence> sentences;
  for (const std::string& path : files.label) {
    std::vector<TrainingSentence> more = load_names(path, "");
    std::move(more.begin(), more.end(), std::back_inserter(sentences));
  }
  for (TrainingSentence& sentence : sentences) set_features(sentence, corpora.known);
  std::ofstream out(files.out, std::ios::binary);
  write_labelled(pointers, sentences, corpora.tables.feats, options.threads, out);
  out.close();
  if (!out) throw IoError(files.out + ": cannot be written");
}

void run(const Files& files, NetworkShape shape, TrainerOptions options) {
  const Corpora corpora = load_corpora(files);
  shape.word_count = static_cast<std::uint32_t>(corpora.known.vocabulary.size());
  shape.feats_count = static_cast<std::uint32_t>(corpora.tables.feats.bundles.size());
  std::cerr << corpora.sentences.size() << " sentences, " << shape.word_count << " words, "
            << shape.feats_count << " feature bundles, " << corpora.tables.lemmas.keys.size()
            << " lemma keys, " << corpora.known.gazetteer.size() << " gazetteer entries\n";
  if (!files.teachers.empty()) return label(files, shape, options, corpora);
  TrainableNetwork network(shape, options.seed);
  if (!files.start.empty()) {
    NetworkShape start_shape = shape;
    start_shape.word_count = corpora.annotated_words;
    TrainableNetwork start(start_shape, options.seed);
    static_cast<void>(load_state(files.start, start.parameters()));
    network.start_from(start);
  }
  const std::optional<NamePool> pool =
      files.data.empty() ? std::nullopt : std::optional(NamePool::load(files.data));
  if (pool) options.pool = &*pool;
  train(network, corpora.sentences, corpora.dev, corpora.known, options, std::cout);
  save_model(network, corpora.tables, files.out);
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
    app.add_option("--labelled", files.labelled, "CoNLL-U with names in MISC, written with --label");
    app.add_option("--label", files.label,
                   "Sentences to label in place of training, in the forms of --names");
    app.add_option("--teacher", files.teachers, "State of a network that labels them");
    app.add_option("--data", files.data, "Folder with gazetteer/ and actors/: names as features");
    app.add_option("--wordnet", files.wordnet, "Folder of WordNet's files: more forms for the lemmatiser");
    app.add_option("-o,--out", files.out, "Model file to write; CoNLL-U with --label")->required();
    app.add_option("--state", options.state_path, "State file: training goes on from it where it exists");
    app.add_option("--start", files.start,
                   "State of a network of the same corpora to begin with, less --labelled");
    app.add_option("--epochs", options.epochs, "Passes over the data")->capture_default_str();
    app.add_option("--batch-tokens", options.batch_tokens, "Tokens a batch")->capture_default_str();
    app.add_option("--threads", options.threads, "Threads a batch is split among")->capture_default_str();
    app.add_option("--seed", options.seed, "Seed of all random numbers")->capture_default_str();
    app.add_option("--rate", options.adam.rate, "Highest learning rate")->capture_default_str();
    app.add_option("--word-dropout", options.dropout.word, "Share of words shown as unknown")
        ->capture_default_str();
    app.add_option("--layer-dropout", options.dropout.layer, "Share of a layer's output that is hidden")
        ->capture_default_str();
    app.add_option("--head-dropout", options.dropout.hidden, "Share of the heads' vectors that is hidden")
        ->capture_default_str();
    app.add_option("--units", shape.units, "Units of one direction of a recurrent layer")
        ->capture_default_str();
    app.add_option("--layers", shape.layers, "Recurrent layers")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    // Large matrices come and go at every step: they are taken from the heap, not from the system each time.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 1 << 28);
    run(files, shape, options);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
