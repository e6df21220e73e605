#include "export/attributes.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <cmath>
#include <optional>

#include "records/error.hpp"

namespace actorgraph {
namespace {

AttributeValue value_of(std::string_view text) {
  return text.empty() ? AttributeValue() : AttributeValue(std::string(text));
}
AttributeValue value_of(const std::optional<Date>& date) {
  return date ? AttributeValue(to_string(*date)) : AttributeValue();
}
AttributeValue value_of(std::uint32_t count) {
  return std::int64_t{count};
}
AttributeValue value_of(double number) {
  return std::isfinite(number) ? AttributeValue(number) : AttributeValue();
}
AttributeValue value_of(std::vector<std::string> texts) {
  return texts.empty() ? AttributeValue() : AttributeValue(std::move(texts));
}

AttributeValue evidence_of(const RelationEdge& edge) {
  std::vector<std::string> ids;
  ids.reserve(edge.evidence.size());
  for (const ClaimId id : edge.evidence) ids.push_back(to_string(id));
  return value_of(std::move(ids));
}

using enum AttributeType;

constexpr auto kNodeAttributes = std::to_array<NodeAttribute>({
    {"label", String, [](const ActorNode& actor) { return value_of(actor.name); }},
    {"kind", String, [](const ActorNode& actor) { return value_of(to_string(actor.kind)); }},
    {"code", String, [](const ActorNode& actor) { return value_of(actor.code); }},
    {"mentions", Int, [](const ActorNode& actor) { return value_of(actor.mentions); }},
    {"documents", Int, [](const ActorNode& actor) { return value_of(actor.documents); }},
    {"first_seen", String, [](const ActorNode& actor) { return value_of(actor.first_seen); }},
    {"last_seen", String, [](const ActorNode& actor) { return value_of(actor.last_seen); }},
    {"aliases", StringList, [](const ActorNode& actor) { return value_of(actor.aliases); }},
});

constexpr auto kEdgeAttributes = std::to_array<EdgeAttribute>({
    {"label", String, [](const RelationEdge& edge) { return value_of(edge_label(edge)); }},
    {"kind", String, [](const RelationEdge& edge) { return value_of(edge_label(edge)); }},
    {"relation", String, [](const RelationEdge& edge) { return value_of(edge.relation); }},
    {"event", String, [](const RelationEdge& edge) { return value_of(edge.event); }},
    {"negated", Boolean, [](const RelationEdge& edge) { return AttributeValue(edge.negated); }},
    {"modality", String, [](const RelationEdge& edge) { return value_of(to_string(edge.modality)); }},
    {"weight", Int, [](const RelationEdge& edge) { return value_of(edge.weight); }},
    {"documents", Int, [](const RelationEdge& edge) { return value_of(edge.documents); }},
    {"first", String, [](const RelationEdge& edge) { return value_of(edge.first); }},
    {"last", String, [](const RelationEdge& edge) { return value_of(edge.last); }},
    {"polarity", Double,
     [](const RelationEdge& edge) { return edge.polarity ? value_of(*edge.polarity) : AttributeValue(); }},
    {"confidence", Double, [](const RelationEdge& edge) { return value_of(edge.confidence); }},
    {"quote", String, [](const RelationEdge& edge) { return value_of(edge.quote); }},
    {"url", String, [](const RelationEdge& edge) { return value_of(edge.url); }},
    {"evidence", StringList, evidence_of},
});

}  // namespace

std::span<const NodeAttribute> node_attributes() {
  return kNodeAttributes;
}

std::span<const EdgeAttribute> edge_attributes() {
  return kEdgeAttributes;
}

std::string to_json_array(const std::vector<std::string>& texts) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>, rapidjson::CrtAllocator,
                    rapidjson::kWriteValidateEncodingFlag>
      json(buffer);
  json.StartArray();
  for (const std::string& text : texts) {
    if (!json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()))) {
      throw FormatError("a text in a list is not UTF-8, so it has no form in JSON");
    }
  }
  json.EndArray();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace actorgraph
