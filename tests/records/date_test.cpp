#include "records/date.hpp"

#include <doctest/doctest.h>

using namespace actorgraph;

namespace {

std::string dump_interval(const DateInterval& interval) {
  return (interval.start ? to_string(*interval.start) : "") + ".." +
         (interval.end ? to_string(*interval.end) : "") + " " + std::string(to_string(interval.precision));
}

}  // namespace

TEST_CASE("a date is read exactly and written back") {
  for (const char* text :
       {"2024-03-23", "2024-02-29", "0001-01-01", "9999-12-31", "-0043-03-15", "-2999-01-01"}) {
    CAPTURE(text);
    const auto date = parse_date(text);
    REQUIRE(date);
    CHECK(to_string(*date) == text);
  }
}

TEST_CASE("what is not exactly a date is none") {
  for (const char* text :
       {"", "2024-3-23", "2024-03-23 ", "2024/03/23", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-00",
        "2024-01-32", "20x4-01-01", "-024-01-01", "2024-03-2\xC3"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("days are added across months, years and leap days") {
  CHECK(to_string(add_days(*parse_date("2024-02-28"), 1)) == "2024-02-29");
  CHECK(to_string(add_days(*parse_date("2023-12-31"), 1)) == "2024-01-01");
  CHECK(to_string(add_days(*parse_date("2024-01-01"), -366)) == "2022-12-31");
}

TEST_CASE("an interval covers its year, month or day") {
  CHECK(dump_interval(make_year(2022)) == "2022-01-01..2022-12-31 year");
  CHECK(dump_interval(make_month(2024, 2)) == "2024-02-01..2024-02-29 month");
  CHECK(dump_interval(make_month(2023, 12)) == "2023-12-01..2023-12-31 month");
  CHECK(dump_interval(make_day(*parse_date("2024-03-23"))) == "2024-03-23..2024-03-23 day");
  CHECK(dump_interval({}) == ".. unknown");
}

TEST_CASE("precisions are written and read") {
  for (const Precision precision :
       {Precision::Hour, Precision::Day, Precision::Week, Precision::Month, Precision::Quarter,
        Precision::Century, Precision::Season, Precision::Year, Precision::Decade, Precision::Unknown}) {
    CHECK(parse_precision(to_string(precision)) == precision);
  }
  CHECK_FALSE(parse_precision("eon"));
}
