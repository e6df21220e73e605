#include "cli/progress.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace actorgraph;

TEST_CASE("the progress line shows share, bar, articles, rate, time left and what was unreadable") {
  CHECK(progress_line({.bytes = 610, .articles = 1220, .issues = 17}, 1000, 4000) ==
        " reading   61 % ▕████████████▏       ▏ 1,220 articles · 305/s · 3 s left · 17 unreadable");
  CHECK(progress_line({.bytes = 0, .articles = 0, .issues = 0}, 1000, 0) ==
        " reading    0 % ▕                    ▏ 0 articles");
  CHECK(progress_line({.bytes = 1000, .articles = 1, .issues = 0}, 1000, 500) ==
        " reading  100 % ▕████████████████████▏ 1 article · 2/s");
}

TEST_CASE("a file that grew while it was read does not go past the end of the bar") {
  CHECK(progress_line({.bytes = 3000, .articles = 1, .issues = 0}, 1000, 9000) ==
        " reading  100 % ▕████████████████████▏ 1 article · 0/s");
}

TEST_CASE("without a known size there is no bar") {
  CHECK(progress_line({.bytes = 3000, .articles = 5, .issues = 0}, 0, 1000) == " reading  5 articles · 5/s");
}

TEST_CASE("durations") {
  CHECK(duration_as_text(0) == "0 s");
  CHECK(duration_as_text(59) == "59 s");
  CHECK(duration_as_text(156) == "2 min 36 s");
  CHECK(duration_as_text(3600) == "1 h 00 min");
  CHECK(duration_as_text(7260) == "2 h 01 min");
}

TEST_CASE("off a terminal, and when quiet, nothing is drawn") {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Console console{.in = in, .out = out, .err = err};
  const auto draw = [&console] { Progress(console, 10).show({.bytes = 1, .articles = 1, .issues = 0}); };
  draw();
  CHECK(err.str().empty());
  console.err_is_terminal = true;
  draw();
  CHECK(err.str().starts_with("\r reading "));
  CHECK(err.str().ends_with("\r\033[K"));
  err.str("");
  console.quiet = true;
  draw();
  CHECK(err.str().empty());
}
