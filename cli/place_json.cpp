#include "cli/place_json.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <ostream>
#include <string_view>

namespace actorgraph {
namespace {

class PlaceWriter {
 public:
  explicit PlaceWriter(rapidjson::StringBuffer& buffer) : json_(buffer) {}

  void write(const Document& doc, const Sentence& sent, const PlaceMention& mention) {
    const PlaceReference& place = mention.reference;
    json_.StartObject();
    field("document", doc.article.name.empty() ? to_string(doc.id) : doc.article.name);
    json_.Key("span");
    json_.StartArray();
    json_.Uint(sent.tokens[mention.tokens.begin].span.begin);
    json_.Uint(sent.tokens[mention.tokens.end - 1].span.end);
    json_.EndArray();
    field("text", place.text);
    field("name", place.name);
    field_or_null("country", place.country);
    field_or_null("region", place.region);
    degrees("lat", place.latitude);
    degrees("lon", place.longitude);
    field("kind", to_string(place.kind));
    json_.EndObject();
  }

 private:
  void field(const char* key, std::string_view text) {
    json_.Key(key);
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  void field_or_null(const char* key, std::string_view text) {
    if (!text.empty()) return field(key, text);
    json_.Key(key);
    json_.Null();
  }

  void degrees(const char* key, const std::optional<double>& value) {
    json_.Key(key);
    value ? json_.Double(*value) : json_.Null();
  }

  rapidjson::Writer<rapidjson::StringBuffer> json_;
};

}  // namespace

void write_places(const Document& doc, const std::vector<std::vector<PlaceMention>>& places,
                  std::ostream& out) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (const PlaceMention& mention : places[i]) {
      if (mention.use == PlaceUse::Government) continue;
      rapidjson::StringBuffer buffer;
      PlaceWriter(buffer).write(doc, doc.sentences[i], mention);
      out << std::string_view(buffer.GetString(), buffer.GetSize()) << '\n';
    }
  }
}

}  // namespace actorgraph
