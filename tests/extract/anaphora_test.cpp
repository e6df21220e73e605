#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

namespace {

// "text = actor", one line a mention that is linked to another one.
std::string links(const std::string& notation) {
  static const Extractor kExtractor = Extractor::load(ACTORGRAPH_SOURCE_DIR "/data");
  Document doc;
  std::istringstream lines(notation);
  for (std::string line; std::getline(lines, line);) add_sentence(doc, line);
  std::string result;
  for (const ResolvedMention& resolved : kExtractor.resolve(doc)) {
    if (resolved.resolution.reason.empty()) continue;
    result += resolved.mention.text + " = " + resolved.resolution.actor + '\n';
  }
  return result;
}

const std::string kRudolfLeft = "Rudolf/NNP<nsubj:3@PERSON Rassendyll/NNP<flat:1@PERSON left/VBD<root:0\n";

}  // namespace

TEST_CASE("a pronoun in the phrase before the subject is the subject") {
  CHECK(links(kRudolfLeft + "In/IN<case:3 his/PRP$<nmod:poss:3 speech/NN<obl:6 Michael/NNP<nsubj:6@PERSON "
                            "Elphberg/NNP<flat:4@PERSON praised/VBD<root:0 Zenda/NNP<obj:6@GPE") ==
        "his = Michael Elphberg\n");
  CHECK(links(kRudolfLeft + "When/WRB<advmod:3 he/PRP<nsubj:3 arrived/VBD<advcl:6 Michael/NNP<nsubj:6@PERSON "
                            "Elphberg/NNP<flat:4@PERSON slept/VBD<root:0") == "he = Michael Elphberg\n");
}

TEST_CASE("a pronoun before the subject stays with who was named before it, or is of the other sex") {
  CHECK(links("In/IN<case:2 Rupert/NNP<nmod:poss:5@PERSON 's/POS<case:2 first/JJ<amod:5 letter/NN<obl:10 "
              "on/IN<case:8 his/PRP$<nmod:poss:8 health/NN<nmod:5 Michael/NNP<nsubj:10@PERSON "
              "was/VBD<root:0 ") == "his = Rupert\n");
  CHECK(links(kRudolfLeft + "In/IN<case:3 his/PRP$<nmod:poss:3 speech/NN<obl:6 Anna/NNP<nsubj:6@PERSON "
                            "Elphberg/NNP<flat:4@PERSON praised/VBD<root:0 Zenda/NNP<obj:6@GPE") ==
        "his = Rudolf Rassendyll\n");
}

TEST_CASE("whoever the text speaks to is one, within a quotation too") {
  CHECK(links("You/PRP<nsubj:2 know/VBP<root:0 your/PRP$<nmod:poss:4 king/NN<obj:2") == "your = You\n");
}

TEST_CASE("a name of unknown kind may be a man") {
  CHECK(links("Kravonia/NNP<nsubj:2 spoke/VBD<root:0\n"
              "He/PRP<nsubj:2 left/VBD<root:0") == "He = Kravonia\n");
}

TEST_CASE("a son of the same name is not his father") {
  CHECK(links("Rupert/NNP<nsubj:4@PERSON Hentzau/NNP<flat:1@PERSON III/NNP<flat:1@PERSON met/VBD<root:0 "
              "Rupert/NNP<obj:4@PERSON Hentzau/NNP<flat:5@PERSON Jr/NNP<flat:5@PERSON")
            .empty());
}

TEST_CASE("what is owned by whom a pronoun stands for is called after its owner, and keeps its words") {
  Document doc;
  add_sentence(doc, "The/DT<det:3 Zenda/NNP<compound:3@ORG Front/NNP<nsubj:4@ORG fled/VBD/flee<root:0");
  add_sentence(doc,
               "Its/PRP$<nmod:poss:2 leader/NN<nsubj:3 crossed/VBD/cross<root:0 the/DT<det:5 river/NN<obj:3");
  const std::vector<Claim> claims = Extractor::load(ACTORGRAPH_SOURCE_DIR "/data").extract(doc);
  const auto crossed = std::find_if(claims.begin(), claims.end(),
                                    [](const Claim& claim) { return claim.relation.lemma == "cross"; });
  REQUIRE(crossed != claims.end());
  CHECK(crossed->subject.text == "Its leader");
  CHECK(crossed->subject.actor == "Zenda Front's leader");
  REQUIRE(crossed->inferred.size() == 1);
  CHECK(crossed->inferred[0].starts_with("Its: most salient"));
}

