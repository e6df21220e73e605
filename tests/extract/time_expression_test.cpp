#include "extract/time_expression.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace actorgraph;

namespace {

// "last year 2023-01-01..2023-12-31 year", expressions separated by "; ".
std::string read(std::string_view text, TimeAnchor anchor = {}) {
  if (!anchor.published) anchor.published = parse_date("2024-03-23");  // a Saturday
  std::string result;
  for (const auto& expression : find_time_expressions(text, anchor)) {
    const auto& interval = expression.reference.interval;
    if (!result.empty()) result += "; ";
    result += expression.reference.text;
    if (expression.reference.type == TimeType::Duration) result += " duration";
    if (expression.reference.type == TimeType::Set) result += " set";
    if (interval.start || interval.end) {
      result += ' ';
      if (interval.start) result += to_string(*interval.start);
      result += "..";
      if (interval.end) result += to_string(*interval.end);
      result += ' ';
      result += to_string(interval.precision);
    }
  }
  return result;
}

}  // namespace

TEST_CASE("time expressions are found and resolved") {
  struct Row {
    std::string_view text, expected;
  };
  for (const Row& row : std::array<Row, 46>{{
           {"on 2021-05-03", "2021-05-03 2021-05-03..2021-05-03 day"},
           {"on March 3, 2020, they met", "March 3, 2020 2020-03-03..2020-03-03 day"},
           {"on 3 March 2020", "3 March 2020 2020-03-03..2020-03-03 day"},
           {"the 5th of May, 2019", "the 5th of May, 2019 2019-05-05..2019-05-05 day"},
           {"Jan. 10 was cold", "Jan. 10 2024-01-10..2024-01-10 day"},
           {"on December 4", "December 4 2023-12-04..2023-12-04 day"},
           {"3/14/2021", "3/14/2021 2021-03-14..2021-03-14 day"},
           {"in March 2022", "March 2022 2022-03-01..2022-03-31 month"},
           {"in November", "November 2023-11-01..2023-11-30 month"},
           {"last March", "last March 2023-03-01..2023-03-31 month"},
           {"in 2022", "2022 2022-01-01..2022-12-31 year"},
           {"2000 people died", ""},
           {"You may march on", ""},
           {"the 1990s", "the 1990s 1990-01-01..1999-12-31 decade"},
           {"the 19th century", "the 19th century 1800-01-01..1899-12-31 century"},
           {"in the summer of 2020", "the summer of 2020 2020-06-01..2020-08-31 season"},
           {"winter 2019", "winter 2019 2019-12-01..2020-02-29 season"},
           {"last summer", "last summer 2023-06-01..2023-08-31 season"},
           {"on Friday", "Friday 2024-03-22..2024-03-22 day"},
           {"on Saturday", "Saturday 2024-03-23..2024-03-23 day"},
           {"last Saturday", "last Saturday 2024-03-16..2024-03-16 day"},
           {"next Monday", "next Monday 2024-03-25..2024-03-25 day"},
           {"Friday evening", "Friday evening 2024-03-22..2024-03-22 day"},
           {"yesterday", "yesterday 2024-03-22..2024-03-22 day"},
           {"last night", "last night 2024-03-22..2024-03-22 day"},
           {"tomorrow morning", "tomorrow morning 2024-03-24..2024-03-24 day"},
           {"last week", "last week 2024-03-11..2024-03-17 week"},
           {"this month", "this month 2024-03-01..2024-03-31 month"},
           {"earlier this month", "earlier this month 2024-03-01..2024-03-23 month"},
           {"last year", "last year 2023-01-01..2023-12-31 year"},
           {"two years ago", "two years ago 2022-01-01..2022-12-31 year"},
           {"ten days ago", "ten days ago 2024-03-13..2024-03-13 day"},
           {"in recent months", "recent months ..2024-03-23 unknown"},
           {"over the past three days", "the past three days 2024-03-21..2024-03-23 day"},
           {"since 2021", "since 2021 2021-01-01.. year"},
           {"until June 2020", "until June 2020 ..2020-06-30 month"},
           {"before 2001", "before 2001 ..2000-12-31 year"},
           {"between March 2019 and June 2020",
            "between March 2019 and June 2020 2019-03-01..2020-06-30 month"},
           {"from 2014 to 2016", "from 2014 to 2016 2014-01-01..2016-12-31 year"},
           {"March to June 2020", "March to June 2020 2020-03-01..2020-06-30 month"},
           {"2014-2016", "2014-2016 2014-01-01..2016-12-31 year"},
           {"in early 2020", "early 2020 2020-01-01..2020-04-30 season"},
           {"the first half of 2023", "the first half of 2023 2023-01-01..2023-06-30 season"},
           {"every Friday", "every Friday set"},
           {"for three days", "for three days duration"},
           {"four years before the attack", "four years before"},
       }}) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.expected);
  }
}

TEST_CASE("the direction decides between the last and the next") {
  TimeAnchor future;
  future.direction = TimeDirection::Future;
  CHECK(read("on Friday", future) == "Friday 2024-03-29..2024-03-29 day");
  CHECK(read("in January", future) == "January 2025-01-01..2025-01-31 month");
}

TEST_CASE("expressions of the narrative count from its date") {
  TimeAnchor anchor;
  anchor.narrative = parse_date("1998-06-01");
  CHECK(read("four years later", anchor) == "four years later 2002-01-01..2002-12-31 year");
  CHECK(read("that year", anchor) == "that year 1998-01-01..1998-12-31 year");
  CHECK(read("In 1945 they met. The next year they fought") ==
        "1945 1945-01-01..1945-12-31 year; The next year 1946-01-01..1946-12-31 year");
}

TEST_CASE("without a publication date relative expressions stay unresolved") {
  const auto found = find_time_expressions("last year", TimeAnchor{});
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].reference.interval.start);
}

TEST_CASE("a verb in the future turns a weekday to the next") {
  const auto direction = [](std::string_view auxiliary) {
    Document doc;
    doc.article.published = parse_date("2024-03-23");
    Sentence sent;
    const auto add = [&](std::string_view form, Upos upos, Deprel deprel, std::uint32_t head) {
      Token tok;
      tok.form = form;
      tok.lemma = form;
      tok.upos = upos;
      tok.deprel = deprel;
      tok.head = head;
      sent.tokens.push_back(tok);
    };
    add("They", Upos::Pron, Deprel::Nsubj, 2);
    add(auxiliary, Upos::Aux, Deprel::Aux, 2);
    add("meet", Upos::Verb, Deprel::Root, kRootHead);
    add("Friday", Upos::Propn, Deprel::OblUnmarked, 2);
    doc.sentences.push_back(sent);
    const auto found = find_time_expressions(doc)[0];
    REQUIRE(found.size() == 1);
    CHECK(found[0].tokens == TokenRange{3, 4});
    return to_string(*found[0].reference.interval.start);
  };
  CHECK(direction("will") == "2024-03-29");
  CHECK(direction("did") == "2024-03-22");
}
