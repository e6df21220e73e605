// The sizes of the analyser's network, as stored in its model file.
// Source: T. Dozat and C. D. Manning, Deep biaffine attention for neural dependency parsing (ICLR 2017).
//         Differs in: hashed affixes and trigrams in place of a character network, labels scored by an
//         additive layer in place of a biaffine one, tags and names predicted beside the tree.
#pragma once

#include <cstdint>

#include "records/labels.hpp"

namespace actorgraph {

/// O, then B- and I- of each name type.
inline constexpr std::uint32_t kNameTagCount = 1 + 2 * static_cast<std::uint32_t>(kNameTypeCount);

struct NetworkShape {
  std::uint32_t word_dim = 96;
  std::uint32_t affix_dim = 64;
  std::uint32_t trigram_dim = 32;
  std::uint32_t shape_dim = 16;
  std::uint32_t gazetteer_dim = 16;
  std::uint32_t units = 160;  ///< of one direction of one recurrent layer
  std::uint32_t layers = 2;
  std::uint32_t arc_dim = 128;  ///< of the vectors of a dependent and a head
  std::uint32_t label_dim = 128;
  std::uint32_t tag_dim = 128;
  std::uint32_t name_dim = 96;
  std::uint32_t word_count = 0;   ///< rows of the word table, the unknown word included
  std::uint32_t feats_count = 0;  ///< feature bundles

  [[nodiscard]] constexpr std::uint32_t input_dim() const {
    return word_dim + affix_dim + trigram_dim + shape_dim + gazetteer_dim;
  }
  /// Size of a token's vector above the recurrent layers.
  [[nodiscard]] constexpr std::uint32_t context_dim() const { return 2 * units; }
};

}  // namespace actorgraph
