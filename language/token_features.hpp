// What the network sees of a token: its word, affixes, character trigrams, shape and gazetteer classes.
// Shared by training and analysis, so that both see the same.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/gazetteer.hpp"

namespace actorgraph {

inline constexpr std::size_t kAffixCount = 7;    ///< prefixes of 1-3 and suffixes of 1-4 characters
inline constexpr std::size_t kMaxTrigrams = 14;  ///< of long words the first and the last ones
inline constexpr std::uint32_t kAffixBuckets = 1U << 15U;
inline constexpr std::uint32_t kTrigramBuckets = 1U << 15U;
inline constexpr std::uint32_t kShapeCount = 512;
inline constexpr std::uint32_t kUnknownWord = 0;

/// The indices of one token's rows in the network's embedding tables.
struct TokenFeatures {
  std::uint32_t word = kUnknownWord;
  std::uint16_t shape = 0;
  std::uint8_t trigram_count = 0;
  GazetteerClasses gazetteer = 0;
  std::array<std::uint16_t, kAffixCount> affixes{};
  std::array<std::uint16_t, kMaxTrigrams> trigrams{};
};

/// Words by the hash of their normalised form. Word 0 is the unknown word.
class Vocabulary {
 public:
  Vocabulary() = default;
  /// In: hashes in index order, without that of the unknown word.
  explicit Vocabulary(std::span<const std::uint64_t> hashes);

  [[nodiscard]] std::uint32_t find(std::uint64_t hash) const;
  [[nodiscard]] std::size_t size() const { return index_.size() + 1; }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> index_;
};

/// What words are known to the network.
struct KnownWords {
  Vocabulary vocabulary;
  Gazetteer gazetteer;
};

/// The hash under which a form stands in the vocabulary: lower case, digits as 0, plain quotes and dashes.
[[nodiscard]] std::uint64_t word_hash(std::string_view form);

/// Buffers of append_features, kept between sentences.
struct FeatureScratch {
  std::vector<GazetteerWord> words;
  std::vector<GazetteerClasses> classes;
};

/// The features of a sentence's tokens.
///
/// Out:      one entry a form, appended to `out`.
/// Cost:     O(bytes), no allocation beyond `out` and `scratch`.
void append_features(std::span<const std::string_view> forms, const KnownWords& known,
                     FeatureScratch& scratch, std::vector<TokenFeatures>& out);

}  // namespace actorgraph
