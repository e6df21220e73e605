#include <doctest/doctest.h>

#include <array>
#include <string>

#include "extract/time_expression.hpp"
#include "extract/time_value.hpp"
#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

namespace {

// "two weeks duration P2W", intervals behind it where they say more than the value; separated by "; ".
std::string values(std::string_view text, TimeAnchor anchor = {}) {
  if (!anchor.published) anchor.published = parse_date("2024-03-23");  // a Saturday
  std::string result;
  for (const auto& expression : find_time_expressions(text, anchor)) {
    if (!result.empty()) result += "; ";
    const TimeReference& time = expression.reference;
    result += time.text + ' ' + std::string(to_string(time.type)) + ' ' + time.value;
    if (!time.interval.start && !time.interval.end) continue;
    if (iso_value(time.interval) == time.value) continue;
    result += " [" + (time.interval.start ? to_string(*time.interval.start) : "") + ".." +
              (time.interval.end ? to_string(*time.interval.end) : "") + "]";
  }
  return result;
}

struct Row {
  std::string_view text, expected;
};

template <std::size_t Count>
void check_rows(const std::array<Row, Count>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(values(row.text) == row.expected);
  }
}

std::string value_of(const Document& doc, std::size_t sentence, std::size_t at = 0) {
  const auto found = find_time_expressions(doc);
  REQUIRE(found[sentence].size() > at);
  return found[sentence][at].reference.value;
}

}  // namespace

TEST_CASE("calendar dates have their values in ISO form") {
  check_rows(std::array<Row, 32>{{
      {"5-6 April 2021", "5-6 April 2021 date 2021-04-05/2021-04-06"},
      {"in 1967-73", "1967-73 date 1967/1973"},
      {"8-May-2006", "8-May-2006 date 2006-05-08"},
      {"on 2024-03-22T10:15:00", "2024-03-22T10:15:00 date 2024-03-22"},
      {"on 2024/03/22", "2024/03/22 date 2024-03-22"},
      {"in 3000 BC", "3000 BC date -2999"},
      {"in AD 70", "AD 70 date 0070"},
      {"in the 7th century BC", "the 7th century BC date -0699/-0600"},
      {"the 15th to the 19th century", "the 15th to the 19th century date 14/18"},
      {"nineteenth-century ships", "nineteenth-century date 18"},
      {"in the 1600s", "the 1600s date 16"},
      {"in the early 1990s", "the early 1990s date 199 [1990-01-01..1993-12-31]"},
      {"in mid-March", "mid-March date 2024-03 [2024-03-11..2024-03-20]"},
      {"in late 2021", "late 2021 date 2021 [2021-09-01..2021-12-31]"},
      {"in the '60s", "the '60s date 196"},
      {"the class of '98", "'98 date 1998"},
      {"at the turn of the century", "the turn of the century date 1995/2005"},
      {"in Q3 2022", "Q3 2022 date 2022-Q3"},
      {"in the second half of 2022", "the second half of 2022 date 2022-H2"},
      {"in fiscal year 2023", "fiscal year 2023 date FY2023 [2022-10-01..2023-09-30]"},
      {"the 2022-23 school year", "the 2022-23 school year date 2022-09/2023-06"},
      {"pre-2003 houses", "pre-2003 date ../2002"},
      {"from 2014 onwards", "from 2014 onwards date 2014/.."},
      {"from November to February", "from November to February date 2023-11/2024-02"},
      {"between October 12 and 14", "between October 12 and 14 date 2023-10-12/2023-10-14"},
      {"By the end of the year", "By the end of the year date ../2024 [..2024-12-31]"},
      {"this weekend", "this weekend date 2024-W12-WE"},
      {"at the end of World War II", "the end of World War II date 1945"},
      {"after the fall of Zenda", ""},
      {"three-quarters of them", ""},
      {"since the late 1990s", "since the late 1990s date 199/.. [1997-01-01..]"},
      {"an F-16 of flight 555-1234", ""},
  }});
}

