#include "export/events_json.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "records/error.hpp"
#include "tests/export/full_disk.hpp"

using namespace actorgraph;

namespace {

const std::vector<ReportRow> kReports = {
    {DocumentId{0xD1}, "zenda-1", DocumentId{0xD1}, DocumentId{0xD1}},
    {DocumentId{0xD2}, "zenda \"2\"", DocumentId{0xD1}, DocumentId{0xD1}}};
const std::vector<ClaimPlace> kEvidence = {{ClaimId{0xC1}, DocumentId{0xD1}, {0, 40}, {5, 11}},
                                           {ClaimId{0xC2}, DocumentId{0xD2}, {0, 41}, {6, 12}}};

Event make_event() {
  Event event;
  event.id = EventId{0xE1};
  event.act = EventId{0xE2};
  event.relation = "attack";
  event.claims = {ClaimId{0xC1}};
  event.reports = {DocumentId{0xD1}};
  event.sources = 1;
  return event;
}

std::string to_line(const Event& event, const std::vector<EventLink>& links) {
  std::ostringstream out;
  const auto nobody = [](ActorId) { return std::string(); };
  write_event(event, links, {.name_of = nobody, .reports = kReports, .evidence = kEvidence}, out);
  return out.str();
}

const std::vector<EventLink> kLinks = {{ClaimId{0xC1}, EventId{0xE1}, "attack", EventReason::Alone}};

}  // namespace

TEST_CASE("an event of which little is known") {
  CHECK(
      to_line(make_event(), kLinks) ==
      R"({"id":"e00000000000000e1","act":"e00000000000000e2","plover":null,"cameo":null,"relation":"attack",)"
      R"("source":null,"target":null,"others":[],"polarity":"affirmed","modality":"asserted","time":null,)"
      R"("place":null,"country":null,"claim_count":1,"document_count":1,"source_count":1,"disputed":false,)"
      R"("agents":[],"numbers":[],"documents":[{"document":"zenda-1","story":"zenda-1","copy_of":"zenda-1"}],)"
      R"("claims":[{"id":"c00000000000000c1","document":"zenda-1","span":[0,40],"relation":[5,11],)"
      R"("lemma":"attack","reason":"alone","strength":1.0}]})"
      "\n");
}

TEST_CASE("an event of which all is known") {
  Event event = make_event();
  event.type = "ASSAULT";
  event.cameo = "180";
  event.source = ActorId{0xA1};
  event.target = ActorId{0xA2};
  event.others = {ActorId{0xA3}};
  event.agents = {{ActorId{0xA1}, true, {ClaimId{0xC1}}, {ActorId{0xA3}}, 1}};
  event.time = make_day(*parse_date("2024-05-01"));
  event.time_inferred = true;
  event.place = "Zenda";
  event.country = "RUR";
  event.negated = true;
  event.modality = Modality::Denied;
  event.claims = {ClaimId{0xC1}, ClaimId{0xC2}};
  event.reports = {DocumentId{0xD1}, DocumentId{0xD2}};
  event.numbers = {{CountKind::Dead, 12, {ClaimId{0xC1}}, 1}, {CountKind::Dead, 15, {ClaimId{0xC2}}, 1}};
  std::vector<EventLink> links = kLinks;
  links.push_back({ClaimId{0xC2}, EventId{0xE1}, "storm", EventReason::SameReport});
  CHECK(
      to_line(event, links) ==
      R"({"id":"e00000000000000e1","act":"e00000000000000e2","plover":"ASSAULT","cameo":"180","relation":"attack",)"
      R"("source":{"id":"a00000000000000a1","name":null},"target":{"id":"a00000000000000a2","name":null},)"
      R"("others":[{"id":"a00000000000000a3","name":null}],"polarity":"negated","modality":"denied",)"
      R"("time":{"start":"2024-05-01","end":"2024-05-01","precision":"day","inferred":true},)"
      R"("place":"Zenda","country":"RUR","claim_count":2,"document_count":2,"source_count":1,"disputed":true,)"
      R"("agents":[{"actor":{"id":"a00000000000000a1","name":null},"named":true,"source_count":1,)"
      R"("according_to":[{"id":"a00000000000000a3","name":null}],"claims":["c00000000000000c1"]}],)"
      R"("numbers":[{"kind":"dead","value":12,"source_count":1,"claims":["c00000000000000c1"]},)"
      R"({"kind":"dead","value":15,"source_count":1,"claims":["c00000000000000c2"]}],)"
      R"("documents":[{"document":"zenda-1","story":"zenda-1","copy_of":"zenda-1"},)"
      R"({"document":"zenda \"2\"","story":"zenda-1","copy_of":"zenda-1"}],)"
      R"("claims":[{"id":"c00000000000000c1","document":"zenda-1","span":[0,40],"relation":[5,11],)"
      R"("lemma":"attack","reason":"alone","strength":1.0},{"id":"c00000000000000c2",)"
      R"("document":"zenda \"2\"","span":[0,41],"relation":[6,12],"lemma":"storm",)"
      R"("reason":"the same words in a copy of the report","strength":0.99}]})"
      "\n");
}

TEST_CASE("an event that has no form in JSON, or no place to go, is an error") {
  Event event = make_event();
  event.relation = "bro\xFFken";
  CHECK_THROWS_WITH_AS(to_line(event, kLinks),
                       "event e00000000000000e1: a text of it is not UTF-8, so it has no form in JSON",
                       FormatError);
  const auto nobody = [](ActorId) { return std::string(); };
  FullDisk buffer(10);
  std::ostream disk(&buffer);
  CHECK_THROWS_WITH_AS(write_event(make_event(), kLinks, {nobody, kReports, kEvidence}, disk),
                       "event e00000000000000e1: the output could not be written", IoError);
}
