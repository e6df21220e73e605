#include "extract/clause.hpp"

#include <doctest/doctest.h>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

TEST_CASE("who is called on acts") {
  CHECK(claims_of("Ruritania/NNP<nsubj:2@GPE called/VBD/call<root:0 on/IN<case:4 Chad/NNP<obl:2@GPE "
                  "to/TO<mark:6 sign/VB<advcl:2 the/DT<det:8 treaty/NN<obj:6") ==
        "Ruritania -[call on]-> Chad\nChad -[sign]-> treaty | demanded | by: Ruritania\n");
}

TEST_CASE("who is waited for acts") {
  CHECK(claims_of("Ruritania/NNP<nsubj:2@GPE called/VBD/call<root:0 for/IN<case:5 the/DT<det:5 "
                  "troops/NNS<obl:2 to/TO<mark:7 leave/VB<advcl:2 Chad/NNP<obj:7@GPE") ==
        "Ruritania -[call for]-> troops\ntroops -[leave]-> Chad | demanded | by: Ruritania\n");
}

TEST_CASE("who is called to act was called") {
  CHECK(claims_of("Guards/NNS/guard<nsubj:pass:3 were/VBD/be<aux:pass:3 called/VBN/call<root:0 "
                  "to/TO<mark:5 keep/VB<xcomp:3 order/NN<obj:5") ==
        "? -[call]-> Guards\nGuards -[keep]-> order | demanded\n");
}

TEST_CASE("an event does not act, those who hold it do") {
  CHECK(claims_of("Envoys/NNS/envoy<nsubj:2 held/VBD/hold<root:0 talks/NNS/talk<obj:2 in/IN<case:5 "
                  "Zenda/NNP<nmod:3@GPE to/TO<mark:7 reach/VB<advcl:2 a/DT<det:9 deal/NN<obj:7") ==
        "Envoys -[hold]-> talks = talks in Zenda | place: in Zenda\nEnvoys -[reach]-> deal\n");
}

TEST_CASE("a gerund behind a noun is done by those who have to do with the noun") {
  CHECK(claims_of("Envoys/NNS/envoy<nsubj:2 held/VBD/hold<root:0 talks/NNS/talk<obj:2 on/IN<mark:5 "
                  "forming/VBG/form<acl:3 a/DT<det:7 government/NN<obj:5") ==
        "Envoys -[hold]-> talks\nEnvoys -[form]-> government\n");
}

TEST_CASE("who is suspected of plots does what they are for") {
  CHECK(claims_of("Lind/NNP<nsubj:pass:3@PERSON was/VBD/be<aux:pass:3 suspected/VBN/suspect<root:0 "
                  "of/IN<case:5 plots/NNS/plot<obl:3 to/TO<mark:7 kill/VB<acl:5 "
                  "Berg/NNP<obj:7@PERSON") ==
        "Lind -[be suspected of]-> plots\nLind -[kill]-> Berg | planned\n");
}

TEST_CASE("who is committed acts") {
  CHECK(claims_of("The/DT<det:2 accord/NN<nsubj:3 committed/VBD/commit<root:0 Chad/NNP<obj:3@GPE "
                  "to/TO<mark:6 free/VB<xcomp:3 the/DT<det:8 captives/NNS/captive<obj:6") ==
        "accord -[commit]-> Chad\nChad -[free]-> captives | planned\n");
}

TEST_CASE("what is said of a predicate noun is said of its subject") {
  CHECK(claims_of("Chad/NNP<nsubj:5@GPE is/VBZ/be<cop:5 the/DT<det:5 only/JJ<amod:5 "
                  "country/NN<root:0 that/WDT<nsubj:7 ratified/VBD/ratify<acl:relcl:5 the/DT<det:9 "
                  "treaty/NN<obj:7") == "Chad -[be]-> only country\nChad -[ratify]-> treaty\n");
}

TEST_CASE("a clause with which is not about a person") {
  CHECK(claims_of("Fans/NNS/fan<nsubj:2 watched/VBD/watch<root:0 a/DT<det:4 duet/NN<obj:2 "
                  "with/IN<case:6 Ana/NNP<nmod:4@PERSON Lind/NNP<flat:6@PERSON ,/,<punct:10 "
                  "which/WDT<nsubj:10 drew/VBD/draw<acl:relcl:6 protests/NNS/protest<obj:10") ==
        "Fans -[watch]-> duet with Ana Lind\nduet with Ana Lind -[draw]-> protests\n");
}

TEST_CASE("what is said of an appositive is said of whom it explains") {
  const std::string claims = claims_of(
      "Police/NNS<nsubj:2 sought/VBD/seek<root:0 Lind/NNP<obj:2@PERSON ,/,<punct:6 a/DT<det:6 "
      "pilot/NN<appos:3 "
      "who/WP<nsubj:8 fled/VBD/flee<acl:relcl:6 Zenda/NNP<obj:8@GPE");
  CHECK(claims.find("Lind -[flee]-> Zenda") != std::string::npos);
  const std::string dane = claims_of(
      "Police/NNS<nsubj:2 sought/VBD/seek<root:0 Lind/NNP<obj:2@PERSON ,/,<punct:6 a/DT<det:6 "
      "Dane/NNP<appos:3@NORP "
      "who/WP<nsubj:8 fled/VBD/flee<acl:relcl:6 Zenda/NNP<obj:8@GPE");
  CHECK(dane.find("Lind -[flee]-> Zenda") != std::string::npos);
}

