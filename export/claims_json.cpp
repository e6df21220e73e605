#include "export/claims_json.hpp"

#include <cmath>
#include <ostream>
#include <string_view>

#include "export/json_line.hpp"
#include "records/actor_code.hpp"

namespace actorgraph {
namespace {

class ClaimWriter : private JsonLine {
 public:
  using JsonLine::finish;

  void write(const Claim& claim, const Document& doc) {
    json_.StartObject();
    field("id", to_string(claim.id));
    const std::string& name = doc.article.name;
    field("document", name.empty() ? to_string(claim.document) : name);
    date("published", doc.article.published);
    field("sentence", slice(doc.article.text, claim.span));
    span("span", claim.span);
    json_.Key("subject");
    participant(claim.subject.text.empty() ? nullptr : &claim.subject);
    json_.Key("relation");
    json_.StartObject();
    field("text", claim.relation.text);
    field("lemma", claim.relation.lemma);
    span("span", claim.relation.span);
    json_.EndObject();
    json_.Key("object");
    participant(claim.object ? &*claim.object : nullptr);
    arguments(claim);
    json_.Key("event");
    event(claim.event ? &*claim.event : nullptr, claim.object ? &*claim.object : nullptr);
    json_.Key("negated");
    json_.Bool(claim.negated);
    field("modality", to_string(claim.modality));
    json_.Key("attributed_to");
    participant(claim.attributed_to ? &*claim.attributed_to : nullptr);
    json_.Key("time");
    time(claim.time ? &*claim.time : nullptr);
    json_.Key("place");
    place(claim.place ? &*claim.place : nullptr);
    json_.Key("confidence");
    number(claim.confidence);
    json_.Key("inferred");
    strings(claim.inferred);
    json_.EndObject();
  }

 private:
  void date(const char* key, const std::optional<Date>& day) {
    field_or_null(key, day ? to_string(*day) : std::string());
  }

  void number(double value) {
    if (std::isfinite(value)) {
      json_.Double(value);
    } else {
      json_.Null();
    }
  }

  void participant(const Participant* who) {
    if (who == nullptr) {
      json_.Null();
      return;
    }
    json_.StartObject();
    field("text", who->text);
    span("span", who->span);
    field_or_null("actor", who->actor);
    field_or_null("id", who->id.is_none() ? std::string() : to_string(who->id));
    field("kind", to_string(who->kind));
    const ActorCodeParts parts = split_actor_code(who->code);
    field_or_null("code", who->code);
    field_or_null("country", parts.country);
    field_or_null("sector", parts.sector);
    json_.EndObject();
  }

  void arguments(const Claim& claim) {
    json_.Key("arguments");
    json_.StartArray();
    for (const Argument& argument : claim.arguments) {
      json_.StartObject();
      field("role", to_string(argument.role));
      field("text", argument.text);
      span("span", argument.span);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void event(const EventCode* code, const Participant* object) {
    if (code == nullptr) {
      json_.Null();
      return;
    }
    json_.StartObject();
    field_or_null("plover", code->plover);
    field_or_null("mode", code->mode);
    json_.Key("contexts");
    strings(code->contexts);
    field_or_null("cameo", code->cameo);
    json_.Key("goldstein");
    number(code->goldstein);
    json_.Key("quad");
    if (code->quad == 0) {
      json_.Null();
    } else {
      json_.Int(code->quad);
    }
    if (!code->size.empty()) size(code->size);
    if (code->recipient && (object == nullptr || code->recipient->text != object->text)) {
      json_.Key("recipient");
      participant(&*code->recipient);
    }
    json_.EndObject();
  }

  void time(const TimeReference* when) {
    if (when == nullptr) {
      json_.Null();
      return;
    }
    json_.StartObject();
    field("text", when->text);
    date("start", when->interval.start);
    date("end", when->interval.end);
    field("precision", to_string(when->interval.precision));
    field("type", to_string(when->type));
    field_or_null("value", when->value);
    json_.EndObject();
  }

  void place(const PlaceReference* where) {
    if (where == nullptr) {
      json_.Null();
      return;
    }
    json_.StartObject();
    field("text", where->text);
    field("name", where->name);
    field_or_null("country", where->country);
    field_or_null("region", where->region);
    coordinate("lat", where->latitude);
    coordinate("lon", where->longitude);
    field_or_null("kind", where->kind == PlaceKind::Unknown ? "" : to_string(where->kind));
    json_.EndObject();
  }

  void coordinate(const char* key, const std::optional<double>& degrees) {
    json_.Key(key);
    if (degrees) {
      number(*degrees);
    } else {
      json_.Null();
    }
  }
};

}  // namespace

void write_claim(const Claim& claim, const Document& doc, std::ostream& out) {
  ClaimWriter writer;
  writer.write(claim, doc);
  writer.finish("claim " + to_string(claim.id), out);
}

}  // namespace actorgraph
