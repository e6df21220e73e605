// Dates, times, durations and sets in the words of a sentence, resolved to days against the day of
// publication and the narrative: "on Friday", "last year", "between March 2019 and June 2020", "since 2021",
// "twice a week". Read by clauses; made into TimeReference. Thread-safety: free functions without state.
// Source: kinds and values after TIMEX3 (J. Pustejovsky et al. 2003, TimeML). Differs in: intervals of days
// beside the values; ranges and open ends as ISO 8601-2 writes them ("2001/2005", "2021/..").
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

struct TimeExpression {
  TokenRange tokens;        ///< with the preposition only where it bounds the interval ("since 2021")
  ByteSpan span;            ///< of the document's text; may end within a token ("mid-March talks", "2014-16")
  TimeReference reference;  ///< an unresolved expression has neither start nor end, precision unknown
  bool weak =
      false;  ///< also said of other things than when: "a two-year war", "summer camp", "World War II"
  bool has_year = false;   ///< names its year itself
  bool narrative = false;  ///< counts from another time of the text: "the next day"
  bool from_next = false;  ///< counts from what is named behind it: "a day before"
  /// Of a duration that the text tells as over ("after four days of fighting"): when, counted from the
  /// narrative.
  std::optional<DateInterval> elapsed = {};
};

/// Which way an expression without direction points: "on Friday" is the last one or the next one.
enum class TimeDirection : std::uint8_t { Past, Future };

/// How a document writes days in numbers: 3/4/2024.
enum class DayOrder : std::uint8_t { MonthFirst, DayFirst };

struct TimeAnchor {
  std::optional<Date> published;
  TimeDirection direction = TimeDirection::Past;
  std::optional<Date> narrative;  ///< what "that year" and "the next day" count from; none: unresolved
  Precision narrative_precision = Precision::Day;
  DayOrder order = DayOrder::MonthFirst;
  std::optional<int> year;  ///< the year last named, which months and days without one belong to
};

/// All expressions, one vector a sentence. Direction comes from the verb that governs each of them, the
/// narrative date from those before; "a day before the attack" counts from when the text dates the attack.
///
/// Out:      in text order, disjoint; the longest reading wins.
/// Cost:     O(tokens of the document).
[[nodiscard]] std::vector<std::vector<TimeExpression>> find_time_expressions(const Document& doc);

/// The same in plain text, split at blanks and punctuation; token ranges count the words so split.
[[nodiscard]] std::vector<TimeExpression> find_time_expressions(std::string_view text,
                                                                const TimeAnchor& anchor);

}  // namespace actorgraph
