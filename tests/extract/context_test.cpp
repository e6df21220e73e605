#include "extract/context.hpp"

#include <doctest/doctest.h>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

TEST_CASE("negation comes from words around the verb, its subject and its object") {
  CHECK(claims_of("Chad/NNP<nsubj:4@GPE did/VBD/do<aux:4 not/RB<advmod:4 sign/VB<root:0 the/DT<det:6 "
                  "treaty/NN<obj:4") == "Chad -[sign]-> treaty | negated\n");
  CHECK(claims_of("No/DT<det:2 country/NN<nsubj:4 has/VBZ/have<aux:4 recognized/VBN/recognize<root:0 "
                  "the/DT<det:6 junta/NN<obj:4") == "country -[recognize]-> junta | negated\n");
  CHECK(claims_of("Chad/NNP<nsubj:2@GPE failed/VBD/fail<root:0 to/TO<mark:4 sign/VB<xcomp:2 the/DT<det:6 "
                  "treaty/NN<obj:4") == "Chad -[sign]-> treaty | negated\n");
}

TEST_CASE("two negations cancel out") {
  CHECK(claims_of("Chad/NNP<nsubj:4@GPE did/VBD/do<aux:4 not/RB<advmod:4 fail/VB<root:0 to/TO<mark:6 "
                  "sign/VB<xcomp:4 the/DT<det:8 treaty/NN<obj:6") == "Chad -[sign]-> treaty\n");
}

TEST_CASE("auxiliaries set the modality") {
  const auto with = [](const std::string& aux) {
    return claims_of("Chad/NNP<nsubj:3@GPE " + aux + "/MD<aux:3 sign/VB<root:0 the/DT<det:5 treaty/NN<obj:3");
  };
  CHECK(with("will") == "Chad -[sign]-> treaty | planned\n");
  CHECK(with("may") == "Chad -[sign]-> treaty | possible\n");
  CHECK(with("must") == "Chad -[sign]-> treaty | demanded\n");
}

TEST_CASE("a condition and a question are no facts") {
  CHECK(claims_of("Peru/NNP<nsubj:2@GPE retaliates/VBZ/retaliate<root:0 if/IN<mark:5 Chad/NNP<nsubj:5@GPE "
                  "violates/VBZ/violate<advcl:2 the/DT<det:7 treaty/NN<obj:5") ==
        "Peru -[retaliate]-> -\nChad -[violate]-> treaty | possible\n");
  CHECK(
      claims_of(
          "Did/VBD/do<aux:3 Chad/NNP<nsubj:3@GPE sign/VB<root:0 the/DT<det:5 treaty/NN<obj:3 ?/.<punct:3") ==
      "Chad -[sign]-> treaty | possible\n");
}

TEST_CASE("the innermost speaker answers for a claim") {
  CHECK(claims_of("Peru/NNP<nsubj:2@GPE said/VBD/say<root:0 that/IN<mark:5 police/NNS<nsubj:5 "
                  "claimed/VBD/claim<ccomp:2 rebels/NNS/rebel<nsubj:7 fled/VBD/flee<ccomp:5") ==
        "rebels -[flee]-> - | by: police\n");
  CHECK(claims_of("Rebels/NNS/rebel<nsubj:2 fled/VBD/flee<root:0 ,/,<punct:2 according/VBG/accord<case:6 "
                  "to/IN<fixed:4 police/NNS<obl:2") == "Rebels -[flee]-> - | by: police\n");
  CHECK(claims_of("Rebels/NNS/rebel<nsubj:2 fled/VBD/flee<root:0 ,/,<punct:2 said/VBD/say<parataxis:2 "
                  "the/DT<det:6 minister/NN<nsubj:4") == "Rebels -[flee]-> - | by: minister\n");
}

TEST_CASE("what is denied is negated and attributed to who denies it") {
  CHECK(claims_of("Chad/NNP<nsubj:2@GPE denied/VBD/deny<root:0 that/IN<mark:5 rebels/NNS/rebel<nsubj:5 "
                  "fled/VBD/flee<ccomp:2") == "rebels -[flee]-> - | negated | denied | by: Chad\n");
}

TEST_CASE("the content of a noun is as real as the noun says") {
  CHECK(claims_of("Rebels/NNS/rebel<nsubj:2 made/VBD/make<root:0 an/DT<det:4 attempt/NN<obj:2 to/TO<mark:6 "
                  "bomb/VB<acl:4 a/DT<det:8 refinery/NN<obj:6") ==
        "Rebels -[make]-> attempt\nRebels -[bomb]-> refinery | attempted\n");
}

