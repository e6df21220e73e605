#include "graph/edge_search.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/graph/claim_lines.hpp"

using namespace actorgraph;

namespace {

constexpr std::string_view kStory = R"(
    d1 2024-03-23 | ISIS-K    | attack       | Russian embassy   | from 2022-01-01, to 2022-12-31, ASSAULT:-9
    d1 2024-03-23 | it=ISIS-K | attack       | Pakistani embassy | from 2022-01-01, to 2022-12-31
    d1 2024-03-23 | ISIS-K    | threaten     | China             | threatened
    d1 2024-03-23 | ISIS-K    | strike       | Iran              | from 2024-01-03, to 2024-01-03
    d1 2024-03-23 | Russia    | intervene in | Syria             | from 2015-09-30, to 2015-09-30
    d2 2020-05-01 | Russia    | intervene in | Syria             |
    d1 2024-03-23 | ISIS-K    | kill         | Taliban           | negated
    d3 -          | Taliban   | kill         | ISIS-K            |
    d3 -          | Taliban   | blame        | Taliban           |
    d3 -          | police    | arrest       | Imran Khan        |
    d4 -          | police    | arrest       | Khan=Imran Khan   |
)";

/// "source label target", one line an edge, then what is hidden; or the error.
std::string ask(const KnowledgeGraph& graph, std::string_view text) {
  const auto query = parse_query(text);
  REQUIRE(query.has_value());
  const auto matches = find_matches(graph, ActorIndex(graph), *query);
  if (!matches) return to_string(matches.error());
  std::string shown;
  const auto& g = graph.graph();
  for (const auto& edge : matches->edges) {
    shown += g[boost::source(edge, g)].name + ' ' + edge_label(g[edge]) + ' ' +
             g[boost::target(edge, g)].name + '\n';
  }
  for (const auto& [what, count] : matches->hidden) shown += std::to_string(count) + ' ' + what + '\n';
  return shown;
}

}  // namespace

TEST_CASE("whom an actor attacked") {
  const KnowledgeGraph graph = build_graph(kStory);
  CHECK(ask(graph, "ISIS-K -[attack]-> ?x") ==
        "ISIS-K attack Pakistani embassy\nISIS-K attack Russian embassy\n");
  CHECK(ask(graph, "?x <-[attack]- isis k") ==
        "ISIS-K attack Pakistani embassy\nISIS-K attack Russian embassy\n");
  CHECK(ask(graph, "ISIS-K -[ASSAULT]-> ?x") == "ISIS-K attack Russian embassy\n");
  CHECK(ask(graph, "ISIS-K -[attack|strike]-> Iran") == "ISIS-K strike Iran\n");
}

TEST_CASE("what is not stated as fact is hidden and counted") {
  const KnowledgeGraph graph = build_graph(kStory);
  CHECK(ask(graph, "ISIS-K -> ?") ==
        "ISIS-K attack Pakistani embassy\nISIS-K attack Russian embassy\nISIS-K strike Iran\n"
        "1 negated\n1 threatened\n");
  CHECK(ask(graph, "ISIS-K -> ? --all") ==
        "ISIS-K attack Pakistani embassy\nISIS-K attack Russian embassy\nISIS-K strike Iran\n"
        "ISIS-K not kill Taliban\nISIS-K threaten (threatened) China\n");
}

TEST_CASE("edges are found by who suffered, by both ends, by neither, and as loops") {
  const KnowledgeGraph graph = build_graph(kStory);
  CHECK(ask(graph, "? -> Syria") == "Russia intervene in Syria\n");
  CHECK(ask(graph, "Taliban -> ISIS-K") == "Taliban kill ISIS-K\n");
  CHECK(ask(graph, "? -[kill]-> ?") == "Taliban kill ISIS-K\n1 negated\n");
  CHECK(ask(graph, "?x -> ?x") == "Taliban blame Taliban\n");
  CHECK(ask(graph, "Russia -[intervene]-> ?") == "Russia intervene in Syria\n");
}

TEST_CASE("a time selects the edges that have a claim in it") {
  const KnowledgeGraph graph = build_graph(kStory);
  CHECK(ask(graph, "ISIS-K -> ? in 2022") ==
        "ISIS-K attack Pakistani embassy\nISIS-K attack Russian embassy\n");
  CHECK(ask(graph, "ISIS-K -> ? since 2023") == "ISIS-K strike Iran\n1 negated\n1 threatened\n");
  CHECK(ask(graph, "? -> Syria in 2015-09") == "Russia intervene in Syria\n");
  CHECK(ask(graph, "? -> Syria in 2020") == "Russia intervene in Syria\n");
  CHECK(ask(graph, "? -> Syria in 2017").empty());
  CHECK(ask(graph, "? -> Syria until 2014").empty());
  CHECK(ask(graph, "Taliban -> ISIS-K since 1900").empty());
}

TEST_CASE("an alias and an id find the actor, a description those of all documents") {
  const KnowledgeGraph graph = build_graph(kStory);
  CHECK(ask(graph, "? -> Khan") == "police arrest Imran Khan\npolice arrest Imran Khan\n");
  CHECK(ask(graph, "the police -> ?") == "police arrest Imran Khan\npolice arrest Imran Khan\n");
  const ActorIndex index(graph);
  REQUIRE(index.find("Syria").size() == 1);
  CHECK(ask(graph, "? -> " + to_string(graph.graph()[index.find("Syria")[0]].id)) ==
        "Russia intervene in Syria\n");
}

TEST_CASE("an unknown name or relation suggests what was meant") {
  const KnowledgeGraph graph = build_graph(kStory);
  CHECK(ask(graph, "ISISK -> ?") ==
        "query:1:1: no actor is called \"ISISK\". Did you mean ISIS-K (6 edges)?");
  CHECK(ask(graph, "? -> Talibna") ==
        "query:1:6: no actor is called \"Talibna\". Did you mean Taliban (3 edges)?");
  CHECK(ask(graph, "embassy -> ?") ==
        "query:1:1: no actor is called \"embassy\". Did you mean Pakistani embassy (1 edge) or Russian "
        "embassy (1 "
        "edge)?");
  CHECK(ask(graph, "Zanzibar -> ?") ==
        "query:1:1: no actor is called \"Zanzibar\". The names are listed by: actorgraph actors");
  CHECK(ask(graph, "ISIS-K -[atack]-> ?") ==
        "query:1:10: no edge says \"atack\". Did you mean attack (2 edges)?");
  CHECK(ask(graph, "ISIS-K -[SMILE]-> ?") ==
        "query:1:10: no edge says \"SMILE\". Leave the relation out to see all");
}

TEST_CASE("edit distance counts changes, gaps and exchanges up to a limit") {
  CHECK(edit_distance("", "", 3) == 0);
  CHECK(edit_distance("abc", "", 3) == 3);
  CHECK(edit_distance("taliban", "talibna", 3) == 1);
  CHECK(edit_distance("attack", "atack", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("abcdefgh", "hgfedcba", 2) == 3);
  CHECK(edit_distance("ab", "abcdef", 2) == 3);
}
