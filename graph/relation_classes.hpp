// Which words name the same act: verbs and nouns, synonyms. Read from data/events/relation_classes.tsv.
// Read by EventMerger. Thread-safety: const members may be called concurrently.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace actorgraph {

enum class RelationKind : std::uint8_t {
  Act,
  Mutual,  ///< who is its subject and who its object makes no difference: "meet", "marry"
  Once,    ///< befalls its subject, and that once: "die"
  OnceOf,  ///< befalls its object, and that once: "kill"
  State    ///< holds, and does not happen: "be", "own"
};

struct RelationClass {
  std::string name;  ///< its first lemma
  RelationKind kind = RelationKind::Act;

  friend bool operator==(const RelationClass&, const RelationClass&) = default;
};

class RelationClasses {
 public:
  /// Knows "be" and "have" as states and no synonyms.
  RelationClasses();

  /// Reads `data_dir`/events/relation_classes.tsv.
  /// Errors: throws IoError where it cannot be read, FormatError naming file and line.
  [[nodiscard]] static RelationClasses load(const std::string& data_dir);

  /// The class of a relation lemma: "shoot dead" and "murder" are of "kill". A preposition at its end is
  /// left out where it makes no difference ("attack on" is of "attack"); a lemma that no class lists is a
  /// class of its own. "be" with whatever follows is a state.
  /// Cost: O(lemma).
  [[nodiscard]] RelationClass find(std::string_view lemma) const;

 private:
  std::unordered_map<std::string, RelationClass> classes_;  // by lemma; never iterated
};

}  // namespace actorgraph
