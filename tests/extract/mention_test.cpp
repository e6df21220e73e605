#include "extract/mention.hpp"

#include <doctest/doctest.h>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

namespace {

std::string mentions_of(const std::string& notation) {
  Document doc;
  add_sentence(doc, notation);
  std::string text;
  const std::vector<DependencyTree> trees(doc.sentences.begin(), doc.sentences.end());
  for (const Mention& mention : find_mentions(doc, trees)) {
    constexpr const char* kTypes[] = {"name", "nominal", "pronoun"};
    constexpr const char* kNumbers[] = {"", " singular", " plural"};
    text += mention.text + " (" + kTypes[static_cast<int>(mention.type)] +
            kNumbers[static_cast<int>(mention.number)] + ")\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a mention has neither article nor relative clause nor appositive") {
  CHECK(mentions_of(
            "The/DT<det:2 leader/NN<nsubj:10 of/IN<case:5 the/DT<det:5 party/NN<nmod:2 ,/,<punct:7 "
            "Lind/NNP<appos:2@PERSON who/WP<nsubj:9 fled/VBD/flee<acl:relcl:2 resigned/VBD/resign<root:0") ==
        "leader of the party (nominal singular)\nparty (nominal singular)\nLind (name singular)\n");
}

TEST_CASE("a title is a mention of its own") {
  CHECK(mentions_of(
            "Danish/JJ<amod:2@NORP Premier/NNP<nmod:desc:3 Lind/NNP<nsubj:4@PERSON left/VBD/leave<root:0") ==
        "Danish (name)\nDanish Premier (name singular)\nLind (name singular)\n");
}

TEST_CASE("quantities stay, dates go") {
  CHECK(mentions_of("At/RB<case:2 least/JJS<advmod:3 eight/CD<nummod:4 men/NNS/man<nsubj:7 on/IN<case:6 "
                    "Friday/NNP<nmod:4 fled/VBD/flee<root:0") ==
        "At least eight men (nominal plural)\nFriday (name singular)\n");
}

TEST_CASE("modifiers of a plural are taken apart, those of one thing are not") {
  CHECK(mentions_of("Danish/JJ<amod:4@NORP and/CC<cc:3 Thai/JJ<conj:1@NORP envoys/NNS/envoy<nsubj:5 "
                    "met/VBD/meet<root:0") ==
        "Danish (name)\nThai (name)\nDanish envoys (nominal plural)\nThai envoys (nominal plural)\n");
  CHECK(mentions_of("domestic/JJ<amod:4 and/CC<cc:3 foreign/JJ<conj:1 policies/NNS/policy<nsubj:5 "
                    "changed/VBD/change<root:0") == "domestic and foreign policies (nominal plural)\n");
}

TEST_CASE("what follows a coordination belongs to each part") {
  CHECK(mentions_of("students/NNS/student<nsubj:6 and/CC<cc:3 teachers/NNS/teacher<conj:1 from/IN<case:5 "
                    "Oslo/NNP<nmod:1@GPE met/VBD/meet<root:0") ==
        "students from Oslo (nominal plural)\nteachers from Oslo (nominal plural)\nOslo (name singular)\n");
}
