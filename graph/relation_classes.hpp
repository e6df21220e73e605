// Which words name the same act: verbs and nouns, synonyms. Read from data/events/relation_classes.tsv and
// the nouns of events in data/lexicon. Read by EventMerger.
// Thread-safety: const members may be called concurrently.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace actorgraph {

class RelationClasses {
 public:
  /// Knows no synonyms: a lemma is in the class of its own stem.
  RelationClasses() = default;

  /// Reads `data_dir`/events/relation_classes.tsv.
  /// Errors: throws IoError where it cannot be read, FormatError naming file and line.
  [[nodiscard]] static RelationClasses load(const std::string& data_dir);

  /// The name of the class of a relation lemma: "shoot dead" and "murder" are of "kill". A lemma that no
  /// class lists is of the class of its stem, prepositions left out: "attack on" and "attack" are of
  /// "attack". Cost: O(lemma).
  [[nodiscard]] std::string class_of(std::string_view lemma) const;

 private:
  std::unordered_map<std::string, std::string> classes_;  // by lemma; never iterated
};

}  // namespace actorgraph
