// The clauses of a sentence: predicate, participants and how far the sentence commits to each. Stands between
// the tree and the propositions that are drawn from it.
// Thread-safety: free functions without state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/dependency_tree.hpp"
#include "extract/lexicon.hpp"
#include "extract/world.hpp"
#include "records/claim.hpp"

namespace actorgraph {

enum class Coordination : std::uint8_t { Single, Distributed };

/// Who fills a slot: the head of a phrase, alone or with the phrases coordinated to it.
struct Filler {
  std::uint32_t tok = 0;
  Coordination coordination = Coordination::Distributed;

  friend bool operator==(const Filler&, const Filler&) = default;
};

/// How far the sentence commits to a clause, and who says it.
struct Context {
  bool negated = false;
  Modality modality = Modality::Asserted;
  std::optional<Filler> speaker;
};

enum class PredicateKind : std::uint8_t {
  Verb,
  Nominal,  ///< a noun, adjective or phrase, with or without a form of "be"
};

enum class Voice : std::uint8_t { Active, Passive };

inline constexpr std::uint32_t kNoClause = 0xFFFFFFFFU;

struct Clause {
  std::uint32_t head = 0;
  std::uint32_t parent = kNoClause;  ///< index of the clause that holds this one
  Deprel link = Deprel::Root;        ///< how `head` hangs
  PredicateKind kind = PredicateKind::Verb;
  Voice voice = Voice::Active;
  std::string verb;  ///< lemma with particle, lower case: "carry out"; of a nominal predicate "be"

  std::vector<Filler> subjects;  ///< of a passive: who is acted on
  std::vector<Filler> objects;
  std::vector<Filler> recipients;       ///< indirect objects
  std::vector<Filler> agents;           ///< of a passive
  std::vector<std::uint32_t> obliques;  ///< heads of phrases with or without preposition
  bool own_subject = false;             ///< stated in the clause, not taken from another
  bool expletive = false;               ///< "it" or "there" stands for the subject
  std::vector<std::string> kept_verbs;  ///< of the clauses above that the relation says too: "refuse to"
  std::vector<std::uint32_t> kept_heads;
  Context context;
};

/// Finds the clauses of a sentence and fills their slots, from other clauses too: relative pronouns, shared
/// subjects and objects, control and raising.
///
/// Out:      parents before children.
/// Cost:     O(tokens).
[[nodiscard]] std::vector<Clause> find_clauses(const DependencyTree& tree, const Lexicon& lexicon,
                                               const World& world);

/// Whether a subordinating word of this form opens the clause: "to", "that".
[[nodiscard]] bool has_marker(const DependencyTree& tree, const Clause& clause, std::string_view form);

/// The lemma in lower case, the form where there is none.
[[nodiscard]] std::string lemma_of(const Token& tok);

/// The form in lower case.
[[nodiscard]] std::string lower_form(const Token& tok);

/// The prepositions of a phrase as written and in lower case: "according to", "in"; empty where none.
[[nodiscard]] std::string preposition_of(const DependencyTree& tree, std::uint32_t tok);

/// The tokens that preposition_of joins.
[[nodiscard]] std::vector<std::uint32_t> preposition_words(const DependencyTree& tree, std::uint32_t tok);

}  // namespace actorgraph
