// Dates and periods in the words of a sentence, resolved to days against the day of publication: "on Friday",
// "last year", "between March 2019 and June 2020", "since 2021". Read by clauses; made into TimeReference.
// Thread-safety: free functions without state.
// Source: kinds after TIMEX3 (J. Pustejovsky et al. 2003, TimeML). Differs in: intervals of days, no times of
// day.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/claim.hpp"
#include "records/document.hpp"

namespace actorgraph {

enum class TimeKind : std::uint8_t {
  Point,     ///< a point or period of the calendar, resolved or not ("four years before")
  Duration,  ///< "for three days": a length; its interval is open on both sides
  Set,       ///< "every Friday"
};

struct TimeExpression {
  TokenRange tokens;  ///< with the preposition only where it bounds the interval ("since 2021")
  TimeKind kind = TimeKind::Point;
  TimeReference reference;  ///< an unresolved expression has neither start nor end, precision unknown
};

/// Which way an expression without direction points: "on Friday" is the last one or the next one.
enum class TimeDirection : std::uint8_t { Past, Future };

struct TimeAnchor {
  std::optional<Date> published;
  TimeDirection direction = TimeDirection::Past;
  std::optional<Date> narrative;  ///< what "that year" and "four years before" count from; none: unresolved
};

/// Finds the expressions of one sentence. Direction comes from the verb that governs each of them, the
/// narrative date from the latest date of the sentences before.
///
/// Out:      in text order, disjoint; the longest reading wins.
/// Cost:     O(tokens).
[[nodiscard]] std::vector<TimeExpression> find_time_expressions(const Document& doc, std::uint32_t sentence);

/// All sentences at once, one vector a sentence: O(tokens of the document).
[[nodiscard]] std::vector<std::vector<TimeExpression>> find_time_expressions(const Document& doc);

/// The same in plain words; `words` are tokens as a tokeniser splits them ("U.S.", "2021", "'s").
[[nodiscard]] std::vector<TimeExpression> find_time_expressions(std::span<const std::string_view> words,
                                                                const TimeAnchor& anchor);

/// Splits `text` at blanks and punctuation first. `span`s are not given; reference.text is a slice of `text`.
[[nodiscard]] std::vector<TimeExpression> find_time_expressions(std::string_view text,
                                                                const TimeAnchor& anchor);

/// The first expression within a token range of a sentence, e.g. the filler of a clause's time slot.
[[nodiscard]] std::optional<TimeExpression> find_time_expression(
    const std::vector<TimeExpression>& expressions, TokenRange tokens);

}  // namespace actorgraph
