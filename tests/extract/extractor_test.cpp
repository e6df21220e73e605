#include "extract/extractor.hpp"

#include <doctest/doctest.h>

#include <set>

#include "tests/extract/sentence_notation.hpp"

using namespace actorgraph;

namespace {

Document make_document() {
  Document doc;
  doc.id = {7};
  add_sentence(doc,
               "Maria/NNP<nsubj:2@PERSON seized/VBD/seize<root:0 the/DT<det:4 port/NN<obj:2 in/IN<case:6 "
               "Chad/NNP<obl:2@GPE in/IN<case:8 2021/CD<obl:2 ,/,<punct:11 police/NNS<nsubj:11 "
               "said/VBD/say<parataxis:2 ./.<punct:2");
  add_sentence(doc, "She/PRP<nsubj:2 left/VBD/leave<root:0 Lagos/NNP<obj:2@GPE ./.<punct:2");
  return doc;
}

}  // namespace

TEST_CASE("claims come in text order with evidence, ids, time and place") {
  const Extractor extractor = Extractor::load(ACTORGRAPH_SOURCE_DIR "/data");
  const Document doc = make_document();
  const std::vector<Claim> claims = extractor.extract(doc);
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].sentence == 0);
  CHECK(slice(doc.article.text, claims[0].relation.span) == "seized");
  CHECK(slice(doc.article.text, claims[0].subject.span) == "Maria");
  REQUIRE(claims[0].time);
  CHECK(to_string(*claims[0].time->interval.start) == "2021-01-01");
  REQUIRE(claims[0].place);
  CHECK(claims[0].place->country == "TCD");
  CHECK(claims[0].attributed_to->text == "police");
  CHECK(claims[1].sentence == 1);
  std::set<ClaimId> ids;
  for (const Claim& claim : claims) {
    CHECK(claim.id == make_claim_id(claim));
    CHECK(claim.confidence > 0);
    CHECK(claim.confidence < 1);
    ids.insert(claim.id);
  }
  CHECK(ids.size() == claims.size());
}

TEST_CASE("pronouns that stand for nothing but each other keep their own words") {
  const Extractor extractor = Extractor::load(ACTORGRAPH_SOURCE_DIR "/data");
  Document doc;
  doc.id = {8};
  add_sentence(doc, "Our/PRP$<nmod:poss:2 port/NN<nsubj:3 closed/VBD/close<root:0 ./.<punct:3");
  add_sentence(doc, "We/PRP<nsubj:2 left/VBD/leave<root:0 Lagos/NNP<obj:2@GPE ./.<punct:2");
  const std::vector<Claim> claims = extractor.extract(doc);
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].subject.text == "We");
  CHECK(claims[1].subject.actor == "We");
}

TEST_CASE("a pronoun gives way to what it stands for, with the reason") {
  const Extractor extractor = Extractor::load(ACTORGRAPH_SOURCE_DIR "/data");
  const std::vector<Claim> claims = extractor.extract(make_document());
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].subject.text == "Maria");
  CHECK(claims[1].subject.actor == "Maria");
  CHECK(claims[1].inferred.size() == 1);
}

TEST_CASE("an empty document has no claims") {
  const Extractor extractor = Extractor::load(ACTORGRAPH_SOURCE_DIR "/data");
  CHECK(extractor.extract(Document{}).empty());
}

TEST_CASE("a resolved mention has its whole phrase, without preposition and coordination") {
  Document doc;
  add_sentence(doc,
               "Rebels/NNS/rebel<nsubj:2 left/VBD/leave<root:0 for/IN<case:6 the/DT<det:6 old/JJ<amod:6 "
               "port/NN<obl:2 of/IN<case:8 Zenda/NNP<nmod:6@GPE and/CC<cc:10 Strelsau/NNP<conj:6@GPE "
               "./.<punct:2");
  const std::vector<ResolvedMention> resolved = Extractor::load(ACTORGRAPH_SOURCE_DIR "/data").resolve(doc);
  REQUIRE(resolved.size() == 4);
  CHECK(slice(doc.article.text, resolved[1].phrase) == "the old port of Zenda");
  CHECK(resolved[2].resolution.actor == "Zenda");
  CHECK(resolved[2].resolution.reason.empty());
}
