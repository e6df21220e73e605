// Which mentions of a document stand for the same actor: names and their short forms, acronyms, "known as",
// descriptions, pronouns, possessives. Between mentions and clauses; joins nothing across documents.
// A wrong link is worse than none: two different full names are never joined.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/dependency_tree.hpp"
#include "extract/mention.hpp"
#include "extract/quotation.hpp"
#include "extract/world.hpp"
#include "records/claim.hpp"

namespace actorgraph {

/// What a mention stands for.
struct Resolution {
  std::uint32_t entity = 0;  ///< mentions with equal numbers stand for the same actor
  std::string actor;  ///< the document's best name for it: its fullest name, else its fullest description
  ActorKind kind = ActorKind::Unknown;
  std::string reason;  ///< why it was linked, e.g. "it: subject of the sentence"; empty for the first mention
};

/// Resolves all mentions of a document at once.
///
/// In:       trees and quotations of `doc`, its mentions in (sentence, head) order.
/// Out:      one Resolution a mention, same order.
/// Cost:     O(mentions x entities in the window).
[[nodiscard]] std::vector<Resolution> resolve_coreference(const Document& doc,
                                                          const std::vector<DependencyTree>& trees,
                                                          const Quotations& quotations,
                                                          const std::vector<Mention>& mentions,
                                                          const World& world);

/// A phrase that opens with a possessive pronoun, with `owner` in its place: "Its head" is "Zenda's head".
/// Unchanged where it opens with another word, or the owner has more than five words.
[[nodiscard]] std::string with_owner(std::string_view phrase, std::string_view pronoun,
                                     std::string_view owner);

}  // namespace actorgraph
