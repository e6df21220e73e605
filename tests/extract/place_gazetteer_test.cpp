#include "extract/place_gazetteer.hpp"

#include <doctest/doctest.h>

#include <string>

#include "records/error.hpp"

using namespace actorgraph;

namespace {

const std::string kTable =
    "# comment\n"
    "al zenda\tAl-Zenda\tT\tRUR\t01\t10.50\t-20.25\t3\n"
    "hentzau\t\tR\tRUR\t01\t10.00\t-20.00\t4\n"
    "ruritania\t\tN\tRUR\t\t11.00\t-21.00\t9\n"
    "strelsau\t\tP\tRUR\t02\t12.00\t-22.00\t8\n"
    "strelsau\tStreŀsau on Sea\tT\tGRA\t\t1.00\t2.00\t1\n";

std::string message_of(const std::string& row) {
  try {
    (void)PlaceGazetteer::parse(row, "places.tsv");
  } catch (const FormatError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a place is found by its name however it is written") {
  const PlaceGazetteer gazetteer = PlaceGazetteer::parse(kTable, "places.tsv");
  CHECK(gazetteer.places().size() == 5);
  CHECK(gazetteer.find("STRELSAU").size() == 2);
  CHECK(gazetteer.find("Strélsau").size() == 2);
  CHECK(gazetteer.find("Zenda").size() == 1);       // with the article that the table has
  CHECK(gazetteer.find("el-Hentzau").size() == 1);  // without one that it lacks
  CHECK(gazetteer.find("the Hentzau").size() == 1);
  CHECK(gazetteer.find("Strel").empty());
  CHECK(gazetteer.find("").empty());
}

TEST_CASE("a place knows its name, region, country and capital") {
  const PlaceGazetteer gazetteer = PlaceGazetteer::parse(kTable, "places.tsv");
  const Place& zenda = gazetteer.find("Zenda").front();
  const PlaceReference reference = make_place_reference(gazetteer, zenda);
  CHECK(reference.name == "Al-Zenda");
  CHECK(reference.country == "RUR");
  CHECK(reference.region == "Hentzau");
  CHECK(reference.kind == PlaceKind::City);
  CHECK(*reference.latitude == 10.5);
  CHECK(*reference.longitude == -20.25);
  const Place& country = gazetteer.find("Ruritania").front();
  CHECK(lies_within(zenda, country));
  CHECK(lies_within(zenda, gazetteer.find("Hentzau").front()));
  CHECK_FALSE(lies_within(gazetteer.find("Strelsau").back(), country));
  CHECK_FALSE(lies_within(country, zenda));
  REQUIRE(gazetteer.find_capital("RUR") != nullptr);
  CHECK(shown_name(*gazetteer.find_capital("RUR")) == "Strelsau");
  CHECK(gazetteer.find_capital("GRA") == nullptr);
}

TEST_CASE("a bad row is told with file, line and what was expected") {
  CHECK(message_of("zenda\t\tT\tRUR\t01\t10.50\t20.00\n") ==
        "places.tsv:1: \"zenda\t\tT\tRUR\t01\t10.50\t20.00\" has not 8 columns");
  CHECK(message_of("#\nzenda\t\tX\tRUR\t01\t10.50\t20.00\t3\n") ==
        "places.tsv:2: \"zenda\t\tX\tRUR\t01\t10.50\t20.00\t3\" has a kind that is none of NRPSTAWVMEIKF");
  CHECK(message_of("zenda\t\tT\tRU\t01\t10.50\t20.00\t3\n") ==
        "places.tsv:1: \"zenda\t\tT\tRU\t01\t10.50\t20.00\t3\" has a country without three letters");
  CHECK(message_of("zenda\t\tT\tRUR\t01\t91.00\t20.00\t3\n") ==
        "places.tsv:1: \"zenda\t\tT\tRUR\t01\t91.00\t20.00\t3\" has no degrees with two decimals in columns "
        "6 and 7");
  CHECK(message_of("zenda\t\tT\tRUR\t01\t9.00\t20.00\t10\n") ==
        "places.tsv:1: \"zenda\t\tT\tRUR\t01\t9.00\t20.00\t10\" has a size that is not 0 to 9");
  CHECK(message_of("zenda\t\tT\tRUR\t01\t9.00\t20.00\t3\nhentzau\t\tT\tRUR\t01\t9.00\t20.00\t3\n") ==
        "places.tsv:2: \"hentzau\t\tT\tRUR\t01\t9.00\t20.00\t3\" is out of order: rows are sorted by their "
        "first "
        "column");
}

TEST_CASE("the gazetteer of the program holds every country, its capital and former names") {
  const PlaceGazetteer gazetteer = PlaceGazetteer::load(ACTORGRAPH_SOURCE_DIR "/data");
  for (const Place& place : gazetteer.places()) {
    CAPTURE(std::string(place.key()));
    CHECK(fold_place_name(place.key()) == place.key());
    if (place.seat != Seat::None) CHECK_FALSE(place.country().empty());
  }
  for (const auto* const name :
       {"Kiev", "Bombay", "Rangoon", "Saigon", "Peking", "Leningrad", "Constantinople"}) {
    CAPTURE(name);
    CHECK_FALSE(gazetteer.find(name).empty());
  }
  for (const auto* const country : {"AFG", "USA", "GBR", "XKX", "SSD", "TLS", "PSE", "TWN"}) {
    CAPTURE(country);
    CHECK(gazetteer.find_capital(country) != nullptr);
  }
}
