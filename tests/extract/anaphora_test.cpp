#include <doctest/doctest.h>

#include <string>

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
  CHECK(links(kRudolfLeft +
              "In/IN<case:3 his/PRP$<nmod:poss:3 speech/NN<obl:6 Michael/NNP<nsubj:6@PERSON "
              "Elphberg/NNP<flat:4@PERSON praised/VBD<root:0 Zenda/NNP<obj:6@GPE") ==
        "his = Michael Elphberg\n");
  CHECK(links(kRudolfLeft +
              "When/WRB<advmod:3 he/PRP<nsubj:3 arrived/VBD<advcl:6 Michael/NNP<nsubj:6@PERSON "
              "Elphberg/NNP<flat:4@PERSON slept/VBD<root:0") == "he = Michael Elphberg\n");
}

TEST_CASE("a pronoun before the subject stays with who was named before it, or is of the other sex") {
  CHECK(links("In/IN<case:2 Rupert/NNP<nmod:poss:5@PERSON 's/POS<case:2 first/JJ<amod:5 letter/NN<obl:10 "
              "on/IN<case:8 his/PRP$<nmod:poss:8 health/NN<nmod:5 Michael/NNP<nsubj:10@PERSON "
              "was/VBD<root:0 ") == "his = Rupert\n");
  CHECK(links(kRudolfLeft +
              "In/IN<case:3 his/PRP$<nmod:poss:3 speech/NN<obl:6 Anna/NNP<nsubj:6@PERSON "
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
