// What the program knows of the world before it reads: countries and their names, organisations, armed
// groups, parties, media, companies, office holders with their dates, and what kind of actor a noun heads.
// Loaded from data/actors (format: data/actors/README.md); used by mentions, coreference, events and graph.
// Thread-safety: const members may be called concurrently.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "records/claim.hpp"
#include "records/date.hpp"
#include "records/labels.hpp"

namespace actorgraph {

enum class Gender : std::uint8_t { Unknown, Male, Female };

/// A known actor. Bounded in time where the actor, or a person's office, is.
struct WorldActor {
  std::string name;  ///< canonical: "United States", "Islamic State Khorasan Province"
  ActorKind kind = ActorKind::Unknown;
  std::string code;     ///< CAMEO actor code: "USA", "AFGREB", "RUSGOV"; else empty
  std::string country;  ///< ISO 3166-1 alpha-3, else empty
  std::string office;   ///< of a person: "president", "prime minister", "foreign minister"...; else empty
  std::optional<Date> from;
  std::optional<Date> to;  ///< last day, included
};

/// What a common noun says of the actor that it heads.
struct NounClass {
  ActorKind kind = ActorKind::Unknown;
  std::string_view sector;  ///< CAMEO role: "GOV", "MIL", "COP"...; empty where none
  Gender gender = Gender::Unknown;
};

/// What a phrase names, composed where the whole phrase is not listed: "Afghan police" is AFGCOP.
struct ActorProfile {
  std::string name;  ///< canonical name of a listed actor, else empty
  ActorKind kind = ActorKind::Unknown;
  std::string code;
  std::string country;
};

class World {
 public:
  /// Reads `data_dir`/actors/*.tsv.
  /// Errors: throws IoError where a file cannot be read, FormatError naming file and line.
  [[nodiscard]] static World load(const std::string& data_dir);

  /// Adds a user's table, in the format that `file_name` says; its rows go before those read earlier.
  /// Errors: throws FormatError naming file and line.
  void add(const std::string& file_name, std::string_view text);

  /// The same from texts: (file name, contents). The name says which of the formats it is.
  [[nodiscard]] static World parse(std::span<const std::pair<std::string, std::string>> files);

  World();
  ~World();
  World(World&&) noexcept;
  World& operator=(World&&) noexcept;

  /// Finds an actor by name, short name, acronym or former name, ignoring case, accents, full stops and a
  /// leading "the". A name without any capital finds nothing ("turkey"), nor does an acronym in lower case
  /// ("who"). Of several actors those that existed (held office) at `when` come first, among them those of
  /// `country` (alpha-3), then file order.
  /// Cost:     O(length).
  [[nodiscard]] const WorldActor* find(std::string_view name, std::optional<Date> when = {},
                                       std::string_view country = {}) const;

  struct Match {
    std::uint32_t words = 0;  ///< how many of the words the name takes
    const WorldActor* actor = nullptr;
  };
  /// Finds the longest name that begins at the first word. A possessive "'s" word is no part of a name.
  [[nodiscard]] std::optional<Match> find_longest(std::span<const std::string_view> words,
                                                  std::optional<Date> when = {},
                                                  std::string_view country = {}) const;

  /// The country of a name or of an alpha-3 code, in either case.
  [[nodiscard]] const WorldActor* find_country(std::string_view name_or_code) const;

  /// The country of an adjective or a people: "Russian", "Russians", "Danes", "U.S.".
  [[nodiscard]] const WorldActor* find_demonym(std::string_view word) const;

  /// The country whose capital or seat of government this is.
  [[nodiscard]] const WorldActor* find_capital(std::string_view name) const;

  /// The country that a name tells of: itself, its people, its capital, or that of a listed actor. Else
  /// empty.
  [[nodiscard]] std::string_view find_country_of(std::string_view name) const;

  /// Who held an office: find_office_holder("RUS", "president", date).
  [[nodiscard]] const WorldActor* find_office_holder(std::string_view country, std::string_view office,
                                                     Date when) const;

  /// The only listed person of this surname who was in office at `when`; without a date, the only one.
  [[nodiscard]] const WorldActor* find_surname(std::string_view surname, std::optional<Date> when) const;

  /// By lemma, lower case: "ministry", "militia", "foreign minister".
  [[nodiscard]] std::optional<NounClass> find_noun(std::string_view lemma) const;

  /// The CAMEO role that a word gives to the noun behind it ("rebel" leader: REB), kBearer of a noun that has
  /// the role of the body it stands with (rebel "leader"), else empty. By lemma, lower case.
  [[nodiscard]] std::string_view find_modifier(std::string_view lemma) const;
  static constexpr std::string_view kBearer = "=";

  /// Of a given name, or of a title ("Mr", "Sir", "Queen"); Unknown for names of both.
  [[nodiscard]] Gender find_gender(std::string_view given_name_or_title) const;

  /// What a whole phrase names: a listed actor, or composed from a country or demonym and the head noun.
  [[nodiscard]] ActorProfile describe(std::span<const std::string_view> words,
                                      std::optional<NameType> name_type = {},
                                      std::optional<Date> when = {}) const;

  [[nodiscard]] std::span<const WorldActor> actors() const;

 private:
  [[nodiscard]] std::optional<NounClass> find_in_singular(std::string_view noun) const;

  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace actorgraph
