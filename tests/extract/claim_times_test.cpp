#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extract/extractor.hpp"
#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

namespace {

// Of each claim with this lemma its time and the reason: "2024-03-18 | time: of the strike".
std::string times(const std::string& notation, std::string_view lemma) {
  static const Extractor extractor = Extractor::load(ACTORGRAPH_SOURCE_DIR "/data");
  Document doc;
  doc.id = {9};
  doc.article.published = parse_date("2024-03-23");  // a Saturday
  std::size_t begin = 0;
  for (std::size_t end = 0; end != std::string::npos; begin = end + 3) {
    end = notation.find(" | ", begin);
    add_sentence(doc, notation.substr(begin, end == std::string::npos ? end : end - begin));
    if (end == std::string::npos) break;
  }
  std::string result;
  for (const Claim& claim : extractor.extract(doc)) {
    if (claim.relation.lemma != lemma) continue;
    if (!result.empty()) result += "; ";
    result += claim.time ? claim.time->value : "none";
    for (const std::string& reason : claim.inferred) {
      if (reason.starts_with("time")) result += " | " + reason;
    }
  }
  return result;
}

}  // namespace

TEST_CASE("the time of saying is not that of what is said") {
  const std::string sentence =
      "Lind/NNP<nsubj:2@PERSON said/VBD/say<root:0 Friday/NNP<obl:unmarked:2 that/IN<mark:6 "
      "troops/NNS/troop<nsubj:6 "
      "attacked/VBD/attack<ccomp:2 Zenda/NNP<obj:6@GPE";
  CHECK(times(sentence + " ./.<punct:2", "attack") == "none");
  CHECK(times(sentence + " on/IN<case:9 Monday/NNP<obl:6 ./.<punct:2", "attack") == "2024-03-18");
}

TEST_CASE("the time of an event noun is that of its verb") {
  CHECK(times("A/DT<det:2 strike/NN<nsubj:5 on/IN<case:4 Monday/NNP<nmod:2 hit/VBD/hit<root:0 "
              "Zenda/NNP<obj:5@GPE ./.<punct:5",
              "hit") == "2024-03-18 | time: of the strike");
  CHECK(times("A/DT<det:3 Monday/NNP<compound:3 strike/NN<nsubj:4 hit/VBD/hit<root:0 Zenda/NNP<obj:4@GPE "
              "./.<punct:4",
              "hit") == "2024-03-18 | time: of the strike");
}

TEST_CASE("verbs joined to one another share their day, with the reason") {
  const std::string sentence =
      "Rebels/NNS/rebel<nsubj:2 raided/VBD/raid<root:0 Zenda/NNP<obj:2@GPE Monday/NNP<obl:unmarked:2 "
      "and/CC<cc:6 "
      "burned/VBD/burn<conj:2 houses/NNS/house<obj:6 ./.<punct:2";
  CHECK(times(sentence, "raid") == "2024-03-18");
  CHECK(times(sentence, "burn") == "2024-03-18 | time: of \"raid\", joined to it");
}

TEST_CASE("when points at the time before it") {
  CHECK(
      times(
          "Rebels/NNS/rebel<nsubj:3 have/VBP<aux:3 ruled/VBN/rule<root:0 Zenda/NNP<obj:3@GPE since/IN<case:6 "
          "January/NNP<obl:3 ,/,<punct:10 when/WRB<advmod:10 they/PRP<nsubj:10 took/VBD/take<advcl:3 "
          "Strelsau/NNP<obj:10@GPE ./.<punct:3",
          "take") == "2024-01 | time: before \"when\"");
}

TEST_CASE("an event that was dated before keeps its day") {
  const std::string first =
      "The/DT<det:2 attack/NN<nsubj:4 Tuesday/NNP<nmod:unmarked:2 shook/VBD/shake<root:0 Zenda/NNP<obj:4@GPE "
      "./.<punct:4";
  CHECK(times(first + " | The/DT<det:2 attack/NN<nsubj:3 killed/VBD/kill<root:0 nine/CD<nummod:5 "
                      "guards/NNS/guard<obj:3 ./.<punct:3",
              "kill") == "2024-03-19 | time: of the attack, dated before");
  CHECK(times(first + " | An/DT<det:2 attack/NN<nsubj:3 killed/VBD/kill<root:0 nine/CD<nummod:5 "
                      "guards/NNS/guard<obj:3 ./.<punct:3",
              "kill") == "none");
}

