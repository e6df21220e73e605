// What a clause, a noun or an appositive says, before its slots become words and actors. Drawn from clauses
// by verbal, nominal_events and facts; made into claims by the extractor.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/clause.hpp"
#include "extract/noun_phrase.hpp"
#include "extract/time_expression.hpp"
#include "extract/world.hpp"

namespace actorgraph {

/// The rule that drew a proposition; decides its confidence.
enum class Construction : std::uint8_t {
  Object,        ///< verb with subject and object
  Oblique,       ///< verb and a phrase with preposition
  Intransitive,  ///< verb with subject alone
  Agent,         ///< passive with its agent
  Agentless,     ///< passive without agent
  State,         ///< "be linked to"
  LightVerb,     ///< "carry out an attack on"
  NominalEvent,  ///< "the attack on"
  Copula,        ///< "X is Y"
  Complement,    ///< "call X Y"
  Apposition,    ///< "X, director of Y"
  Title,         ///< "President X"
  Compound,      ///< "Geneva-based X"
  Inclusion,     ///< "X, including Y"
};

struct Proposition {
  Construction construction = Construction::Object;
  std::optional<Filler> subject;
  std::optional<Filler> object;
  Words relation;     ///< tokens of the relation as written
  std::string lemma;  ///< of the relation
  Context context;
  std::uint32_t clause = kNoClause;  ///< whose time and place it shares
  std::uint32_t event = kNoClause;   ///< token of the event noun, where there is one
};

/// One sentence and what is known of its words; every step reads it.
struct SentenceView {
  const DependencyTree& tree;
  const Lexicon& lexicon;
  const World& world;
  std::span<const TimeExpression> times;
  std::vector<Clause> clauses;
  std::vector<std::uint32_t> clause_of;  ///< of every token, the innermost clause that holds it
};

}  // namespace actorgraph
