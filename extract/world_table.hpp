// Reads the tables of data/actors; one function a format. Used by World alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/string_map.hpp"
#include "extract/world.hpp"

namespace actorgraph {

/// The tables in memory. Every key is folded (fold_name). Looked up by key only, never iterated.
struct World::Index {
  struct Alias {
    std::uint32_t actor = 0;
    bool acronym = false;  ///< matches only words with two capitals
    bool plain = false;    ///< matches lower case too
  };

  std::vector<WorldActor> actors;
  StringMap<std::vector<Alias>> aliases;
  StringMap<std::uint32_t> longest;  ///< first word of a name to the words of its longest name
  StringMap<std::uint32_t> country_codes;
  StringMap<std::uint32_t> demonyms;
  StringMap<std::uint32_t> capitals;
  StringMap<std::vector<std::uint32_t>> surnames;
  StringMap<std::vector<std::uint32_t>> offices;  ///< "RUS president"
  StringMap<NounClass> nouns;
  StringMap<std::string> modifiers;
  StringMap<Gender> genders;
  std::vector<std::unique_ptr<const std::string>> sectors;  ///< keeps NounClass::sector alive

  /// Where the rows that are added stand among those of the same name.
  enum class Order : std::uint8_t { Last, First };
  Order order = Order::Last;

  /// Adds the rows of one file: countries.tsv, nouns.tsv, modifiers.tsv, genders.tsv; any other is a table of
  /// actors.
  /// Errors: throws FormatError naming file and line.
  void add_table(const std::string& file_name, std::string_view text);

  void add_alias(std::string_view name, std::uint32_t actor);

 private:
  void add_country(const std::vector<std::string_view>& columns, const std::string& place);
  void add_actor(const std::vector<std::string_view>& columns, const std::string& place);
  void add_noun(const std::vector<std::string_view>& columns, const std::string& place);
  void add_modifiers(const std::vector<std::string_view>& columns, const std::string& place);
  void add_genders(const std::vector<std::string_view>& columns, const std::string& place);
};

/// How many capital letters `text` has, ASCII and Latin-1.
[[nodiscard]] std::uint32_t count_capitals(std::string_view text);

}  // namespace actorgraph
