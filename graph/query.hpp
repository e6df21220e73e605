// The query language: who did what to whom. Read here, answered by edge_search.
//
//   query    = term arrow term { filter }
//   term     = name | "\"" name "\"" | "?" [ variable ]
//   arrow    = "->" | "<-" | "-[" relation { "|" relation } "]->" | "<-[" relation { "|" relation } "]-"
//   filter   = "since" date | "until" date | "in" date | "--all"
//   date     = year [ "-" month [ "-" day ] ]
//
// A name is an actor's name or id and may hold spaces; it needs quotes where it holds an arrow, a quote or
// one of the filters' words. A relation in capitals is an event type (ASSAULT), any other a lemma (attack); a
// lemma stands also for those that it begins ("intervene" for "intervene in"). The same variable on both
// sides asks for what an actor did to itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/date.hpp"
#include "records/result.hpp"

namespace actorgraph {

/// One end of the arrow.
struct QueryTerm {
  std::string name;          ///< as the user wrote it; empty for a variable
  std::string variable;      ///< "x" for ?x; empty for ? and for a name
  std::uint64_t column = 0;  ///< 1-based, in bytes

  [[nodiscard]] bool is_open() const { return name.empty(); }
};

/// Which claims count: what is stated as fact, or also what is denied, negated, threatened, planned...
enum class QueryScope : std::uint8_t { Asserted, All };

struct QueryRelation {
  std::string text;          ///< trimmed; never empty
  std::uint64_t column = 0;  ///< 1-based, in bytes
};

struct Query {
  QueryTerm source;  ///< who did it, on whichever side of the arrow it was written
  QueryTerm target;
  std::vector<QueryRelation> relations;  ///< any of them; empty for every relation
  std::optional<Date> since;             ///< both included
  std::optional<Date> until;
  QueryScope scope = QueryScope::Asserted;
};

/// Reads a query such as "ISIS-K -[attack]-> ?x since 2022".
///
/// Errors:   returns an Issue whose message shows the query with a caret under the place, and says what was
///           expected there and what was found.
/// Cost:     O(text).
[[nodiscard]] Result<Query> parse_query(std::string_view text);

/// The days of "2024", "2024-03" or "2024-03-23"; nothing for any other text.
[[nodiscard]] std::optional<DateInterval> parse_period(std::string_view text);

/// The query in its plainest form, which parse_query reads back: for tests and logs.
[[nodiscard]] std::string dump(const Query& query);

}  // namespace actorgraph
