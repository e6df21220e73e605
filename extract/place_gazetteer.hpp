// The places that the program knows: towns, regions, countries, waters and areas, with coordinates. Loaded
// from data/places/gazetteer.tsv (its header says what it holds); looked up by the place resolver.
// Thread-safety: const members may be called concurrently.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/claim.hpp"

namespace actorgraph {

/// What a town governs.
enum class Seat : std::uint8_t { None, Region, Country };

/// One name of one place: a row of the table, small because there are many. Views live as long as the
/// gazetteer.
class Place {
 public:
  PlaceKind kind = PlaceKind::Unknown;
  Seat seat = Seat::None;
  std::uint8_t size = 0;  ///< 0 to 9: by inhabitants, by fame where it has none
  float latitude = 0;     ///< degrees north
  float longitude = 0;    ///< degrees east

  /// The folded name.
  [[nodiscard]] std::string_view key() const { return {row_, key_length_}; }
  /// The place's usual name; empty where it is the key with capitals.
  [[nodiscard]] std::string_view name() const { return {row_ + key_length_ + 1, name_length_}; }
  /// ISO 3166-1 alpha-3; empty where it spans several.
  [[nodiscard]] std::string_view country() const { return {row_ + country_begin_, country_length_}; }
  /// Code of the first-order region within the country, else empty.
  [[nodiscard]] std::string_view region() const {
    return {row_ + country_begin_ + country_length_ + 1, region_length_};
  }

 private:
  friend class PlaceGazetteer;
  const char* row_ = "\t\t\t";
  std::uint8_t key_length_ = 0;
  std::uint8_t name_length_ = 0;
  std::uint8_t country_length_ = 0;
  std::uint8_t region_length_ = 0;
  std::uint16_t country_begin_ = 0;
};

class PlaceGazetteer {
 public:
  /// Reads `data_dir`/places/gazetteer.tsv.
  /// Errors: throws IoError where it cannot be read, FormatError naming file and line.
  [[nodiscard]] static PlaceGazetteer load(const std::string& data_dir);

  /// The same from text; `file` stands in messages.
  /// Cost:     O(text); rows are views of the text, there is no allocation by row.
  [[nodiscard]] static PlaceGazetteer parse(std::string text, const std::string& file);

  /// Finds all places of a name, ignoring case, accents, full stops, apostrophes and hyphens; where there is
  /// none, without or with an Arabic article ("al-Raqqa").
  /// Cost:     O(length x log names).
  [[nodiscard]] std::span<const Place> find(std::string_view name) const;

  /// The first-order region of a place; null where it has none.
  [[nodiscard]] const Place* find_region(const Place& place) const;

  /// The capital of a country, by alpha-3 code.
  [[nodiscard]] const Place* find_capital(std::string_view country) const;

  [[nodiscard]] std::span<const Place> places() const { return places_; }

 private:
  [[nodiscard]] std::span<const Place> find_key(std::string_view key) const;

  std::unique_ptr<const std::string> text_;  // keeps its address
  std::vector<Place> places_;                // by key
  std::vector<std::uint32_t> regions_;       // by country and code
  std::vector<std::uint32_t> capitals_;      // by country, the larger first
};

/// The name as it is shown: "Deir ez-Zor"; "Kabul" of the key "kabul".
[[nodiscard]] std::string shown_name(const Place& place);

/// The name folded as the keys are.
[[nodiscard]] std::string fold_place_name(std::string_view name);

/// Whether `inner` lies in `outer` by country and region.
[[nodiscard]] bool lies_within(const Place& inner, const Place& outer);

/// The values of a claim's place, but for its text.
[[nodiscard]] PlaceReference make_place_reference(const PlaceGazetteer& gazetteer, const Place& place);

}  // namespace actorgraph
