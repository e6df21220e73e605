#include "extract/nominal_events.hpp"

#include <doctest/doctest.h>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

TEST_CASE("a light verb lends itself to the event of its noun") {
  CHECK(claims_of("Rebels/NNS/rebel<nsubj:2 launched/VBD/launch<root:0 attacks/NNS/attack<obj:2 on/IN<case:6 "
                  "the/DT<det:6 port/NN<nmod:3 and/CC<cc:9 a/DT<det:9 hotel/NN<conj:6") ==
        "Rebels -[attack]-> port\nRebels -[attack]-> hotel\n");
  CHECK(claims_of("Norway/NNP<nsubj:2@GPE held/VBD/hold<root:0 talks/NNS/talk<obj:2 with/IN<case:5 "
                  "Chad/NNP<nmod:3@GPE") == "Norway -[talk with]-> Chad\n");
}

TEST_CASE("a phrase that hangs from the light verb belongs to the event as well") {
  CHECK(claims_of("Rebels/NNS/rebel<nsubj:2 staged/VBD/stage<root:0 raids/NNS/raid<obj:2 against/IN<case:6 "
                  "the/DT<det:6 port/NN<obl:2") == "Rebels -[raid]-> port\n");
}

TEST_CASE("a threatened event is a threat") {
  CHECK(claims_of("Rebels/NNS/rebel<nsubj:2 threatened/VBD/threaten<root:0 attacks/NNS/attack<obj:2 "
                  "on/IN<case:6 the/DT<det:6 port/NN<nmod:3") ==
        "Rebels -[threaten to attack]-> port | threatened\n");
}

TEST_CASE("event nouns report their event wherever they stand") {
  CHECK(claims_of(
            "Peru/NNP<nsubj:2@GPE condemned/VBD/condemn<root:0 the/DT<det:4 killing/NN<obj:2 of/IN<case:7 "
            "a/DT<det:7 judge/NN<nmod:4") == "Peru -[condemn]-> killing of a judge\n? -[kill]-> judge\n");
  CHECK(claims_of("The/DT<det:2 visit/NN<nsubj:9 of/IN<case:5 Mr./NNP<nmod:desc:5 Lind/NNP<nmod:2@PERSON "
                  "to/IN<case:7 Chad/NNP<nmod:2@GPE has/VBZ/have<aux:9 ended/VBN/end<root:0") ==
        "Mr. Lind = Lind -[visit]-> Chad\nvisit of Mr. Lind to Chad -[end]-> -\n");
  CHECK(
      claims_of("Chad/NNP<nmod:poss:3@GPE 's/POS<case:1 invasion/NN<nsubj:6 of/IN<case:5 Peru/NNP<nmod:3@GPE "
                "failed/VBD/fail<root:0") == "Chad -[invade]-> Peru\nChad's invasion of Peru -[fail]-> -\n");
}

TEST_CASE("talks between two parties relate them") {
  CHECK(claims_of("Talks/NNS/talk<nsubj:6 between/IN<case:3 Peru/NNP<nmod:1@GPE and/CC<cc:5 "
                  "Chad/NNP<conj:3@GPE failed/VBD/fail<root:0") ==
        "Peru -[talk with]-> Chad\nTalks between Peru and Chad -[fail]-> -\n");
}

TEST_CASE("a cancelled visit did not take place") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON canceled/VBD/cancel<root:0 a/DT<det:4 visit/NN<obj:2 to/IN<case:6 "
                  "Chad/NNP<nmod:4@GPE") ==
        "Lind -[cancel]-> visit to Chad\nLind -[visit]-> Chad | negated\n");
}

TEST_CASE("nouns of state report nothing by themselves") {
  CHECK(claims_of("Support/NN<nsubj:6 for/IN<case:4 the/DT<det:4 premier/NN<nmod:1 has/VBZ/have<aux:6 "
                  "fallen/VBN/fall<root:0") == "Support for the premier -[fall]-> -\n");
}

