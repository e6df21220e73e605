#include "export/event_data.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include "export/json_line.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

std::string name_of(const Document& doc) {
  return doc.article.name.empty() ? to_string(doc.id) : doc.article.name;
}

class RecordWriter : private JsonLine {
 public:
  using JsonLine::finish;

  void write(const EventRecord& record, const Document& doc) {
    const Claim& claim = *record.claim;
    json_.StartObject();
    field_or_null("id", to_string(claim.id));
    field_or_null("document", name_of(doc));
    field_or_null("date", record.date ? to_string(*record.date) : std::string());
    participants("actor", record.actors);
    participants("recipient", record.recipients);
    list("event", record.code.plover);
    list("mode", record.code.mode);
    json_.Key("context");
    strings(record.code.contexts);
    field_or_null("event_loc", claim.place ? claim.place->name : std::string());
    field_or_null("event_text", slice(doc.article.text, claim.span));
    json_.Key("quad_code");
    json_.Int(record.code.quad);
    json_.Key("event_scale");
    json_.Double(record.code.goldstein);
    field_or_null("cameo", record.code.cameo);
    field_or_null("link", doc.article.url);
    json_.Key("text_info");
    json_.StartObject();
    count("sequence", claim.sentence + 1);
    count("start", claim.span.begin);
    count("end", claim.span.end);
    json_.EndObject();
    size(record.code.size);
    json_.EndObject();
  }

 private:
  void list(const char* key, std::string_view text) {
    json_.Key(key);
    json_.StartArray();
    if (!text.empty()) string(text);
    json_.EndArray();
  }

  void participants(const char* key, const std::vector<Participant>& list) {
    json_.Key(key);
    json_.StartArray();
    for (const Participant& who : list) {
      json_.StartObject();
      field_or_null("text", who.text);
      field_or_null("name", who.actor);
      field_or_null("code", who.code);
      json_.EndObject();
    }
    json_.EndArray();
  }
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
    RecordWriter writer;
    writer.write(record, doc);
    writer.finish("claim " + to_string(record.claim->id), out);
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
