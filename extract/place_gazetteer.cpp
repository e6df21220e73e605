#include "extract/place_gazetteer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

#include "extract/fold_name.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kColumns = 8;
using Columns = std::array<std::string_view, kColumns>;

[[noreturn]] void fail(const std::string& file, std::size_t line, std::string_view row,
                       const std::string& expected) {
  throw FormatError(file + ":" + std::to_string(line) + ": \"" + std::string(row) + "\" " + expected);
}

// Columns are short: a plain loop is faster than a search for each tab.
bool split_row(std::string_view row, Columns& columns) {
  std::size_t column = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] != '\t') continue;
    if (column + 1 == kColumns) return false;
    columns[column++] = row.substr(begin, i - begin);
    begin = i + 1;
  }
  columns[column] = row.substr(begin);
  return column + 1 == kColumns;
}

struct Kind {
  PlaceKind kind;
  Seat seat;
};

std::optional<Kind> parse_kind(std::string_view letter) {
  constexpr std::string_view kLetters = "NRPSTAWVMEIKF";
  constexpr std::array<Kind, 13> kKinds = {{{PlaceKind::Country, Seat::None},
                                            {PlaceKind::Region, Seat::None},
                                            {PlaceKind::City, Seat::Country},
                                            {PlaceKind::City, Seat::Region},
                                            {PlaceKind::City, Seat::None},
                                            {PlaceKind::Area, Seat::None},
                                            {PlaceKind::Water, Seat::None},
                                            {PlaceKind::River, Seat::None},
                                            {PlaceKind::Mountains, Seat::None},
                                            {PlaceKind::Desert, Seat::None},
                                            {PlaceKind::Island, Seat::None},
                                            {PlaceKind::Continent, Seat::None},
                                            {PlaceKind::Facility, Seat::None}}};
  const std::size_t at = letter.size() == 1 ? kLetters.find(letter.front()) : std::string_view::npos;
  if (at == std::string_view::npos) return std::nullopt;
  return kKinds[at];
}

// "-12.34", always with two decimals.
bool parse_degrees(std::string_view text, int bound, float& degrees) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.size() < 4 || text.size() > 6 || text[text.size() - 3] != '.') return false;
  int hundredths = 0;
  for (const char c : text) {
    if (c == '.') continue;
    if (c < '0' || c > '9') return false;
    hundredths = hundredths * 10 + (c - '0');
  }
  if (hundredths > bound * 100) return false;
  degrees = static_cast<float>(negative ? -hundredths : hundredths) / 100;
  return true;
}

auto region_key(const Place& place) {
  return std::make_pair(place.country(), place.region());
}

constexpr std::array<std::string_view, 9> kArticles = {"al ", "el ", "ad ", "an ", "ar ",
                                                       "as ", "at ", "az ", "ash "};

}  // namespace

PlaceGazetteer PlaceGazetteer::load(const std::string& data_dir) {
  const std::string path = data_dir + "/places/gazetteer.tsv";
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  const auto size = in ? static_cast<std::streamoff>(in.tellg()) : std::streamoff{-1};
  if (size < 0) throw IoError(path + ": cannot be read; is the data folder complete?");
  std::string text(static_cast<std::size_t>(size), '\0');
  in.seekg(0);
  in.read(text.data(), size);
  if (!in) throw IoError(path + ": cannot be read");
  return parse(std::move(text), path);
}

PlaceGazetteer PlaceGazetteer::parse(std::string text, const std::string& file) {
  PlaceGazetteer gazetteer;
  gazetteer.text_ = std::make_unique<const std::string>(std::move(text));
  const std::string_view all = *gazetteer.text_;
  constexpr std::size_t kShortestRow = 32;  // bytes, about
  gazetteer.places_.reserve(all.size() / kShortestRow + 1);
  std::size_t line = 0;
  Columns columns;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const std::string_view row = all.substr(begin, end - begin);
    begin = end + 1;
    ++line;
    if (row.empty() || row.front() == '#') continue;
    if (!split_row(row, columns)) fail(file, line, row, "has not 8 columns");
    Place place;
    const auto kind = parse_kind(columns[2]);
    if (!kind) fail(file, line, row, "has a kind that is none of NRPSTAWVMEIKF");
    place.kind = kind->kind;
    place.seat = kind->seat;
    if (!columns[3].empty() && columns[3].size() != 3)
      fail(file, line, row, "has a country without three letters");
    constexpr std::size_t kLongest = 255;
    if (columns[0].size() > kLongest || columns[1].size() > kLongest || columns[4].size() > kLongest)
      fail(file, line, row, "has a name of more than 255 bytes");
    place.row_ = row.data();
    place.key_length_ = static_cast<std::uint8_t>(columns[0].size());
    place.name_length_ = static_cast<std::uint8_t>(columns[1].size());
    place.country_length_ = static_cast<std::uint8_t>(columns[3].size());
    place.region_length_ = static_cast<std::uint8_t>(columns[4].size());
    place.country_begin_ = static_cast<std::uint16_t>(columns[3].data() - row.data());
    if (!parse_degrees(columns[5], 90, place.latitude) || !parse_degrees(columns[6], 180, place.longitude))
      fail(file, line, row, "has no degrees with two decimals in columns 6 and 7");
    if (columns[7].size() != 1 || columns[7].front() < '0' || columns[7].front() > '9')
      fail(file, line, row, "has a size that is not 0 to 9");
    place.size = static_cast<std::uint8_t>(columns[7].front() - '0');
    if (!gazetteer.places_.empty() && place.key() < gazetteer.places_.back().key())
      fail(file, line, row, "is out of order: rows are sorted by their first column");
    gazetteer.places_.push_back(place);
  }
  const std::vector<Place>& places = gazetteer.places_;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    if (places[i].kind == PlaceKind::Region && !places[i].region().empty()) gazetteer.regions_.push_back(i);
    if (places[i].seat == Seat::Country) gazetteer.capitals_.push_back(i);
  }
  std::stable_sort(
      gazetteer.regions_.begin(), gazetteer.regions_.end(),
      [&](std::uint32_t a, std::uint32_t b) { return region_key(places[a]) < region_key(places[b]); });
  std::stable_sort(gazetteer.capitals_.begin(), gazetteer.capitals_.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     return std::make_tuple(places[a].country(), -places[a].size) <
                            std::make_tuple(places[b].country(), -places[b].size);
                   });
  return gazetteer;
}

