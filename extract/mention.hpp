// Noun phrases that may fill a slot of a claim. First step of extract; read by coreference and clauses.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/dependency_tree.hpp"
#include "records/document.hpp"

namespace actorgraph {

enum class MentionType : std::uint8_t { Name, Nominal, Pronoun };
enum class Number : std::uint8_t { Unknown, Singular, Plural };

/// A noun phrase with one head. Coordinations are taken apart ("the Chadian and Danish embassies" is two
/// mentions), titles and appositives are mentions of their own.
struct Mention {
  std::uint32_t sentence = 0;  ///< index in Document::sentences
  std::uint32_t head = 0;      ///< token index
  TokenRange tokens;           ///< the phrase without leading article, relative clause or appositive
  std::string text;            ///< its words; composed where modifiers are shared: "Russian embassies"
  ByteSpan span;               ///< of the document's text
  MentionType type = MentionType::Nominal;
  Number number = Number::Unknown;
  std::optional<NameType> name_type;  ///< where the head lies in a name
};

/// Finds the mentions of `doc`, whose sentences have `trees`.
///
/// Out:      in (sentence, head) order; spans nest or are disjoint.
/// Requires: heads form a tree.
/// Cost:     O(tokens x depth).
[[nodiscard]] std::vector<Mention> find_mentions(const Document& doc,
                                                 const std::vector<DependencyTree>& trees);

}  // namespace actorgraph
