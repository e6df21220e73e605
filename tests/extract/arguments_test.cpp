#include "extract/arguments.hpp"

#include <doctest/doctest.h>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

TEST_CASE("two prepositions may link together") {
  CHECK(claims_of("Rebels/NNS/rebel<nsubj:2 pulled/VBD/pull<root:0 out/IN<case:6 of/IN<case:6 "
                  "the/DT<det:6 talks/NNS/talk<obl:2") == "Rebels -[pull out of]-> talks\n");
}

TEST_CASE("a term to which somebody is sentenced is no time") {
  CHECK(claims_of("Lind/NNP<nsubj:pass:3@PERSON was/VBD/be<aux:pass:3 sentenced/VBN/sentence<root:0 "
                  "to/IN<case:6 eight/CD<nummod:6 years/NNS/year<obl:3") ==
        "Lind -[be sentenced to]-> eight years\n");
}

TEST_CASE("a preposition with a bare noun is an adverb") {
  CHECK(claims_of("Chad/NNP<nsubj:2@GPE agreed/VBD/agree<root:0 in/IN<case:4 principle/NN<obl:2") ==
        "Chad -[agree]-> - | manner: in principle\n");
}

TEST_CASE("a measure is what a verb relates to, no agent") {
  CHECK(claims_of("Exports/NNS/export<nsubj:2 rose/VBD/rise<root:0 by/IN<case:5 3/CD<nummod:5 "
                  "percent/NN<obl:agent:2") == "Exports -[rise by]-> 3 percent\n");
}

TEST_CASE("a time of day is no agent") {
  CHECK(claims_of("The/DT<det:2 siege/NN<nsubj:pass:4 was/VBD/be<aux:pass:4 broken/VBN/break<root:0 "
                  "by/IN<case:6 mid-afternoon/NN<obl:agent:4") == "? -[break]-> siege\n");
}

TEST_CASE("a preposition stays one where the parser takes its noun for a verb") {
  CHECK(claims_of("Guards/NNS/guard<nsubj:2 died/VBD/die<root:0 in/IN<mark:4 rioting/NN<obl:2") ==
        "Guards -[die in]-> rioting\n");
}

TEST_CASE("what something is done within is what it relates to") {
  CHECK(claims_of("Spies/NNS/spy<nsubj:2 operate/VBP<root:0 within/IN<case:5 the/DT<det:5 force/NN<obl:2") ==
        "Spies -[operate within]-> force\n");
}

TEST_CASE("a means is no agent, nor is what one loses by") {
  CHECK(claims_of("The/DT<det:2 sailors/NNS/sailor<nsubj:pass:4 were/VBD/be<aux:pass:4 taken/VBN/take<root:0 "
                  "by/IN<case:6 bus/NN<obl:agent:4")
            .find("? -[take]-> sailors") == 0);
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON lost/VBD/lose<root:0 by/IN<case:5 eleven/CD<nummod:5 "
                  "votes/NNS/vote<obl:agent:2") == "Lind -[lose by]-> eleven votes\n");
}

TEST_CASE("a clause in which something happens relates nobody to its noun") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON read/VBD<root:0 a/DT<det:4 letter/NN<obj:2 in/IN<case:6 "
                  "which/WDT<obl:8 she/PRP<nsubj:8 accused/VBD/accuse<acl:relcl:4 the/DT<det:10 "
                  "mayor/NN<obj:8")
            .find("accuse in") == std::string::npos);
}

TEST_CASE("what a verb of moving is for, or where something is done, relates nobody") {
  CHECK(claims_of("Lind/NNP/Lind<nsubj:2@PERSON travelled/VBD/travel<root:0 for/IN<case:5 a/DT<det:5 "
                  "meeting/NN<obl:2 ./.<punct:2") == "Lind -[travel]-> - | purpose: for meeting\n");
  CHECK(claims_of("Protesters/NNS/protester<nsubj:2 gathered/VBD/gather<root:0 in/IN<case:4 "
                  "Zenda/NNP/Zenda<obl:2@GPE ./.<punct:2") == "Protesters -[gather]-> - | place: in Zenda\n");
  CHECK(claims_of("Chad/NNP/Chad<nsubj:2@GPE blamed/VBD/blame<root:0 Peru/NNP<obj:2@GPE for/IN<case:6 "
                  "the/DT<det:6 attack/NN<obl:2 ./.<punct:2") ==
        "Chad -[blame]-> Peru | purpose: for attack\nChad -[blame for]-> attack\n");
  CHECK(claims_of("Peru/NNP<nsubj:2@GPE took/VBD/take<root:0 part/NN<obj:2 as/IN<case:5 part/NN<obl:2 "
                  "of/IN<case:8 the/DT<det:8 deal/NN<nmod:5 ./.<punct:2") ==
        "Peru -[take]-> part | other: as part of the deal\n");
}