TEST_CASE("a relative clause of something new is part of the report, one of something known is not") {
  CHECK(claims_of("Police/NNS<nsubj:2 said/VBD/say<root:0 rebels/NNS/rebel<nsubj:4 ran/VBD/run<ccomp:2 "
                  "a/DT<det:6 network/NN<obj:4 that/WDT<nsubj:8 smuggled/VBD/smuggle<acl:relcl:6 "
                  "weapons/NNS/weapon<obj:8 into/IN<case:11 Chad/NNP/Chad<obl:8@GPE ./.<punct:2") ==
        "rebels -[run]-> network | by: Police\nnetwork -[smuggle]-> weapons | by: Police | place: into "
        "Chad\nnetwork -[smuggle weapons into]-> Chad | by: Police\n");
  CHECK(claims_of("Police/NNS<nsubj:2 said/VBD/say<root:0 Chad/NNP/Chad<nsubj:4@GPE "
                  "rebuilt/VBD/rebuild<ccomp:2 the/DT<det:6 port/NN<obj:4 that/WDT<obj:10 the/DT<det:9 "
                  "storm/NN<nsubj:10 destroyed/VBD/destroy<acl:relcl:6 ./.<punct:2") ==
        "Chad -[rebuild]-> port | by: Police\nstorm -[destroy]-> port\n");
}

TEST_CASE("who issues a statement says what it says") {
  CHECK(claims_of("Lind/NNP/Lind<nsubj:2@PERSON issued/VBD/issue<root:0 a/DT<det:4 statement/NN<obj:2 "
                  "saying/VBG/say<acl:4 Chad/NNP/Chad<nsubj:8@GPE had/VBD/have<aux:8 left/VBN/leave<ccomp:5 "
                  "Oslo/NNP/Oslo<obj:8@GPE ./.<punct:2") ==
        "Lind -[issue]-> statement\nChad -[leave]-> Oslo | by: Lind\n");
  CHECK(claims_of("The/DT<det:2 report/NN<nsubj:3 says/VBZ/say<root:0 Chad/NNP/Chad<nsubj:6@GPE "
                  "had/VBD/have<aux:6 left/VBN/leave<ccomp:3 Oslo/NNP/Oslo<obj:6@GPE ./.<punct:3") ==
        "Chad -[leave]-> Oslo | by: report\n");
}

TEST_CASE("who voices a fear has it, and who gives an assurance says it") {
  CHECK(claims_of(
            "Peru/NNP<nsubj:2@GPE voiced/VBD/voice<root:0 concern/NN<obj:2 that/IN<mark:7 "
            "Chad/NNP/Chad<nsubj:7@GPE will/MD<aux:7 build/VB<acl:3 weapons/NNS/weapon<obj:7 ./.<punct:2") ==
        "Peru -[voice]-> concern\nChad -[build]-> weapons | planned | by: Peru\n");
  CHECK(claims_of("Peru/NNP<nsubj:2@GPE received/VBD/receive<root:0 assurances/NNS/assurance<obj:2 "
                  "from/IN<case:5 Chad/NNP/Chad<nmod:3@GPE that/IN<mark:9 rebels/NNS/rebel<nsubj:9 "
                  "will/MD<aux:9 free/VB<acl:3 the/DT<det:11 hostages/NNS/hostage<obj:9 ./.<punct:2") ==
        "Peru -[receive]-> assurances | place: from Chad\nPeru -[receive assurances from]-> Chad\nrebels "
        "-[free]-> "
        "hostages | planned | by: Chad\n");
}

TEST_CASE("what people admit or deny doing is said by them") {
  CHECK(claims_of("Chad/NNP/Chad<nsubj:2@GPE denied/VBD/deny<root:0 receiving/VBG/receive<xcomp:2 "
                  "weapons/NNS/weapon<obj:3 from/IN<case:6 Peru/NNP<obl:3@GPE ./.<punct:2") ==
        "Chad -[receive]-> weapons | negated | denied | by: Chad | place: from Peru\nChad -[receive weapons "
        "from]-> "
        "Peru | negated | denied | by: Chad\n");
  CHECK(claims_of("Lind/NNP/Lind<nsubj:2@PERSON admitted/VBD/admit<root:0 taking/VBG/take<xcomp:2 "
                  "bribes/NNS/bribe<obj:3 ./.<punct:2") == "Lind -[take]-> bribes | by: Lind\n");
}

TEST_CASE("an aside may begin with as, and a teller may name his hearers") {
  CHECK(claims_of("As/IN<mark:4 Ana/NNP/Ana<compound:3@PERSON Lind/NNP/Lind<nsubj:4@PERSON "
                  "reports/VBZ/report<advcl:7 ,/,<punct:4 rebels/NNS/rebel<nsubj:7 fled/VBD/flee<root:0 "
                  "./.<punct:7") == "rebels -[flee]-> - | by: Ana Lind\n");
  CHECK(claims_of("Rebels/NNS/rebel<nsubj:2 attacked/VBD/attack<root:0 the/DT<det:4 port/NN<obj:2 "
                  ",/,<punct:8 Ana/NNP/Ana<nsubj:8@PERSON Lind/NNP/Lind<flat:6@PERSON "
                  "told/VBD/tell<parataxis:2 reporters/NNS/reporter<iobj:8 ./.<punct:2") ==
        "Rebels -[attack]-> port | by: Ana Lind\nAna Lind -[tell]-> reporters\n");
}

