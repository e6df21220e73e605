// What a user says against the merge: which actors or events are one, which are not, how one is called.
// Kept by store, replayed by graph on every merge, carried from file to file as lines of text.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "records/id.hpp"

namespace actorgraph {

enum class CorrectionKind : std::uint8_t {
  JoinActors,   ///< `actor` and `other_actor` are one node, whatever else is known
  SplitActors,  ///< they are never one node
  DivideActor,  ///< who is called `actor` in `document` is somebody else than in other documents
  RenameActor,  ///< the node of `actor` is called `name`
  JoinEvents,   ///< `claim` and `other_claim` tell of one event
  SplitEvents,  ///< they tell of two
};

/// "join-actors", "split-events"...
[[nodiscard]] std::string_view to_string(CorrectionKind kind);
[[nodiscard]] std::optional<CorrectionKind> parse_correction_kind(std::string_view text);

/// Ids are such as claims carry, so that a correction outlives every rebuild. A correction of what is not in
/// the graph does nothing.
struct Correction {
  CorrectionKind kind = CorrectionKind::JoinActors;
  ActorId actor;
  ActorId other_actor;
  DocumentId document;
  ClaimId claim;
  ClaimId other_claim;
  std::string name;  ///< the new name of RenameActor, else empty
  std::string note;  ///< for a reader: the names that the actors had

  friend bool operator==(const Correction&, const Correction&) = default;
};

/// "split-actors<TAB>a00f3...<TAB>a17c0...<TAB>Lind, not Lind the river": kind, what, the other (or the
/// document, or the new name), note. Without a line end.
[[nodiscard]] std::string to_line(const Correction& correction);

/// Reads what to_line wrote.
/// Errors: throws FormatError that says what was expected where `line` is something else.
[[nodiscard]] Correction parse_correction(std::string_view line);

}  // namespace actorgraph
