#include "records/dump.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace actorgraph;

namespace {

Token make_token(std::string_view form, std::uint32_t head, Upos upos, Deprel deprel) {
  Token tok;
  tok.form = form;
  tok.head = head;
  tok.upos = upos;
  tok.deprel = deprel;
  return tok;
}

Participant make_participant(std::string_view text, std::string_view actor = {}) {
  Participant participant;
  participant.text = text;
  participant.actor = actor;
  return participant;
}

}  // namespace

TEST_CASE("an article is dumped a block a line") {
  Article article;
  article.text = "Port falls\n\nBy Jo Park\n\nTwo died.";
  article.blocks = {{BlockKind::Title, {0, 10}}, {BlockKind::Byline, {12, 22}}, {BlockKind::Body, {24, 33}}};
  CHECK(dump(article) == "title 0..10 | Port falls\nbyline 12..22 | By Jo Park\nbody 24..33 | Two died.\n");
  CHECK(dump(Article{}).empty());
}

TEST_CASE("a document is dumped a sentence a line, with heads and names") {
  Document doc;
  Sentence sent;
  sent.tokens = {make_token("Jo", 2, Upos::Propn, Deprel::Nsubj),
                 make_token("Park", 0, Upos::Propn, Deprel::Flat),
                 make_token("fled", kRootHead, Upos::Verb, Deprel::Root)};
  sent.names = {{.tokens = {0, 2}, .type = NameType::Person}};
  doc.sentences = {sent, Sentence{}};
  CHECK(dump(doc) == "Jo/PROPN<nsubj:fled Park/PROPN<flat:Jo fled/VERB<root [Jo Park PERSON]\n\n");
}

TEST_CASE("a claim is dumped without the parts that are absent") {
  Claim claim;
  claim.relation.lemma = "flee";
  CHECK(dump(claim) == "? -[flee]-> -");
  claim.subject = make_participant("the group", "Tamar Front");
  claim.object = make_participant("the port", "the port");
  CHECK(dump(claim) == "the group = Tamar Front -[flee]-> the port");
}

TEST_CASE("a claim is dumped with event, polarity, modality, speaker and arguments") {
  Claim claim;
  claim.subject.text = "Rebels";
  claim.relation.lemma = "attack";
  claim.object = make_participant("the port");
  EventCode& event = claim.event.emplace();
  event.plover = "ASSAULT";
  event.mode = "explosives";
  event.cameo = "183";
  claim.negated = true;
  claim.modality = Modality::Threatened;
  claim.attributed_to = make_participant("officials");
  claim.arguments = {{Role::Time, "in 2022", {}}, {Role::Place, "in Tamar", {}}};
  CHECK(dump(claim) ==
        "Rebels -[attack]-> the port | ASSAULT explosives 183 | negated | threatened | by: officials | time: "
        "in 2022"
        " | place: in Tamar");
  const std::vector<Claim> claims = {claim, Claim{}};
  CHECK(dump(claims) == dump(claim) + "\n? -[]-> -\n");
}
