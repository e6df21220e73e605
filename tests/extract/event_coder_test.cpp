#include "extract/event_coder.hpp"

#include <doctest/doctest.h>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

namespace {

// One line an event: "Rebels -ASSAULT/explosives 183-> port"; whom it is directed at where that is not the
// object.
std::string events_of(const std::string& notation) {
  std::string text;
  for (const Claim& claim : extract_from(notation)) {
    if (!claim.event) continue;
    const EventCode& event = *claim.event;
    text += claim.subject.text.empty() ? "?" : claim.subject.text;
    text += " -" + (event.plover.empty() ? std::string("none") : event.plover);
    if (!event.mode.empty()) text += '/' + event.mode;
    text += ' ' + event.cameo + "-> " + (claim.object ? claim.object->text : "-");
    if (event.recipient && (!claim.object || event.recipient->text != claim.object->text))
      text += " (" + event.recipient->text + ')';
    text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("one verb is many events: its object tells them apart") {
  CHECK(events_of("Peru/NNP<nsubj:2@GPE held/VBD/hold<root:0 talks/NNS/talk<obj:2 with/IN<case:5 "
                  "Chad/NNP<nmod:3@GPE") == "Peru -CONSULT 040-> Chad\n");
  CHECK(
      events_of("Rebels/NNS/rebel<nsubj:2 held/VBD/hold<root:0 ten/CD<nummod:4 hostages/NNS/hostage<obj:2") ==
      "Rebels -ASSAULT/abduct 181-> ten hostages\n");
  CHECK(events_of("Peru/NNP<nsubj:2@GPE held/VBD/hold<root:0 elections/NNS/election<obj:2").empty());
  CHECK(events_of("Peru/NNP<nsubj:2@GPE cut/VBD/cut<root:0 ties/NNS/tie<obj:2 with/IN<case:5 "
                  "Chad/NNP<nmod:3@GPE") == "Peru -SANCTION/withdraw 161-> Chad\n");
  CHECK(events_of("Peru/NNP<nsubj:2@GPE cut/VBD/cut<root:0 aid/NN<obj:2 to/IN<case:5 "
                  "Chad/NNP<nmod:3@GPE") == "Peru -SANCTION/discontinue 162-> aid to Chad (Chad)\n");
  CHECK(events_of("Peru/NNP<nsubj:2@GPE met/VBD/meet<root:0 demands/NNS/demand<obj:2 of/IN<case:5 "
                  "rebels/NNS/rebel<nmod:3") == "Peru -CONCEDE 080-> demands of rebels (rebels)\n");
}

TEST_CASE("what is refused, promised, threatened or asked for is an event of its own kind") {
  CHECK(events_of("Lind/NNP<nsubj:2@PERSON refused/VBD/refuse<root:0 to/TO<mark:4 meet/VB<xcomp:2 "
                  "Moe/NNP<obj:4@PERSON") == "Lind -REJECT/meet 125-> Moe\n");
  CHECK(events_of("Peru/NNP<nsubj:2@GPE promised/VBD/promise<root:0 to/TO<mark:4 release/VB<xcomp:2 "
                  "rebels/NNS/rebel<obj:4") == "Peru -AGREE 0353-> rebels\n");
  CHECK(events_of("Peru/NNP<nsubj:2@GPE threatened/VBD/threaten<root:0 to/TO<mark:4 attack/VB<xcomp:2 "
                  "Chad/NNP<obj:4@GPE") == "Peru -THREATEN/violence 138-> Chad\n");
  CHECK(events_of(
            "Peru/NNP<nsubj:2@GPE urged/VBD/urge<root:0 Chad/NNP<obj:2@GPE to/TO<mark:5 release/VB<xcomp:2 "
            "rebels/NNS/rebel<obj:5") ==
        "Peru -REQUEST/yield 0253-> Chad\nChad -RETREAT/release 0841-> rebels\n");
  CHECK(events_of(
            "Peru/NNP<nsubj:2@GPE demanded/VBD/demand<root:0 the/DT<det:4 withdrawal/NN<obj:2 of/IN<case:6 "
            "troops/NNS/troop<nmod:4") ==
        "Peru -REQUEST/yield 1056-> withdrawal of troops (troops)\ntroops -RETREAT/withdraw 087-> -\n");
}

TEST_CASE("what ends a hostile act yields") {
  CHECK(
      events_of("Peru/NNP<nsubj:2@GPE lifted/VBD/lift<root:0 sanctions/NNS/sanction<obj:2 against/IN<case:5 "
                "Chad/NNP<nmod:3@GPE") == "Peru -RETREAT 085-> sanctions against Chad (Chad)\n");
  CHECK(events_of("Peru/NNP<nsubj:2@GPE halted/VBD/halt<root:0 attacks/NNS/attack<obj:2 on/IN<case:5 "
                  "Chad/NNP<nmod:3@GPE")
            .find("087") != std::string::npos);
}

TEST_CASE("a denied or negated attack is no event") {
  CHECK(events_of("Peru/NNP<nsubj:4@GPE did/VBD/do<aux:4 not/RB<advmod:4 attack/VB<root:0 Chad/NNP<obj:4@GPE")
            .empty());
  CHECK(
      events_of("Peru/NNP<nsubj:2@GPE denied/VBD/deny<root:0 attacking/VBG/attack<xcomp:2 Chad/NNP<obj:3@GPE")
          .find("ASSAULT") == std::string::npos);
}

TEST_CASE("storms, teams and markets do no violence") {
  CHECK(events_of("The/DT<det:2 storm/NN<nsubj:3 killed/VBD/kill<root:0 ten/CD<nummod:5 people/NNS<obj:3")
            .empty());
  CHECK(events_of("Ten/CD<nummod:2 people/NNS<nsubj:pass:4 were/VBD/be<aux:pass:4 killed/VBN/kill<root:0 "
                  "in/IN<case:7 the/DT<det:7 crash/NN<obl:4")
            .empty());
  CHECK(events_of("Ten/CD<nummod:2 people/NNS<nsubj:pass:4 were/VBD/be<aux:pass:4 killed/VBN/kill<root:0 "
                  "after/IN<mark:8 an/DT<det:7 earthquake/NN<nsubj:8 struck/VBD/strike<advcl:4")
            .empty());
  CHECK(events_of("The/DT<det:2 striker/NN<nsubj:3 attacked/VBD/attack<root:0 Chad/NNP<obj:3@GPE").empty());
}

TEST_CASE("the weapon says how") {
  CHECK(
      events_of(
          "A/DT<det:4 roadside/NN<compound:3 bomb/NN<nsubj:4 killed/VBD/kill<root:0 Lind/NNP<obj:4@PERSON") ==
      "roadside bomb -ASSAULT/explosives 183-> Lind\n");
  CHECK(events_of("Rebels/NNS/rebel<nsubj:2 killed/VBD/kill<root:0 Lind/NNP<obj:2@PERSON with/IN<case:5 "
                  "knives/NNS/knife<obl:2") == "Rebels -ASSAULT/primitive 182-> Lind\n");
}

TEST_CASE("an event says how many died, were hurt and were arrested") {
  const std::vector<Claim> killed = extract_from(
      "Rebels/NNS/rebel<nsubj:2 attacked/VBD/attack<root:0 Zenda/NNP<obj:2@GPE ,/,<punct:5 "
      "killing/VBG/kill<advcl:2 12/CD<nummod:7 guards/NNS/guard<obj:5");
  REQUIRE(!killed.empty());
  REQUIRE(killed.front().event);
  CHECK(killed.front().event->size.dead == 12);
  CHECK(!killed.front().event->size.injured);
  const std::vector<Claim> arrested = extract_from(
      "Police/NNS/police<nsubj:2 arrested/VBD/arrest<root:0 two/CD<nummod:4 hundred/CD<nummod:5 "
      "students/NNS/student<obj:2");
  REQUIRE(!arrested.empty());
  CHECK(arrested.front().event->size.arrested == 200);
}

TEST_CASE("a statement without an act has a CAMEO code and no PLOVER type") {
  CHECK(events_of("Lind/NNP<nsubj:2@PERSON issued/VBD/issue<root:0 a/DT<det:4 statement/NN<obj:2") ==
        "Lind -none 010-> statement\n");
}

TEST_CASE("the words around an event call up its contexts") {
  const std::vector<Claim> claims = extract_from(
      "Terrorists/NNS/terrorist<nsubj:2 attacked/VBD/attack<root:0 a/DT<det:5 polling/NN<compound:5 "
      "station/NN<obj:2");
  REQUIRE(!claims.empty());
  REQUIRE(claims.front().event);
  CHECK(claims.front().event->contexts == std::vector<std::string>{"election", "terrorism"});
}

TEST_CASE("what was denied with a gerund did not happen") {
  CHECK(
      claims_of("Peru/NNP<nsubj:2@GPE denied/VBD/deny<root:0 attacking/VBG/attack<xcomp:2 Chad/NNP<obj:3@GPE")
          .find("negated | denied") != std::string::npos);
}

TEST_CASE("it that is willing is somebody") {
  CHECK(events_of("Peru/NNP<nsubj:2@GPE says/VBZ/say<root:0 it/PRP<expl:5 is/VBZ/be<cop:5 willing/JJ<ccomp:2 "
                  "to/TO<mark:7 release/VB<xcomp:5 rebels/NNS/rebel<obj:7")
            .find("RETREAT/release 0841-> rebels") != std::string::npos);
}

TEST_CASE("a place or a purpose says whom an act is directed at") {
  CHECK(events_of("Peru/NNP<nsubj:2@GPE imposed/VBD/impose<root:0 a/DT<det:4 curfew/NN<obj:2 in/IN<case:6 "
                  "Zenda/NNP<obl:2@GPE") == "Peru -COERCE/curfew 1723-> curfew (Zenda)\n");
  CHECK(events_of("Students/NNS/student<nsubj:2 protested/VBD/protest<root:0 to/TO<mark:4 demand/VB<advcl:2 "
                  "reforms/NNS/reform<obj:4 by/IN<case:7 Chad/NNP<nmod:5@GPE")
            .find("PROTEST/demo 141-> - (Chad)") != std::string::npos);
}

TEST_CASE("what is sent or withdrawn is directed at where it goes or leaves") {
  CHECK(events_of(
            "Peru/NNP<nsubj:2@GPE withdrew/VBD/withdraw<root:0 its/PRP$<nmod:poss:4 troops/NNS/troop<obj:2 "
            "from/IN<case:6 Chad/NNP<obl:2@GPE")
            .find("-> its troops (Chad)") != std::string::npos);
}

TEST_CASE("who is asked not to act is asked for something, and gerunds judge") {
  CHECK(events_of(
            "Lind/NNP<nsubj:2@PERSON asked/VBD/ask<root:0 Chad/NNP<iobj:2@GPE not/RB<advmod:6 to/TO<mark:6 "
            "attack/VB<xcomp:2 Peru/NNP<obj:6@GPE")
            .starts_with("Lind -REQUEST 020-> Chad\n"));
  CHECK(events_of("Papers/NNS/paper<nsubj:2 painted/VBD/paint<root:0 Chad/NNP<obj:2@GPE as/IN<mark:5 "
                  "betraying/VBG/betray<advcl:2 its/PRP$<nmod:poss:7 allies/NNS/ally<obj:5")
            .find("-ACCUSE/disapprove 111-> Chad") != std::string::npos);
}

TEST_CASE("who announces an attack threatens with it") {
  CHECK(events_of("Peru/NNP<nsubj:2@GPE said/VBD/say<root:0 it/PRP<nsubj:5 would/MD<aux:5 attack/VB<ccomp:2 "
                  "Chad/NNP<obj:5@GPE")
            .find("-THREATEN/violence 138-> Chad") != std::string::npos);
}

TEST_CASE("security operations are no attacks, and what a camera captures is not arrested") {
  CHECK(events_of("Peru/NNP<nsubj:2@GPE conducted/VBD/conduct<root:0 security/NN<compound:4 "
                  "operations/NNS/operation<obj:2")
            .empty());
  CHECK(events_of("Guards/NNS/guard<nsubj:2 captured/VBD/capture<root:0 Lind/NNP<obj:2@PERSON on/IN<case:5 "
                  "video/NN<obl:2")
            .empty());
}
