// What a description ("the group", "that branch", "the country") stands for: the nearest entity that was
// called by the same noun, or a named one of its kind. Used by the last pass of coreference alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extract/anaphora.hpp"

namespace actorgraph {

struct DescribedEntity {
  std::uint32_t entity = 0;
  std::string reason;
};

/// Finds the entity that the description `mention` stands for; nothing where none is clearly meant.
///
/// Requires: mentions before `mention` have been met by `clusters`.
/// Cost:     O(mentions of the entities of the last sentences).
[[nodiscard]] std::optional<DescribedEntity> find_described(const AnaphoraInput& input,
                                                            const EntityClusters& clusters,
                                                            std::uint32_t mention);

}  // namespace actorgraph
