#include "graph/query.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace actorgraph;

namespace {

struct QueryRow {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("queries are read") {
  const QueryRow rows[] = {
      {"ISIS-K -[attack]-> ?x since 2022", "\"ISIS-K\" -[attack]-> ?x since 2022-01-01"},
      {"ISIS-K->?", "\"ISIS-K\" -> ?"},
      {"?<-ISIS-K", "\"ISIS-K\" -> ?"},
      {"ISIS-K-[attack|bomb]->?", "\"ISIS-K\" -[attack|bomb]-> ?"},
      {"  Islamic State -[ intervene in | ASSAULT ]->  the Taliban  ",
       "\"Islamic State\" -[intervene in|ASSAULT]-> \"the Taliban\""},
      {"?x <-[attack]- ISIS-K", "\"ISIS-K\" -[attack]-> ?x"},
      {"? -> ?", "? -> ?"},
      {"?x -> ?x --all", "?x -> ?x --all"},
      {"? -> Taliban in 2022", "? -> \"Taliban\" since 2022-01-01 until 2022-12-31"},
      {"? -> Taliban in 2024-02", "? -> \"Taliban\" since 2024-02-01 until 2024-02-29"},
      {"? -> Taliban in 2024-02-03", "? -> \"Taliban\" since 2024-02-03 until 2024-02-03"},
      {"? -> Taliban since 2022 until 2023-06", "? -> \"Taliban\" since 2022-01-01 until 2023-06-30"},
      {"? -> Taliban until 2023 --all since 2022",
       "? -> \"Taliban\" since 2022-01-01 until 2023-12-31 --all"},
      {"? -> \"Doctors in Need\" in 2022", "? -> \"Doctors in Need\" since 2022-01-01 until 2022-12-31"},
      {"Doctors in Need -> ?", "\"Doctors in Need\" -> ?"},
      {"\"a -> b\" -> ?", "\"a -> b\" -> ?"},
      {"Łódź -> ?", "\"Łódź\" -> ?"},
      {"? -> Indonesia", "? -> \"Indonesia\""},
      {"?\t->\n?", "? -> ?"},
      {"A -> ? -> B", "\"A\" -> ? -> \"B\""},
      {"A -> ?x <-[bomb]- B -> A", "\"A\" -> ?x <-[bomb]- \"B\" -> \"A\""},
      {"? <- ? -> C", "? <- ? -> \"C\""},
      {"?x -> A; ?x -> B; C -> ?x", "\"A\" <- ?x -> \"B\"; \"C\" -> ?x"},
      {"?a -> ?b -> ?c -> ?a", "?a -> ?b -> ?c -> ?a"},
      {"Doctors in Need -> those since Monday -> B",
       "\"Doctors in Need\" -> \"those since Monday\" -> \"B\""},
      {"(GOV of Russia) -> ?", "? (GOV of RUS) -> ?"},
      {"(armed group|of Mali| AFGREB )->?x(person of AFG)->A",
       "? (armed group|of MLI|AFGREB) -> ?x (person of AFG) -> \"A\""},
      {"?x -> ?y (company) <- ?x (person)", "?x (person) -> ?y (company) <- ?x"},
      {"? -> ? in Afghanistan in 2022", "? -> ? since 2022-01-01 until 2022-12-31 in \"Afghanistan\""},
      {"? -> ? in Mali | Burkina Faso until 2024", "? -> ? until 2024-12-31 in \"Mali\"|\"Burkina Faso\""},
      {"? -> ? in \"Since\" since 2024", "? -> ? since 2024-01-01 in \"Since\""},
      {"? -> ? negated", "? -> ? negated"},
      {"? -> ? modality planned|denied|planned", "? -> ? modality planned|denied"},
      {"? -> Lind said by Ada Moe|UN claims>=2", "? -> \"Lind\" said by \"Ada Moe\"|\"UN\" claims >= 2"},
      {"? -> Lind confidence >= 0.8", "? -> \"Lind\" confidence >= 0.8"},
      {"? -> Lind confidence<0.5", "? -> \"Lind\" confidence <= 0.49999999999999994"},
      {"? -> Open sources sources > 2 articles <= 9 claims = 3",
       "? -> \"Open sources\" claims = 3 articles <= 9 sources >= 3"},
      {"? -> Those who said so", "? -> \"Those who said so\""},
  };
  for (const QueryRow& row : rows) {
    CAPTURE(std::string(row.text));
    const auto query = parse_query(row.text);
    REQUIRE(query.has_value());
    CHECK(dump(*query) == row.expected);
    const auto again = parse_query(dump(*query));
    REQUIRE(again.has_value());
    CHECK(dump(*again) == row.expected);
  }
}

TEST_CASE("a bad query is shown with a caret under the place") {
  const QueryRow rows[] = {
      {"",
       "query:1:1: expected an actor's name, ? or a variable such as ?x, found the end of the query\n  \n  "
       "^"},
      {"ISIS-K",
       "query:1:7: expected an arrow: ->, <-, -[attack]-> or <-[attack]-, found the end of the query\n"
       "  ISIS-K\n"
       "        ^"},
      {"-> ?", "query:1:1: expected an actor's name, ? or a variable such as ?x, found \"->\"\n  -> ?\n  ^"},
      {"ISIS-K ->",
       "query:1:10: expected an actor's name, ? or a variable such as ?x, found the end of the query\n"
       "  ISIS-K ->\n"
       "           ^"},
      {"ISIS-K -[attack-> ?",
       "query:1:9: this bracket is never closed: write ] after the last relation\n"
       "  ISIS-K -[attack-> ?\n"
       "          ^"},
      {"ISIS-K -[attack|]-> ?",
       "query:1:17: expected a relation such as attack or ASSAULT, found \"]->\"\n"
       "  ISIS-K -[attack|]-> ?\n"
       "                  ^"},
      {"ISIS-K -[attack]- ?",
       "query:1:17: expected -> after the relations, found \"-\"\n"
       "  ISIS-K -[attack]- ?\n"
       "                  ^"},
      {"ISIS-K <-[attack]-> ?",
       "query:1:19: expected an arrow of one direction, found \">\"\n"
       "  ISIS-K <-[attack]-> ?\n"
       "                    ^"},
      {"ISIS-K <-> ?",
       "query:1:10: expected an arrow of one direction, found \">\"\n  ISIS-K <-> ?\n           ^"},
      {"Łódź -> ? since then",
       "query:1:20: expected a date such as 2022, 2022-03 or 2022-03-24 after since, found \"then\"\n"
       "  Łódź -> ? since then\n"
       "                  ^"},
      {"? -> ? since 2022-13",
       "query:1:14: expected a date such as 2022, 2022-03 or 2022-03-24 after since, found \"2022-13\"\n"
       "  ? -> ? since 2022-13\n"
       "               ^"},
      {"? -> ? in",
       "query:1:10: expected a date such as 2022, 2022-03 or 2022-03-24, or a place, after in, found the end "
       "of the query\n"
       "  ? -> ? in\n"
       "           ^"},
      {"? -> ? --al",
       "query:1:8: expected a filter (since, until, in, negated, modality, said by, confidence, claims, "
       "articles, sources, --all) or the end of the query, found \"--al\"\n"
       "  ? -> ? --al\n"
       "         ^"},
      {"? -> ?x y",
       "query:1:9: expected a filter (since, until, in, negated, modality, said by, confidence, claims, "
       "articles, sources, --all) or the end of the query, found \"y\"\n"
       "  ? -> ?x y\n"
       "          ^"},
      {"? -> A; since 2020",
       "query:1:9: expected an actor's name, ? or a variable such as ?x, found \"since\"\n"
       "  ? -> A; since 2020\n"
       "          ^"},
      {"(GOV -> A",
       "query:1:1: this bracket is never closed: write ) after the last class\n  (GOV -> A\n  ^"},
      {"A -> (gov of Russia)",
       "query:1:7: \"gov\" is no class of actors; expected a kind (person, group, armed group, government, "
       "organization, company, party, media, country, place, facility, event, thing) or a code such as GOV "
       "or "
       "AFGREB\n  A -> (gov of Russia)\n        ^"},
      {"A -> (GOV of Rusia)",
       "query:1:7: no country is called \"Rusia\"; expected a name such as Russia or a code such as RUS\n"
       "  A -> (GOV of Rusia)\n        ^"},
      {"?x (GOV) -> ?x (REB)",
       "query:1:13: ?x has a class already: leave one of the two out\n"
       "  ?x (GOV) -> ?x (REB)\n              ^"},
      {"? -> ? claims >= many",
       "query:1:18: expected a whole number such as 2, found \"many\"\n"
       "  ? -> ? claims >= many\n                   ^"},
      {"? -> ? claims => 2",
       "query:1:15: expected one of >=, >, <=, < and = after claims, found \"=>\"\n"
       "  ? -> ? claims => 2\n                ^"},
      {"? -> ? confidence > 80",
       "query:1:21: expected a number from 0 to 1 such as 0.8, found \"80\"\n"
       "  ? -> ? confidence > 80\n                      ^"},
      {"? -> ? claims > 1 claims < 9",
       "query:1:19: this filter is given already: leave one of the two out\n"
       "  ? -> ? claims > 1 claims < 9\n                    ^"},
      {"? -> ? modality likely",
       "query:1:17: expected asserted, attempted, threatened, planned, possible, demanded or denied, found "
       "\"likely\"\n  ? -> ? modality likely\n                  ^"},
      {"? -> ? said by",
       "query:1:15: expected who says so, an actor's name, after said by, found the end of the query\n"
       "  ? -> ? said by\n                ^"},
      {"\"ISIS -> ?", "query:1:1: this quote is never closed: write \" after the name\n  \"ISIS -> ?\n  ^"},
      {"\" \" -> ?", "query:1:1: expected a name between the quotes, found none\n  \" \" -> ?\n  ^"},
      {"? -> ? since 2023 until 2022",
       "query:1:25: no day lies between 2023-01-01 and 2022-12-31: exchange the two dates\n"
       "  ? -> ? since 2023 until 2022\n"
       "                          ^"},
      {"? -> ? in 2023 since 2022",
       "query:1:16: the time is already bounded on that side: leave one of the filters out\n"
       "  ? -> ? in 2023 since 2022\n"
       "                 ^"},
  };
  for (const QueryRow& row : rows) {
    CAPTURE(std::string(row.text));
    const auto query = parse_query(row.text);
    REQUIRE_FALSE(query.has_value());
    CHECK(to_string(query.error()) == row.expected);
  }
}
