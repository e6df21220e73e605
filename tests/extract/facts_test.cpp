#include "extract/facts.hpp"

#include <doctest/doctest.h>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

TEST_CASE("a copula says what its subject is") {
  CHECK(claims_of("Lind/NNP<nsubj:4@PERSON is/VBZ/be<cop:4 a/DT<det:4 singer/NN<root:0") ==
        "Lind -[be]-> singer\n");
  CHECK(claims_of("Lind/NNP<nsubj:4@PERSON is/VBZ/be<cop:4 in/IN<case:4 Chad/NNP<root:0@GPE") ==
        "Lind -[be in]-> Chad\n");
  CHECK(claims_of("The/DT<det:2 claim/NN<nsubj:4 is/VBZ/be<cop:4 unfounded/JJ<root:0") ==
        "claim -[be]-> unfounded\n");
}

TEST_CASE("an office relates its holder to its body") {
  CHECK(claims_of("Lind/NNP<nsubj:4@PERSON is/VBZ/be<cop:4 the/DT<det:4 director/NN<root:0 of/IN<case:7 "
                  "the/DT<det:7 institute/NN<nmod:4") == "Lind -[be director of]-> institute\n");
  CHECK(claims_of("Lind/NNP<nsubj:8@PERSON ,/,<punct:4 a/DT<det:4 spokesman/NN<appos:1 for/IN<case:7 "
                  "the/DT<det:7 army/NN<nmod:4 resigned/VBD/resign<root:0") ==
        "Lind -[be spokesman for]-> army\nLind -[resign]-> -\n");
}

TEST_CASE("a verb that names joins object and complement, said by its subject") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON called/VBD/call<root:0 the/DT<det:4 vote/NN<obj:2 a/DT<det:6 "
                  "farce/NN<xcomp:2") == "Lind -[call]-> vote\nvote -[be]-> farce | by: Lind\n");
}

TEST_CASE("an adjective that results belongs to the relation") {
  CHECK(claims_of("A/DT<det:2 judge/NN<nsubj:pass:4 was/VBD/be<aux:pass:4 shot/VBN/shoot<root:0 "
                  "dead/JJ<xcomp:4") == "? -[shoot dead]-> judge\n");
}

TEST_CASE("linking verbs keep their adjective and its phrase") {
  CHECK(claims_of("The/DT<det:2 group/NN<nsubj:3 remained/VBD/remain<root:0 active/JJ<xcomp:3 in/IN<case:6 "
                  "Chad/NNP<obl:4@GPE") == "group -[remain active in]-> Chad\n");
}

TEST_CASE("compounds hide a relation") {
  CHECK(claims_of("The/DT<det:3 Geneva-based/JJ<amod:3 fund/NN<nsubj:4 closed/VBD/close<root:0") ==
        "fund -[be based in]-> Geneva\nGeneva-based fund -[close]-> -\n");
}

TEST_CASE("a title with a modifier says what somebody is, a rank alone does not") {
  const std::string claims = claims_of(
      "Norwegian/JJ<amod:2@NORP Premier/NNP<nmod:desc:3 Lind/NNP<nsubj:4@PERSON left/VBD/leave<root:0");
  CHECK(claims.find("Norwegian Premier Lind = Lind -[be]-> Norwegian Premier") == 0);
  CHECK(claims_of("Premier/NNP<nmod:desc:2 Lind/NNP<nsubj:3@PERSON left/VBD/leave<root:0") ==
        "Premier Lind = Lind -[leave]-> -\n");
}

TEST_CASE("examples are included") {
  CHECK(claims_of("The/DT<det:2 blast/NN<nsubj:3 killed/VBD/kill<root:0 five/CD<nummod:5 people/NNS<obj:3 "
                  ",/,<punct:9 including/VBG/include<case:9 two/CD<nummod:9 soldiers/NNS/soldier<nmod:5") ==
        "blast -[kill]-> five people\nfive people -[include]-> two soldiers\n");
}

TEST_CASE("there is no claim in what only points") {
  CHECK(claims_of("There/EX<expl:2 is/VBZ/be<root:0 hope/NN<nsubj:2") == "");
  CHECK(claims_of("It/PRP<nsubj:4 was/VBD/be<cop:4 the/DT<det:4 army/NN<root:0 that/WDT<nsubj:6 "
                  "fled/VBD/flee<acl:relcl:4") == "army -[flee]-> -\n");
}

TEST_CASE("an appositive describes the name, not a word inside it, and nothing across a quotation mark") {
  const std::string claims = claims_of(
      "The/DT<det:2 Chamber/NNP<nsubj:8@ORG of/IN<case:4@ORG Orrin/NNP<nmod:2@ORG ,/,<punct:4 a/DT<det:7 "
      "body/NN<appos:4 sued/VBD/sue<root:0 the/DT<det:10 town/NN<obj:8");
  CHECK(claims.find("Chamber of Orrin -[be]-> body") != std::string::npos);
  const std::string quoted = claims_of(
      "``/``<punct:2 Feed/VB<root:0 people/NNS<obj:2 ,/,<punct:3 ''/''<punct:3 Lind/NNP<appos:3@PERSON "
      "said/VBD/say<parataxis:2");
  CHECK(quoted.find("people") == std::string::npos);
}

TEST_CASE("a person in apposition is who commands, not what is commanded") {
  const std::string claims = claims_of(
      "The/DT<det:2 commander/NN<nsubj:8 of/IN<case:5 the/DT<det:5 forces/NNS/force<nmod:2 ,/,<punct:7 "
      "Lind/NNP<appos:5@PERSON left/VBD/leave<root:0");
  CHECK(claims.find("Lind -[be commander of]-> forces") != std::string::npos);
}

TEST_CASE("a time is nothing that a predicate could describe") {
  CHECK(claims_of("This/DT<det:2 year/NN<nsubj:5 was/VBD/be<cop:5 the/DT<det:5 deadliest/JJS<root:0") == "");
}

TEST_CASE("a denied predicate stays denied") {
  CHECK(claims_of("The/DT<det:2 road/NN<nsubj:5 is/VBZ/be<cop:5 not/RB<advmod:5 safe/JJ<root:0")
            .find("negated") != std::string::npos);
}

TEST_CASE("only a capital first part of a compound names who or where") {
  CHECK(claims_of("The/DT<det:3 state-run/JJ<amod:3 station/NN<nsubj:4 closed/VBD/close<root:0") ==
        "state-run station -[close]-> -\n");
}

TEST_CASE("a rank is no claim and a minister of state is of no state") {
  CHECK(claims_of("Major/JJ<amod:2 general/NN<nmod:desc:3 Lind/NNP<nsubj:4@PERSON left/VBD/leave<root:0")
            .find("-[be") == std::string::npos);
  const std::string claims = claims_of(
      "U.S./NNP<compound:2@GPE Secretary/NNP<nmod:desc:5 of/IN<case:4 State/NNP<nmod:2 "
      "Lind/NNP<nsubj:6@PERSON left/VBD/leave<root:0");
  CHECK(claims.find("-> State") == std::string::npos);
  CHECK(claims.find("-[be]-> U.S. Secretary of State") != std::string::npos);
}