TEST_CASE("a name before an event noun does nothing where nobody is acted on") {
  CHECK(claims_of("A/DT<det:4 U.S./NNP<compound:4@GPE air/NN<compound:4 strike/NN<nsubj:5 "
                  "failed/VBD/fail<root:0") == "U.S. air strike -[fail]-> -\n");
  CHECK(claims_of("They/PRP<nsubj:2 feared/VBD/fear<root:0 a/DT<det:5 U.S./NNP<compound:5@GPE "
                  "strike/NN<obj:2") == "They -[fear]-> U.S. strike\n");
}

TEST_CASE("a pronoun before an event noun does nothing where nobody is acted on") {
  CHECK(claims_of("They/PRP<nsubj:2 ended/VBD/end<root:0 its/PRP$<nmod:poss:4 attack/NN<obj:2") ==
        "They -[end]-> its attack\n");
}

TEST_CASE("coordinated event nouns share their arguments") {
  CHECK(claims_of("Police/NNS<nsubj:2 condemned/VBD/condemn<root:0 the/DT<det:4 kidnapping/NN<obj:2 "
                  "and/CC<cc:6 murder/NN<conj:4 of/IN<case:8 Lind/NNP<nmod:4@PERSON") ==
        "Police -[condemn]-> kidnapping of Lind\nPolice -[condemn]-> murder of Lind\n? -[kidnap]-> Lind\n? "
        "-[murder]-> Lind\n");
}

TEST_CASE("talks that begin between two parties relate them") {
  CHECK(claims_of("Talks/NNS/talk<nsubj:2 began/VBD/begin<root:0 between/IN<case:4 Peru/NNP<obl:2@GPE "
                  "and/CC<cc:6 Chad/NNP/Chad<conj:4@GPE ./.<punct:2") ==
        "Peru -[talk with]-> Chad\nTalks -[begin]-> - | other: between Peru\n");
}

TEST_CASE("who takes prisoners in a raid made the raid") {
  CHECK(claims_of("Troops/NNS<nsubj:2 arrested/VBD/arrest<root:0 three/CD<nummod:4 rebels/NNS/rebel<obj:2 "
                  "during/IN<case:7 a/DT<det:7 raid/NN<obl:2 on/IN<case:10 a/DT<det:10 hotel/NN<nmod:7 "
                  "./.<punct:2") ==
        "Troops -[arrest]-> three rebels | time: during raid on a hotel\nTroops -[raid]-> hotel\n");
  CHECK(claims_of("Three/CD<nummod:2 soldiers/NNS/soldier<nsubj:3 died/VBD/die<root:0 in/IN<case:6 "
                  "an/DT/a<det:6 attack/NN<obl:3 on/IN<case:9 a/DT<det:9 base/NN<nmod:6 ./.<punct:3") ==
        "Three soldiers -[die in]-> attack on a base | place: on base\n? -[attack]-> base\n");
}

TEST_CASE("who did one thing took part in the other") {
  CHECK(claims_of("Lind/NNP/Lind<nsubj:2@PERSON spoke/VBD/speak<root:0 of/IN<case:5 "
                  "the/DT<det:5 war/NN<obl:2 in/IN<case:8 a/DT<det:8 call/NN<obl:2 "
                  "with/IN<case:10 Moe/NNP/Moe<nmod:8@PERSON ./.<punct:2") ==
        "Lind -[speak of]-> war | manner: in call with Moe\n"
        "Lind -[speak in]-> call with Moe | other: of war\n"
        "Lind -[call with]-> Moe\n");
  CHECK(claims_of("Rebels/NNS/rebel<nsubj:2 died/VBD/die<root:0 in/IN<case:4 "
                  "clashes/NNS/clash<obl:2 with/IN<case:6 troops/NNS<nmod:4 ./.<punct:2") ==
        "Rebels -[die in]-> clashes with troops\n"
        "Rebels -[clash with]-> troops\n");
  CHECK(claims_of("The/DT<det:2 army/NN<nsubj:3 made/VBD/make<root:0 raids/NNS/raid<obj:3 "
                  ",/,<punct:7 including/VBG/include<case:7 raids/NNS/raid<nmod:4 "
                  "on/IN<case:9 camps/NNS/camp<nmod:7 ./.<punct:3") ==
        "army -[raid]-> -\n"
        "raids -[include]-> raids on camps\n"
        "army -[raid]-> camps\n");
}
