#include "cli/text_layout.hpp"

#include <doctest/doctest.h>

using namespace actorgraph;

TEST_CASE("text for a terminal cannot steer it") {
  CHECK(make_harmless("Núñez, 北京, a\tb\r\nc") == "Núñez, 北京, a b  c");
  CHECK(make_harmless("\033]0;x\a") == "\xEF\xBF\xBD]0;x\xEF\xBF\xBD");
  CHECK(make_harmless("\xC2\x9B"
                      "2J") ==
        "\xEF\xBF\xBD"
        "2J");  // CSI as one character
  CHECK(make_harmless("a\xE2\x80\xAE"
                      "b") ==
        "a\xEF\xBF\xBD"
        "b");  // right-to-left override
  CHECK(make_harmless("a\xFF"
                      "b") ==
        "a\xEF\xBF\xBD"
        "b");
}

TEST_CASE("widths count columns, not bytes") {
  CHECK(width_columns("") == 0);
  CHECK(width_columns("Núñez") == 5);
  CHECK(width_columns("Nu\xCC\x81n") == 3);  // a combining accent
  CHECK(width_columns("北京") == 4);
}

TEST_CASE("a text is cut with an ellipsis within the limit") {
  CHECK(shorten("Norville", 8) == "Norville");
  CHECK(shorten("Norville", 5) == "Norv…");
  CHECK(shorten("北京大学", 6) == "北京…");
  CHECK(shorten("ab", 1) == "…");
}

TEST_CASE("lines are broken at spaces") {
  CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("extraordinary a", 5) == std::vector<std::string>{"extraordinary", "a"});
  CHECK(wrap("  a   b ", 80) == std::vector<std::string>{"a b"});
  CHECK(wrap("", 5).empty());
}

TEST_CASE("numbers and sizes are easy to read") {
  CHECK(group_digits(0) == "0");
  CHECK(group_digits(999) == "999");
  CHECK(group_digits(1204) == "1,204");
  CHECK(group_digits(1234567) == "1,234,567");
  CHECK(count_of(1, "claim") == "1 claim");
  CHECK(count_of(0, "claim") == "0 claims");
  CHECK(count_of(2, "story", "stories") == "2 stories");
}
