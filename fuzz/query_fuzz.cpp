// Any bytes as a query.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/expect.hpp"
#include "graph/query.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace actorgraph;
  const std::string text(data, data + size);
  const auto query = parse_query(text);
  if (!query) {
    expect(query.error().column >= 1 && query.error().column <= size + 1, "the column lies in the query");
    expect(!query.error().message.empty(), "an error says what was expected");
    return 0;
  }
  for (const QueryTerm& term : query->terms) {
    expect(term.column >= 1 && term.column <= size, "a term's column lies in the query");
    expect(term.name.empty() || term.variable.empty(), "a term is a name or a variable");
  }
  for (const QueryHop& hop : query->hops) {
    expect(hop.source < query->terms.size() && hop.target < query->terms.size(), "an arrow joins two terms");
    for (const QueryWord& relation : hop.relations) {
      expect(text.compare(relation.column - 1, relation.text.size(), relation.text) == 0,
             "a relation stands where its column says");
    }
  }
  const auto again = parse_query(dump(*query));
  expect(again.has_value(), "the dump of a query is a query");
  expect(dump(*again) == dump(*query), "and the same one");
  return 0;
}
