// The ledger of identity: why several names are one node, why others are not, and what is a part of what.
// Values made by ActorMerger, kept by KnowledgeGraph, read by commands and exports.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "records/id.hpp"

namespace actorgraph {

/// Why two actors are one node. Each reason stands by itself; in order of strength.
enum class LinkReason : std::uint8_t {
  Corrected,    ///< a user joined them
  SameName,     ///< one name; that one place calls it a group and another a company does not divide it
  SameReport,   ///< the same words in a copy of the document: "the gunmen" of a reprint
  Spelling,     ///< one name carried over from another alphabet: "Qassem" and "Ghasem"
  WordOrder,    ///< the same words in another order: "Kim Jong Un" and "Jong-un Kim"
  Composition,  ///< the same part of the same whole: "IS-K leaders" and "leaders of ISIS-K"
  Acronym,      ///< documents introduce it, and all that do agree on what it stands for
  ShorterName,  ///< without middle names, initials or suffix; only one fuller name fits
  Surname,      ///< a bare surname, which only one full name fits in documents of the same story
};

/// "the same name", "another spelling"...
[[nodiscard]] std::string_view to_string(LinkReason reason);

/// One merge. `from` is an id that claims carry (Participant::id), `into` that of the node (ActorNode::id).
/// The node whose id is `into` has no link of its own, and an id is `from` in one link at most.
struct ActorLink {
  ActorId from;
  std::string from_name;  ///< its most frequent name
  ActorId into;
  std::string into_name;
  LinkReason reason = LinkReason::SameName;
  std::string detail;   ///< for a reader: "all 3 documents that write SDF so mean it"
  double strength = 0;  ///< 0 to 1

  friend bool operator==(const ActorLink&, const ActorLink&) = default;
};

/// What looked like one and was not joined; both ids are of nodes. At most one for each pair.
struct RefusedLink {
  ActorId from;
  std::string from_name;
  ActorId into;
  std::string into_name;
  LinkReason reason = LinkReason::SameName;  ///< for which they would have been one
  std::string obstacle;                      ///< "a person and a place", "codes of Russia and of Ukraine"

  friend bool operator==(const RefusedLink&, const RefusedLink&) = default;
};

/// How a part belongs to its whole.
enum class PartKind : std::uint8_t {
  Place,   ///< a place of it: "Russian embassy in Kabul"
  Part,    ///< a body of it: "Taliban security forces"
  Member,  ///< people of it: "ISIS-K leaders"
};

/// "place", "part", "member".
[[nodiscard]] std::string_view to_string(PartKind kind);

/// What a node is a part of.
struct PartOf {
  ActorId whole;  ///< of a node of the same graph
  PartKind kind = PartKind::Part;

  friend bool operator==(const PartOf&, const PartOf&) = default;
};

}  // namespace actorgraph
