#include "export/event_data.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

using namespace actorgraph;

namespace {

Document make_document() {
  Document doc;
  doc.id = {0xD0};
  doc.article.name = "n1";
  doc.article.text = "Peru and Chad met.\tThey said so.";
  doc.article.published = parse_date("2024-03-23");
  return doc;
}

Participant who(const std::string& text, const std::string& code = "") {
  Participant participant;
  participant.text = text;
  participant.actor = text;
  participant.code = code;
  return participant;
}

Claim make_claim(const std::string& subject, const std::string& object, const EventCode& code) {
  Claim claim;
  claim.id = {0xC1};
  claim.span = {0, 18};
  claim.subject = who(subject);
  if (!object.empty()) claim.object = who(object);
  claim.event = code;
  if (claim.object) claim.event->recipient = claim.object;
  return claim;
}

EventCode code_of(const std::string& plover, const std::string& cameo) {
  EventCode code;
  code.plover = plover;
  code.cameo = cameo;
  code.quad = 1;
  return code;
}

// "Peru,Chad -CONSULT 040-> Moe", one line a record.
std::string records_of(const std::vector<Claim>& claims) {
  const auto names = [](const std::vector<Participant>& list) {
    std::string text;
    for (const Participant& one : list) text += (text.empty() ? "" : ",") + one.text;
    return text.empty() ? std::string("?") : text;
  };
  std::string text;
  for (const EventRecord& record : make_event_records(claims, make_document())) {
    text += names(record.actors) + " -" + record.code.plover + ' ' + record.code.cameo + "-> " +
            names(record.recipients) + '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("several actors in one role are one record") {
  CHECK(records_of({make_claim("Peru", "Moe", code_of("ASSAULT", "190")),
                    make_claim("Chad", "Moe", code_of("ASSAULT", "190"))}) ==
        "Peru,Chad -ASSAULT 190-> Moe\n");
}

TEST_CASE("all who meet are actors and recipients") {
  CHECK(records_of({make_claim("Peru", "Chad", code_of("CONSULT", "040"))}) ==
        "Peru,Chad -CONSULT 040-> Peru,Chad\n");
}

TEST_CASE("who is blamed is the recipient, and not what for") {
  Claim blamed = make_claim("Peru", "Chad", code_of("ACCUSE", "112"));
  blamed.relation.lemma = "blame";
  Claim cause = make_claim("Peru", "raid on Mali", code_of("ACCUSE", "112"));
  cause.relation.lemma = "blame for";
  cause.event->recipient = who("Mali");
  CHECK(records_of({blamed, cause}) == "Peru -ACCUSE 112-> Chad\n");
}

TEST_CASE("those who agree do so with each other") {
  Claim peru = make_claim("Peru", "", code_of("AGREE", "031"));
  peru.relation.lemma = "agree";
  Claim chad = make_claim("Chad", "", code_of("AGREE", "031"));
  chad.relation.lemma = "agree";
  CHECK(records_of({peru, chad}) == "Peru,Chad -AGREE 031-> Peru,Chad\n");
}

TEST_CASE("a planned act of cooperation is agreed to, a planned act of force a threat") {
  Claim aid = make_claim("Peru", "Chad", code_of("AID", "073"));
  aid.modality = Modality::Planned;
  Claim sanction = make_claim("Peru", "Moe", code_of("COERCE", "163"));
  sanction.modality = Modality::Planned;
  CHECK(records_of({aid, sanction}) == "Peru -AGREE 0333-> Chad\nPeru -THREATEN 1312-> Moe\n");
}

TEST_CASE("who says that another must do something requests it") {
  Claim claim = make_claim("Chad", "", code_of("RETREAT", "087"));
  claim.modality = Modality::Demanded;
  claim.attributed_to = who("Lind");
  CHECK(records_of({claim}) == "Lind -REQUEST 105-> Chad\n");
}

TEST_CASE("what is negated, denied or possible is no record, a refusal is") {
  Claim negated = make_claim("Peru", "Chad", code_of("ASSAULT", "190"));
  negated.negated = true;
  Claim denied = make_claim("Peru", "Chad", code_of("ASSAULT", "190"));
  denied.modality = Modality::Denied;
  Claim possible = make_claim("Peru", "Chad", code_of("ASSAULT", "190"));
  possible.modality = Modality::Possible;
  Claim refused = make_claim("Peru", "Chad", code_of("REJECT", "125"));
  refused.negated = true;
  CHECK(records_of({negated, denied, possible}).empty());
  CHECK(records_of({refused}) == "Peru -REJECT 125-> Chad\n");
}

TEST_CASE("a pronoun of which nothing is known stands for the speaker") {
  Claim claim = make_claim("it", "Chad", code_of("AGREE", "030"));
  claim.attributed_to = who("Peru");
  CHECK(records_of({claim}) == "Peru -AGREE 030-> Chad\n");
}

TEST_CASE("PLOVER records are one line of JSON each, without statements") {
  Claim attack = make_claim("Peru", "Chad", code_of("ASSAULT", "183"));
  attack.event->mode = "explosives";
  attack.event->contexts = {"military"};
  attack.event->goldstein = -10;
  attack.event->quad = 4;
  attack.event->size.dead = 12;
  attack.subject.code = "PERMIL";
  const std::vector<Claim> claims = {attack, make_claim("Moe", "", code_of("", "010"))};
  const Document doc = make_document();
  std::ostringstream out;
  write_plover(make_event_records(claims, doc), doc, out);
  CHECK(
      out.str() ==
      R"({"id":"c00000000000000c1","document":"n1","date":"2024-03-23",)"
      R"("actor":[{"text":"Peru","name":"Peru","code":"PERMIL"}],)"
      R"("recipient":[{"text":"Chad","name":"Chad","code":null}],"event":["ASSAULT"],"mode":["explosives"],)"
      R"("context":["military"],"event_loc":null,"event_text":"Peru and Chad met.","quad_code":4,)"
      R"("event_scale":-10.0,"cameo":"183","link":null,"text_info":{"sequence":1,"start":0,"end":18},)"
      R"("size":{"dead":12}})"
      "\n");
}

TEST_CASE("CAMEO rows have one source and one target, and no tab in a cell") {
  Claim claim = make_claim("Peru", "Chad", code_of("CONSULT", "040"));
  claim.span = {0, 32};
  claim.subject.code = "PER";
  const std::vector<Claim> claims = {claim};
  const Document doc = make_document();
  std::ostringstream out;
  write_cameo(make_event_records(claims, doc), doc, out);
  CHECK(out.str() ==
        "2024-03-23\tPER\t040\t---\tn1_1\tPeru\tChad\tPeru and Chad met. They said so.\n"
        "2024-03-23\t---\t040\tPER\tn1_1\tChad\tPeru\tPeru and Chad met. They said so.\n");
}
