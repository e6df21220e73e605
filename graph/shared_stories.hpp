// Which documents tell the same story, by the actors that they share. Used by ActorMerger to see whom a bare
// name may mean. Thread-safety: const members may be called concurrently.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "graph/actor_profiles.hpp"

namespace actorgraph {

/// Two documents are of one story where they were published within four days and have an actor in common, or
/// two, or one that few documents have, where a date is missing. Countries, and actors of more than 200
/// documents, are in all stories and tell of none.
class SharedStories {
 public:
  /// Cost: O(n log n).
  SharedStories(const ActorTable& table, const ActorClasses& classes);

  /// Puts documents in order of their dates (ties: of their ids), those without one first.
  void sort_by_date(std::vector<std::uint32_t>& documents) const;

  /// Whether `document` is of one story with any of `others`, `actor` left out of account. Looks at the first
  /// `most` alone of those of its days.
  /// Requires: sort_by_date was called for `others`.
  [[nodiscard]] bool are_one(std::uint32_t document, const std::vector<std::uint32_t>& others,
                             std::uint32_t actor, std::size_t most) const;

 private:
  [[nodiscard]] bool share(std::uint32_t a, std::uint32_t b, std::uint32_t actor, std::size_t wanted) const;

  std::vector<std::vector<std::uint32_t>> actors_;  // of each document, sorted roots
  std::vector<bool> rare_;                          // by root
  std::vector<std::optional<std::chrono::sys_days>> dates_;
  std::vector<DocumentId> ids_;
};

}  // namespace actorgraph
