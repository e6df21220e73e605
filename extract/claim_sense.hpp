// What keeps a claim from saying anything: words of a page's head before its first sentence, pronouns that
// point nowhere, an object that repeats the subject. Called by claim_builder. Thread-safety: free functions
// without state.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/dependency_tree.hpp"
#include "extract/noun_phrase.hpp"
#include "records/claim.hpp"

namespace actorgraph {

/// Behind the last token of an address or a time stamp ("zenda.com / news / 17", "Posted: May 2, 9:05 PM
/// GMT") that stands before a sentence without a full stop; 0 where there is none.
[[nodiscard]] std::uint32_t find_headline_end(const Sentence& sent);

/// Whether the words of a claim stand on both sides of the end of a page's head.
[[nodiscard]] bool joins_headline(std::uint32_t headline_end, const Words& relation,
                                  std::optional<std::uint32_t> subject, std::optional<std::uint32_t> object);

/// "mayor-opens-new-bridge-near-zenda-17" of the address of a page.
[[nodiscard]] bool is_address(const Token& tok);

/// Whether a reader of `claim` alone learns nothing: "our allies are the Danes" where both are the Danes,
/// "Lind saw that", "its attack" where nobody knows whose. `subject` and `object`: the heads of its slots.
[[nodiscard]] bool says_nothing(const Claim& claim, const DependencyTree& tree,
                                std::optional<std::uint32_t> subject, std::optional<std::uint32_t> object);

}  // namespace actorgraph
