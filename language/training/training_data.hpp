// Gathers all that the analyser is trained on and measured with.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "language/training/model_writer.hpp"
#include "language/training/trainer.hpp"

namespace actorgraph {

/// The files of a training run.
struct TrainingFiles {
  /// "treebank.conllu", "treebank.conllu,names.tsv" or "treebank.conllu,names.tsv,3" (so often in an epoch).
  std::vector<std::string> trees;
  std::vector<std::string> names;
  std::string skip_source;            ///< of the names, what is annotated in the trees too
  std::vector<std::string> labelled;  ///< CoNLL-U with names in MISC, made by write_labelled
  std::vector<std::string> dev_trees;
  std::vector<std::string> dev_names;
  std::string wordnet;  ///< folder; may be empty
  std::string data;     ///< folder with the lists of names; may be empty
};

/// All that training reads, and what of it goes into the model beside the weights.
struct TrainingData {
  std::vector<TrainingSentence> sentences;  ///< the annotated ones, then those that networks labelled
  std::size_t annotated = 0;                ///< how many are annotated
  std::vector<DevSet> dev;
  ModelTables tables;
  KnownWords known;                   ///< of the tables
  std::uint32_t annotated_words = 0;  ///< rows of the word table without those of the labelled sentences
};

/// Errors: throws IoError or FormatError.
[[nodiscard]] TrainingData load_training_data(const TrainingFiles& files);

/// The texts, without blanks, of all annotated sentences and of those in `json_lines` ({"text": ...}): what
/// must not be labelled by a network, so that nothing is trained on twice or measured on what it was trained
/// on. Errors: throws IoError or FormatError.
[[nodiscard]] std::unordered_set<std::string> annotated_texts(const TrainingData& data,
                                                              const std::vector<std::string>& json_lines);

/// The forms of a sentence, without blanks between them.
[[nodiscard]] std::string joined_forms(const TrainingSentence& sentence);

}  // namespace actorgraph
