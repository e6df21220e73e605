#include "ingest/charset.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace actorgraph;
using namespace std::string_literals;

namespace {

std::string utf16(std::string_view ascii, bool is_little) {
  std::string bytes;
  for (const char c : ascii) bytes += is_little ? std::string{c, '\0'} : std::string{'\0', c};
  return bytes;
}

std::string issue_of(const std::string& bytes) {
  const Result<std::string> text = decode_text(bytes, "a.txt");
  return text ? "none: " + *text : to_string(text.error());
}

}  // namespace

TEST_CASE("well-formed UTF-8 passes and the first byte that is not is found") {
  CHECK_FALSE(find_invalid_utf8(""));
  CHECK_FALSE(find_invalid_utf8("plain\0text"s));
  CHECK_FALSE(
      find_invalid_utf8("\xC2\x80 \xDF\xBF \xE0\xA0\x80 \xED\x9F\xBF \xEE\x80\x80 \xEF\xBF\xBF "
                        "\xF0\x90\x80\x80 \xF4\x8F\xBF\xBF"));
  struct Row {
    std::string bytes;
    std::size_t offset;
  };
  const Row rows[] = {
      {"ab\x80", 2},           {"ab\xC3", 2},           {"\xC0\xAF", 0},     {"\xC1\xBF", 0},
      {"\xE0\x9F\xBF", 0},     {"\xED\xA0\x80", 0},     {"a\xE2\x80", 1},    {"\xF0\x8F\xBF\xBF", 0},
      {"\xF4\x90\x80\x80", 0}, {"\xF5\x80\x80\x80", 0}, {"\xC3\xA9\xFF", 2}, {"\xE2\x80\x94\xE2(", 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(find_invalid_utf8(row.bytes) == row.offset);
  }
}

TEST_CASE("a place in a text has a line and a column in bytes") {
  CHECK(find_position("ab\ncd", 0).line == 1);
  CHECK(find_position("ab\ncd", 0).column == 1);
  CHECK(find_position("ab\ncd", 4).line == 2);
  CHECK(find_position("ab\ncd", 4).column == 2);
  CHECK(find_position("ab\n", 3).line == 2);
  CHECK(find_position("ab\n", 3).column == 1);
}

TEST_CASE("UTF-8 stays as it is, but for the byte order mark") {
  CHECK(*decode_text("Caf\xC3\xA9\r\n\tand \x07", "a.txt") == "Caf\xC3\xA9\r\n\tand \x07");
  CHECK(*decode_text("\xEF\xBB\xBFText", "a.txt") == "Text");
  CHECK(decode_text("", "a.txt")->empty());
}

TEST_CASE("UTF-16 and UTF-32 become UTF-8") {
  const std::string text = "The port of Tamar was closed.\n";
  CHECK(*decode_text("\xFF\xFE" + utf16(text, true), "a.txt") == text);
  CHECK(*decode_text("\xFE\xFF" + utf16(text, false), "a.txt") == text);
  CHECK(*decode_text(utf16(text, true), "a.txt") == text);
  CHECK(*decode_text(utf16(text, false), "a.txt") == text);
  CHECK(*decode_text("\xFF\xFE\0\0A\0\0\0"s, "a.txt") == "A");
  CHECK(*decode_text("\xFF\xFE\x14\x20"s, "a.txt") == "\xE2\x80\x94");
}

TEST_CASE("Windows-1252 and Latin-1 become UTF-8") {
  CHECK(*decode_text("The caf\xE9 \x93M\xFCller\x94 cost \x80"
                     "5 \x96 twice.",
                     "a.txt") ==
        "The caf\xC3\xA9 \xE2\x80\x9CM\xC3\xBCller\xE2\x80\x9D cost \xE2\x82\xAC"
        "5 \xE2\x80\x93 twice.");
}

TEST_CASE("a text in another alphabet is recognised") {
  const std::string text =
      "Президент и правительство не пришли на встречу в порту, но мэр города сказал, что это было его "
      "решение. "
      "Он также сообщил, что дорога на север закрыта, а вода поднялась после дождя. По его словам, в городе "
      "остались только те, кто не смог уехать, и они ждут помощи от соседей.";
  // Windows-1251 has U+0410 to U+044F at C0 to FF.
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      bytes += text[i];
    } else {
      const unsigned point = ((lead & 0x1FU) << 6U) | (static_cast<unsigned char>(text[++i]) & 0x3FU);
      bytes += static_cast<char>(point - 0x410 + 0xC0);
    }
  }
  CHECK(*decode_text(bytes, "a.txt") == text);
}

TEST_CASE("damaged UTF-8 is refused with the line of the first bad byte") {
  CHECK(issue_of("The caf\xC3\xA9.\nA dash \xE2\x80 cut.\n") ==
        "a.txt:2:8: byte 0xE2 is not valid UTF-8, and the text fits no other encoding; convert the file to "
        "UTF-8"
        " (for example with iconv) and read it again");
  CHECK(issue_of("The army\nattacked \xFF\xFE the port.\n") ==
        "a.txt:2:10: byte 0xFF is not valid UTF-8, and the text fits no other encoding; convert the file to"
        " UTF-8 (for example with iconv) and read it again");
}

TEST_CASE("binary data is refused") {
  CHECK(issue_of("PK\x03\x04\n\0\0"s) == "a.txt:2:1: a binary file (it has a NUL byte here); expected text");
  CHECK(issue_of("\x01\x02\x03\x04 abc") ==
        "a.txt: a binary file (4 of its 8 bytes are control characters); expected text");
  CHECK(issue_of("\xFF\xFE\0\xD8 \0"s) ==
        "a.txt:1:1: starts with the byte order mark of UTF-16 or UTF-32 but is not a text in it; convert the "
        "file"
        " to UTF-8 and read it again");
}
