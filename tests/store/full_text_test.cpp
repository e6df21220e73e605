#include "store/full_text.hpp"

#include <doctest/doctest.h>

using namespace actorgraph;

TEST_CASE("what is typed into a search becomes words, phrases and beginnings, never operators") {
  CHECK(to_match("red band", MatchWords::Whole) == "\"red\" AND \"band\"");
  CHECK(to_match("\"red band\" zenda", MatchWords::Whole) == "\"red band\" AND \"zenda\"");
  CHECK(to_match("embass*", MatchWords::Whole) == "\"embass\" *");
  CHECK(to_match("NOT (a OR b)", MatchWords::Whole) == "\"NOT\" AND \"(a\" AND \"OR\" AND \"b)\"");
  CHECK(to_match("café", MatchWords::Beginnings) == "\"café\" *");
  CHECK(to_match("\"red", MatchWords::Whole) == "\"red\"");
  CHECK(to_match("- * ( \"\" ", MatchWords::Whole).empty());
  CHECK(to_match("", MatchWords::Whole).empty());
}

TEST_CASE("marks are taken out of a text and kept as places") {
  std::string text = "the \x01red band\x02 of \x01Zenda\x02";
  CHECK(take_marks(text) == std::vector<ByteSpan>{{4, 12}, {16, 21}});
  CHECK(text == "the red band of Zenda");
}
