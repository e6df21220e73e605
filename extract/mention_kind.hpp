// What kind of actor a mention is, and how sure that is: one kind for a cluster is chosen by its surest
// mention. Between mentions and their features.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "extract/dependency_tree.hpp"
#include "extract/mention.hpp"
#include "extract/world.hpp"

namespace actorgraph {

/// Where a kind comes from; later ones are surer.
enum class KindEvidence : std::uint8_t {
  None,
  Guess,     ///< the analyser says person and nothing else does
  Vague,     ///< a noun such as "group" or "organisation"
  Analyser,  ///< the analyser's type of the name
  Noun,      ///< the noun of a description or before the name: "the carmaker X"
  Name,      ///< the noun that ends the name, or a given name that begins it
  Listed,    ///< a known actor
};

struct MentionKind {
  ActorKind kind = ActorKind::Unknown;
  KindEvidence evidence = KindEvidence::None;
  Gender gender = Gender::Unknown;  ///< of a description: what its noun says
};

/// The class of a description's head noun, compounds first: "police officer" before "officer"; of "hundreds
/// of drivers" that of "drivers". Nothing where the noun is not in the table.
[[nodiscard]] std::optional<NounClass> find_noun_class(const DependencyTree& tree, std::uint32_t head,
                                                       const World& world);

/// The kind of a description. Several people, companies or countries are a group.
[[nodiscard]] MentionKind kind_of_description(const DependencyTree& tree, const Mention& mention,
                                              const World& world);

/// What the nouns that stand before or behind a name call it: "the security firm X", "X, a carmaker".
[[nodiscard]] MentionKind kind_by_descriptor(const DependencyTree& tree, std::uint32_t head,
                                             const World& world);

/// Whether the phrase under `head` may be who does something, by name or noun: "troops", not "money".
[[nodiscard]] bool may_act(const DependencyTree& tree, std::uint32_t head, const World& world);

/// Whether actors of this kind are bodies: neither people nor places, events and things.
[[nodiscard]] bool is_body_kind(ActorKind kind);

}  // namespace actorgraph
