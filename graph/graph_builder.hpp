// From resolved claims to the merged graph. Stands between store and the graph's readers.
// The graph is a function of the set of claims: neither their order nor a repeated claim changes it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "graph/knowledge_graph.hpp"
#include "records/claim.hpp"
#include "records/correction.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// Where a claim was read. The views need to live only as long as the call that takes them.
struct ClaimSource {
  std::string_view sentence;      ///< the text of Claim::span
  std::optional<Date> published;  ///< of the document
  std::string_view url;           ///< of the document, else empty
};

/// The source of a claim of `doc`; its views live as long as `doc`.
[[nodiscard]] ClaimSource make_claim_source(const Claim& claim, const Document& doc);

/// When a claim's event was: its own time, an open end closed by the day of publication; else that day.
[[nodiscard]] DateInterval make_claim_time(const Claim& claim, const std::optional<Date>& published);

/// The id that an actor has in a document whose bearer of its name is somebody else, by a user's word.
[[nodiscard]] ActorId make_divided_id(ActorId actor, DocumentId document);

class GraphBuilder {
 public:
  GraphBuilder();
  ~GraphBuilder();
  GraphBuilder(GraphBuilder&&) noexcept;
  GraphBuilder& operator=(GraphBuilder&&) noexcept;

  /// Adds one claim. A claim without subject or without object makes no edge, but counts for its actors.
  ///
  /// Requires: claim.id is set, and so are the ids of its participants (resolve_actors); claims of equal id
  ///           are equal.
  /// Cost:     O(1); about 150 bytes a claim and its sentence once.
  void add(const Claim& claim, const ClaimSource& source);

  /// `document` copies `original` (NearCopies): whom both describe in the same words is one actor.
  void add_copy(DocumentId document, DocumentId original);

  /// What users have said of actors; later words of a name count. What concerns events is left out.
  /// Requires: before the claims.
  void correct(std::span<const Correction> corrections);

  /// Merges what was added. The builder is spent after that.
  /// Cost: O(claims log claims).
  [[nodiscard]] KnowledgeGraph finish() &&;

 private:
  struct Rows;
  std::unique_ptr<Rows> rows_;
};

}  // namespace actorgraph
