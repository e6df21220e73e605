#include "ingest/date_line.hpp"

#include <doctest/doctest.h>

#include <string>

#include "ingest/plain_text.hpp"

using namespace actorgraph;

TEST_CASE("a date is read beside a publisher, a place, a section and a time") {
  for (const std::string_view line :
       {"23 March 2024", "Orrin Morning Ledger | Saturday, 23 March 2024", "Orrin, 23 March 2024",
        "Security / Sat 23 March 2024", "La Plaza, Orrin City - Saturday, March 23, 2024",
        "March 23, 2024 | The Harbour Gazette", "Orrin, Saturday, 23 March 2024, 18:40",
        "ORRIN \xE2\x80\x94 MARCH 23 2024", "Issued: Saturday 23 March 2024, 0900 local time",
        "World \xC2\xB7 23 March 2024 - 11.20 GMT"}) {
    CAPTURE(line);
    const auto date = parse_date_line(line);
    REQUIRE(date);
    CHECK(to_string(*date) == "2024-03-23");
  }
}

TEST_CASE("a line that says more than a date and names holds no date") {
  for (const std::string_view line :
       {"", "Orrin, March", "The port fell, 23 March 2024", "On 23 March 2024, rebels seized the port",
        "Orrin, 23 March", "The mayor of Orrin, born 23 March 1964, died", "Orrin Ledger"}) {
    CAPTURE(line);
    CHECK_FALSE(parse_date_line(line));
  }
  CHECK_FALSE(parse_date_line("23 March 2024 | " + std::string(200, 'A')));
}

TEST_CASE("a date line below the title dates the article") {
  const auto below = parse_plain_text("Rebels seize port\nOrrin Ledger | 7 June 2024\n\nTwo people died.");
  REQUIRE(below.published);
  CHECK(to_string(*below.published) == "2024-06-07");
  CHECK(below.title() == "Rebels seize port");
}
