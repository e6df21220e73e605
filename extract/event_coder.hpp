// Codes propositions as events: CAMEO category, PLOVER type and mode, contexts, numbers of people. Called
// where claims are built. Thread-safety: an EventCoder belongs to one sentence and one thread. Source: P.
// Schrodt, CAMEO codebook 1.1b3 (2012); PLOVER codebook, draft 2.0. Differs in: works on clauses of a
// dependency tree in place of phrases of words; promises, refusals, threats and demands are computed from the
// act that they hold.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/event_detail.hpp"
#include "extract/event_lexicon.hpp"
#include "extract/event_pattern.hpp"
#include "extract/event_realm.hpp"
#include "extract/proposition.hpp"
#include "records/claim.hpp"

namespace actorgraph {

/// An event and the token of whom it is directed at: the proposition's object or an actor in its phrase
/// ("Chad" of "condemned Chad's attack").
struct CodedEvent {
  EventCode code;
  std::optional<std::uint32_t> recipient;
};

class EventCoder {
 public:
  /// Requires: both outlive the coder.
  EventCoder(const SentenceView& view, const EventLexicon& lexicon);

  /// Codes what `fact` says. Nothing where that is no event: a trait, a storm, a match, a denied attack.
  /// Cost:     O(words of the clause), and of the sentence at the first event.
  [[nodiscard]] std::optional<CodedEvent> code(const Proposition& fact);

 private:
  [[nodiscard]] std::string code_fact(const Proposition& fact);
  [[nodiscard]] std::string code_occurrence(const Clause& clause, int depth) const;
  [[nodiscard]] bool is_circumstance(const Proposition& fact) const;
  [[nodiscard]] std::string code_judgement(const Clause& clause) const;
  [[nodiscard]] std::string code_clause(std::uint32_t index, int depth) const;
  [[nodiscard]] std::string code_noun(std::uint32_t tok, int depth) const;
  [[nodiscard]] std::string code_noun_event(const Proposition& fact) const;
  [[nodiscard]] std::string code_content(std::uint32_t index, int depth) const;
  [[nodiscard]] std::string code_below(std::uint32_t index, std::initializer_list<Deprel> links,
                                       int depth) const;
  [[nodiscard]] std::string code_object(const Clause& clause, int depth) const;
  [[nodiscard]] std::string code_in_context(const Proposition& fact, std::string code) const;
  [[nodiscard]] bool tells_to_act(const Clause& clause) const;

  const SentenceView& view_;
  const EventLexicon& lexicon_;
  EventPatterns patterns_;
  EventRealm realm_;
  EventDetail detail_;
  std::vector<std::optional<std::string>> clause_codes_;  // of every clause, once asked
};

}  // namespace actorgraph
