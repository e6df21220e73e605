// Names of every type from the lists in data/: what stands in a training sentence in place of its own names,
// so that the network learns the places of names and not the names of its corpora. Source: X. Dai and H.
// Adel, An analysis of simple data augmentation for named entity recognition (COLING 2020),
//         mention replacement. Differs in: names come from lists, not from the corpus.
#pragma once

#include <array>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "language/training/corpus.hpp"
#include "language/training/name_lists.hpp"

namespace actorgraph {

class NamePool {
 public:
  /// Reads the lists under `data_dir`. Errors: throws IoError.
  [[nodiscard]] static NamePool load(const std::string& data_dir);

  /// A name of `type` of exactly `words` words, all capitalised where `capitals`; empty where there is none.
  [[nodiscard]] std::vector<std::string> draw(NameType type, std::size_t words, bool capitals,
                                              std::mt19937_64& random) const;

 private:
  static constexpr std::size_t kMostWords = 6;
  using Names = std::vector<std::vector<std::string>>;

  /// Of one list, by number of words and whether each of those is capitalised.
  struct List {
    std::array<Names, kMostWords + 1> capitalised;
    std::array<Names, kMostWords + 1> other;
    void add(const std::string& name);
  };
  List* list_of(const ListedName& listed);

  List given_, family_;
  std::array<List, kNameTypeCount> lists_;  ///< of the other types
};

/// `sentence` with other names in place of its own, each of as many words. In a tree only names whose words
/// are all proper nouns are replaced, since others have a shape of their own. Nothing where nothing was
/// replaced. Its features are not set.
[[nodiscard]] std::optional<TrainingSentence> with_other_names(const TrainingSentence& sentence,
                                                               const NamePool& pool, std::mt19937_64& random);

}  // namespace actorgraph