TEST_CASE("holidays fall on their days") {
  check_rows(std::array<Row, 11>{{
      {"on Good Friday 2024", "Good Friday 2024 date 2024-03-29"},
      {"on Easter Monday", "Easter Monday date 2023-04-10"},
      {"on Thanksgiving", "Thanksgiving date 2023-11-23"},
      {"on Labor Day", "Labor Day date 2023-09-04"},
      {"on Memorial Day", "Memorial Day date 2023-05-29"},
      {"on Election Day 2020", "Election Day 2020 date 2020-11-03"},
      {"on New Year's Eve", "New Year's Eve date 2023-12-31"},
      {"last Christmas", "last Christmas date 2023-12-25"},
      {"next Halloween", "next Halloween date 2024-10-31"},
      {"during Ramadan", "Ramadan date 2024-03-11/2024-04-09"},
      {"in World War II", "World War II date 1939-09-01/1945-09-02"},
  }});
}

TEST_CASE("days that became names keep their year") {
  check_rows(std::array<Row, 3>{{
      {"after 9/11", "after 9/11 date 2001-09-12/.."},
      {"the September 11 attacks", "the September 11 date 2001-09-11"},
      {"on September 11", "September 11 date 2023-09-11"},
  }});
}

TEST_CASE("times of day belong to their day") {
  check_rows(std::array<Row, 8>{{
      {"on Friday evening", "Friday evening time 2024-03-22TEV [2024-03-22..2024-03-22]"},
      {"at 3 p.m. on Friday", "at 3 p.m. on Friday time 2024-03-22T15:00 [2024-03-22..2024-03-22]"},
      {"Friday at 15:30 GMT", "Friday at 15:30 GMT time 2024-03-22T15:30 [2024-03-22..2024-03-22]"},
      {"on the night of March 3", "the night of March 3 time 2024-03-03TNI [2024-03-03..2024-03-03]"},
      {"last night", "last night time 2024-03-22TNI [2024-03-22..2024-03-22]"},
      {"at noon", "at noon time T12:00"},
      {"at 12 a.m.", "at 12 a.m. time T00:00"},
      {"at 5 percent", ""},
  }});
}

TEST_CASE("durations and sets have a length, no place in the calendar") {
  check_rows(std::array<Row, 18>{{
      {"for three days", "for three days duration P3D"},
      {"for more than two weeks", "for more than two weeks duration P2W"},
      {"for several months", "for several months duration PXM"},
      {"a two-year war", "two-year duration P2Y"},
      {"It took 90 minutes", "90 minutes duration PT90M"},
      {"for 9 years and 10 months", "for 9 years and 10 months duration P9Y10M"},
      {"a 20-year-old man", ""},
      {"He is 20 years old", ""},
      {"every Friday", "every Friday set XXXX-WXX-5"},
      {"on Sunday mornings", "Sunday mornings set XXXX-WXX-7TMO"},
      {"twice a year", "twice a year set P1Y"},
      {"three times a week", "three times a week set P1W"},
      {"every two years", "every two years set P2Y"},
      {"every other month", "every other month set P2M"},
      {"every April", "every April set XXXX-04"},
      {"each summer", "each summer set XXXX-SU"},
      {"annually", "annually set P1Y"},
      {"daily", "daily set P1D"},
  }});
}

TEST_CASE("what no calendar tells stays open at its side") {
  check_rows(std::array<Row, 5>{{
      {"in recent months", "recent months date PAST_REF [..2024-03-23]"},
      {"in the coming weeks", "the coming weeks date FUTURE_REF [2024-03-23..]"},
      {"the past decade", "the past decade date 2014-03-23/2024-03-23"},
      {"a decade ago", "a decade ago date 2014"},
      {"our last day", ""},
  }});
}

TEST_CASE("times beyond the years of the calendar stay unresolved") {
  for (const std::string_view text :
       {"90000 years ago", "999999 months ago", "the last 500 centuries", "AD 70000", "the 9999th century",
        "FY99999", "3/14/999999", "20,000 BC", "after 9999-12-31"}) {
    CAPTURE(text);
    TimeAnchor anchor;
    anchor.published = parse_date("2024-03-23");
    for (const auto& expression : find_time_expressions(text, anchor)) {
      CHECK_FALSE(expression.reference.interval.start);
      CHECK_FALSE(expression.reference.interval.end);
    }
  }
}

TEST_CASE("without a day of publication the parts that are known are kept") {
  const auto value = [](std::string_view text) {
    const auto found = find_time_expressions(text, TimeAnchor{});
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].reference.interval.start);
    return found[0].reference.value;
  };
  CHECK(value("on Friday") == "XXXX-WXX-5");
  CHECK(value("on March 5") == "XXXX-03-05");
  CHECK(value("in March") == "XXXX-03");
  CHECK(value("at Christmas") == "XXXX-12-25");
  CHECK(value("last year").empty());
}

