#include "extract/world.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/fold_name.hpp"
#include "records/error.hpp"

using namespace actorgraph;

namespace {

const World& shipped() {
  static const World kWorld = World::load(ACTORGRAPH_SOURCE_DIR "/data");
  return kWorld;
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto blank = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, blank));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return words;
}

Date day(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

}  // namespace

TEST_CASE("names are folded to one form") {
  CHECK(fold_name("The U.S.") == "us");
  CHECK(fold_name("Al-Qaïda") == "al qaida");
  CHECK(fold_name("Washington, D.C.") == "washington dc");
  CHECK(fold_name("Łódź Şırnak Reykjavík") == "lodz sirnak reykjavik");
  CHECK(fold_name("N\u2019Djamena") == "n'djamena");
  CHECK(fold_name("the") == "the");
}

TEST_CASE("a name finds its actor whatever its form") {
  struct Row {
    std::string_view name, actor, code;
  };
  for (const Row& row :
       std::array<Row, 9>{{{"U.S.", "United States", "USA"},
                           {"the United States", "United States", "USA"},
                           {"Cote d'Ivoire", "Ivory Coast", "CIV"},
                           {"ISIS-K", "Islamic State Khorasan Province", "AFGREB"},
                           {"Pakistani Taliban", "Tehrik-i-Taliban Pakistan", "PAKREB"},
                           {"al Qaeda", "al-Qaida", "IMGUAF"},
                           {"Kremlin", "Kremlin", "RUSGOV"},
                           {"U.N. Security Council", "United Nations Security Council", "IGOUNO"},
                           {"USSR", "Soviet Union", "SUN"}}}) {
    CAPTURE(row.name);
    const WorldActor* actor = shipped().find(row.name);
    REQUIRE(actor != nullptr);
    CHECK(actor->name == row.actor);
    CHECK(actor->code == row.code);
  }
}

TEST_CASE("common words are no names") {
  for (const std::string_view word :
       {"turkey", "who", "Who", "us", "Us", "is", "it", "jordan", "nowhere at all"}) {
    CAPTURE(word);
    CHECK(shipped().find(word) == nullptr);
  }
}

TEST_CASE("the longest name wins") {
  const auto words = split("UN Security Council members met");
  const auto match = shipped().find_longest(words);
  REQUIRE(match);
  CHECK(match->words == 3);
  CHECK(match->actor->name == "United Nations Security Council");
  CHECK_FALSE(shipped().find_longest(split("members of the council")));
}

TEST_CASE("adjectives, peoples and capitals lead to their country") {
  for (const auto& [word, code] :
       std::array<std::pair<std::string_view, std::string_view>, 7>{{{"Russian", "RUS"},
                                                                     {"Danes", "DNK"},
                                                                     {"U.S.", "USA"},
                                                                     {"Soviet", "SUN"},
                                                                     {"Chechen", "RUS"},
                                                                     {"Dutch", "NLD"},
                                                                     {"North Korean", "PRK"}}}) {
    CAPTURE(word);
    REQUIRE(shipped().find_demonym(word) != nullptr);
    CHECK(shipped().find_demonym(word)->country == code);
  }
  CHECK(shipped().find_demonym("us") == nullptr);
  CHECK(shipped().find_capital("Kabul")->country == "AFG");
  CHECK(shipped().find_capital("Geneva") == nullptr);
  CHECK(shipped().find_country("fra")->name == "France");
  CHECK(shipped().find_country("Burma")->country == "MMR");
}

TEST_CASE("offices are bounded in time") {
  CHECK(shipped().find_office_holder("USA", "president", day(2009, 1, 20))->name == "Barack Obama");
  CHECK(shipped().find_office_holder("USA", "president", day(2009, 1, 19))->name == "George W. Bush");
  CHECK(shipped().find_office_holder("RUS", "president", day(2010, 6, 1))->name == "Dmitry Medvedev");
  CHECK(shipped().find_office_holder("RUS", "president", day(1970, 6, 1)) == nullptr);
  CHECK(shipped().find_surname("Bush", day(1990, 5, 5))->name == "George H. W. Bush");
  CHECK(shipped().find_surname("Bush", {}) == nullptr);  // two of them
}