TEST_CASE("the same noun of the same owner is one, of another owner another") {
  const std::string first = "Rudolf/NNP<nsubj:2@PERSON met/VBD<root:0 his/PRP$<nmod:poss:4 deputy/NN<obj:2\n";
  CHECK(links(first + "His/PRP$<nmod:poss:2 deputy/NN<nsubj:3 left/VBD<root:0") ==
        "his = Rudolf\nHis = Rudolf\nHis deputy = Rudolf's deputy\n");
  CHECK(links(first + "Anna/NNP<nsubj:2@PERSON praised/VBD<root:0 her/PRP$<nmod:poss:4 deputy/NN<obj:2") ==
        "his = Rudolf\nher = Anna\n");
}

TEST_CASE("the first of a coordination owns the others") {
  CHECK(links("Bandits/NNS<nsubj:2 met/VBD<root:0 rebels/NNS<obj:2 and/CC<cc:6 their/PRP$<nmod:poss:6 "
              "friends/NNS<conj:3") == "their = rebels\n");
}

TEST_CASE("who tries to keep something keeps his own, and who says something says it of himself") {
  const std::string front = "Zenda/NNP<compound:2@ORG Front/NNP<nsubj:3@ORG ";
  const std::string league = "Hentzau/NNP<compound:5@ORG League/NNP<obj:3@ORG ";
  CHECK(links(front + "praised/VBD<root:0 " + league + "\n" + front + "met/VBD/meet<root:0 " + league +
              "and/CC<cc:7 tried/VBD/try<conj:3 to/TO<mark:9 keep/VB<xcomp:7 its/PRP$<nmod:poss:11 "
              "port/NN<obj:9")
            .find("its = Zenda Front\n") != std::string::npos);
  CHECK(links("Hentzau/NNP<compound:2@ORG League/NNP<nsubj:3@ORG praised/VBD<root:0 "
              "Zenda/NNP<compound:5@ORG Front/NNP<obj:3@ORG\n" +
              front + "told/VBD/tell<root:0 " + league + "it/PRP<nsubj:7 left/VBD/leave<ccomp:3")
            .find("it = Zenda Front\n") != std::string::npos);
}

TEST_CASE("whatever has said something may hope for something") {
  CHECK(links("Both/DT<det:2 sides/NNS<nsubj:3 say/VBP<root:0 they/PRP<nsubj:5 hope/VBP<ccomp:3") ==
        "they = Both sides\n");
}

TEST_CASE("what a body holds is not the body") {
  const std::string later = "Hentzau/NNP<nsubj:2@ORG paid/VBD<root:0";
  CHECK(
      links("Hentzau/NNP<compound:3@ORG Science/NNP<compound:3@ORG Fair/NNP<nsubj:4@ORG opened/VBD<root:0\n" +
            later)
          .empty());
  CHECK(links("Hentzau/NNP<compound:3@ORG Science/NNP<compound:3@ORG Partners/NNP<nsubj:4@ORG "
              "opened/VBD<root:0\n" +
              later) == "Hentzau = Hentzau Science Partners\n");
}

TEST_CASE("a relative clause is about the noun before it") {
  CHECK(links("Rudolf/NNP<nsubj:2@PERSON met/VBD/meet<root:0 Michael/NNP<obj:2@PERSON ,/,<punct:6 "
              "who/WP<nsubj:6 praised/VBD/praise<acl:relcl:3 his/PRP$<nmod:poss:8 band/NN<obj:6") ==
        "his = Michael\n");
}

TEST_CASE("a clause without subject hands its pronoun on to the subject that follows") {
  CHECK(links(kRudolfLeft +
              "While/IN<mark:2 working/VBG/work<advcl:7 in/IN<case:5 his/PRP$<nmod:poss:5 office/NN<obl:2 "
              "Michael/NNP<nsubj:7@PERSON slept/VBD/sleep<root:0") == "his = Michael\n");
  CHECK(links(kRudolfLeft +
              "Before/IN<mark:2 meeting/VBG/meet<advcl:5 him/PRP<obj:2 Michael/NNP<nsubj:5@PERSON "
              "slept/VBD/sleep<root:0") == "him = Rudolf Rassendyll\n");
}

