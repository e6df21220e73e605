#include "export/claims_json.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <ostream>
#include <string_view>

#include "records/actor_code.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>,
                                     rapidjson::CrtAllocator, rapidjson::kWriteValidateEncodingFlag>;

/// Writes the values of one claim and remembers whether all of them were UTF-8.
class ClaimWriter {
 public:
  explicit ClaimWriter(rapidjson::StringBuffer& buffer) : json_(buffer) {}

  [[nodiscard]] bool valid() const { return valid_; }

  void write(const Claim& claim, const Document& doc) {
    json_.StartObject();
    field("id", to_string(claim.id));
    const std::string& name = doc.article.name;
    field("document", name.empty() ? to_string(claim.document) : name);
    date("published", doc.article.published);
    field("sentence", slice(doc.article.text, claim.span));
    span(claim.span);
    json_.Key("subject");
    participant(claim.subject.text.empty() ? nullptr : &claim.subject);
    json_.Key("relation");
    json_.StartObject();
    field("text", claim.relation.text);
    field("lemma", claim.relation.lemma);
    span(claim.relation.span);
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
  void string(std::string_view text) {
    if (!json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()))) valid_ = false;
  }

  void field(const char* key, std::string_view text) {
    json_.Key(key);
    string(text);
  }

  void field_or_null(const char* key, std::string_view text) {
    json_.Key(key);
    if (text.empty()) {
      json_.Null();
    } else {
      string(text);
    }
  }

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

  void span(ByteSpan bytes) {
    json_.Key("span");
    json_.StartArray();
    json_.Uint(bytes.begin);
    json_.Uint(bytes.end);
    json_.EndArray();
  }

  void strings(const std::vector<std::string>& texts) {
    json_.StartArray();
    for (const std::string& text : texts) string(text);
    json_.EndArray();
  }

  void participant(const Participant* who) {
    if (who == nullptr) {
      json_.Null();
      return;
    }
    json_.StartObject();
    field("text", who->text);
    span(who->span);
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
      span(argument.span);
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

  void size(const EventSize& size) {
    const auto count = [this](const char* key, const std::optional<std::uint32_t>& value) {
      if (!value) return;
      json_.Key(key);
      json_.Uint(*value);
    };
    json_.Key("size");
    json_.StartObject();
    count("dead", size.dead);
    count("injured", size.injured);
    count("arrested", size.arrested);
    count("protesters", size.protesters);
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

  JsonWriter json_;
  bool valid_ = true;
};

}  // namespace

void write_claim(const Claim& claim, const Document& doc, std::ostream& out) {
  rapidjson::StringBuffer buffer;
  ClaimWriter writer(buffer);
  writer.write(claim, doc);
  if (!writer.valid()) {
    throw FormatError("claim " + to_string(claim.id) +
                      ": a text of it is not UTF-8, so it has no form in JSON");
  }
  buffer.Put('\n');
  out.write(buffer.GetString(), static_cast<std::streamsize>(buffer.GetSize()));
  if (!out) throw IoError("claim " + to_string(claim.id) + ": the output could not be written");
}

}  // namespace actorgraph
