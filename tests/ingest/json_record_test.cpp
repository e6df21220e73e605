#include "ingest/json_record.hpp"

#include <doctest/doctest.h>

#include <string>

#include "records/dump.hpp"

using namespace actorgraph;
using namespace std::string_literals;

namespace {

Article read(std::string_view line) {
  Result<JsonArticle> record = parse_json_article(line);
  if (!record) FAIL(to_string(record.error()));
  CHECK_FALSE(record->warning);
  return record->article;
}

std::string issue_of(std::string_view line) {
  const Result<JsonArticle> record = parse_json_article(line);
  if (!record) return std::to_string(record.error().column) + " " + record.error().message;
  if (record->warning) return "warning " + record->warning->message;
  return "none";
}

}  // namespace

TEST_CASE("a record's title and text become title and body blocks of one text") {
  const Article article = read(
      R"({"id": "n7", "title": "Rebels seize port", "date": "2024-06-07", "text": "Rebels seized Tamar.\n\nTwo died.", )"
      R"("url": "https://example.org/7", "source": "Harbour Gazette", "author": "Ana Marsh"})");
  CHECK(article.text == "Rebels seize port\n\nRebels seized Tamar.\n\nTwo died.");
  CHECK(dump(article) ==
        "title 0..17 | Rebels seize port\n"
        "body 19..39 | Rebels seized Tamar.\n"
        "body 41..50 | Two died.\n");
  CHECK(article.name == "n7");
  CHECK(article.url == "https://example.org/7");
  CHECK(article.source == "Harbour Gazette");
  CHECK(article.author == "Ana Marsh");
  CHECK(to_string(*article.published) == "2024-06-07");
}

TEST_CASE("other names of the members are understood, the first that is not empty") {
  const Article article = read(
      R"({"guid": 12345678901234567890, "headline": "H", "pubDate": "Fri, 07 Jun 2024 10:00:00 GMT", "text": " ", )"
      R"("content": null, "description": "Short.", "body": "Long.", "link": "l", "source": {"id": "x", "name": "N"}, )"
      R"("authors": ["A", "B", ["C"]], "extra": [{"text": "no"}]})");
  CHECK(article.text == "H\n\nLong.");
  CHECK(article.name == "12345678901234567890");
  CHECK(article.url == "l");
  CHECK(article.source == "N");
  CHECK(article.author == "A, B");
  CHECK(to_string(*article.published) == "2024-06-07");
}

TEST_CASE("every alias of a field fills it") {
  for (const char* name :
       {"date", "published", "publish_date", "published_at", "publishedAt", "date_published", "pubDate"}) {
    CAPTURE(name);
    CHECK(to_string(*read("{\"text\": \"A.\", \""s + name + "\": \"2024-06-07T10:00:00Z\"}").published) ==
          "2024-06-07");
  }
  for (const char* name : {"text", "body", "content", "article", "maintext", "description"}) {
    CAPTURE(name);
    CHECK(read("{\""s + name + "\": \"A.\"}").text == "A.");
  }
  for (const char* name : {"source", "publisher", "outlet"}) {
    CAPTURE(name);
    CHECK(read("{\"text\": \"A.\", \""s + name + "\": \"S\"}").source == "S");
  }
  for (const char* name : {"author", "authors", "byline"}) {
    CAPTURE(name);
    CHECK(read("{\"text\": \"A.\", \""s + name + "\": \"S\"}").author == "S");
  }
}

TEST_CASE("a record without a title is divided as a plain text is") {
  CHECK(dump(read(R"({"text": "Rebels seize port\n\nTAMAR (AP) - Rebels seized Tamar."})")) ==
        "title 0..17 | Rebels seize port\ndateline 19..31 | TAMAR (AP) -\nbody 32..52 | Rebels seized "
        "Tamar.\n");
}

TEST_CASE("a title without text, and one that the text repeats, are kept once as title") {
  CHECK(dump(read(R"({"title": "Rebels seize port"})")) == "title 0..17 | Rebels seize port\n");
  CHECK(dump(read(
            R"({"title": "Rebels seize port", "text": "Rebels seize port\n\nBy Jo Park\n\nTwo died."})")) ==
        "title 0..17 | Rebels seize port\nother 19..36 | Rebels seize port\nbyline 38..48 | By Jo Park\n"
        "body 50..59 | Two died.\n");
}

TEST_CASE("escapes are decoded and U+0000 becomes a space") {
  CHECK(read(R"({"text": "A \ud83d\ude00 \u2014 \"b\"."})").text == "A \xF0\x9F\x98\x80 \xE2\x80\x94 \"b\".");
  CHECK(read(R"({"title": "\u0000", "text": "A\u0000b."})").text == "A b.");
}