TEST_CASE("phrases that are not listed are composed") {
  struct Row {
    std::string_view phrase;
    ActorKind kind;
    std::string_view code;
  };
  for (const Row& row : std::array<Row, 8>{{{"Afghan police", ActorKind::Government, "AFGCOP"},
                                            {"Afghan Foreign Ministry", ActorKind::Government, "AFGGOV"},
                                            {"Foreign Ministry of Russia", ActorKind::Government, "RUSGOV"},
                                            {"U.S. troops", ActorKind::Government, "USAMIL"},
                                            {"Taliban fighters", ActorKind::Person, "AFGREB"},
                                            {"Rohingya refugees", ActorKind::Group, "MMRREF"},
                                            {"President Vladimir Putin", ActorKind::Person, "RUSGOV"},
                                            {"Russian embassy", ActorKind::Facility, "RUSGOV"}}}) {
    CAPTURE(row.phrase);
    const auto profile = shipped().describe(split(row.phrase));
    CHECK(profile.kind == row.kind);
    CHECK(profile.code == row.code);
  }
}

TEST_CASE("a faulty table is refused with its line") {
  using Files = std::vector<std::pair<std::string, std::string>>;
  const auto message = [](const Files& files) -> std::string {
    try {
      (void)World::parse(files);
    } catch (const FormatError& error) {
      return error.what();
    }
    return {};
  };
  CHECK(message({{"groups.tsv", "# list\nThe Band\tmusic\tUSA\t\n"}}) ==
        "groups.tsv:2: \"music\" is no kind of actor; expected \"person\", \"armed group\"...");
  CHECK(message({{"people.tsv", "Ann Roe\tperson\tUSAGOV\t\t2021-13-01\n"}}) ==
        "people.tsv:1: \"2021-13-01\" is no date; expected 2021, 2021-01 or 2021-01-20");
  CHECK(message({{"countries.tsv", "AF\tAfghanistan\n"}}) ==
        "countries.tsv:1: expected code, name, adjectives, nouns, capitals, aliases, separated by tabs");
  CHECK_THROWS_AS(World::load("/nonexistent"), IoError);
}

TEST_CASE("a user's table goes before what was read earlier") {
  World world = World::load(ACTORGRAPH_SOURCE_DIR "/data");
  world.add("mine.tsv", "Zenda\tplace\tRURGOV\t\nRuritanian Hamas\tarmed group\tRURREB\tHamas\n");
  REQUIRE(world.find("Hamas") != nullptr);
  CHECK(world.find("Hamas")->code == "RURREB");
  REQUIRE(world.find("Zenda") != nullptr);
  CHECK(world.find("Zenda")->code == "RURGOV");
  world.add("modifiers.tsv", "blue\tMIL\n");
  CHECK(world.find_modifier("blue") == "MIL");
  CHECK_THROWS_WITH_AS(world.add("mine.tsv", "Zenda\n"),
                       "mine.tsv:1: expected name, kind, code, aliases, from, to, office, separated by tabs",
                       FormatError);
}

TEST_CASE("an acronym of one letter and a number needs no second capital") {
  REQUIRE(shipped().find("M23") != nullptr);
  CHECK(shipped().find("M23")->name == "March 23 Movement");
}

TEST_CASE("of several actors of a name that of the country is found") {
  CHECK(shipped().find("Congress")->code == "USALEG");
  CHECK(shipped().find("Congress", {}, "IND")->code == "INDPTY");
  CHECK(shipped().find_country_of("Kabul") == "AFG");
  CHECK(shipped().find_country_of("Hamas") == "PSE");
  CHECK(shipped().find_country_of("us").empty());
}
