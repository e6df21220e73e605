#include "export/event_data.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include "records/error.hpp"

namespace actorgraph {
namespace {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>,
                                     rapidjson::CrtAllocator, rapidjson::kWriteValidateEncodingFlag>;

std::string name_of(const Document& doc) {
  return doc.article.name.empty() ? to_string(doc.id) : doc.article.name;
}

/// Writes one record and remembers whether all of its texts were UTF-8.
class RecordWriter {
 public:
  explicit RecordWriter(rapidjson::StringBuffer& buffer) : json_(buffer) {}

  [[nodiscard]] bool valid() const { return valid_; }

  void write(const EventRecord& record, const Document& doc) {
    const Claim& claim = *record.claim;
    json_.StartObject();
    field("id", to_string(claim.id));
    field("document", name_of(doc));
    field("date", record.date ? to_string(*record.date) : std::string());
    participants("actor", record.actors);
    participants("recipient", record.recipients);
    list("event", record.code.plover);
    list("mode", record.code.mode);
    json_.Key("context");
    json_.StartArray();
    for (const std::string& context : record.code.contexts) string(context);
    json_.EndArray();
    field("event_loc", claim.place ? claim.place->name : std::string());
    field("event_text", slice(doc.article.text, claim.span));
    json_.Key("quad_code");
    json_.Int(record.code.quad);
    json_.Key("event_scale");
    json_.Double(record.code.goldstein);
    field("cameo", record.code.cameo);
    field("link", doc.article.url);
    json_.Key("text_info");
    json_.StartObject();
    number("sequence", claim.sentence + 1);
    number("start", claim.span.begin);
    number("end", claim.span.end);
    json_.EndObject();
    size(record.code.size);
    json_.EndObject();
  }

 private:
  void string(std::string_view text) {
    if (!json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()))) valid_ = false;
  }

  // Null where there is nothing to say.
  void field(const char* key, std::string_view text) {
    json_.Key(key);
    if (text.empty()) {
      json_.Null();
    } else {
      string(text);
    }
  }

  void list(const char* key, std::string_view text) {
    json_.Key(key);
    json_.StartArray();
    if (!text.empty()) string(text);
    json_.EndArray();
  }

  void number(const char* key, std::uint32_t value) {
    json_.Key(key);
    json_.Uint(value);
  }

  void participants(const char* key, const std::vector<Participant>& list) {
    json_.Key(key);
    json_.StartArray();
    for (const Participant& who : list) {
      json_.StartObject();
      field("text", who.text);
      field("name", who.actor);
      field("code", who.code);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void count(const char* key, const std::optional<std::uint32_t>& value) {
    if (value) number(key, *value);
  }

  void size(const EventSize& size) {
    json_.Key("size");
    json_.StartObject();
    count("dead", size.dead);
    count("injured", size.injured);
    count("arrested", size.arrested);
    count("protesters", size.protesters);
    json_.EndObject();
  }

  JsonWriter json_;
  bool valid_ = true;
};

// A cell of a row: no tab, no line feed.
std::string cell(std::string_view text) {
  std::string flat(text.empty() ? "---" : text);
  std::replace_if(
      flat.begin(), flat.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return flat;
}

void write_row(const EventRecord& record, const Document& doc, const Participant& source,
               const Participant& target, std::ostream& out) {
  const Claim& claim = *record.claim;
  out << (record.date ? to_string(*record.date) : "---") << '\t' << cell(source.code) << '\t'
      << record.code.cameo << '\t' << cell(target.code) << '\t' << cell(name_of(doc)) << '_'
      << claim.sentence + 1 << '\t' << cell(source.text) << '\t' << cell(target.text) << '\t'
      << cell(slice(doc.article.text, claim.span)) << '\n';
}

}  // namespace

void write_plover(std::span<const EventRecord> records, const Document& doc, std::ostream& out) {
  for (const EventRecord& record : records) {
    if (record.code.plover.empty()) continue;
    rapidjson::StringBuffer buffer;
    RecordWriter writer(buffer);
    writer.write(record, doc);
    const std::string id = to_string(record.claim->id);
    if (!writer.valid())
      throw FormatError("claim " + id + ": a text of it is not UTF-8, so it has no form in JSON");
    buffer.Put('\n');
    out.write(buffer.GetString(), static_cast<std::streamsize>(buffer.GetSize()));
    if (!out) throw IoError("claim " + id + ": the output could not be written");
  }
}

void write_cameo(std::span<const EventRecord> records, const Document& doc, std::ostream& out) {
  const Participant nobody;
  for (const EventRecord& record : records) {
    if (record.actors.empty() && record.recipients.empty()) continue;
    const std::span<const Participant> sources =
        record.actors.empty() ? std::span(&nobody, 1) : std::span(record.actors);
    const std::span<const Participant> targets =
        record.recipients.empty() ? std::span(&nobody, 1) : std::span(record.recipients);
    for (const Participant& source : sources) {
      for (const Participant& target : targets) {
        if (source.text != target.text) write_row(record, doc, source, target, out);
      }
    }
    if (!out) throw IoError("claim " + to_string(record.claim->id) + ": the output could not be written");
  }
}

}  // namespace actorgraph