TEST_CASE("who is appealed to acts") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON appealed/VBD/appeal<root:0 to/IN<case:5 the/DT<det:5 "
                  "council/NN<obl:2 to/TO<mark:7 lift/VB<advcl:2 the/DT<det:9 tax/NN<obj:7")
            .find("council -[lift]-> tax") != std::string::npos);
}

TEST_CASE("who is accused of a deed does it, even where the noun could be an event") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON accused/VBD/accuse<root:0 the/DT<det:4 management/NN<obj:2 "
                  "of/IN<mark:6 hiding/VBG/hide<acl:4 oil/NN<obj:6")
            .find("management -[hide]-> oil") != std::string::npos);
}

TEST_CASE("verbs in a chain share the object of the last") {
  CHECK(claims_of("Police/NNS/police<nsubj:2 found/VBD/find<root:0 ,/,<punct:4 arrested/VBD/arrest<conj:2 "
                  "and/CC<cc:6 "
                  "questioned/VBD/question<conj:2 Lind/NNP<obj:6@PERSON") ==
        "Police -[find]-> Lind\nPolice -[arrest]-> Lind\nPolice -[question]-> Lind\n");
}

TEST_CASE("who does what an infinitive or gerund says") {
  CHECK(claims_of("Ruritania/NNP/Ruritania<nsubj:2@GPE sent/VBD/send<root:0 money/NN<obj:2 "
                  "to/TO<mark:5 help/VB<advcl:2 Chad/NNP/Chad<obj:5@GPE ./.<punct:2") ==
        "Ruritania -[send]-> money\n"
        "Ruritania -[help]-> Chad | planned\n");
  CHECK(claims_of("Ruritania/NNP/Ruritania<nsubj:2@GPE sent/VBD/send<root:0 "
                  "soldiers/NNS/soldier<obj:2 to/TO<mark:5 guard/VB<xcomp:2 "
                  "Zenda/NNP/Zenda<obj:5@GPE ./.<punct:2") ==
        "Ruritania -[send]-> soldiers\n"
        "soldiers -[guard]-> Zenda\n");
  CHECK(claims_of("Chad/NNP/Chad<nsubj:2@GPE uses/VBZ/use<root:0 the/DT<det:4 plant/NN<obj:2 "
                  "as/IN<case:7 a/DT<det:7 cover/NN<obl:2 to/TO<mark:9 make/VB<acl:7 "
                  "weapons/NNS/weapon<obj:9 ./.<punct:2") ==
        "Chad -[use]-> plant | other: as cover\n"
        "Chad -[make]-> weapons | planned\n");
  CHECK(claims_of("The/DT<det:2 army/NN<nsubj:3 stopped/VBD/stop<root:0 the/DT<det:5 "
                  "rebels/NNS/rebel<obj:3 to/TO<mark:7 keep/VB<advcl:3 the/DT<det:9 "
                  "town/NN<obj:7 ./.<punct:3") ==
        "army -[stop]-> rebels\n"
        "army -[keep]-> town | planned\n");
  CHECK(claims_of("They/PRP<nsubj:2 took/VBD/take<root:0 such/JJ<amod:4 action/NN<obj:2 "
                  "as/IN<mark:6 firing/VBG/fire<advcl:2 at/IN<case:9 the/DT<det:9 "
                  "camp/NN<obl:6 ./.<punct:2") ==
        "They -[take]-> such action\n"
        "They -[fire]-> - | place: at camp\n");
  CHECK(claims_of("Ruritania/NNP/Ruritania<nmod:poss:3@GPE 's/POS<case:1 aim/NN<nsubj:outer:6 "
                  "is/VBZ/be<cop:6 to/TO<mark:6 win/VB<root:0 the/DT<det:8 war/NN<obj:6 "
                  "./.<punct:6") == "Ruritania -[win]-> war | planned\n");
}

TEST_CASE("who is called, considered or found doing something is who does it") {
  CHECK(claims_of("Ministers/NNS/minister<nsubj:2 called/VBD/call<root:0 the/DT<det:4 "
                  "merger/NN<obj:2 a/DT<det:6 mistake/NN<xcomp:2 ./.<punct:2") ==
        "Ministers -[call]-> merger\n"
        "merger -[be]-> mistake | by: Ministers\n");
  CHECK(claims_of("Moe/NNP/Moe<nsubj:pass:3@PERSON was/VBD/be<aux:pass:3 "
                  "considered/VBN/consider<root:0 a/DT<det:5 contender/NN<xcomp:3 "
                  "to/TO<mark:7 succeed/VB<acl:5 Lind/NNP/Lind<obj:7@PERSON ./.<punct:3") ==
        "Moe -[be considered]-> contender\n"
        "Moe -[succeed]-> Lind | planned\n");
  CHECK(claims_of("Police/NNS<nsubj:2 found/VBD/find<root:0 him/PRP/he<obj:2 "
                  "standing/VBG/stand<xcomp:2 there/RB<advmod:4 ,/,<punct:7 "
                  "holding/VBG/hold<advcl:2 a/DT<det:9 bag/NN<obj:7 ./.<punct:2") ==
        "Police -[find]-> him\n"
        "him -[stand]-> - | place: there\n"
        "him -[hold]-> bag\n");
}

