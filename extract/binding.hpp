// What the syntax of one sentence says of whether two of its phrases may stand for the same thing. Used by
// the last pass of coreference alone. Source: the syntactic filter of S. Lappin and H. Leass 1994, An
// algorithm for pronominal anaphora resolution, section 2.1. Differs in: Universal Dependencies in place of
// slot grammar.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/dependency_tree.hpp"

namespace actorgraph {

/// Whether `deprel` is that of a subject, an object or an oblique.
[[nodiscard]] bool is_argument(Deprel deprel);

/// The verb or predicate that a word depends on as argument, conjuncts climbed.
[[nodiscard]] std::uint32_t predicate_of(const DependencyTree& tree, std::uint32_t tok);

/// Whether the phrase of `outer` holds `inner` without a clause between them: "his brother", "a picture of
/// him".
[[nodiscard]] bool encloses(const DependencyTree& tree, std::uint32_t outer, std::uint32_t inner);

/// Whether the two are arguments of one verb, or the second is the subject that another verb lends to that of
/// the first: "X wanted to see him", "X came and saw him", "founded by X, it grew".
[[nodiscard]] bool are_coarguments(const DependencyTree& tree, std::uint32_t tok, std::uint32_t other);

/// The subject of the clause that `tok` stands in, lent by the verb above where it has none of its own: "X"
/// of "X wanted to see his son", "X came and saw his son".
[[nodiscard]] std::optional<std::uint32_t> subject_of_clause(const DependencyTree& tree, std::uint32_t tok);

/// The subject of the verb whose complement clause has `tok` as subject: "X" of "X said it would leave".
[[nodiscard]] std::optional<std::uint32_t> subject_above(const DependencyTree& tree, std::uint32_t tok);

/// Whether `other` stands inside an argument of the verb that `tok` is an argument of: "its" of "its troops
/// kept the group from leaving" is not the group.
[[nodiscard]] bool is_within_coargument(const DependencyTree& tree, std::uint32_t tok, std::uint32_t other);

}  // namespace actorgraph