std::span<const Place> PlaceGazetteer::find_key(std::string_view key) const {
  const auto begin = std::partition_point(places_.begin(), places_.end(),
                                          [&](const Place& place) { return place.key() < key; });
  auto end = begin;
  while (end != places_.end() && end->key() == key) ++end;
  return {begin, end};
}

std::span<const Place> PlaceGazetteer::find(std::string_view name) const {
  const std::string key = fold_place_name(name);
  if (key.size() < 2) return {};
  const auto found = find_key(key);
  if (!found.empty()) return found;
  for (const std::string_view article : kArticles) {
    if (key.starts_with(article) && key.size() > article.size() + 2) {
      return find_key(std::string_view(key).substr(article.size()));
    }
  }
  return find_key("al " + key);
}

const Place* PlaceGazetteer::find_region(const Place& place) const {
  if (place.country().empty() || place.region().empty()) return nullptr;
  const auto at = std::partition_point(regions_.begin(), regions_.end(), [&](std::uint32_t region) {
    return region_key(places_[region]) < region_key(place);
  });
  return at != regions_.end() && region_key(places_[*at]) == region_key(place) ? &places_[*at] : nullptr;
}

const Place* PlaceGazetteer::find_capital(std::string_view country) const {
  const auto at = std::partition_point(capitals_.begin(), capitals_.end(), [&](std::uint32_t capital) {
    return places_[capital].country() < country;
  });
  return at != capitals_.end() && places_[*at].country() == country ? &places_[*at] : nullptr;
}

std::string shown_name(const Place& place) {
  if (!place.name().empty()) return std::string(place.name());
  std::string name(place.key());
  bool begins = true;
  for (char& c : name) {
    if (begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    begins = c == ' ';
  }
  return name;
}

std::string fold_place_name(std::string_view name) {
  std::string key = fold_name(name);
  std::erase_if(key, [](char c) { return c == '\'' || c == '`'; });
  return key;
}

bool lies_within(const Place& inner, const Place& outer) {
  if (outer.country().empty() || inner.country() != outer.country()) return false;
  if (outer.kind == PlaceKind::Country) return inner.kind != PlaceKind::Country;
  if (outer.kind == PlaceKind::Region && !outer.region().empty()) {
    return inner.region() == outer.region() && inner.kind != PlaceKind::Region &&
           inner.kind != PlaceKind::Country;
  }
  // Areas have no lists of what lies in them: within three degrees of their middle.
  const bool wide = outer.kind != PlaceKind::City && outer.kind != PlaceKind::Facility;
  return wide && inner.kind != PlaceKind::Country && inner.kind != outer.kind &&
         std::abs(inner.latitude - outer.latitude) < 3 && std::abs(inner.longitude - outer.longitude) < 3;
}

PlaceReference make_place_reference(const PlaceGazetteer& gazetteer, const Place& place) {
  PlaceReference reference;
  reference.name = shown_name(place);
  reference.country = place.country();
  if (place.kind == PlaceKind::Region) {
    reference.region = reference.name;
  } else if (const Place* region = gazetteer.find_region(place)) {
    reference.region = shown_name(*region);
  }
  reference.kind = place.kind;
  const auto degrees = [](float value) { return std::round(static_cast<double>(value) * 100) / 100; };
  reference.latitude = degrees(place.latitude);
  reference.longitude = degrees(place.longitude);
  return reference;
}

}  // namespace actorgraph
