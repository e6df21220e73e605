#include "export/graphml.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "export/attributes.hpp"
#include "export/xml_writer.hpp"

namespace actorgraph {
namespace {

std::string_view xml_type(AttributeType type) {
  switch (type) {
    case AttributeType::Boolean:
      return "boolean";
    case AttributeType::Int:
      return "int";
    case AttributeType::Double:
      return "double";
    case AttributeType::String:
    case AttributeType::StringList:
      break;
  }
  return "string";
}

template <class Attributes>
void write_keys(XmlWriter& xml, const Attributes& attributes, std::string_view element) {
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    xml.markup("  <key id=\"" + std::string(element.substr(0, 1)) + std::to_string(i) + "\" for=\"");
    xml.markup(element);
    xml.markup("\" attr.name=\"");
    xml.markup(attributes[i].name);
    xml.markup("\" attr.type=\"");
    xml.markup(xml_type(attributes[i].type));
    xml.markup("\"/>\n");
  }
}

template <class Attributes, class Record>
void write_data(XmlWriter& xml, const Attributes& attributes, char letter, const Record& record,
                std::string_view owner) {
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const AttributeValue value = attributes[i].value(record);
    if (std::holds_alternative<std::monostate>(value)) continue;
    xml.markup("      <data key=\"" + (letter + std::to_string(i)) + "\">");
    xml.value(value, owner);
    xml.markup("</data>\n");
  }
}

}  // namespace

void write_graphml(const KnowledgeGraph& graph, const GraphmlOptions& options, std::ostream& out) {
  const auto& g = graph.graph();
  XmlWriter xml(out, "GraphML");
  xml.markup(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
      " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
      " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
  write_keys(xml, node_attributes(), "node");
  write_keys(xml, edge_attributes(), "edge");
  xml.markup("  <graph id=\"actorgraph\" edgedefault=\"directed\">\n");
  for (KnowledgeGraph::Vertex v = 0; v < graph.actor_count(); ++v) {
    const std::string id = to_string(g[v].id);
    xml.markup("    <node id=\"" + id + "\">\n");
    write_data(xml, node_attributes(), 'n', g[v], "actor " + id);
    xml.markup("    </node>\n");
  }
  for (auto [it, end] = boost::edges(g); it != end; ++it) {
    const RelationEdge& edge = g[*it];
    const std::string id = to_string(edge.id);
    xml.markup("    <edge id=\"" + id + "\" source=\"" + to_string(g[boost::source(*it, g)].id) +
               "\" target=\"" + to_string(g[boost::target(*it, g)].id) + '"');
    if (options.dialect == GraphmlDialect::Gephi) {
      xml.markup(" label=\"");
      xml.escaped(edge_label(edge), "edge " + id);
      xml.markup("\"");
    }
    xml.markup(">\n");
    write_data(xml, edge_attributes(), 'e', edge, "edge " + id);
    xml.markup("    </edge>\n");
  }
  xml.markup("  </graph>\n</graphml>\n");
  xml.finish();
}

}  // namespace actorgraph
