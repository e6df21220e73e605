// Names that the text itself declares to be another name of what stands before them: "X, also known as Y",
// "X (Y)", "X, formerly Y", "X, or Y". Used by coreference alone.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/dependency_tree.hpp"
#include "extract/mention.hpp"
#include "extract/mention_features.hpp"

namespace actorgraph {

/// The mention that the name `mention` is declared to be another name of; it stands before it in the
/// sentence. "known as X or Y" declares both: Y is found as another name of X.
///
/// Cost:     O(mentions of the sentence).
[[nodiscard]] std::optional<std::uint32_t> find_declared(const std::vector<DependencyTree>& trees,
                                                         const std::vector<Mention>& mentions,
                                                         const std::vector<MentionFeatures>& features,
                                                         std::uint32_t mention);

}  // namespace actorgraph
