// Wholes of parts: whose embassy, whose forces, whose leaders. Steps of ActorMerger.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/actor_profiles.hpp"

namespace actorgraph {

/// Finds the actor that other names call: "IS-K" in "IS-K leaders".
class OwnerIndex {
 public:
  /// Cost: O(n) and one normalise_name for each distinct text that names an actor.
  OwnerIndex(const ActorTable& table, const ActorClasses& classes);

  static constexpr std::uint32_t kNone = UINT32_MAX;

  /// The root of the only actor of this normalised name, else kNone.
  [[nodiscard]] std::uint32_t find(std::string_view key) const;

  /// The root of the country of a code, else kNone.
  [[nodiscard]] std::uint32_t find_country(std::string_view code) const;

  /// The root of what `parts` are a part of, else kNone.
  [[nodiscard]] std::uint32_t find_whole(const ComposedName& parts) const;

 private:
  std::unordered_map<std::string, std::uint32_t> names_;  // kNone where several
  std::unordered_map<std::string, std::uint32_t> countries_;
};

/// Joins parts of one name whose wholes are one: "IS-K leaders" and "leaders of ISIS-K".
void join_parts(const ActorTable& table, const OwnerIndex& owners, ActorClasses& classes);

/// The whole of every node that has one in the graph, in order of the part.
[[nodiscard]] std::vector<ActorIdentity::Part> find_wholes(const ActorTable& table, const OwnerIndex& owners,
                                                           const ActorClasses& classes);

}  // namespace actorgraph
