// The phrases around a verb or event noun: when, where, with what, to whom. Read by verbal and the extractor.
// Thread-safety: free functions without state.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/proposition.hpp"
#include "records/claim.hpp"

namespace actorgraph {

enum class Linking : std::uint8_t {
  None,      ///< a circumstance
  WithVerb,  ///< relates the subject to its filler: "intervene in Syria"
};

struct Oblique {
  std::uint32_t tok = 0;
  std::string preposition;  ///< lower case, empty where none
  Role role = Role::Other;
  Linking linking = Linking::None;
};

/// The phrases of a clause, in text order, with role and whether they relate to the subject.
[[nodiscard]] std::vector<Oblique> find_obliques(const SentenceView& view, const Clause& clause);

/// Whether a phrase frames its clause and takes no part in it: one that stands before it, "in the wake of",
/// "in principle".
[[nodiscard]] bool is_frame(const SentenceView& view, const Clause& clause, const Oblique& oblique);

/// The phrases behind a noun that say when and where: "the attack on Friday in Oslo".
[[nodiscard]] std::vector<Oblique> find_noun_circumstances(const SentenceView& view, std::uint32_t noun);

/// Whether the head of a phrase stands for a place.
[[nodiscard]] bool is_place(const SentenceView& view, std::uint32_t tok);

/// Whether the head of a phrase stands for a time.
[[nodiscard]] bool is_time(const SentenceView& view, std::uint32_t tok);

}  // namespace actorgraph
