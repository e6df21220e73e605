// What a noun relates its holder to: "director of the bank", "Lind's brother", "an Acme subsidiary". Read by
// the facts of clauses and of phrases. Thread-safety: free functions without state.
#pragma once

#include <optional>
#include <string>

#include "extract/proposition.hpp"

namespace actorgraph {

struct RelationalPhrase {
  Words words;        ///< "director", "of"
  std::string lemma;  ///< "be director of"
  Filler other;       ///< the bank
};

/// Takes the phrase of a relational noun apart; nothing where the noun relates to no other.
[[nodiscard]] std::optional<RelationalPhrase> split_relational(const SentenceView& view, std::uint32_t noun);

/// Whether `tok` heads a name, of no nationality or creed.
[[nodiscard]] bool is_name(const DependencyTree& tree, std::uint32_t tok);

}  // namespace actorgraph
