// Where the event of a claim took place: what its own clause, its event noun and its object state, else what
// the sentences around it let one infer. Used by the claim builder.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/arguments.hpp"
#include "extract/place_resolver.hpp"
#include "extract/proposition.hpp"

namespace actorgraph {

/// The place that the phrase of `tok` states: that of its name, or the one that the phrase lies in ("a hotel
/// in Kabul", "Idlib province"); the narrower of two where one holds the other. An embassy lies not in its
/// country.
[[nodiscard]] const PlaceMention* find_stated_place(const DependencyTree& tree,
                                                    std::span<const PlaceMention> places, std::uint32_t tok);

/// The slots of one claim.
struct ClaimSlots {
  const Proposition& fact;
  std::optional<std::uint32_t> subject;  ///< head of its phrase
  std::optional<std::uint32_t> object;
};

/// Fills the places of the claims of one sentence.
class EventPlaces {
 public:
  /// `obliques` holds those of every clause of `view`; `earlier` the claims of the document so far.
  EventPlaces(const Document& doc, const DocumentPlaces& places, const SentenceView& view,
              std::uint32_t sentence, const std::vector<std::vector<Oblique>>& obliques,
              const std::vector<Claim>& earlier);

  /// Fills claim.place; adds to claim.inferred where the clause does not state it.
  ///
  /// Requires: the words of the claim are set.
  void fill(const ClaimSlots& slots, Claim& claim) const;

 private:
  /// What has been found so far.
  struct Found {
    const PlaceMention* stated = nullptr;
    std::optional<std::uint32_t> unresolved;  // head of a phrase of place that names none
    const PlaceMention* goal = nullptr;       // where the motion ends
    const PlaceMention* object = nullptr;     // what the relation's preposition leads to
  };

  void look_at_clause(const ClaimSlots& slots, Found& found) const;
  void look_above(std::uint32_t clause, Found& found) const;
  void look_at_noun(std::uint32_t noun, int depth, Found& found) const;
  void look_at_object(const ClaimSlots& slots, const Claim& claim, Found& found) const;
  void take(std::uint32_t tok, Found& found) const;
  void infer(const ClaimSlots& slots, Claim& claim) const;
  [[nodiscard]] bool infer_from_opening(std::uint32_t clause, Claim& claim) const;
  [[nodiscard]] bool infer_from_circumstance(std::uint32_t clause, Claim& claim) const;
  [[nodiscard]] bool infer_from_mention(const ClaimSlots& slots, Claim& claim) const;
  [[nodiscard]] bool infer_from_event(const ClaimSlots& slots, Claim& claim) const;
  void infer_from_dateline(const ClaimSlots& slots, Claim& claim) const;
  [[nodiscard]] const PlaceMention* find_before(std::uint32_t tok, PlaceKind kind) const;
  [[nodiscard]] const EventNoun* event_noun(std::uint32_t tok) const;
  [[nodiscard]] bool heads_event(std::uint32_t tok) const;
  [[nodiscard]] static bool reacts(const std::string& verb);
  [[nodiscard]] std::span<const PlaceMention> here() const;

  const Document& doc_;
  const DocumentPlaces& places_;
  const SentenceView& view_;
  const DependencyTree& tree_;
  std::uint32_t sentence_;
  const std::vector<std::vector<Oblique>>& obliques_;
  const std::vector<Claim>& earlier_;
};

}  // namespace actorgraph
