// Which words stand in quotation marks, and who says them. Used by coreference.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/dependency_tree.hpp"
#include "records/document.hpp"

namespace actorgraph {

struct TokenPlace {
  std::uint32_t sentence = 0;
  std::uint32_t tok = 0;

  friend bool operator==(const TokenPlace&, const TokenPlace&) = default;
};

struct Quotations {
  std::vector<std::vector<std::uint32_t>> quote_of;  ///< per sentence and token: 0 outside, else quote number
  std::vector<std::optional<TokenPlace>>
      speakers;  ///< per quote number: the head of the speech verb's subject
};

/// Finds the quotations of a document. One in marks ends with its block at the latest; if it is left open
/// there, the one that opens the next block has the same speaker. Behind a block that ends with "Lind said:"
/// the next blocks are a quotation too, without marks, as long as they say "I" or "we".
/// Cost:     O(tokens).
[[nodiscard]] Quotations find_quotations(const Document& doc, const std::vector<DependencyTree>& trees);

/// Whether `lemma` is a verb of saying.
[[nodiscard]] bool is_speech_verb(std::string_view lemma);

}  // namespace actorgraph