TEST_CASE("the narrative moves on") {
  check_rows(std::array<Row, 4>{{
      {"On 3 May 2020 they met, the next day they left, that night it burned, two years later it closed",
       "3 May 2020 date 2020-05-03; the next day date 2020-05-04; that night time 2020-05-04TNI "
       "[2020-05-04..2020-05-04]; two years later date 2022"},
      {"In May 2020 they met, the next day they left", "May 2020 date 2020-05; the next day date "},
      {"In 1998 they won. Later that year they lost", "1998 date 1998; Later that year date 1998"},
      {"In 1998 they won. They have lost since then", "1998 date 1998; since then date 1998/.."},
  }});
}

TEST_CASE("a day is counted from the event that the text has dated") {
  Document doc;
  doc.article.published = parse_date("2024-03-23");
  add_sentence(doc,
               "The/DT<det:2 attack/NN<nsubj:4 Tuesday/NNP<nmod:unmarked:2 shook/VBD/shake<root:0 "
               "Zenda/NNP<obj:4@GPE ./.<punct:4");
  add_sentence(doc, "Rebels/NNS/rebel<nsubj:2 voted/VBD/vote<root:0 Thursday/NNP<obl:unmarked:2 ./.<punct:2");
  add_sentence(doc,
               "A/DT<det:2 day/NN<obl:unmarked:7 before/IN<case:5 the/DT<det:5 attack/NN<nmod:2 "
               "Lind/NNP<nsubj:7@PERSON left/VBD/leave<root:0 ./.<punct:7");
  CHECK(value_of(doc, 0) == "2024-03-19");
  CHECK(value_of(doc, 2) == "2024-03-18");
}

TEST_CASE("numbers of day and month are read as the document writes them elsewhere") {
  Document doc;
  doc.article.published = parse_date("2024-03-23");
  const auto add = [&doc](std::string_view date) {
    add_sentence(doc, "They/PRP<nsubj:2 met/VBD/meet<root:0 on/IN<case:4 0/CD<obl:2 ./.<punct:2");
    doc.sentences.back().tokens[3].form = date;
  };
  add("03/04/2021");
  CHECK(value_of(doc, 0) == "2021-03-04");
  add("25/04/2021");
  CHECK(value_of(doc, 0) == "2021-04-03");
  CHECK(value_of(doc, 1) == "2021-04-25");
}

TEST_CASE("news counts a month from publication, history from the year it has named") {
  const auto month = [](std::string_view news) {
    Document doc;
    doc.article.published = parse_date("2024-03-23");
    add_sentence(doc, "They/PRP<nsubj:2 met/VBD/meet<root:0 in/IN<case:4 1998/CD<obl:2 ./.<punct:2");
    add_sentence(doc, "They/PRP<nsubj:2 left/VBD/leave<root:0 in/IN<case:4 May/NNP<obl:2 ./.<punct:2");
    add_sentence(doc, "They/PRP<nsubj:2 left/VBD/leave<root:0 " + std::string(news) + " ./.<punct:2");
    return value_of(doc, 1);
  };
  CHECK(month("home/NN<obl:unmarked:2") == "1998-05");
  CHECK(month("yesterday/NN<obl:unmarked:2") == "2023-05");
}

TEST_CASE("what is expected on a weekday lies ahead, and so does what is to be done") {
  Document doc;
  doc.article.published = parse_date("2024-03-23");
  add_sentence(
      doc,
      "Talks/NNS/talk<nsubj:pass:3 are/VBP/be<aux:pass:3 scheduled/VBN/schedule<root:0 for/IN<case:5 "
      "Friday/NNP<obl:3 ./.<punct:3");
  add_sentence(
      doc, "They/PRP<nsubj:3 are/VBP/be<aux:3 meeting/VBG/meet<root:0 Friday/NNP<obl:unmarked:3 ./.<punct:3");
  add_sentence(
      doc,
      "They/PRP<nsubj:3 were/VBD/be<aux:3 meeting/VBG/meet<root:0 Friday/NNP<obl:unmarked:3 ./.<punct:3");
  CHECK(value_of(doc, 0) == "2024-03-29");
  CHECK(value_of(doc, 1) == "2024-03-29");
  CHECK(value_of(doc, 2) == "2024-03-22");
}
