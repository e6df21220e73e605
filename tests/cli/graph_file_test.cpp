#include "cli/graph_file.hpp"

#include <doctest/doctest.h>

using namespace actorgraph;

namespace {

std::string period(const char* first, const char* last) {
  return period_as_text(parse_date(first), parse_date(last));
}

}  // namespace

TEST_CASE("periods are written as people write them") {
  CHECK(period("", "") == "");
  CHECK(period("2022-03-05", "2022-03-05") == "2022-03-05");
  CHECK(period("2022-01-01", "2022-12-31") == "2022");
  CHECK(period("2022-01-01", "2024-12-31") == "2022..2024");
  CHECK(period("2024-02-01", "2024-02-29") == "2024-02");
  CHECK(period("2023-02-01", "2024-03-31") == "2023-02..2024-03");
  CHECK(period("2024-02-01", "2024-02-28") == "2024-02-01..2024-02-28");
  CHECK(period("2024-02-01", "") == "2024-02-01..");
  CHECK(period("", "2024-02-01") == "..2024-02-01");
}

TEST_CASE("a word for the shell is quoted where it must be") {
  CHECK(shell_word("story.db") == "story.db");
  CHECK(shell_word("my story.db") == "'my story.db'");
  CHECK(shell_word("it's") == "'it'\\''s'");
  CHECK(shell_word("") == "''");
}