TEST_CASE("neither a day nor a form of address is meant by he") {
  CHECK(links("Mr./NNP<nmod:desc:2 Elphberg/NNP<nsubj:4@PERSON Friday/NNP<obl:unmarked:4 slept/VBD<root:0\n"
              "He/PRP<nsubj:2 woke/VBD<root:0 Zenda/NNP<obj:2@GPE") == "Mr. = Elphberg\nHe = Elphberg\n");
  CHECK(links("Zenda/NNP<nsubj:3@GPE Friday/NNP<obl:unmarked:3 slept/VBD<root:0\n"
              "He/PRP<nsubj:2 woke/VBD<root:0") == "");
}

TEST_CASE("who is condemned for a deed has done it, and who is told to do something does it") {
  CHECK(links("Ruritania/NNP<nsubj:2@GPE condemned/VBD/condemn<root:0 Chad/NNP<obj:2@GPE for/IN<case:6 "
              "its/PRP$<nmod:poss:6 attacks/NNS/attack<obl:2") == "its = Chad\n");
  CHECK(
      links("Ruritania/NNP<nsubj:2@GPE urged/VBD/urge<root:0 Chad/NNP<obj:2@GPE to/TO<mark:5 end/VB<xcomp:2 "
            "its/PRP$<nmod:poss:7 attacks/NNS/attack<obj:5") == "its = Chad\n");
}

TEST_CASE("who says so is not who is named in what is said") {
  CHECK(links("Rudolf/NNP<nsubj:pass:3@PERSON was/VBD/be<aux:pass:3 arrested/VBN/arrest<root:0 ,/,<punct:6 "
              "he/PRP<nsubj:6 added/VBD/add<parataxis:3")
            .empty());
  CHECK(links("Rudolf/NNP<nsubj:pass:3@PERSON was/VBD/be<aux:pass:3 arrested/VBN/arrest<ccomp:6 ,/,<punct:6 "
              "he/PRP<nsubj:6 said/VBD/say<root:0")
            .empty());
}

TEST_CASE("an official's we is the body that the title names, else the official's own words") {
  const std::string quoted =
      " said/VBD/say<root:0 ,/,<punct:4 \"/``<punct:7 We/PRP<nsubj:7 urge/VBP/urge<ccomp:3 "
      "Chad/NNP<obj:7@GPE "
      "to/TO<mark:10 leave/VB<xcomp:7 \"/''<punct:7";
  CHECK(links("Minister/NNP<nmod:desc:2 Lind/NNP<nsubj:3@PERSON" + quoted).find("We = Lind") !=
        std::string::npos);
  CHECK(links("Trainer/NNP<nmod:desc:2 Lind/NNP<nsubj:3@PERSON" + quoted).find("We = Lind") ==
        std::string::npos);
}

TEST_CASE("a body called by the same noun is found further back, a person is not") {
  std::string gap;
  for (int i = 0; i < 8; ++i) gap += "It/PRP<nsubj:2 rained/VBD/rain<root:0\n";
  const auto later = [&gap](const std::string& noun) {
    return links("The/DT<det:3 northern/JJ<amod:3 " + noun + "<nsubj:4 left/VBD/leave<root:0\n" + gap +
                 "The/DT<det:2 " + noun + "<nsubj:3 returned/VBD/return<root:0");
  };
  CHECK(later("coalition/NN").find("coalition = northern coalition") != std::string::npos);
  CHECK(later("visitor/NN").empty());
}

TEST_CASE("who says something of him says it of himself, however often another was named") {
  CHECK(links(kRudolfLeft +
              "Rudolf/NNP<nsubj:3@PERSON Rassendyll/NNP<flat:1@PERSON denied/VBD/deny<root:0 it/PRP<obj:3 "
              "and/CC<cc:7 Michael/NNP<nsubj:7@PERSON said/VBD/say<conj:3 he/PRP<nsubj:9 "
              "left/VBD/leave<ccomp:7 Zenda/NNP<obj:9@GPE")
            .find("he = Michael\n") != std::string::npos);
}
