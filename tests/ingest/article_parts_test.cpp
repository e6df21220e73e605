#include "ingest/article_parts.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace actorgraph;

TEST_CASE("bylines name their authors") {
  struct Row {
    std::string_view line;
    std::string_view author;
  };
  const Row rows[] = {
      {"By Ana Marsh", "Ana Marsh"},
      {"- By Ana Marsh", "Ana Marsh"},
      {"\xE2\x80\x94 By Ana Marsh", "Ana Marsh"},
      {"BY ANA MARSH", "ANA MARSH"},
      {"By Ana Marsh and Tomas de Reed", "Ana Marsh and Tomas de Reed"},
      {"By Ana Marsh | Coast Agency", "Ana Marsh"},
      {"Ana Marsh reports", "Ana Marsh"},
      {"Ana Marsh reports from Orrin.", "Ana Marsh"},
      {"(Reporting by Ana Marsh in Orrin; editing by Jo Park)", "Ana Marsh in Orrin; editing by Jo Park"},
      {"Ana Marsh, Staff Writer", "Ana Marsh"},
      {"Author: Ana Marsh", "Ana Marsh"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(parse_byline(row.line) == row.author);
  }
  for (const std::string_view line :
       {"", "By", "By train across the hills", "By noon the port had fallen.", "The mayor reports a loss",
        "Bystanders Flee Port", "Orrin, a town in the hills"}) {
    CAPTURE(line);
    CHECK_FALSE(parse_byline(line));
  }
}

TEST_CASE("datelines give place, date and length") {
  struct Row {
    std::string_view text;
    std::size_t bytes;
    std::string_view place;
    std::string_view date;
  };
  const Row rows[] = {
      {"KABUL, March 23 (Agency) - A bomb went off.", 26, "Kabul", ""},
      {"KABUL, March 23, 2024 (Agency) - A bomb went off.", 32, "Kabul", "2024-03-23"},
      {"MOSCOW -- Two people died.", 9, "Moscow", ""},
      {"MOSCOW \xE2\x80\x94 Two people died.", 10, "Moscow", ""},
      {"MOSCOW\xE2\x80\x94Two people died.", 9, "Moscow", ""},
      {"Nairobi, Kenya (AP) \xE2\x80\x94 Two people died.", 23, "Nairobi, Kenya", ""},
      {"WASHINGTON (AP) \xE2\x80\x93 Two people died.", 19, "Washington", ""},
      {"NEW DELHI: The minister resigned.", 10, "New Delhi", ""},
      {"ULAN-UDE, Russia (AP) - Two people died.", 23, "Ulan-Ude, Russia", ""},
      {"GENEVA, Sat - \"We will talk,\" she said.", 13, "Geneva", ""},
      {"Lagos, 7 June 2024 - Two people died.", 20, "Lagos", "2024-06-07"},
      {"(Agency) LAGOS, Nigeria, June 7, 2024 - Two people died.", 39, "Lagos, Nigeria", "2024-06-07"},
      {"KABUL (Agency) -", 16, "Kabul", ""},
      {"Port Zenda - Rebels have killed at least two people in a raid on a market.", 12, "Port Zenda", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto dateline = find_dateline(row.text);
    REQUIRE(dateline);
    CHECK(dateline->bytes == row.bytes);
    CHECK(dateline->place == row.place);
    CHECK((dateline->date ? to_string(*dateline->date) : "") == row.date);
  }
}

TEST_CASE("sentences with dashes and colons have no dateline") {
  for (const std::string_view text : {
           "",
           "ISIS-K \xE2\x80\x94 known for raids \xE2\x80\x94 struck again.",
           "That branch \xE2\x80\x94 The Third \xE2\x80\x94 struck.",
           "NATO - the alliance - met.",
           "BREAKING: Rebels seize port",
           "Security Council: Iraq must wait",
           "The army (Third) - Two people died.",
           "Rebels - Two people died.",
           "Analysis - Rebels have killed at least two people in a raid on a market.",
           "The Third Column of Rebels - It has killed at least two people in a raid on a market.",
           "Moscow-based firms lost.",
           "he said - Two people died.",
       }) {
    CAPTURE(text);
    CHECK_FALSE(find_dateline(text));
  }
}

TEST_CASE("publishers, sections and furniture are told from headlines") {
  for (const std::string_view line :
       {"The Harbour Gazette", "Orrin Valley Post", "example.com", "World", "BBC News"}) {
    CAPTURE(line);
    CHECK(is_publisher_like(line));
  }
  for (const std::string_view line : {"Rebels seize port", "Storm in Orrin", "Tamar: A Port Falls",
                                      "Is It Over?", "A Very Long Headline In Capitals Throughout"}) {
    CAPTURE(line);
    CHECK_FALSE(is_publisher_like(line));
  }
  CHECK(is_section_name("Middle East"));
  CHECK_FALSE(is_section_name("Orrin Post"));
  for (const std::string_view line :
       {"\xC2\xA9 2024 Coast Agency", "Copyright 2024 The Gazette.", "ADVERTISEMENT", "Read more: Port falls",
        "The Gazette. All rights reserved."}) {
    CAPTURE(line);
    CHECK(is_furniture(line));
  }
  for (const std::string_view line : {"Rebels seized the port.", "Copyright cases rose last year.",
                                      "Advertisements for ferries stood along the road."}) {
    CAPTURE(line);
    CHECK_FALSE(is_furniture(line));
  }
}
