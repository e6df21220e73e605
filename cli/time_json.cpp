#include "cli/time_json.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <ostream>
#include <string_view>

namespace actorgraph {
namespace {

class TimeWriter {
 public:
  explicit TimeWriter(rapidjson::StringBuffer& buffer) : json_(buffer) {}

  void write(std::string_view document, const TimeExpression& time) {
    const TimeReference& when = time.reference;
    json_.StartObject();
    field("document", document);
    json_.Key("span");
    json_.StartArray();
    json_.Uint(time.span.begin);
    json_.Uint(time.span.end);
    json_.EndArray();
    field("text", when.text);
    field("type", to_string(when.type));
    field("value", when.value);
    date("start", when.interval.start);
    date("end", when.interval.end);
    field("precision", to_string(when.interval.precision));
    json_.EndObject();
  }

 private:
  void field(const char* key, std::string_view text) {
    json_.Key(key);
    if (text.empty()) {
      json_.Null();
    } else {
      json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    }
  }

  void date(const char* key, const std::optional<Date>& day) {
    field(key, day ? to_string(*day) : std::string());
  }

  rapidjson::Writer<rapidjson::StringBuffer> json_;
};

}  // namespace

void write_times(const Document& doc, std::span<const std::vector<TimeExpression>> times, std::ostream& out) {
  const std::string name = doc.article.name.empty() ? to_string(doc.id) : doc.article.name;
  rapidjson::StringBuffer buffer;
  for (const auto& of_sentence : times) {
    for (const TimeExpression& time : of_sentence) {
      TimeWriter(buffer).write(name, time);
      buffer.Put('\n');
    }
  }
  out << std::string_view(buffer.GetString(), buffer.GetSize());
}

}  // namespace actorgraph
