#include "language/tokenizer.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "language/abbreviations.hpp"
#include "language/characters.hpp"

using namespace actorgraph;

namespace {

std::vector<TokenPiece> pieces_of(const std::string& text) {
  std::vector<TokenPiece> pieces;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, pieces);
  return pieces;
}

/// The words with blanks between them, and with + inside a multiword token.
std::string words(const std::string& text) {
  std::string out;
  for (const TokenPiece& piece : pieces_of(text)) {
    out += slice(text, piece.span);
    out += piece.joins_next ? '+' : ' ';
  }
  if (!out.empty()) out.pop_back();
  return out;
}

/// What is wrong with the pieces of `text`, else empty.
std::string fault(const std::string& text) {
  std::size_t at = 0;
  for (const TokenPiece& piece : pieces_of(text)) {
    if (piece.span.empty()) return "an empty word";
    if (piece.span.size_bytes() > kMaxTokenBytes * 4) return "a long word";
    if (skip_space(text, at) != piece.span.begin)
      return "a gap before byte " + std::to_string(piece.span.begin);
    at = piece.span.end;
    if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) return "a cut character";
  }
  return skip_space(text, at) == text.size() ? "" : "an end that is not covered";
}

}  // namespace

TEST_CASE("words are cut as in UD English") {
  struct Row {
    const char* text;
    const char* words;
  };
  const Row rows[] = {
      // Contractions and possessives.
      {"I don't know, it's late.", "I do+n't know , it+'s late ."},
      {"They can’t and won't.", "They ca+n’t and wo+n't ."},
      {"You cannot. She's gonna go", "You can+not . She+'s gon+na go"},
      {"He wouldn't've said I'd", "He would+n't+'ve said I+'d"},
      {"DON'T SHOUT, IT'S LATE", "DO+N'T SHOUT , IT+'S LATE"},
      {"Ruritania's and Ruritania’s port", "Ruritania+'s and Ruritania+’s port"},
      {"the workers' rights", "the workers+' rights"},
      {"the 'big players' left", "the ' big players ' left"},
      {"O'Brien, Shi'ite and al-Sha'ab", "O'Brien , Shi'ite and al-Sha'ab"},
      {"the '90s and the 1990s", "the '90s and the 1990s"},
      {"rock 'n' roll", "rock 'n ' roll"},
      // Quotes, dashes, ellipses.
      {"\"Stop,\" she said.", "\" Stop , \" she said ."},
      {"“Stop” ‘now’ ``then''", "“ Stop ” ‘ now ’ `` then ''"},
      {"one--two — three – four-five", "one -- two — three – four-five"},
      {"Well... no… what?! Yes!!!", "Well ... no … what ?! Yes !!!"},
      {"(see [below])", "( see [ below ] )"},
      // Numbers, money, units, times, dates.
      {"$5 or US$4.5m, £20 and 30€", "$ 5 or US$ 4.5 m , £ 20 and 30 €"},
      {"1,300.50 and 2,5 and 12,00,000", "1,300.50 and 2 , 5 and 12,00,000"},
      {"5km, 20% and 35mm at 7:30pm", "5 km , 20 % and 35 mm at 7:30 pm"},
      {"the 10-km fence, 4-5pm", "the 10-km fence , 4-5 pm"},
      {"the 1st, 22nd, 3D and F-16s", "the 1st , 22nd , 3D and F-16s"},
      {"9/11 on 2024-03-23, 5-10 men", "9/11 on 2024-03-23 , 5-10 men"},
      {"call +44 or 555-0100, #3", "call +44 or 555-0100 , # 3"},
      // Abbreviations and initials.
      {"Mr. Ode met Gen. K. L. Dia in the U.S.", "Mr. Ode met Gen. K. L. Dia in the U.S."},
      {"at 5 p.m. in No. 7. No. Yes.", "at 5 p.m. in No. 7 . No . Yes ."},
      {"Acme Inc. of St. Petersburg, e.g. now", "Acme Inc. of St. Petersburg , e.g. now"},
      {"the U.S.-led force, the U.S.'s", "the U.S.-led force , the U.S.+'s"},
      {"It ended.Then he left", "It ended . Then he left"},
      {"J.K.Ode and Dr.Dia", "J.K. Ode and Dr. Dia"},
      {"So did I. On Mar. 3 they mar.", "So did I . On Mar. 3 they mar ."},
      {"etc... and D.C..", "etc ... and D.C. ."},
      // Compounds and signs.
      {"al-Qaida, ISIS-K, anti-Russian hit-and-run", "al-Qaida , ISIS-K , anti-Russian hit-and-run"},
      {"two- and three-year", "two - and three-year"},
      {"and/or, w/o, km/h, TCP/IP", "and / or , w/o , km / h , TCP / IP"},
      {"AT&T & R&B", "AT&T & R&B"},
      // Addresses, hashtags, pictures.
      {"See https://example.com/a_(b)?c=1, www.example.org.",
       "See https://example.com/a_(b)?c=1 , www.example.org ."},
      {"(https://example.com)", "( https://example.com )"},
      {"mail a.b-c@example.co.uk.", "mail a.b-c@example.co.uk ."},
      {"#Peace now @un_info", "#Peace now @un_info"},
      {"fine :) ok;-) 3:8", "fine :) ok ;-) 3:8"},
      {"😀😀 👍🏽 👨‍👩‍👧 🇺🇳🇺🇳!",
       "😀 😀 👍🏽 👨‍👩‍👧 🇺🇳 🇺🇳 !"},
      {"Łódź, Çelik and Ñuñoa’s", "Łódź , Çelik and Ñuñoa+’s"},
      {"سلام، عالم؟", "سلام ، عالم ؟"},
      {"a\u00A0b\u2009c\u3000d", "a b c d"},
      {"", ""},
      {" \n\t ", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(words(row.text) == row.words);
    CHECK(fault(row.text) == "");
  }
}

TEST_CASE("nothing before or behind the range is looked at") {
  const std::string text = "xdon't";
  std::vector<TokenPiece> pieces;
  tokenize(text, {1, 5}, pieces);
  REQUIRE(pieces.size() == 2);
  CHECK(slice(text, pieces[0].span) == "don");
  CHECK(slice(text, pieces[1].span) == "'");
}

TEST_CASE("every text is covered, whatever its characters") {
  const std::vector<std::string> parts = {
      "a", "B",      "7",      ".", ",", "'", "’", "\"",       "-",    "–",  "/",   "@",   ":", ")",
      "(", "$",      "€",      "%", "#", "&", "*", "_",        "n't",  "'s", " ",   "\n",  "é", "漢",
      "😀", "\u200D", "\uFE0F", "🇺", "…", "!", "?", "https://", "www.", "km", "U.S", "\x01"};
  std::mt19937_64 random(5);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::uint64_t i = random() % 14; i > 0; --i) text += parts[random() % parts.size()];
    CAPTURE(text);
    REQUIRE(fault(text) == "");
  }
}

TEST_CASE("a run without a space is cut into words of bounded length") {
  for (const std::string part : {"a", "a.B.", "9", ".", "'", "-", "'s", "é", "漢", "@", "a@", "https://a",
                                 "a.", "(", "1,", "n't", "#a"}) {
    std::string text;
    while (text.size() < 20000) text += part;
    CAPTURE(part);
    CHECK(fault(text) == "");
  }
}

TEST_CASE("abbreviations are told apart by what may follow") {
  CHECK(find_abbreviation("Gen") == Abbreviation::Title);
  CHECK(find_abbreviation("etc") == Abbreviation::Word);
  CHECK(find_abbreviation("No") == Abbreviation::BeforeNumber);
  CHECK(find_abbreviation("a.k.a") == Abbreviation::Dotted);
  CHECK(find_abbreviation("J") == Abbreviation::Initial);
  CHECK(find_abbreviation("Ł") == Abbreviation::Initial);
  CHECK(find_abbreviation("I") == Abbreviation::None);
  CHECK(find_abbreviation("port") == Abbreviation::None);
  CHECK(find_abbreviation("") == Abbreviation::None);
}
