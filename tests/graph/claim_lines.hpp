// Claims from one line of text each, for tests of what comes after extraction:
//
//   document date | subject | lemma | object | mark, mark...
//
// A participant may be written text=actor, or - where there is none; the date may be -. Marks: "negated", a
// modality, an event type with its score ("ASSAULT:-9"), a time ("from 2022-01-01", "to 2022-12-31"), a
// speaker
// ("by Name"), a kind of the subject ("is country"), a confidence ("sure 0.5").
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph_builder.hpp"
#include "graph/knowledge_graph.hpp"
#include "records/claim.hpp"

namespace actorgraph {

struct ClaimLine {
  Claim claim;  ///< resolved
  std::string sentence;
  std::optional<Date> published;
  std::string url;
};

[[nodiscard]] std::vector<ClaimLine> parse_claim_lines(std::string_view text);

[[nodiscard]] KnowledgeGraph build_graph(std::span<const ClaimLine> lines);
[[nodiscard]] KnowledgeGraph build_graph(std::string_view lines);

}  // namespace actorgraph