TEST_CASE("a clause goes on with the one above, not with an aside or a relative clause") {
  CHECK(claims_of("Lind/NNP/Lind<nsubj:2@PERSON fell/VBD/fall<root:0 ,/,<punct:2 "
                  "police/NNS<nsubj:5 said/VBD/say<parataxis:2 ,/,<punct:7 "
                  "breaking/VBG/break<advcl:5 a/DT<det:9 leg/NN<obj:7 ./.<punct:2") ==
        "Lind -[fall]-> - | by: police\n"
        "Lind -[break]-> leg\n");
  CHECK(claims_of("The/DT<det:2 report/NN<nsubj:3 shows/VBZ/show<root:0 the/DT<det:5 "
                  "crimes/NNS/crime<obj:3 that/WDT<obj:9 rebels/NNS/rebel<nsubj:9 "
                  "have/VBP<aux:9 committed/VBN/commit<acl:relcl:5 and/CC<cc:11 "
                  "names/VBZ/name<conj:9 their/PRP$<nmod:poss:13 leaders/NNS/leader<obj:11 "
                  "./.<punct:3") ==
        "report -[show]-> crimes\n"
        "rebels -[commit]-> crimes\n"
        "report -[name]-> their leaders = rebels' leaders\n");
}

TEST_CASE("who talks of a campaign need not lead it, and nobody in particular does what is recommended") {
  CHECK(
      claims_of(
          "Lind/NNP<nsubj:2@PERSON discussed/VBD/discuss<root:0 the/DT<det:4 campaign/NN<obj:2 to/TO<mark:6 "
          "free/VB<acl:4 Zenda/NNP<obj:6@GPE") == "Lind -[discuss]-> campaign\n");
  CHECK(claims_of("It/PRP<nsubj:pass:3 is/VBZ/be<aux:pass:3 recommended/VBN/recommend<root:0 to/TO<mark:5 "
                  "leave/VB<xcomp:3 Zenda/NNP<obj:5@GPE")
            .find("It -[leave]->") == std::string::npos);
}

TEST_CASE("a relative clause with who describes somebody") {
  CHECK(claims_of(
            "Chad/NNP<nsubj:2@GPE needs/VBZ/need<root:0 a/DT<det:4 mayor/NN<obj:2 in/IN<case:7 the/DT<det:7 "
            "palace/NN<nmod:4 who/WP<nsubj:9 likes/VBZ/like<acl:relcl:7 Zenda/NNP<obj:9@GPE")
            .find("mayor in the palace -[like]-> Zenda") != std::string::npos);
}

TEST_CASE("a job is done by somebody, and no meeting leads a campaign") {
  CHECK(claims_of("Lind/NNP<nsubj:2@PERSON did/VBD/do<root:0 a/DT<det:4 job/NN<obj:2 "
                  "representing/VBG/represent<acl:4 "
                  "Zenda/NNP<obj:5@GPE")
            .find("Lind -[represent]-> Zenda") != std::string::npos);
  CHECK(claims_of("The/DT<det:2 meeting/NN<nsubj:3 focused/VBD/focus<root:0 on/IN<case:6 the/DT<det:6 "
                  "campaign/NN<obl:3 to/TO<mark:8 free/VB<acl:6 Zenda/NNP<obj:8@GPE")
            .find("-[free]->") == std::string::npos);
}

TEST_CASE("a bare noun of place or time does not do what a participle behind it says") {
  CHECK(claims_of(
            "Zenda/NNP<nsubj:2@GPE went/VBD/go<root:0 into/IN<case:4 recess/NN<obl:2 leading/VBG/lead<acl:4 "
            "Chad/NNP<obj:5@GPE")
            .find("Zenda -[lead]-> Chad") != std::string::npos);
}

TEST_CASE("work that there is does nothing") {
  CHECK(claims_of("There/EX<expl:2 is/VBZ/be<root:0 work/NN<nsubj:2 to/TO<mark:5 finish/VB<acl:3 "
                  "roads/NNS/road<obj:5")
            .find("work -[finish]->") == std::string::npos);
}

TEST_CASE("an appearance signs nothing") {
  CHECK(
      claims_of(
          "Lind/NNP<nsubj:2@PERSON made/VBD/make<root:0 speeches/NNS/speech<obj:2 to/TO<mark:5 sell/VB<acl:3 "
          "books/NNS/book<obj:5")
          .find("speeches -[sell]->") == std::string::npos);
}
