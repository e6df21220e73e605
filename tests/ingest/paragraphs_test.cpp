#include "ingest/paragraphs.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace actorgraph;

namespace {

std::string dump_paragraphs(std::string_view text) {
  std::string out;
  for (const ByteSpan span : find_paragraphs(text, split_lines(text, 0))) {
    for (const char c : slice(text, span)) out += c == '\n' ? '/' : c;
    out += '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("lines end with any line ending and have no white space at their ends") {
  const std::string_view text = "a\r\n  b \r\n\r\n\xC2\xA0\nc\rd\n\n";
  const auto lines = split_lines(text, 0);
  REQUIRE(lines.size() == 4);
  CHECK(slice(text, lines[0].span) == "a");
  CHECK(slice(text, lines[1].span) == "b");
  CHECK(lines[1].indent == 2);
  CHECK_FALSE(lines[1].starts_group);
  CHECK(slice(text, lines[2].span) == "c");
  CHECK(lines[2].starts_group);
  CHECK(slice(text, lines[3].span) == "d");
  CHECK_FALSE(lines[3].starts_group);
  CHECK(split_lines("", 0).empty());
  CHECK(split_lines(" \n \n", 0).empty());
}

TEST_CASE("columns count characters, not bytes") {
  CHECK(split_lines("caf\xC3\xA9 \xE2\x80\x94", 0)[0].columns == 6);
}

TEST_CASE("a sentence's end is seen behind quotes, brackets and notes, and not in abbreviations") {
  for (const std::string_view text : {"He left.", "He left.\"", "He left.\xE2\x80\x9D", "(He left.)",
                                      "He left.[2][3]", "Did he?", "He said:", "He left...", "It cost 5."}) {
    CAPTURE(text);
    CHECK(ends_sentence(text));
  }
  for (const std::string_view text :
       {"", "He left", "Army of the U.S.", "Orrin Mills Inc.", "Page [2]", "\"", ")"}) {
    CAPTURE(text);
    CHECK_FALSE(ends_sentence(text));
  }
}

TEST_CASE("blank lines part paragraphs") {
  CHECK(dump_paragraphs("One is here.\n\nTwo is here.\n \nThree.") == "One is here.\nTwo is here.\nThree.\n");
}

TEST_CASE("lines that each end a sentence are paragraphs") {
  CHECK(dump_paragraphs("Rebels took the port.\nTwo people died.\nThe mayor fled.") ==
        "Rebels took the port.\nTwo people died.\nThe mayor fled.\n");
}

TEST_CASE("wrapped lines are joined") {
  CHECK(dump_paragraphs(
            "Rebels took the port of Tamar and the\nroad to the north, said the mayor of\nOrrin. Two "
            "people died in\nthe attack.\n\nThe mayor fled.") ==
        "Rebels took the port of Tamar and the/road to the north, said the mayor of/Orrin. Two people died "
        "in/the "
        "attack.\nThe mayor fled.\n");
}

TEST_CASE("an indented line or a line with room left begins a paragraph among wrapped lines") {
  CHECK(dump_paragraphs(
            "Rebels took the port of Tamar and the\nroad to the north of the city today at\nsix.\nThe "
            "mayor of Orrin, Jo Park, fled to\nthe hills and asked for help there now.\n  Two people died "
            "in the long attack on\nthe port.") ==
        "Rebels took the port of Tamar and the/road to the north of the city today at/six.\nThe mayor of "
        "Orrin, Jo "
        "Park, fled to/the hills and asked for help there now.\nTwo people died in the long attack on/the "
        "port.\n");
}
