// Trains the analyser's network and lemma rules and writes its model file. docs/training.md has the commands.
#include <malloc.h>

#include <charconv>
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <unordered_set>

#include "language/training/labeller.hpp"
#include "language/training/training_data.hpp"
#include "language/training/training_state.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

/// What one call is to do.
struct Task {
  TrainingFiles files;
  std::string out;
  std::string start;                   ///< state of a network to begin with
  std::vector<std::string> teachers;   ///< states of networks that label
  std::vector<std::string> label;      ///< what they label
  std::vector<std::string> leave_out;  ///< JSON lines with the texts that are not to be labelled
};

/// Reads a teacher, "STATE" or "STATE,UNITS,LAYERS" where its shape is another than `shape`.
/// Errors: throws FormatError, IoError.
TrainableNetwork load_teacher(const std::string& option, NetworkShape shape, std::uint64_t seed) {
  std::istringstream fields(option);
  std::string state, units, layers;
  std::getline(fields, state, ',');
  if (std::getline(fields, units, ',') && std::getline(fields, layers)) {
    const auto number = [&](const std::string& text) {
      std::uint32_t value = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
      if (error != std::errc() || end != text.data() + text.size())
        throw FormatError("--teacher " + option + ": \"" + text + "\" is no number");
      return value;
    };
    shape.units = number(units);
    shape.layers = number(layers);
  }
  TrainableNetwork network(shape, seed);
  static_cast<void>(load_state(state, network.parameters()));
  return network;
}

/// Writes what the networks of `task.teachers` together say of the sentences of `task.label` to `task.out`.
void label(const Task& task, const NetworkShape& shape, const TrainerOptions& options,
           const TrainingData& data) {
  std::vector<TrainableNetwork> networks;
  std::vector<const TrainableNetwork*> pointers;
  for (const std::string& teacher : task.teachers)
    networks.push_back(load_teacher(teacher, shape, options.seed));
  for (const TrainableNetwork& network : networks) pointers.push_back(&network);
  std::vector<TrainingSentence> sentences;
  for (const std::string& path : task.label) {
    std::vector<TrainingSentence> more = load_names(path, "");
    std::move(more.begin(), more.end(), std::back_inserter(sentences));
  }
  const std::unordered_set<std::string> left_out = annotated_texts(data, task.leave_out);
  const std::size_t read = sentences.size();
  std::erase_if(sentences, [&](const TrainingSentence& s) { return left_out.contains(joined_forms(s)); });
  std::cerr << sentences.size() << " of " << read << " sentences are labelled\n";
  for (TrainingSentence& sentence : sentences) set_features(sentence, data.known);
  std::ofstream out(task.out, std::ios::binary);
  write_labelled(pointers, sentences, data.tables.feats, options.threads, out);
  out.close();
  if (!out) throw IoError(task.out + ": cannot be written");
}

void run(const Task& task, NetworkShape shape, TrainerOptions options) {
  const TrainingData data = load_training_data(task.files);
  shape.word_count = static_cast<std::uint32_t>(data.known.vocabulary.size());
  shape.feats_count = static_cast<std::uint32_t>(data.tables.feats.bundles.size());
  std::cerr << data.sentences.size() << " sentences, " << shape.word_count << " words, " << shape.feats_count
            << " feature bundles, " << data.tables.lemmas.keys.size() << " lemma keys, "
            << data.known.gazetteer.size() << " gazetteer entries\n";
  if (!task.teachers.empty()) return label(task, shape, options, data);
  TrainableNetwork network(shape, options.seed);
  if (!task.start.empty()) {
    NetworkShape start_shape = shape;
    start_shape.word_count = data.annotated_words;
    TrainableNetwork start(start_shape, options.seed);
    static_cast<void>(load_state(task.start, start.parameters()));
    network.start_from(start);
  }
  const std::optional<NamePool> pool =
      task.files.data.empty() ? std::nullopt : std::optional(NamePool::load(task.files.data));
  if (pool) options.pool = &*pool;
  train(network, data.sentences, data.dev, data.known, options, std::cout);
  save_model(network, data.tables, task.out);
}

}  // namespace
}  // namespace actorgraph

int main(int argc, char** argv) {
  using namespace actorgraph;
  try {
    CLI::App app("Trains the analyser's model.");
    Task task;
    TrainingFiles& files = task.files;
    NetworkShape shape;
    TrainerOptions options;
    app.add_option("--trees", files.trees, "CoNLL-U treebank[,names TSV[,times]]")->required();
    app.add_option("--names", files.names, "Sentences with names: JSON lines or TSV");
    app.add_option("--skip-source", files.skip_source, "Source to leave out of the names TSV files");
    app.add_option("--dev-trees", files.dev_trees, "CoNLL-U to score after each epoch");
    app.add_option("--dev-names", files.dev_names, "Names to score after each epoch");
    app.add_option("--labelled", files.labelled, "CoNLL-U with names in MISC, written with --label");
    app.add_option("--label", task.label, "Sentences to label in place of training, in the forms of --names");
    app.add_option("--teacher", task.teachers,
                   "State of a network that labels them, with ,UNITS,LAYERS where not those below");
    app.add_option("--leave-out", task.leave_out,
                   "JSON lines with the texts of sentences not to be labelled");
    app.add_option("--data", files.data, "Folder with gazetteer/ and actors/: names as features");
    app.add_option("--wordnet", files.wordnet, "Folder of WordNet's files: more forms for the lemmatiser");
    app.add_option("-o,--out", task.out, "Model file to write; CoNLL-U with --label")->required();
    app.add_option("--state", options.state_path, "State file: training goes on from it where it exists");
    app.add_option("--start", task.start,
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
    run(task, shape, options);
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
