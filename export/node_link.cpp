#include "export/node_link.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <ostream>
#include <string_view>
#include <type_traits>

#include "export/attributes.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>,
                                     rapidjson::CrtAllocator, rapidjson::kWriteValidateEncodingFlag>;

/// Writes one object a line.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::ostream& out) : out_(out), json_(buffer_) {}

  void begin() {
    buffer_.Clear();
    json_.Reset(buffer_);
    valid_ = true;
    json_.StartObject();
  }

  void string(std::string_view text) {
    if (!json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()))) valid_ = false;
  }

  void key(std::string_view name) { json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }

  void field(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }

  template <class Attributes, class Record>
  void fields(const Attributes& attributes, const Record& record) {
    for (const auto& attribute : attributes) {
      const AttributeValue held = attribute.value(record);
      if (std::holds_alternative<std::monostate>(held)) continue;
      key(attribute.name);
      std::visit([&](const auto& value) { write_value(value); }, held);
    }
  }

  /// `owner` is named where a text is not UTF-8.
  void end(std::string_view owner, std::string_view separator) {
    json_.EndObject();
    if (!valid_) {
      throw FormatError(std::string(owner) + ": a text of it is not UTF-8, so it has no form in JSON");
    }
    write(separator);
    write({buffer_.GetString(), buffer_.GetSize()});
  }

  void write(std::string_view text) {
    out_.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!out_) throw IoError("the JSON output could not be written");
  }

 private:
  template <class Value>
  void write_value(const Value& value) {
    if constexpr (std::is_same_v<Value, bool>) {
      json_.Bool(value);
    } else if constexpr (std::is_same_v<Value, std::int64_t>) {
      json_.Int64(value);
    } else if constexpr (std::is_same_v<Value, double>) {
      json_.Double(value);
    } else if constexpr (std::is_same_v<Value, std::string>) {
      string(value);
    } else if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
      json_.StartArray();
      for (const std::string& text : value) string(text);
      json_.EndArray();
    }
  }

  std::ostream& out_;
  rapidjson::StringBuffer buffer_;
  JsonWriter json_;
  bool valid_ = true;
};

}  // namespace

void write_node_link(const KnowledgeGraph& graph, const NodeLinkOptions& options, std::ostream& out) {
  const auto& g = graph.graph();
  ObjectWriter json(out);
  json.write("{\"directed\":true,\"multigraph\":true,\"graph\":{},\n\"nodes\":[");
  std::string_view separator = "\n";
  for (KnowledgeGraph::Vertex v = 0; v < graph.actor_count(); ++v) {
    const std::string id = to_string(g[v].id);
    json.begin();
    json.field("id", id);
    json.fields(node_attributes(), g[v]);
    json.end("actor " + id, separator);
    separator = ",\n";
  }
  const std::string edges_key = to_json_array({options.edges_key});
  json.write("\n],\n" + edges_key.substr(1, edges_key.size() - 2) + ":[");
  separator = "\n";
  for (auto [it, end] = boost::edges(g); it != end; ++it) {
    const RelationEdge& edge = g[*it];
    const std::string id = to_string(edge.id);
    json.begin();
    json.field("source", to_string(g[boost::source(*it, g)].id));
    json.field("target", to_string(g[boost::target(*it, g)].id));
    json.field("key", id);
    json.fields(edge_attributes(), edge);
    json.end("edge " + id, separator);
    separator = ",\n";
  }
  json.write("\n]}\n");
  out.flush();
  if (!out) throw IoError("the JSON output could not be written");
}

}  // namespace actorgraph
