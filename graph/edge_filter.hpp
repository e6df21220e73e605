// Which edges a query's filters let through, and with how many of their claims.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/edge_source.hpp"
#include "graph/query.hpp"
#include "records/graph_rows.hpp"

namespace actorgraph {

/// What the claims of an edge that count say together.
struct EdgeSupport {
  std::uint32_t claims = 0;
  std::uint32_t documents = 0;
  std::uint32_t sources = 0;  ///< independent ones; 0 where nothing asked to count them
  std::optional<Date> first;
  std::optional<Date> last;
  double confidence = 0;  ///< of the surest
  ClaimId quoted;         ///< the earliest (ties: the smallest id)

  friend bool operator==(const EdgeSupport&, const EdgeSupport&) = default;
};

class EdgeFilter {
 public:
  /// `speakers` are the actors of filter.speakers, in order.
  EdgeFilter(const ClaimFilter& filter, std::vector<ActorNumber> speakers);

  /// Whether the edge's polarity and modality are asked for.
  [[nodiscard]] bool is_in_scope(const EdgeRow& edge) const { return is_in_scope(edge, filter_.scope); }

  /// Whether they would be with --all.
  [[nodiscard]] bool could_be_in_scope(const EdgeRow& edge) const {
    return is_in_scope(edge, QueryScope::All);
  }

  /// The claims of `edge` that pass: in the time, at the place, by the speaker, of the confidence. An edge
  /// without a time lies in none.
  ///
  /// Out:      nothing where none passes, or their counts are not those that were asked for.
  /// Cost:     O(claims of the edge); they are read only where the row does not tell.
  [[nodiscard]] std::optional<EdgeSupport> find_support(const EdgeRow& edge, const EdgeSource& graph) const;

 private:
  struct Place {
    std::string key;      // folded name
    std::string country;  // its code, where it is one
  };

  [[nodiscard]] bool is_in_scope(const EdgeRow& edge, QueryScope scope) const;
  [[nodiscard]] bool lies_in_time(const std::optional<Date>& start, const std::optional<Date>& end) const;
  [[nodiscard]] bool is_sure(double confidence) const;
  [[nodiscard]] bool lies_in_place(const EdgeClaim& claim) const;
  [[nodiscard]] bool passes(const EdgeClaim& claim) const;
  [[nodiscard]] EdgeSupport count(const EdgeRow& edge, const EdgeSource& graph) const;

  ClaimFilter filter_;
  std::vector<ActorNumber> speakers_;
  std::vector<Place> places_;
};

/// Whether a relation of a query, a lemma or a type of event, is the edge's.
[[nodiscard]] bool says(const EdgeRow& edge, std::string_view relation);

/// Whether a word is written as a type of event: in capitals.
[[nodiscard]] bool is_event_type(std::string_view relation);

/// Whether an actor is of the group.
[[nodiscard]] bool is_of(const ActorRow& actor, const ActorGroup& group);

}  // namespace actorgraph
