#include "ingest/news_date.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace actorgraph;

TEST_CASE("a date is read in every form that news and feeds write") {
  const std::string_view good[] = {
      "2024-03-23",
      "2024-3-23",
      " 2024-03-23\n",
      "2024-03-23T10:00:00Z",
      "2024-03-23T10:00:00.250+01:00",
      "2024-03-23 10:00:00",
      "2024-03-23 10:00:00 +0000 UTC",
      "2024/03/23",
      "20240323",
      "20240323T100000Z",
      "March 23, 2024",
      "March 23 2024",
      "Mar. 23, 2024",
      "MARCH 23RD, 2024",
      "23 March 2024",
      "23rd of March, 2024",
      "the 23rd of March 2024",
      "23 Mar 2024",
      "23-Mar-2024",
      "Sat, 23 Mar 2024 10:00:00 GMT",
      "Sat, 23 Mar 2024 10:00:00 +0000",
      "Sat, 23 Mar 24 10:00:00 EST",
      "Saturday, March 23, 2024",
      "Saturday 23 March 2024",
      "Sat Mar 23 10:00:00 2024",
      "March 23, 2024 10:30 AM EDT",
      "March 23, 2024 at 10:30 a.m.",
      "10:30, 23 March 2024",
      "Published: March 23, 2024",
      "Last updated on 23 March 2024 10.30am",
      "Published 23 March 2024 | 10:30",
      "Date: 2024-03-23",
      "March 23, 2024 \xE2\x80\x93 10:30",
      "March\xC2\xA0"
      "23, 2024",
      "23.03.2024",
      "23/03/2024",
      "03/23/2024",
      "(March 23, 2024)",
      "23 March 2024 - 11.20 GMT",
      "Issued: Saturday 23 March 2024, 0900 local time",
      "Sat 23 March 2024",
  };
  for (const std::string_view text : good) {
    CAPTURE(text);
    const auto date = parse_news_date(text);
    REQUIRE(date);
    CHECK(to_string(*date) == "2024-03-23");
  }
}

TEST_CASE("what is no date, or not a whole one, is none") {
  const std::string_view bad[] = {
      "",
      "   ",
      "March 23",
      "March 2024",
      "2024",
      "Saturday",
      "23",
      "2024-02-30",
      "2023-02-29",
      "February 30, 2024",
      "32 March 2024",
      "2024-13-01",
      "99999999",
      "03/04/2024",
      "March 23, 2024 and March 24, 2024",
      "2024-03-23 2024-03-24",
      "On March 23, 2024 rebels attacked",
      "Updated 3 hours ago",
      "March 23, 20245",
      "0 March 2024",
      "ma 23, 2024",
      "-",
      "tomorrow",
      "23 March 2024 25.10",
      "23 March 2024 2570",
  };
  for (const std::string_view text : bad) {
    CAPTURE(text);
    CHECK_FALSE(parse_news_date(text));
  }
  CHECK_FALSE(parse_news_date("March 23, 2024" + std::string(100, '.')));
}

TEST_CASE("numbers of a date that could be day or month are told apart where they can be") {
  CHECK(to_string(*parse_news_date("13/02/2024")) == "2024-02-13");
  CHECK(to_string(*parse_news_date("02/13/2024")) == "2024-02-13");
  CHECK(to_string(*parse_news_date("04/04/2024")) == "2024-04-04");
  CHECK(to_string(*parse_news_date("03.04.2024")) == "2024-04-03");
}

TEST_CASE("a year of two digits belongs to 1970 to 2069") {
  CHECK(to_string(*parse_news_date("1 May 69")) == "2069-05-01");
  CHECK(to_string(*parse_news_date("1 May 70")) == "1970-05-01");
  CHECK(to_string(*parse_news_date("1 May 05")) == "2005-05-01");
}
