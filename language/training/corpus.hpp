// Training sentences: token features with whatever a corpus annotates of tags, tree, lemmas and names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/network_shape.hpp"
#include "language/token_features.hpp"
#include "records/document.hpp"

namespace actorgraph {

inline constexpr std::uint16_t kNoLabel = 0xFFFF;

/// A set of name tags, one bit each; a coarse corpus allows several ("LOC" may be GPE, LOC or FAC).
using NameTags = std::uint32_t;
inline constexpr NameTags kAnyNameTag = (1U << kNameTagCount) - 1;

/// The tag of the first or a later token of a name.
[[nodiscard]] constexpr std::uint32_t begin_tag(NameType type) {
  return 1 + 2 * static_cast<std::uint32_t>(type);
}
[[nodiscard]] constexpr std::uint32_t inside_tag(NameType type) {
  return begin_tag(type) + 1;
}

struct TrainingSentence {
  std::string id;
  std::vector<std::string> forms;
  std::vector<TokenFeatures> features;  ///< set by set_features
  std::vector<std::uint16_t> upos;      ///< kNoLabel where not annotated, as in the two that follow
  std::vector<std::uint16_t> xpos;
  std::vector<std::uint16_t> feats;
  std::vector<std::uint32_t> heads;  ///< kRootHead for the root; empty where there is no tree
  std::vector<std::uint16_t> deprels;
  std::vector<NameTags> names;      ///< allowed tags; empty where names are not annotated
  std::vector<std::string> lemmas;  ///< empty where not annotated

  [[nodiscard]] std::size_t size() const { return forms.size(); }
};

/// The feature bundles of the model, the most frequent first.
struct FeatsTable {
  std::vector<std::string> bundles;
  [[nodiscard]] std::uint16_t find(const std::string& bundle) const;  ///< kNoLabel where it is not there
};

/// A treebank file and what its documents were read from.
struct Treebank {
  std::vector<Document> documents;

  /// Reads CoNLL-U. Errors: throws IoError or FormatError.
  [[nodiscard]] static Treebank load(const std::string& path);
};

/// The sentences of a treebank whose names stand in MISC, all of them.
[[nodiscard]] std::vector<TrainingSentence> load_labelled(const Treebank& bank, const FeatsTable& feats);

/// The bundles that occur at least `least` times.
[[nodiscard]] FeatsTable count_feats(const std::vector<Treebank>& banks, std::uint32_t least);

/// The sentences of a treebank, hyphen chains joined; `names_tsv` (may be empty) annotates some of its
/// sentences by sent_id.
/// Errors: throws IoError or FormatError.
[[nodiscard]] std::vector<TrainingSentence> load_trees(Treebank bank, const std::string& names_tsv,
                                                       const FeatsTable& feats);

/// Reads sentences with names alone: JSON lines {"id", "text", "tokens", "entities"} where `path` ends in
/// .jsonl, else token rows (token, BIO tag), of which those of `skip_source` are left out.
/// Errors: throws IoError or FormatError.
[[nodiscard]] std::vector<TrainingSentence> load_names(const std::string& path,
                                                       const std::string& skip_source);

/// Gives the sentences of `trees` the names that `names` has for the same id, and removes them there.
void join_names(std::vector<TrainingSentence>& trees, std::vector<TrainingSentence>& names);

/// `sentence`, whose names alone are annotated, with the hyphens of its names as words of their own, as texts
/// that were tokenised before have them ("Guinea - Bissau"); nothing where no name has one.
[[nodiscard]] std::optional<TrainingSentence> with_divided_names(const TrainingSentence& sentence);

void set_features(TrainingSentence& sentence, const KnownWords& known);

}  // namespace actorgraph