TEST_CASE("what a time is counted from is not of that time") {
  const std::string sentence =
      "Moe/NNP<nsubj:2@PERSON left/VBD/leave<root:0 two/CD<nummod:4 days/NNS/day<obl:unmarked:2 "
      "after/IN<case:7 "
      "the/DT<det:7 attack/NN<obl:2 on/IN<case:9 Zenda/NNP<nmod:7@GPE ./.<punct:2";
  CHECK(times(sentence, "attack") == "none");
}

TEST_CASE("what is condemned has its own day") {
  CHECK(
      times("Lind/NNP<nsubj:4@PERSON on/IN<case:3 Friday/NNP<obl:4 condemned/VBD/condemn<root:0 the/DT<det:6 "
            "attack/NN<obj:4 on/IN<case:8 Zenda/NNP<nmod:6@GPE ./.<punct:4",
            "attack") == "none");
}

TEST_CASE("what passed since the last date of a chronicle dates what follows") {
  const std::string first =
      "Rebels/NNS/rebel<nsubj:2 besieged/VBD/besiege<root:0 Zenda/NNP<obj:2@GPE on/IN<case:5 10/CD<obl:2 "
      "November/NNP<nmod:5 1905/CD<nmod:5 ./.<punct:2";
  const std::string fall =
      "After/IN<case:4 four/CD<nummod:4 more/JJR<amod:4 days/NNS/day<obl:9 of/IN<case:6 fighting/NN<nmod:4 "
      ",/,<punct:4 they/PRP<nsubj:9 captured/VBD/capture<root:0 the/DT<det:11 town/NN<obj:9 ./.<punct:9";
  CHECK(times(first + " | " + fall, "capture") ==
        "1905-11-14 | time: counted from what the text told before");
  CHECK(times(fall, "capture") == "none");
}

TEST_CASE("participles that tell how a deed is done share its day") {
  const std::string fired = "Rebels/NNS/rebel<nsubj:2 fired/VBD/fire<root:0 shells/NNS/shell<obj:2 ";
  CHECK(times(fired + "aimed/VBN/aim<acl:3 at/IN<case:6 guards/NNS/guard<obl:4 Monday/NNP<obl:unmarked:2",
              "be aimed at") == "2024-03-18 | time: of the clause around it");
  CHECK(times(fired + "made/VBN/make<acl:3 by/IN<case:6 guards/NNS/guard<obl:agent:4 "
                      "Monday/NNP<obl:unmarked:2",
              "make") == "none");
}

TEST_CASE("deeds named among others are of their day") {
  CHECK(times("Ruritania/NNP<nsubj:5@GPE on/IN<case:3 Monday/NNP<nmod:1 also/RB<advmod:5 "
              "conducted/VBD/conduct<root:0 10/CD<nummod:7 raids/NNS/raid<obj:5 ,/,<punct:10 "
              "including/VBG/include<case:10 strikes/NNS/strike<nmod:7 on/IN<case:12 Zenda/NNP<nmod:10@GPE "
              "./.<punct:5",
              "strike") == "2024-03-18 | time: of \"conduct\" above");
}

TEST_CASE("a day between what is condemned and where it was is of what is condemned") {
  const std::string sentence =
      "Lind/NNP<nsubj:2@PERSON condemned/VBD/condemn<root:0 the/DT<det:4 attacks/NNS/attack<obj:2 "
      "Monday/NNP<obl:unmarked:2 in/IN<case:7 Zenda/NNP<obl:2@GPE ,/,<punct:12 where/WRB<advmod:12 "
      "nine/CD<nsubj:pass:12 were/VBD<aux:pass:12 killed/VBN/kill<acl:relcl:7 in/IN<case:14 "
      "blasts/NNS/blast<obl:12 that/WDT<nsubj:16 hit/VBD/hit<acl:relcl:14 a/DT<det:18 school/NN<obj:16 "
      "./.<punct:2";
  CHECK(times(sentence, "condemn") == "none");
  CHECK(times(sentence, "kill") == "2024-03-18 | time: of the attack");
  CHECK(times(sentence, "hit") == "2024-03-18 | time: of the attack");
}
