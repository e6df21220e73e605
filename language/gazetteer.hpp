// Names known beforehand, as features of the network: which classes the words of a known name belong to.
// Entries are hashes, stored in the model file, so that a model sees in use the lists that it saw in
// training.
#pragma once

#include <cstdint>
#include <span>

#include "language/hash_index.hpp"

namespace actorgraph {

/// One bit each of TokenFeatures::gazetteer, and a row of the network's table.
enum class GazetteerClass : std::uint8_t {
  GivenName,
  Surname,
  City,
  Region,  ///< waters and mountains too
  Country,
  Demonym,  ///< a people, nationality or community, or its adjective
  Title,
  Person,
  Organisation,
  PoliticalGroup,  ///< parties, movements, armed groups
  Other,           ///< events, works, products, treaties, languages, religions, diseases: no actor, no place
  Company,         ///< media too
  BusinessWord,    ///< heads the names of companies, media and clubs: "Airlines", "Times"
  BodyWord,        ///< heads the names of public bodies, forces, parties and schools: "Ministry"
  FacilityWord,    ///< "Airport"
  EventWord,       ///< "Olympics"
};
inline constexpr std::uint32_t kGazetteerClassCount = 16;

using GazetteerClasses = std::uint16_t;

[[nodiscard]] constexpr GazetteerClasses bit_of(GazetteerClass name_class) {
  return static_cast<GazetteerClasses>(1U << static_cast<unsigned>(name_class));
}

/// The classes of an entry.
struct GazetteerEntry {
  enum Flag : std::uint16_t {
    kBeginsLonger = 1,  ///< a longer entry begins with its words
    kAnyCase = 2,       ///< counts without capitals too: its words mean nothing else
  };
  GazetteerClasses classes = 0;
  std::uint16_t flags = 0;
};

/// A word of a sentence, as the lookup sees it.
struct GazetteerWord {
  std::uint64_t hash = 0;  ///< its word_hash
  bool has_capital = false;
};

/// The hash of the first words of an entry and one more.
[[nodiscard]] constexpr std::uint64_t extend_hash(std::uint64_t words, std::uint64_t word) {
  return (words ^ word) * 0x9E3779B97F4A7C15ULL + 1;
}

class Gazetteer {
 public:
  Gazetteer() = default;
  /// In:       hashes of the entries' words (extend_hash from 0), rising, and the entries, of one size.
  /// Requires: both outlive the gazetteer.
  Gazetteer(std::span<const std::uint64_t> keys, std::span<const GazetteerEntry> entries);

  /// Adds to `classes`, word by word, those of the longest entry that begins at each word. A name that is not
  /// for any case matches only where it begins and ends with a capital.
  /// Cost:     O(words x longest entry).
  void look_up(std::span<const GazetteerWord> words, std::span<GazetteerClasses> classes) const;

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  HashIndex index_;
  std::span<const GazetteerEntry> entries_;
};

}  // namespace actorgraph
