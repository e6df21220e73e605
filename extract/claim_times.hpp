// When the event of a claim happened: what its clause says of it, else what can be told from the words around
// it, with the reason. The time of a verb of saying is never that of what is said. Read by claim_builder.
// Thread-safety: free functions without state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/arguments.hpp"
#include "extract/event_dates.hpp"
#include "extract/lexicon.hpp"
#include "extract/proposition.hpp"
#include "extract/time_expression.hpp"

namespace actorgraph {

/// The expression that holds the head of a phrase, else one within it.
[[nodiscard]] std::optional<TimeExpression> find_time(const SentenceView& view, std::uint32_t tok);

/// Whether `time` says when, where `other` only says how long or how often, or nothing that is known.
[[nodiscard]] bool is_better_time(const TimeReference& time, const std::optional<TimeReference>& other);

/// Whether a verb judges or remembers what has happened: "condemn", "mourn".
[[nodiscard]] bool is_judgement(std::string_view verb);

/// Whether a verb says or judges something that has its own time: "condemned on Friday the attack".
[[nodiscard]] bool speaks_of_other_times(const Lexicon& lexicon, std::string_view verb);

struct InferredTime {
  TimeReference time;
  std::string reason;
};

/// A time for a claim whose clause names none: that of the event noun which is its subject ("a strike on
/// Monday hit ..."), or what is done ("was behind the attack on Monday"), of the verb to which its own is
/// joined, of the clause around its participle, or of an event that the text dated before ("the attack").
///
/// In:       `obliques` of each clause of the sentence; heads of subject and object as far as there are any.
[[nodiscard]] std::optional<InferredTime> infer_time(const SentenceView& view,
                                                     const std::vector<std::vector<Oblique>>& obliques,
                                                     const EventDates& events, const Proposition& fact,
                                                     std::optional<std::uint32_t> subject,
                                                     std::optional<std::uint32_t> object);

}  // namespace actorgraph
