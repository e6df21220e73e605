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
  CHECK(claims.find("Lind -[be]-> Norwegian Premier") == 0);
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

TEST_CASE("who is made something is that") {
  CHECK(claims_of("The/DT<det:2 party/NN<nsubj:3 elected/VBD/elect<root:0 Lind/NNP<obj:3@PERSON "
                  "as/IN<case:6 leader/NN<obl:3 of/IN<case:9 the/DT<det:9 council/NN<nmod:6") ==
        "party -[elect]-> Lind | other: as leader of the council\nLind -[be leader of]-> council\n");
}

TEST_CASE("what is called something is that in the words of who calls it so") {
  CHECK(claims_of("The/DT<det:2 party/NN<nsubj:3 described/VBD/describe<root:0 the/DT<det:5 "
                  "vote/NN<obj:3 as/IN<case:8 a/DT<det:8 farce/NN<obl:3") ==
        "party -[describe]-> vote | other: as farce\nvote -[be]-> farce | by: party\n");
}

TEST_CASE("an appositive may be one of many") {
  CHECK(claims_of("They/PRP<nsubj:2 closed/VBD/close<root:0 mains/NNS/main<obj:2 in/IN<case:5 "
                  "Zenda/NNP<obl:2@GPE ,/,<punct:7 one/CD<appos:5 of/IN<case:11 the/DT<det:11 "
                  "oldest/JJS/old<amod:11 towns/NNS/town<nmod:7") ==
        "They -[close]-> mains | place: in Zenda\nZenda -[be one of]-> oldest towns\n");
}

TEST_CASE("an adjective with a phrase behind its noun is a fact") {
  CHECK(claims_of("Police/NNS<nsubj:2 fear/VBP<root:0 militias/NNS/militia<obj:2 active/JJ<amod:3 "
                  "in/IN<case:7 the/DT<det:7 north/NN<obl:4") ==
        "Police -[fear]-> militias\nmilitias -[be active in]-> north\n");
}

TEST_CASE("a possessor or a name before a relational noun is what it relates to") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON met/VBD/meet<root:0 Berg/NNP<nmod:poss:5@PERSON "
                  "'s/POS<case:3 brother/NN<obj:2 ,/,<punct:7 Ivar/NNP<appos:5@PERSON "
                  "Dahl/NNP<flat:7@PERSON") ==
        "Lind -[meet]-> Berg's brother = Ivar Dahl\nIvar Dahl -[be brother of]-> Berg\n");
  CHECK(claims_of("Workers/NNS/worker<nsubj:2 left/VBD/leave<root:0 Zenda/NNP<compound:4@ORG "
                  "Motors/NNPS/motor<obj:2@ORG ,/,<punct:8 an/DT/a<det:8 Acme/NNP<compound:8@ORG "
                  "subsidiary/NN<appos:4") ==
        "Workers -[leave]-> Zenda Motors\nZenda Motors -[be subsidiary of]-> Acme\n");
}

TEST_CASE("a measure is not what explains it") {
  CHECK(claims_of("Orders/NNS/order<nsubj:2 fell/VBD/fall<root:0 3/CD<nummod:4 "
                  "percent/NN<obj:2 ,/,<punct:8 the/DT<det:8 sharpest/JJS/sharp<amod:8 "
                  "decline/NN<appos:4") == "Orders -[fall]-> 3 percent\n");
}

TEST_CASE("a predicate with its preposition may form one relation with another phrase") {
  CHECK(claims_of("Lind/NNP<nsubj:4@PERSON is/VBZ/be<cop:4 in/IN<case:4 charge/NN<root:0 of/IN<case:7 "
                  "the/DT<det:7 army/NN<nmod:4") == "Lind -[be in charge of]-> army\n");
}

TEST_CASE("brackets hold other words for the same thing") {
  CHECK(claims_of(
            "The/DT<det:2 agency/NN<nsubj:8 (/-LRB-<punct:6 a/DT<det:6 police/NN<compound:6 force/NN<appos:2 "
            ")/-RRB-<punct:6 arrested/VBD/arrest<root:0 Lind/NNP/Lind<obj:8@PERSON ./.<punct:8") ==
        "agency = police force -[arrest]-> Lind\n");
}

TEST_CASE("none of several is all of them, and no place is several people") {
  CHECK(claims_of("Two/CD<nummod:2 rivals/NNS/rival<nsubj:8 ,/,<punct:4 Lind/NNP/Lind<appos:2@PERSON "
                  "and/CC<cc:6 Moe/NNP/Moe<conj:4@PERSON ,/,<punct:2 left/VBD/leave<root:0 "
                  "Oslo/NNP/Oslo<obj:8@GPE ./.<punct:8") == "Two rivals -[leave]-> Oslo\n");
}

TEST_CASE("the holder of a title goes without it") {
  CHECK(claims_of("Peru/NNP<nmod:poss:5@GPE 's/POS<case:1 Foreign/NNP/Foreign<amod:4 "
                  "Minister/NNP/Minister<nmod:desc:5 Lind/NNP/Lind<nsubj:6@PERSON left/VBD/leave<root:0 "
                  "Oslo/NNP/Oslo<obj:6@GPE ./.<punct:6") ==
        "Lind -[be]-> Foreign Minister\nPeru's Foreign Minister Lind = Lind -[leave]-> Oslo\n");
}

TEST_CASE("where and why something is so takes no part in it") {
  CHECK(claims_of("Prices/NNS/price<nsubj:3 are/VBP/be<cop:3 high/JJ<root:0 in/IN<case:5 "
                  "Chad/NNP/Chad<obl:3@GPE ./.<punct:3") == "Prices -[be]-> high | place: in Chad\n");
  CHECK(claims_of("Peru/NNP<nsubj:3@GPE is/VBZ/be<cop:3 weaker/JJR/weak<root:0 because/IN<case:7 "
                  "of/IN<fixed:4 the/DT<det:7 arrest/NN<obl:3 ./.<punct:3") ==
        "Peru -[be]-> weaker | cause: because of arrest\n");
  CHECK(claims_of("Rebels/NNS/rebel<nsubj:3 are/VBP/be<cop:3 active/JJ<root:0 in/IN<case:5 "
                  "Chad/NNP/Chad<obl:3@GPE ./.<punct:3") == "Rebels -[be active in]-> Chad\n");
}

TEST_CASE("some of those named before are included in them") {
  CHECK(claims_of("Ministers/NNS/minister<nsubj:2 praised/VBD/praise<root:0 "
                  "our/PRP$<nmod:poss:4 partners/NNS/partner<obj:2 ,/,<punct:7 "
                  "especially/RB<advmod:7 Chad/NNP/Chad<appos:4@GPE ./.<punct:2") ==
        "our partners -[include]-> Chad\n"
        "Ministers -[praise]-> our partners\n");
}

TEST_CASE("what is too big to fail is not called big") {
  CHECK(claims_of("Banks/NNS/bank<nsubj:4 are/VBP/be<cop:4 too/RB<advmod:4 big/JJ<root:0 to/TO<mark:6 "
                  "fail/VB<advcl:4")
            .find("-[be]-> big") == std::string::npos);
}

TEST_CASE("the place of an event is the capital, not the event") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON saw/VBD/see<root:0 the/DT<det:4 siege/NN<obj:2 of/IN<case:6 "
                  "Zenda/NNP<nmod:4@GPE ,/,<punct:9 the/DT<det:9 town/NN<appos:4")
            .find("Zenda -[be]-> town") != std::string::npos);
}
