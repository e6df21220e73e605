// Whom an event is directed at, where the object is a thing: "condemned Chad's attack", "imposed a curfew in
// Zenda". Read by event_coder.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/event_pattern.hpp"
#include "extract/proposition.hpp"

namespace actorgraph {

class EventRecipient {
 public:
  /// Requires: both outlive the finder.
  EventRecipient(const SentenceView& view, const EventPatterns& patterns)
      : view_(view), patterns_(patterns) {}

  /// The object where it is an actor; else the nearest actor in its phrase, in the phrases of the clause, in
  /// what the clause says ("demanded that Chad leave"); of acts of force the object whatever it is, and at
  /// last the place. Cost:     O(words of the clause).
  [[nodiscard]] std::optional<std::uint32_t> find(const Proposition& fact, std::string_view cameo) const;

 private:
  [[nodiscard]] bool may_receive(std::uint32_t tok, std::uint32_t subject) const;
  [[nodiscard]] std::optional<std::uint32_t> find_in_phrase(std::uint32_t head, std::uint32_t subject) const;
  [[nodiscard]] std::optional<std::uint32_t> find_in_clause(const Clause& clause,
                                                            std::uint32_t subject) const;
  [[nodiscard]] std::optional<std::uint32_t> find_end_of_way(const Proposition& fact,
                                                             std::uint32_t subject) const;
  [[nodiscard]] std::optional<std::uint32_t> find_place(std::uint32_t head, std::uint32_t subject) const;

  const SentenceView& view_;
  const EventPatterns& patterns_;
};

}  // namespace actorgraph