TEST_CASE("both of two speakers are named") {
  CHECK(claims_of("Peru/NNP<nsubj:4@GPE and/CC<cc:3 Chad/NNP/Chad<conj:1@GPE say/VBP<root:0 "
                  "talks/NNS/talk<nsubj:7 will/MD<aux:7 resume/VB<ccomp:4 ./.<punct:4") ==
        "talks -[resume]-> - | planned | by: Peru and Chad = Peru\n");
}

TEST_CASE("what would later be is a fact, and what nothing is done for is not done") {
  CHECK(claims_of("Lind/NNP/Lind<nsubj:4@PERSON would/MD<aux:4 later/RBR/late<advmod:4 become/VB<root:0 "
                  "president/NN<xcomp:4 ./.<punct:4") == "Lind -[become]-> president\n");
  CHECK(claims_of("Chad/NNP/Chad<nsubj:2@GPE did/VBD/do<root:0 nothing/NN<obj:2 to/TO<mark:5 stop/VB<acl:3 "
                  "the/DT<det:7 attack/NN<obj:5 ./.<punct:2") == "Chad -[stop]-> attack | negated\n");
}

TEST_CASE("a question after whether covers both of its parts") {
  CHECK(claims_of(
            "It/PRP<expl:3 is/VBZ/be<cop:3 unclear/JJ<root:0 whether/IN<mark:6 rebels/NNS/rebel<nsubj:6 "
            "attacked/VBD/attack<csubj:3 the/DT<det:8 port/NN<obj:6 or/CC<cc:12 the/DT<det:11 "
            "storm/NN<nsubj:12 destroyed/VBD/destroy<conj:6 the/DT<det:14 bridge/NN<obj:12 ./.<punct:3") ==
        "rebels -[attack]-> port | possible\nstorm -[destroy]-> bridge | possible\n");
}

TEST_CASE("what somebody is praised for is a fact") {
  CHECK(claims_of("Lind/NNP/Lind<nsubj:2@PERSON praised/VBD/praise<root:0 Chad/NNP/Chad<obj:2@GPE "
                  "for/IN<mark:5 leaving/VBG/leave<advcl:2 Oslo/NNP/Oslo<obj:5@GPE ./.<punct:2") ==
        "Lind -[praise]-> Chad\nChad -[leave]-> Oslo\n");
}

TEST_CASE("who pleads not guilty denies it") {
  CHECK(claims_of("Lind/NNP/Lind<nsubj:2@PERSON pleaded/VBD/plead<root:0 not/RB<advmod:4 "
                  "guilty/JJ<xcomp:2 to/IN<mark:6 robbing/VBG/rob<advcl:4 a/DT<det:8 "
                  "bank/NN<obj:6 ./.<punct:2") ==
        "Lind -[plead]-> guilty | negated\n"
        "Lind -[rob]-> bank | negated | denied | by: Lind\n");
}

TEST_CASE("what is planned on is planned, and what is said as an aside by a participle is no deed") {
  CHECK(claims_of("Chad/NNP<nsubj:2@GPE plans/VBZ/plan<root:0 on/IN<mark:4 selling/VBG/sell<advcl:2 "
                  "grain/NN<obj:4") == "Chad -[plan]-> -\nChad -[sell]-> grain | planned\n");
  CHECK(claims_of(
            "Grain/NN<nsubj:5 as/IN<mark:3 defined/VBN/define<advcl:5 here/RB<advmod:3 grew/VBD/grow<root:0")
            .find("-[define]->") == std::string::npos);
}

TEST_CASE("what is done perhaps, or had been done, is possible, and nobody does what they are averse to") {
  CHECK(claims_of(
            "Lind/NNP<nsubj:3@PERSON allegedly/RB<advmod:3 robbed/VBD/rob<root:0 a/DT<det:5 bank/NN<obj:3") ==
        "Lind -[rob]-> bank | possible\n");
  CHECK(
      claims_of(
          "Zenda/NNP<nsubj:3@GPE would/MD<aux:3 thrive/VB<root:0 had/VBD/have<aux:6 Lind/NNP<nsubj:6@PERSON "
          "sold/VBN/sell<advcl:3 grain/NN<obj:6")
          .find("Lind -[sell]-> grain | possible") != std::string::npos);
  CHECK(claims_of(
            "Lind/NNP<nsubj:3@PERSON is/VBZ/be<cop:3 averse/JJ<root:0 to/IN<mark:5 selling/VBG/sell<advcl:3 "
            "Zenda/NNP<obj:5@GPE")
            .find("Lind -[sell]-> Zenda | negated") != std::string::npos);
}

TEST_CASE("a chance at something is no more than possible") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON has/VBZ/have<root:0 a/DT<det:4 shot/NN<obj:2 at/IN<mark:6 "
                  "winning/VBG/win<acl:4 gold/NN<obj:6")
            .find("-[win]-> gold | possible") != std::string::npos);
}
