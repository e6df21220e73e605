#include "records/issue.hpp"

#include <doctest/doctest.h>

using namespace actorgraph;

TEST_CASE("an issue is written with what is known of its place") {
  CHECK(to_string(Issue{"a.txt", 3, 14, "is broken"}) == "a.txt:3:14: is broken");
  CHECK(to_string(Issue{"a.txt", 3, 0, "is broken"}) == "a.txt:3: is broken");
  CHECK(to_string(Issue{"a.txt", 0, 0, "is broken"}) == "a.txt: is broken");
  CHECK(to_string(Issue{"a.txt", 0, 9, "is broken"}) == "a.txt: is broken");
  CHECK(to_string(Issue{"", 0, 0, "is broken"}) == "is broken");
}
