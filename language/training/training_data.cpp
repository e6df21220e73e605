#include "language/training/training_data.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "records/error.hpp"

namespace actorgraph {
namespace {

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

std::string without_blanks(const std::string& text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c != ' '; });
  return out;
}

}  // namespace

TrainingData load_training_data(const TrainingFiles& files) {
  TrainingData out;
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
  out.annotated = sentences.size();
  std::move(labelled.begin(), labelled.end(), std::back_inserter(sentences));
  out.known = {Vocabulary(out.tables.vocabulary),
               Gazetteer(out.tables.gazetteer.keys, out.tables.gazetteer.entries)};
  for (TrainingSentence& sentence : sentences) set_features(sentence, out.known);
  for (DevSet& set : out.dev) {
    for (TrainingSentence& sentence : set.sentences) set_features(sentence, out.known);
  }
  return out;
}

std::string joined_forms(const TrainingSentence& sentence) {
  std::string text;
  for (const std::string& form : sentence.forms) text += form;
  return text;
}

std::unordered_set<std::string> annotated_texts(const TrainingData& data,
                                                const std::vector<std::string>& json_lines) {
  std::unordered_set<std::string> texts;
  for (std::size_t i = 0; i < data.annotated; ++i) texts.insert(joined_forms(data.sentences[i]));
  for (const DevSet& set : data.dev) {
    for (const TrainingSentence& sentence : set.sentences) texts.insert(joined_forms(sentence));
  }
  for (const std::string& path : json_lines) {
    std::ifstream in(path);
    if (!in) throw IoError(path + ": cannot be opened for reading");
    std::string line;
    while (std::getline(in, line)) {
      rapidjson::Document json;
      json.Parse(line.c_str());
      if (json.HasParseError() || !json.IsObject() || !json.HasMember("text"))
        throw FormatError(path + ": expected an object with text, got '" + line.substr(0, 60) + "'");
      texts.insert(without_blanks(json["text"].GetString()));
    }
  }
  return texts;
}

}  // namespace actorgraph
