#include "cli/mention_json.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <ostream>
#include <string_view>

namespace actorgraph {
namespace {

std::string_view name_of(MentionType type) {
  switch (type) {
    case MentionType::Name:
      return "name";
    case MentionType::Nominal:
      return "nominal";
    case MentionType::Pronoun:
      return "pronoun";
  }
  return "";
}

class MentionWriter {
 public:
  explicit MentionWriter(rapidjson::StringBuffer& buffer) : json_(buffer) {}

  void write(const Document& doc, std::span<const ResolvedMention> mentions) {
    json_.StartObject();
    field("document", doc.article.name.empty() ? to_string(doc.id) : doc.article.name);
    json_.Key("mentions");
    json_.StartArray();
    for (const ResolvedMention& resolved : mentions) {
      const Mention& mention = resolved.mention;
      json_.StartObject();
      field("text", mention.text);
      span("span", mention.span);
      span("head", doc.sentences[mention.sentence].tokens[mention.head].span);
      span("phrase", resolved.phrase);
      field("type", name_of(mention.type));
      json_.Key("entity");
      json_.Uint(resolved.resolution.entity);
      field("actor", resolved.resolution.actor);
      field("kind", to_string(resolved.resolution.kind));
      json_.Key("code");
      resolved.code.empty() ? json_.Null() : string(resolved.code);
      json_.Key("reason");
      resolved.resolution.reason.empty() ? json_.Null() : string(resolved.resolution.reason);
      json_.EndObject();
    }
    json_.EndArray();
    json_.EndObject();
  }

 private:
  bool string(std::string_view text) {
    return json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  void field(const char* key, std::string_view text) {
    json_.Key(key);
    string(text);
  }

  void span(const char* key, ByteSpan span) {
    json_.Key(key);
    json_.StartArray();
    json_.Uint(span.begin);
    json_.Uint(span.end);
    json_.EndArray();
  }

  rapidjson::Writer<rapidjson::StringBuffer> json_;
};

}  // namespace

void write_mentions(const Document& doc, std::span<const ResolvedMention> mentions, std::ostream& out) {
  rapidjson::StringBuffer buffer;
  MentionWriter(buffer).write(doc, mentions);
  out << std::string_view(buffer.GetString(), buffer.GetSize()) << '\n';
}

}  // namespace actorgraph
