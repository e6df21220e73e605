#include "ingest/line_reader.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using namespace actorgraph;
using namespace std::string_literals;

namespace {

std::string dump_lines(const std::string& text, std::uint64_t max_line_bytes = 100000) {
  std::istringstream in(text);
  LineReader reader(in, max_line_bytes);
  std::string out;
  while (reader.next()) {
    out += std::to_string(reader.number()) + '@' + std::to_string(reader.bytes()) + ' ' +
           (reader.is_cut() ? "(cut)" : reader.line()) + (reader.has_newline() ? "$" : "") + '\n';
  }
  CHECK(reader.bytes() == text.size());
  return out;
}

}  // namespace

TEST_CASE("lines come with number, bytes and whether they were ended") {
  CHECK(dump_lines("") == "");
  CHECK(dump_lines("\n") == "1@1 $\n");
  CHECK(dump_lines("a\n\nbc") == "1@2 a$\n2@3 $\n3@5 bc\n");
  CHECK(dump_lines("a\r\nb\n") == "1@3 a\r$\n2@5 b$\n");
  CHECK(dump_lines("a\0b\n"s) == "1@4 a\0b$\n"s);
}

TEST_CASE("lines of every length around the buffer's are whole") {
  for (const std::size_t size : {16382U, 16383U, 16384U, 32765U, 32766U, 32767U, 50000U}) {
    CAPTURE(size);
    const std::string line(size, 'x');
    std::istringstream in(line + "\ny\n" + line);
    LineReader reader(in, 100000);
    REQUIRE(reader.next());
    CHECK(reader.line() == line);
    CHECK(reader.has_newline());
    REQUIRE(reader.next());
    CHECK(reader.line() == "y");
    REQUIRE(reader.next());
    CHECK(reader.line() == line);
    CHECK_FALSE(reader.has_newline());
    CHECK(reader.number() == 3);
    CHECK_FALSE(reader.next());
    CHECK(reader.bytes() == 2 * size + 3);
  }
}

TEST_CASE("a line that is too long is cut and the next one is whole") {
  CHECK(dump_lines("abc\nabcd\nab\n", 3) == "1@4 abc$\n2@9 (cut)$\n3@12 ab$\n");
  CHECK(dump_lines(std::string(40000, 'x') + "\nab", 3) == "1@40001 (cut)$\n2@40003 ab\n");
}
