#include "cli/console.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "cli/issue_log.hpp"
#include "records/error.hpp"

using namespace actorgraph;

TEST_CASE("colours are for terminals only") {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Console console{.in = in, .out = out, .err = err};
  console.colours = true;
  CHECK(console.paint(Colour::Red, "x") == "x");
  console.out_is_terminal = true;
  CHECK(console.paint(Colour::Red, "x") == "\033[31mx\033[0m");
  CHECK(console.paint_message(Colour::Red, "x") == "x");
  console.colours = false;
  CHECK(console.paint(Colour::Red, "x") == "x");
}

TEST_CASE("output that cannot be written is an error") {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const Console console{.in = in, .out = out, .err = err};
  console.flush_out();
  out.setstate(std::ios::badbit);
  CHECK_THROWS_AS(console.flush_out(), IoError);
}

TEST_CASE("the first issues are shown, harmless, and the others counted") {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const Console console{.in = in, .out = out, .err = err};
  IssueLog log(console, "");
  log.add({"a\033[2Jb.txt", 3, 0, "bad\nline"});
  CHECK(err.str() == "issue: a\xEF\xBF\xBD[2Jb.txt:3: bad line\n");
  for (int i = 0; i < 21; ++i) log.add({"c.txt", 0, 0, "bad"});
  err.str("");
  log.finish();
  CHECK(err.str() == "and 2 more issues\n");
  CHECK(log.count() == 22);
}
