#include "extract/actor_coding.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "extract/actor_phrase.hpp"
#include "extract/extractor.hpp"
#include "records/error.hpp"
#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

namespace {

const World& shipped() {
  static const World kWorld = World::load(ACTORGRAPH_SOURCE_DIR "/data");
  return kWorld;
}

Date day(int year, unsigned month = 6, unsigned day = 15) {
  return Date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

// Words with "*" before the head, "/lemma" behind a form of another lemma, "@PERSON" behind words of a name.
ActorPhrase phrase_of(const std::string& notation) {
  ActorPhrase phrase;
  std::istringstream in(notation);
  for (std::string form; in >> form;) {
    PhraseWord word;
    if (form.front() == '*') {
      phrase.head = static_cast<std::uint32_t>(phrase.words.size());
      form.erase(0, 1);
    }
    if (const auto at = form.find('@'); at != std::string::npos) {
      word.name_type = parse_name_type(form.substr(at + 1));
      form.resize(at);
    }
    std::string lemma;
    if (const auto slash = form.find('/'); slash != std::string::npos) {
      lemma = form.substr(slash + 1);
      form.resize(slash);
    }
    word.form = form;
    for (const char c : form) word.lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    word.lemma = lemma.empty() ? word.lower : lemma;
    word.capital = word.lower != word.form;
    phrase.words.push_back(word);
  }
  return phrase;
}

std::string code_of(const std::string& notation, std::optional<Date> when = {},
                    std::string_view country = {}) {
  static const ActorDictionary kNone;
  return code_phrase(phrase_of(notation), {shipped(), kNone, when, country}).text();
}

// "text=CODE" of every mention that has one.
std::string coded(const Extractor& extractor, const std::string& notation) {
  Document doc;
  std::istringstream lines(notation);
  for (std::string line; std::getline(lines, line);) add_sentence(doc, line);
  doc.article.published = day(2015);
  std::string codes;
  for (const ResolvedMention& resolved : extractor.resolve(doc)) {
    if (resolved.code.empty()) continue;
    if (!codes.empty()) codes += ' ';
    codes += resolved.mention.text + '=' + resolved.code;
  }
  return codes;
}

const Extractor& extractor() {
  static const Extractor kExtractor = Extractor::load(ACTORGRAPH_SOURCE_DIR "/data");
  return kExtractor;
}

}  // namespace

TEST_CASE("a phrase is coded from its country and its noun") {
  struct Row {
    std::string phrase, code;
  };
  const Row rows[] = {
      {"Afghan Foreign Ministry *spokesman", "AFGGOV"},
      {"Pakistani *soldiers/soldier", "PAKMIL"},
      {"French *police", "FRACOP"},
      {"opposition *leaders/leader in Zimbabwe", "ZWEOPP"},
      {"Rohingya *refugees/refugee", "MMRREF"},
      {"*soldiers/soldier from Chad", "TCDMIL"},
      {"rebel *commander in the Ivory Coast", "CIVREB"},
      {"*leader of the opposition in Kenya", "KENOPP"},
      {"Peruvian *farmers/farmer", "PERAGR"},
      {"Bolivian labor *union", "BOLLAB"},
      {"Danish *newspaper", "DNKMED"},
      {"Russian *embassy in Kabul", "RUSGOV"},
      {"Hungarian central *bank", "HUNGOV"},
      {"Kenyan *parliament", "KENLEG"},
      {"Latvian Constitutional *Court", "LVAJUD"},
      {"168 *Liberians/liberian", "LBRCVL"},
      {"*hundreds/hundred of Sudanese refugees/refugee", "SDNREF"},
      {"three US *servicemen/servicemen", "USAMIL"},
      {"Israeli *warplanes/warplane", "ISRMIL"},
      {"White House *reporters/reporter", "USAMED"},
      {"Hamas *gunmen", "PSEREB"},
      {"UN *official", "IGOUNO"},
      {"Norwegian Labour *Party", "NORPTY"},
      {"*leaders/leader of Egypt Muslim@ORG Brotherhood@ORG", "EGYOPP"},
      {"Nigerian *student", "NGAEDU"},
      {"Moroccan *invasion", ""},
      {"letter from Morocco", ""},
      {"Syrian Kurdish *rebels/rebel", "SYRREB"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    CHECK(code_of(row.phrase) == row.code);
  }
}

TEST_CASE("an office is held in its time, and its holder is of the elite afterwards") {
  CHECK(code_of("Barack@PERSON *Obama@PERSON", day(2012)) == "USAGOV");
  CHECK(code_of("Barack@PERSON *Obama@PERSON", day(2020)) == "USAELI");
  CHECK(code_of("President *Obama@PERSON", day(2012)) == "USAGOV");
  CHECK(code_of("former Kenyan *president") == "KENELI");
  CHECK(code_of("the Bush@PERSON *administration", day(2004)) == "USAGOV");
}

TEST_CASE("names that are countries code no person") {
  CHECK(code_of("Michael@PERSON *Jordan@PERSON") == "");
  CHECK(code_of("*Chad@PERSON Lind@PERSON") == "");
  CHECK(code_of("*Jordan@GPE") == "JOR");
  CHECK(code_of("New@GPE *Mexico@GPE") == "");
}

TEST_CASE("of several bodies of a name that of the document's country is meant") {
  CHECK(code_of("*Congress@ORG", day(2010)) == "USALEG");
  CHECK(code_of("*Congress@ORG", day(2010), "IND") == "INDPTY");
}

TEST_CASE("a capital is its government where it acts and a place where things happen") {
  CHECK(coded(extractor(), "Kabul/NNP<nsubj:2@GPE accused/VBD/accuse<root:0 Lind/NNP<obj:2@PERSON") ==
        "Kabul=AFGGOV");
  CHECK(
      coded(extractor(), "Lind/NNP<nsubj:2@PERSON slept/VBD/sleep<root:0 in/IN<case:4 Kabul/NNP<obl:2@GPE") ==
      "Kabul=AFG");
}

TEST_CASE("pronouns and descriptions take the code of what they stand for") {
  const std::string codes = coded(extractor(),
                                  "Hamas/NNP<nsubj:2@ORG denied/VBD/deny<root:0 it/PRP<obj:2\n"
                                  "The/DT<det:2 group/NN<nsubj:3 said/VBD/say<root:0 it/PRP<nsubj:5 "
                                  "agreed/VBD/agree<ccomp:3");
  CHECK(codes.find("group=PSEREB") != std::string::npos);
  CHECK(codes.find("it=PSEREB") != std::string::npos);
}

TEST_CASE("a body of a state without one is of the country that the document tells of") {
  const std::string left = "Police/NNS<nsubj:2 left/VBD/leave<root:0 Kenya/NNP<obj:2@GPE";
  const std::string slept = "\nKenya/NNP<nsubj:2@GPE slept/VBD/sleep<root:0";
  CHECK(coded(extractor(), left + slept) == "Police=KENCOP Kenya=KEN Kenya=KEN");
  CHECK(coded(extractor(), left) == "Police=COP Kenya=KEN");  // named once: it may be about another
  CHECK(coded(extractor(), left + slept + "\nUganda/NNP<nsubj:2@GPE slept/VBD/sleep<root:0" +
                               "\nUganda/NNP<nsubj:2@GPE slept/VBD/sleep<root:0")
            .starts_with("Police=COP"));
}

TEST_CASE("what is coded from elsewhere says so") {
  Document doc;
  add_sentence(doc, "Police/NNS<nsubj:2 left/VBD/leave<root:0 Kenya/NNP<obj:2@GPE");
  add_sentence(doc, "Kenya/NNP<nsubj:2@GPE slept/VBD/sleep<root:0");
  const std::vector<Claim> claims = extractor().extract(doc);
  REQUIRE(!claims.empty());
  CHECK(claims[0].subject.code == "KENCOP");
  CHECK(claims[0].inferred == std::vector<std::string>{"code: the country of the document"});
}

TEST_CASE("what stands before the first of two nouns stands before both") {
  CHECK(coded(extractor(),
              "Danish/JJ<amod:2@NORP media/NNS<nsubj:5 and/CC<cc:4 government/NN<conj:2 "
              "agreed/VBD/agree<root:0") == "Danish=DNK Danish media=DNKMED government=DNKGOV");
}

TEST_CASE("Georgia is a state among the towns of the Union") {
  CHECK(coded(extractor(), "Georgia/NNP<nsubj:2@GPE sued/VBD/sue<root:0 Atlanta/NNP<obj:2@GPE")
            .starts_with("Georgia=USA"));
  CHECK(coded(extractor(), "Georgia/NNP<nsubj:2@GPE sued/VBD/sue<root:0 Lind/NNP<obj:2@PERSON") ==
        "Georgia=GEO");
}
