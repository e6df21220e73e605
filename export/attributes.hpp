// The attributes of nodes and edges, once for all export formats, so that each carries the same.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace actorgraph {

enum class AttributeType : std::uint8_t { Boolean, Int, Double, String, StringList };

/// monostate: the value is missing and its attribute is left out.
using AttributeValue =
    std::variant<std::monostate, bool, std::int64_t, double, std::string, std::vector<std::string>>;

struct NodeAttribute {
  std::string_view name;  ///< lower case, no spaces, unique among nodes
  AttributeType type;     ///< that of every value
  AttributeValue (*value)(const ActorNode&);
};

struct EdgeAttribute {
  std::string_view name;
  AttributeType type;
  AttributeValue (*value)(const RelationEdge&);
};

/// label, kind, code, mentions, documents, first_seen, last_seen, aliases.
[[nodiscard]] std::span<const NodeAttribute> node_attributes();

/// label and kind (both the edge_label: unique between two nodes), relation, event, negated, modality,
/// weight, documents, first, last, polarity, confidence, quote, url, evidence.
[[nodiscard]] std::span<const EdgeAttribute> edge_attributes();

/// "[\"a\",\"b\"]": a list as one JSON array, for formats that have no lists.
/// Errors: throws FormatError where a text is not UTF-8.
[[nodiscard]] std::string to_json_array(const std::vector<std::string>& texts);

}  // namespace actorgraph
