// Words that end in a full stop which ends no sentence, and words that are two. Low part of the tokeniser.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace actorgraph {

enum class Abbreviation : std::uint8_t {
  None,
  Title,         ///< "Mr", "Gen": a name follows, so no sentence ends here
  Word,          ///< "Inc", "etc": may end a sentence
  BeforeNumber,  ///< "No", "Mar": an abbreviation only where a number follows
  Dotted,        ///< "U.S", "p.m", "Ph.D"
  Initial,       ///< "J"
};

/// What `word`, written without its last full stop, is short for.
/// Cost: O(bytes).
[[nodiscard]] Abbreviation find_abbreviation(std::string_view word);

/// Where the last of the words that `word` is made of begins: 2 for "don't" (do, n't), 3 for "cannot",
/// 6 for "Russia's"; 0 where it is one word. The rest may have to be split again ("wouldn't've").
/// Source: UD English EWT's multiword tokens. Cost: O(1).
[[nodiscard]] std::size_t find_contraction(std::string_view word);

}  // namespace actorgraph
