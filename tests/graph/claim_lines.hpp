// Claims from one line of text each, for tests of what comes after extraction:
//
//   document date | subject | lemma | object | mark, mark...
//
// A participant may be written text=actor, or - where there is none; the date may be -. Marks: "negated", a
// modality, an event type with its score ("ASSAULT:-9"), a time ("from 2022-01-01", "to 2022-12-31"), a
// speaker
// ("by Name"), a kind of the subject ("is country"), a confidence ("sure 0.5"), a code of the subject
// ("code AFGREB"), a place with its country ("at Zenda RUR").
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph_builder.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/memory_edges.hpp"
#include "records/claim.hpp"

namespace actorgraph {

struct ClaimLine {
  Claim claim;  ///< resolved
  std::string sentence;
  std::optional<Date> published;
  std::string url;
  std::string document;  ///< as the line has it
};

[[nodiscard]] std::vector<ClaimLine> parse_claim_lines(std::string_view text);

[[nodiscard]] KnowledgeGraph build_graph(std::span<const ClaimLine> lines);
[[nodiscard]] KnowledgeGraph build_graph(std::string_view lines);

/// What queries ask of the lines' claims. Lifetime: graph and lines must outlive it. Documents that begin
/// with the same letters ("wire", "wire2") copy one another.
[[nodiscard]] ClaimLookup make_claim_lookup(const KnowledgeGraph& graph, std::span<const ClaimLine> lines);

}  // namespace actorgraph
