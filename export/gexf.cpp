#include "export/gexf.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "export/attributes.hpp"
#include "export/xml_writer.hpp"

namespace actorgraph {
namespace {

struct Colour {
  int red;
  int green;
  int blue;
};

/// Told apart by people who do not see red and green, too.
/// Source: P. Tol 2021, "Colour Schemes", muted and light.
Colour colour_of(ActorKind kind) {
  switch (kind) {
    case ActorKind::Person:
      return {51, 34, 136};
    case ActorKind::Group:
      return {136, 204, 238};
    case ActorKind::ArmedGroup:
      return {136, 34, 85};
    case ActorKind::Government:
      return {17, 119, 51};
    case ActorKind::Organization:
      return {68, 170, 153};
    case ActorKind::Company:
      return {221, 204, 119};
    case ActorKind::Party:
      return {170, 68, 153};
    case ActorKind::Media:
      return {153, 153, 51};
    case ActorKind::Country:
      return {204, 102, 119};
    case ActorKind::Place:
    case ActorKind::Facility:
      return {119, 170, 221};
    default:
      return {187, 187, 187};
  }
}

/// What stands once on the element itself is no column.
bool is_column(const NodeAttribute& attribute, GexfVersion /*version*/) {
  return attribute.name != "label";
}
bool is_column(const EdgeAttribute& attribute, GexfVersion version) {
  const bool on_element = attribute.name == "label" || attribute.name == "weight" ||
                          (attribute.name == "kind" && version == GexfVersion::V13);
  return !on_element;
}

std::string_view gexf_type(AttributeType type) {
  switch (type) {
    case AttributeType::Boolean:
      return "boolean";
    case AttributeType::Int:
      return "long";
    case AttributeType::Double:
      return "double";
    case AttributeType::String:
      return "string";
    case AttributeType::StringList:
      break;
  }
  return "liststring";
}

template <class Attributes>
void write_columns(XmlWriter& xml, const Attributes& attributes, std::string_view element,
                   GexfVersion version) {
  xml.markup("    <attributes");
  xml.attribute("class", element);
  xml.markup(" mode=\"static\">\n");
  for (const auto& attribute : attributes) {
    if (!is_column(attribute, version)) continue;
    xml.markup("      <attribute");
    xml.attribute("id", attribute.name);
    xml.attribute("title", attribute.name);
    xml.attribute("type", gexf_type(attribute.type));
    xml.markup("/>\n");
  }
  xml.markup("    </attributes>\n");
}

template <class Attributes, class Record>
void write_values(XmlWriter& xml, const Attributes& attributes, GexfVersion version, const Record& record,
                  std::string_view owner) {
  xml.markup("        <attvalues>\n");
  for (const auto& attribute : attributes) {
    if (!is_column(attribute, version)) continue;
    const AttributeValue value = attribute.value(record);
    if (std::holds_alternative<std::monostate>(value)) continue;
    xml.markup("          <attvalue");
    xml.attribute("for", attribute.name);
    xml.markup(" value=\"");
    xml.value(value, owner);
    xml.markup("\"/>\n");
  }
  xml.markup("        </attvalues>\n");
}

/// "<[2024-03-01, 2024-03-09]>", empty where no time is known.
std::string timestamps_of(const RelationEdge& edge) {
  std::vector<Date> days;
  for (const DateInterval& time : edge.times) days.push_back(time.start ? *time.start : *time.end);
  std::ranges::sort(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());
  std::string text;
  for (const Date& day : days) text += (text.empty() ? "<[" : ", ") + to_string(day);
  return text.empty() ? text : text + "]>";
}

void write_look(XmlWriter& xml, const ActorNode& actor) {
  const auto [red, green, blue] = colour_of(actor.kind);
  const long size = std::lround(10 * (4 + 4 * std::log2(1.0 + actor.mentions)));  // tenths
  xml.markup("        <viz:size value=\"" + std::to_string(size / 10) + '.' + std::to_string(size % 10) +
             "\"/>\n        <viz:color r=\"" + std::to_string(red) + "\" g=\"" + std::to_string(green) +
             "\" b=\"" + std::to_string(blue) + "\"/>\n");
}

void write_head(XmlWriter& xml, GexfVersion version) {
  xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  if (version == GexfVersion::V13) {
    xml.markup(
        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\""
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        " xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n"
        "  <meta>\n    <creator>actorgraph</creator>\n  </meta>\n"
        "  <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\""
        " timerepresentation=\"timestamp\">\n");
    return;
  }
  xml.markup(
      "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\""
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
      " xsi:schemaLocation=\"http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd\""
      " version=\"1.2\">\n"
      "  <meta>\n    <creator>actorgraph</creator>\n  </meta>\n"
      "  <graph defaultedgetype=\"directed\" mode=\"static\">\n");
}

}  // namespace

void write_gexf(const KnowledgeGraph& graph, const GexfOptions& options, std::ostream& out) {
  const auto& g = graph.graph();
  XmlWriter xml(out, "GEXF");
  write_head(xml, options.version);
  write_columns(xml, node_attributes(), "node", options.version);
  write_columns(xml, edge_attributes(), "edge", options.version);
  xml.markup("    <nodes>\n");
  for (KnowledgeGraph::Vertex v = 0; v < graph.actor_count(); ++v) {
    const std::string id = to_string(g[v].id);
    const std::string owner = "actor " + id;
    xml.markup("      <node");
    xml.attribute("id", id);
    xml.attribute("label", g[v].name, owner);
    xml.markup(">\n");
    write_values(xml, node_attributes(), options.version, g[v], owner);
    write_look(xml, g[v]);
    xml.markup("      </node>\n");
  }
  xml.markup("    </nodes>\n    <edges>\n");
  for (auto [it, end] = boost::edges(g); it != end; ++it) {
    const RelationEdge& edge = g[*it];
    const std::string id = to_string(edge.id);
    const std::string owner = "edge " + id;
    const std::string label = edge_label(edge);
    xml.markup("      <edge");
    xml.attribute("id", id);
    xml.attribute("source", to_string(g[boost::source(*it, g)].id));
    xml.attribute("target", to_string(g[boost::target(*it, g)].id));
    xml.attribute("label", label, owner);
    xml.attribute("weight", std::to_string(edge.weight));
    if (options.version == GexfVersion::V13) {
      xml.attribute("kind", label, owner);
      const std::string timestamps = timestamps_of(edge);
      if (!timestamps.empty()) xml.attribute("timestamps", timestamps);
    }
    xml.markup(">\n");
    write_values(xml, edge_attributes(), options.version, edge, owner);
    xml.markup("      </edge>\n");
  }
  xml.markup("    </edges>\n  </graph>\n</gexf>\n");
  xml.finish();
}

}  // namespace actorgraph
