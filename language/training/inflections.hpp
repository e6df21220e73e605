// Inflected forms of the words of WordNet, so that the lemmatiser knows verbs and nouns that no treebank has.
// Source: Princeton WordNet 3.0 (its index and exception files); English inflection by the textbook rules.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "records/labels.hpp"

namespace actorgraph {

enum class Regularity : std::uint8_t { Regular, Irregular };

struct Inflection {
  std::string form;
  Xpos xpos = Xpos::None;
  std::string lemma;
  Regularity regularity = Regularity::Regular;  ///< irregular: listed as an exception
};

/// The forms of all single lower-case words of `directory`'s index.verb, index.noun and *.exc, in order;
/// where one form has two lemmas, that of the more frequent word. Errors: throws IoError.
[[nodiscard]] std::vector<Inflection> load_inflections(const std::string& directory);

/// The third person of a verb in the present: "kill" gives "kills".
[[nodiscard]] std::string third_person(const std::string& lemma);

}  // namespace actorgraph
