#include "export/claims_json.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <sstream>
#include <string>

#include "records/error.hpp"
#include "tests/export/full_disk.hpp"

using namespace actorgraph;

namespace {

std::string to_line(const Claim& claim, const Document& doc) {
  std::ostringstream out;
  write_claim(claim, doc, out);
  return out.str();
}

Document make_document() {
  Document doc;
  doc.id = DocumentId{0xD0};
  doc.article.text = "Title. In 2022, ISIS-K \"attacked\" the Russian embassy.";
  doc.article.published = parse_date("2024-03-23");
  return doc;
}

Claim make_claim() {
  Claim claim;
  claim.id = ClaimId{0xC1};
  claim.document = DocumentId{0xD0};
  claim.span = {7, 54};
  claim.relation = {"attacked", "attack", {24, 32}};
  return claim;
}

}  // namespace

TEST_CASE("a claim of which all is known") {
  Claim claim = make_claim();
  claim.subject = {"it", {16, 22}, "ISIS-K", ActorId{0xA1}, ActorKind::ArmedGroup, "AFGREB"};
  claim.object = Participant{"Russian embassy", {38, 53}, "", {}, ActorKind::Facility, ""};
  claim.arguments = {{Role::Time, "In 2022", {7, 14}}};
  claim.event = EventCode{"ASSAULT", "explosives", {"terrorism"}, "180", -9.0, 4, {}, {}};
  claim.negated = true;
  claim.modality = Modality::Denied;
  claim.attributed_to =
      Participant{"officials", {0, 5}, "U.S. officials", ActorId{0xA2}, ActorKind::Group, ""};
  claim.time = TimeReference{"In 2022", make_year(2022), TimeType::Calendar, "2022"};
  claim.place = PlaceReference{"Kabul", "Kabul", "AFG", "Kabul", PlaceKind::City, 34.53, 69.17};
  claim.confidence = 0.91;
  claim.inferred = {"it: subject of the sentence"};
  CHECK(
      to_line(claim, make_document()) ==
      R"({"id":"c00000000000000c1","document":"d00000000000000d0","published":"2024-03-23",)"
      R"("sentence":"In 2022, ISIS-K \"attacked\" the Russian embassy.","span":[7,54],)"
      R"("subject":{"text":"it","span":[16,22],"actor":"ISIS-K","id":"a00000000000000a1","kind":"armed group",)"
      R"("code":"AFGREB","country":"AFG","sector":"REB"},"relation":{"text":"attacked","lemma":"attack","span":[24,32]},)"
      R"("object":{"text":"Russian embassy","span":[38,53],"actor":null,"id":null,"kind":"facility","code":null,"country":null,"sector":null},)"
      R"("arguments":[{"role":"time","text":"In 2022","span":[7,14]}],)"
      R"("event":{"plover":"ASSAULT","mode":"explosives","contexts":["terrorism"],"cameo":"180","goldstein":-9.0,)"
      R"("quad":4},"negated":true,"modality":"denied",)"
      R"("attributed_to":{"text":"officials","span":[0,5],"actor":"U.S. officials","id":"a00000000000000a2",)"
      R"("kind":"group","code":null,"country":null,"sector":null},)"
      R"("time":{"text":"In 2022","start":"2022-01-01","end":"2022-12-31","precision":"year","type":"date",)"
      R"("value":"2022"},)"
      R"("place":{"text":"Kabul","name":"Kabul","country":"AFG","region":"Kabul","lat":34.53,"lon":69.17,)"
      R"("kind":"city"},)"
      R"("confidence":0.91,"inferred":["it: subject of the sentence"]})"
      "\n");
}

TEST_CASE("what is not known is null") {
  Document doc = make_document();
  doc.article.published.reset();
  doc.article.name = "the user's own name";
  Claim claim = make_claim();
  claim.confidence = std::numeric_limits<double>::quiet_NaN();
  claim.event = EventCode{};
  claim.event->plover = "AID";
  claim.time =
      TimeReference{"since 2021", {parse_date("2021-01-01"), {}, Precision::Year}, TimeType::Calendar, ""};
  claim.place = PlaceReference{"there", "there", "", "", {}, {}, {}};
  CHECK(
      to_line(claim, doc) ==
      R"({"id":"c00000000000000c1","document":"the user's own name","published":null,)"
      R"("sentence":"In 2022, ISIS-K \"attacked\" the Russian embassy.","span":[7,54],)"
      R"("subject":null,"relation":{"text":"attacked","lemma":"attack","span":[24,32]},"object":null,)"
      R"("arguments":[],"event":{"plover":"AID","mode":null,"contexts":[],"cameo":null,"goldstein":0.0,)"
      R"("quad":null},"negated":false,"modality":"asserted","attributed_to":null,)"
      R"("time":{"text":"since 2021","start":"2021-01-01","end":null,"precision":"year","type":"date",)"
      R"("value":null},)"
      R"("place":{"text":"there","name":"there","country":null,"region":null,"lat":null,"lon":null,"kind":null},)"
      R"("confidence":null,"inferred":[]})"
      "\n");
}

TEST_CASE("control characters and line ends stay within the line") {
  Document doc = make_document();
  doc.article.text = "A\nB\x01\"\\ \u2028";
  Claim claim = make_claim();
  claim.span = {0, 10};
  const std::string line = to_line(claim, doc);
  CHECK(line.find("\"sentence\":\"A\\nB\\u0001\\\"\\\\ \u2028\"") != std::string::npos);
  CHECK(line.find('\n') == line.size() - 1);
}

TEST_CASE("a claim that is not UTF-8 is refused whole") {
  Claim claim = make_claim();
  claim.relation.text = "attacked\xFF";
  std::ostringstream out;
  CHECK_THROWS_WITH_AS(write_claim(claim, make_document(), out),
                       "claim c00000000000000c1: a text of it is not UTF-8, so it has no form in JSON",
                       FormatError);
  CHECK(out.str().empty());
}

TEST_CASE("a stream that fails under a claim is an error") {
  FullDisk disk(10);
  std::ostream out(&disk);
  CHECK_THROWS_WITH_AS(write_claim(make_claim(), make_document(), out),
                       "claim c00000000000000c1: the output could not be written", IoError);
}