TEST_CASE("depth and size of what is passed over do not matter") {
  const std::string deep = std::string(100000, '[') + std::string(100000, ']');
  CHECK(read("{\"x\": " + deep + ", \"text\": \"A.\"}").text == "A.");
  CHECK(read("{\"n\": [1e308, -0.1e-99999], \"text\": \"A.\"}").text == "A.");
}

TEST_CASE("a date that is not understood is a warning") {
  CHECK(issue_of(R"({"text": "A.", "date": "the other day"})") ==
        "warning the date 'the other day' is not understood, so the article is kept without it; expected one "
        "such as"
        " 2024-03-23");
  CHECK(issue_of(R"({"text": "A.", "date": 5})") ==
        "warning the date '5' is not understood, so the article is kept without it; expected one such as "
        "2024-03-23");
  CHECK(issue_of(R"({"text": "A.", "date": null})") == "none");
}

TEST_CASE("a record that cannot be read says where and why") {
  struct Row {
    std::string line;
    std::string issue;
  };
  const Row rows[] = {
      {"", "1 expected a JSON object ({\"title\": ..., \"text\": ...}), found the end of the line"},
      {" [1]", "2 expected a JSON object ({\"title\": ..., \"text\": ...}), found '[1]'"},
      {"{\"text\": ",
       "10 not valid JSON: invalid value; expected one JSON object a line, found the end of the line"},
      {"{\"text\": \"a",
       "12 not valid JSON: missing a closing quotation mark in string; expected one JSON object a line, "
       "found the end of the line"},
      {"{\"text\": \"a\"} {}",
       "15 not valid JSON: the document root must not be followed by other values; expected one JSON object "
       "a line,"
       " found '{}'"},
      {"{\"n\": 1e99999}",
       "7 not valid JSON: number too big to be stored in double; expected one JSON object a line, found "
       "'1e99999}'"},
      {"{text: 1}",
       "2 not valid JSON: missing a name for object member; expected one JSON object a line, found"
       " 'text: 1}'"},
      {"{\"text\": \"a\tb\"}",
       "12 not valid JSON: invalid escape character in string; expected one JSON object a line, found ' "
       "b\"}'"},
      {"{\"text\": 5}", "10 the member \"text\" is a number, expected a string"},
      {"{\"title\": true}", "15 the member \"title\" is true or false, expected a string"},
      {"{\"source\": [\"a\"]}", "12 the member \"source\" is an array, expected a string"},
      {"{\"url\": {}}", "9 the member \"url\" is an object, expected a string"},
      {"{\"id\": 1}",
       "1 the record has no text; expected a member \"text\" (or \"body\", \"content\") or \"title\""},
      {"{\"text\": \"caf\xE9\"}",
       "14 not valid UTF-8; JSON lines must be UTF-8: convert the file (for example with iconv) and read it "
       "again"},
      {"{\"text\": \"a\"}\0{}"s, "14 not valid JSON: a NUL byte; expected one JSON object a line"},
      {R"({"text": "a \udc00"})",
       "1 not valid JSON: a string has half of a surrogate pair (\\udc00 to \\udfff without \\ud800 to "
       "\\udbff before"
       " it)"},
      {R"({"text": "a \ud800 b"})",
       "13 not valid JSON: the surrogate pair in string is invalid; expected one JSON object a line, found"
       " '\\ud800 b\"}'"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(issue_of(row.line) == row.issue);
  }
}
