// The query language: who did what to whom. Read here, answered by pattern_search. docs/queries.md explains
// it.
//
//   query    = chain { ";" chain } { filter }
//   chain    = term arrow term { arrow term }
//   term     = name | "\"" name "\"" | "?" [ variable ] [ class ] | class
//   class    = "(" group { "|" group } ")"
//   group    = kind [ "of" country ] | code [ "of" country ] | "of" country
//   arrow    = "->" | "<-" | "-[" relation { "|" relation } "]->" | "<-[" relation { "|" relation } "]-"
//   filter   = "since" date | "until" date | "in" date | "in" place { "|" place }
//            | "negated" | "modality" modality { "|" modality } | "said by" name { "|" name }
//            | "confidence" compare number | ( "claims" | "articles" | "sources" ) compare number | "--all"
//   compare  = ">=" | ">" | "<=" | "<" | "="
//   date     = year [ "-" month [ "-" day ] ]
//
// A name is an actor's name or id and may hold spaces; it needs quotes where it holds an arrow, a quote, a
// semicolon or begins with a bracket, and behind the last arrow also where it holds a filter's word. A kind
// is that of an actor ("armed group"), a code a CAMEO role, PLOVER sector or whole actor code (GOV, AFGREB).
// A relation in capitals is an event type (ASSAULT), any other a lemma (attack); a lemma stands also for
// those that it begins ("intervene" for "intervene in"). One name or variable is one actor wherever it
// stands; different ones of a pattern of several arrows are different actors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/claim.hpp"
#include "records/date.hpp"
#include "records/result.hpp"

namespace actorgraph {

/// Words of the query with their place in it.
struct QueryWord {
  std::string text;          ///< trimmed; never empty
  std::uint64_t column = 0;  ///< 1-based, in bytes
};

/// "armed group", "GOV of Russia", "of Mali".
struct ActorGroup {
  std::optional<ActorKind> kind;  ///< nothing: any
  std::string code;               ///< a role, sector or whole code in capitals; empty: any
  std::string country;            ///< ISO 3166-1 alpha-3; empty: any
};

/// One end of an arrow.
struct QueryTerm {
  std::string name;                ///< as the user wrote it; empty for a variable
  std::string variable;            ///< "x" for ?x; empty for ?, a bare class and a name
  std::vector<ActorGroup> groups;  ///< any of them; empty for whoever it is
  std::uint64_t column = 0;        ///< of its first place: 1-based, in bytes

  [[nodiscard]] bool is_open() const { return name.empty(); }
};

/// One arrow, from who did it to whom, on whichever side they were written.
struct QueryHop {
  std::size_t source = 0;            ///< of Query::terms
  std::size_t target = 0;            ///< of Query::terms
  std::vector<QueryWord> relations;  ///< any of them; empty for every relation
};

/// Which claims count: what is stated as fact, or also what is denied, negated, threatened, planned...
enum class QueryScope : std::uint8_t { Asserted, All };

/// The numbers that a count may have, both included.
struct CountRange {
  std::uint32_t least = 0;
  std::uint32_t most = UINT32_MAX;

  [[nodiscard]] bool holds(std::uint32_t count) const { return count >= least && count <= most; }
  friend bool operator==(const CountRange&, const CountRange&) = default;
};

/// What a claim must be to count, and how many of them an edge must have.
struct ClaimFilter {
  std::optional<Date> since;  ///< both included
  std::optional<Date> until;
  std::vector<QueryWord> places;     ///< names, regions or countries, any of them; empty for everywhere
  std::vector<QueryWord> speakers;   ///< any of them; empty for whoever says so
  bool negated = false;              ///< only what is said not to be so
  std::vector<Modality> modalities;  ///< in order, each once; empty: asserted, or any with QueryScope::All
  double least_confidence = 0;       ///< both included
  double most_confidence = 1;
  CountRange claims;
  CountRange articles;
  CountRange sources;  ///< independent ones
  QueryScope scope = QueryScope::Asserted;
};

struct Query {
  std::vector<QueryTerm> terms;  ///< in order of their first place; each name and variable once
  std::vector<QueryHop> hops;    ///< in order; at least one
  ClaimFilter filter;
};

/// Reads a query such as "ISIS-K -[attack]-> ?x since 2022".
///
/// Errors:   returns an Issue whose message shows the query with a caret under the place, and says what was
///           expected there and what was found.
/// Cost:     O(text).
[[nodiscard]] Result<Query> parse_query(std::string_view text);

/// The days of "2024", "2024-03" or "2024-03-23"; nothing for any other text.
[[nodiscard]] std::optional<DateInterval> parse_period(std::string_view text);

/// `message` with the query and a caret under its byte `at` (0-based).
[[nodiscard]] std::string show_place(std::string_view query, std::size_t at, const std::string& message);

/// The query in its plainest form, which parse_query reads back: for tests and logs.
[[nodiscard]] std::string dump(const Query& query);

}  // namespace actorgraph
