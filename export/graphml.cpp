#include "export/graphml.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>

#include "export/attributes.hpp"
#include "records/error.hpp"

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

/// The length in bytes of the UTF-8 character that `text` begins with; 0 where it is not one.
/// Source: The Unicode Standard 15, table 3-7.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  const unsigned second = byte(1);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned low = first == 0xE0 ? 0xA0U : 0x80U;
    const unsigned high = first == 0xED ? 0x9FU : 0xBFU;
    return second >= low && second <= high && continues(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned low = first == 0xF0 ? 0x90U : 0x80U;
    const unsigned high = first == 0xF4 ? 0x8FU : 0xBFU;
    return second >= low && second <= high && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

/// Gathers output and hands it on in pieces.
class XmlWriter {
 public:
  explicit XmlWriter(std::ostream& out) : out_(out) { buffer_.reserve(kPieceBytes * 2); }

  void markup(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= kPieceBytes) flush();
  }

  /// `text` as content or as the value of an attribute. `owner` is named where the text is not UTF-8.
  void escaped(std::string_view text, std::string_view owner) {
    while (!text.empty()) {
      const std::size_t length = utf8_length(text);
      if (length == 0) {
        throw FormatError(std::string(owner) + ": a text of it is not UTF-8, so it has no form in XML");
      }
      put_character(text.substr(0, length));
      text.remove_prefix(length);
    }
    if (buffer_.size() >= kPieceBytes) flush();
  }

  void value(const AttributeValue& value, std::string_view owner) {
    std::visit(
        [&](const auto& held) {
          using Held = std::decay_t<decltype(held)>;
          if constexpr (std::is_same_v<Held, bool>) {
            markup(held ? "true" : "false");
          } else if constexpr (std::is_same_v<Held, std::int64_t> || std::is_same_v<Held, double>) {
            number(held);
          } else if constexpr (std::is_same_v<Held, std::string>) {
            escaped(held, owner);
          } else if constexpr (std::is_same_v<Held, std::vector<std::string>>) {
            escaped(to_json_array(held), owner);
          }
        },
        value);
  }

  void flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
    if (!out_) throw IoError("the GraphML output could not be written");
  }

 private:
  static constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;

  /// Shortest form that reads back as the same number, whatever the locale.
  template <class Number>
  void number(Number held) {
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), held);
    buffer_.append(digits.data(), end);
  }

  void put_character(std::string_view bytes) {
    const auto first = static_cast<unsigned char>(bytes[0]);
    switch (first) {
      case '&':
        buffer_ += "&amp;";
        return;
      case '<':
        buffer_ += "&lt;";
        return;
      case '>':
        buffer_ += "&gt;";
        return;
      case '"':
        buffer_ += "&quot;";
        return;
      // A reader would make spaces of them in attributes, and a line feed of a return everywhere.
      case '\t':
        buffer_ += "&#9;";
        return;
      case '\n':
        buffer_ += "&#10;";
        return;
      case '\r':
        buffer_ += "&#13;";
        return;
      default:
        break;
    }
    const bool forbidden = first < 0x20 || bytes == "\xEF\xBF\xBE" || bytes == "\xEF\xBF\xBF";
    if (!forbidden) buffer_ += bytes;
  }

  std::ostream& out_;
  std::string buffer_;
};

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
  XmlWriter xml(out);
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
  xml.flush();
  out.flush();
  if (!out) throw IoError("the GraphML output could not be written");
}

}  // namespace actorgraph
