#include "ingest/plain_text.hpp"

#include <doctest/doctest.h>

#include <string>

#include "records/dump.hpp"

using namespace actorgraph;

TEST_CASE("a page is publisher, title, byline, date, dateline, body and furniture") {
  const Article article = parse_plain_text(
      "The Harbour Gazette\n\nRebels have seized the port of Tamar, officials say\n\nBy Ana Marsh\n\n"
      "Friday, June 7, 2024\n\nTAMAR, June 6 (Coast Agency) - Rebels seized the port.\n\nTwo people died.\n\n"
      "More ports\n\nCopyright 2024 Coast Agency.\n");
  CHECK(dump(article) ==
        "other 0..19 | The Harbour Gazette\n"
        "title 21..72 | Rebels have seized the port of Tamar, officials say\n"
        "byline 74..86 | By Ana Marsh\n"
        "dateline 88..108 | Friday, June 7, 2024\n"
        "dateline 110..140 | TAMAR, June 6 (Coast Agency) -\n"
        "body 141..164 | Rebels seized the port.\n"
        "body 166..182 | Two people died.\n"
        "other 184..194 | More ports\n"
        "other 196..224 | Copyright 2024 Coast Agency.\n");
  CHECK(article.source == "The Harbour Gazette");
  CHECK(article.author == "Ana Marsh");
  CHECK(article.place == "Tamar");
  CHECK(to_string(*article.published) == "2024-06-07");
  CHECK(article.title() == "Rebels have seized the port of Tamar, officials say");
}

TEST_CASE("line endings are kept and spans are the same with any of them") {
  const std::string text = "Rebels seize port\r\n\r\nTwo people died.\r\nThe mayor fled.\r\n";
  const Article article = parse_plain_text(text);
  CHECK(article.text == text);
  CHECK(dump(article) ==
        "title 0..17 | Rebels seize port\nbody 21..37 | Two people died.\nbody 39..54 | The mayor fled.\n");
}

TEST_CASE("a text without blank lines has a title and a paragraph a line") {
  CHECK(dump(parse_plain_text(
            "2024-06-07\nRebels seize port\nBy Jo Park\nTwo people died.\nThe mayor fled.")) ==
        "dateline 0..10 | 2024-06-07\ntitle 11..28 | Rebels seize port\nbyline 29..39 | By Jo Park\n"
        "body 40..56 | Two people died.\nbody 57..72 | The mayor fled.\n");
}

TEST_CASE("a wrapped text keeps its line breaks inside the blocks") {
  CHECK(dump(parse_plain_text(
            "Storm cuts power to eleven villages in the\nvalley\n\nA storm cut the power of the "
            "valley on\nSunday, the mayor said.\n")) ==
        "title 0..49 | Storm cuts power to eleven villages in the\nvalley\n"
        "body 51..113 | A storm cut the power of the valley on\nSunday, the mayor said.\n");
}

TEST_CASE("a wrapped text without a title is body") {
  CHECK(dump(parse_plain_text(
            "A storm cut the power of the valley on\nSunday, the mayor said, and the\nschools "
            "closed.\n")) ==
        "body 0..86 | A storm cut the power of the valley on\nSunday, the mayor said, and the\nschools "
        "closed.\n");
}

TEST_CASE("one sentence is body, one headline is a title") {
  CHECK(dump(parse_plain_text("Rebels seized the port.")) == "body 0..23 | Rebels seized the port.\n");
  CHECK(dump(parse_plain_text("Rebels seize port")) == "title 0..17 | Rebels seize port\n");
  CHECK(parse_plain_text("").blocks.empty());
  CHECK(parse_plain_text(" \n\xC2\xA0\n").blocks.empty());
}

TEST_CASE("a headline may ask, end in an abbreviation, and have a line below it") {
  CHECK(dump(parse_plain_text("Who took the port?\n\nMayor blames the U.S.\n\nNobody knows who took it.")) ==
        "title 0..18 | Who took the port?\ntitle 20..41 | Mayor blames the U.S.\n"
        "body 43..68 | Nobody knows who took it.\n");
}

TEST_CASE("a name below the title is its author's") {
  const Article article = parse_plain_text("Rebels have seized the port\n\nAna Marsh\n\nTwo people died.");
  CHECK(article.author == "Ana Marsh");
  CHECK(dump(article) ==
        "title 0..27 | Rebels have seized the port\nbyline 29..38 | Ana Marsh\nbody 40..56 | Two people "
        "died.\n");
}

TEST_CASE("a section is furniture and no publisher") {
  const Article article = parse_plain_text("World\n\nRebels have seized the port\n\nTwo people died.");
  CHECK(article.source.empty());
  CHECK(dump(article) ==
        "other 0..5 | World\ntitle 7..34 | Rebels have seized the port\nbody 36..52 | Two people died.\n");
}

TEST_CASE("a short title before the story is no publisher") {
  CHECK(dump(parse_plain_text(
            "Operation Grey Heron\n\nOperation Grey Heron was a raid on the port of Tamar.")) ==
        "title 0..20 | Operation Grey Heron\nbody 22..75 | Operation Grey Heron was a raid on the port of "
        "Tamar.\n");
}

TEST_CASE("short lines end a text as furniture only where its sentences have full stops") {
  CHECK(dump(parse_plain_text("Rebels seize port\n\nTwo people died.\n\nMore ports\n\nShare this article")) ==
        "title 0..17 | Rebels seize port\nbody 19..35 | Two people died.\nother 37..47 | More ports\n"
        "other 49..67 | Share this article\n");
  CHECK(dump(parse_plain_text(
            "Rebels took the port on Sunday.\n\nthe mayor fled\n\nthe port burnt\n\nno one died\n\n"
            "the army came")) ==
        "body 0..31 | Rebels took the port on Sunday.\nbody 33..47 | the mayor fled\nbody 49..63 | the port "
        "burnt\n"
        "body 65..76 | no one died\nbody 78..91 | the army came\n");
}

TEST_CASE("credits at the end are a byline") {
  CHECK(dump(parse_plain_text(
            "Two people died in the port.\n\n(Reporting by Ana Marsh; editing by Jo Park)\n")) ==
        "body 0..28 | Two people died in the port.\nbyline 30..74 | (Reporting by Ana Marsh; editing by Jo "
        "Park)\n");
}

TEST_CASE("an address in the head is the article's") {
  const Article article = parse_plain_text("https://example.org/7\nRebels seize port\n\nTwo people died.");
  CHECK(article.url == "https://example.org/7");
  CHECK(dump(article) ==
        "other 0..21 | https://example.org/7\ntitle 22..39 | Rebels seize port\nbody 41..57 | Two people "
        "died.\n");
}

TEST_CASE("control characters stay where they are") {
  const Article article = parse_plain_text("Two\x07 people died in the port.");
  CHECK(dump(article) == "body 0..29 | Two\x07 people died in the port.\n");
}

TEST_CASE("a story of a known title begins where it is told") {
  Article article;
  article.text = "Rebels seize port\n\nTAMAR -- Two people died.";
  article.blocks.push_back({BlockKind::Title, {0, 17}});
  add_story_blocks(article, 19);
  CHECK(dump(article) ==
        "title 0..17 | Rebels seize port\ndateline 19..27 | TAMAR --\nbody 28..44 | Two people died.\n");
}
