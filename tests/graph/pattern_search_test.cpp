#include "graph/pattern_search.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <set>
#include <string>

#include "graph/actor_suggestions.hpp"
#include "graph/memory_edges.hpp"
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

class Story {
 public:
  explicit Story(std::string_view text)
      : lines_(parse_claim_lines(text)),
        graph_(build_graph(lines_)),
        edges_(graph_, make_claim_lookup(graph_, lines_)) {}

  [[nodiscard]] const MemoryEdges& edges() const { return edges_; }

  /// "source label target (claims/articles/sources where it is not one claim)", one line an edge, then what
  /// is hidden. Of several arrows "A, X, B: label | label", one line a match. Or the error.
  [[nodiscard]] std::string ask(std::string_view text) const {
    const auto query = parse_query(text);
    REQUIRE(query.has_value());
    const auto found = find_matches(edges_, *query);
    if (!found) return to_string(found.error());
    std::string shown;
    if (query->hops.size() == 1) {
      for (const MatchedEdge& matched : found->edges) {
        shown += name(matched.edge.source) + ' ' + label(matched.edge) + ' ' + name(matched.edge.target) +
                 counts(matched.support) + '\n';
      }
    }
    for (const PatternMatch& match : found->matches) {
      std::string line;
      for (const ActorNumber actor : match.actors) line += (line.empty() ? "" : ", ") + name(actor);
      const char* before = ": ";
      for (const auto& hop : match.edges) {
        for (const std::size_t edge : hop) {
          line += before + label(found->edges[edge].edge);
          before = ", ";
        }
        before = " | ";
      }
      shown += line + '\n';
    }
    for (const auto& [what, count] : found->hidden) shown += std::to_string(count) + ' ' + what + '\n';
    return shown;
  }

 private:
  [[nodiscard]] std::string name(ActorNumber number) const { return edges_.actor(number).name; }

  static std::string label(const EdgeRow& edge) {
    std::string text = edge.negated ? "not " + edge.relation : edge.relation;
    if (edge.modality != Modality::Asserted) text += " (" + std::string(to_string(edge.modality)) + ')';
    return text;
  }

  static std::string counts(const EdgeSupport& support) {
    if (support.claims == 1) return {};
    return ' ' + std::to_string(support.claims) + '/' + std::to_string(support.documents) + '/' +
           std::to_string(support.sources);
  }

  std::vector<ClaimLine> lines_;
  KnowledgeGraph graph_;
  MemoryEdges edges_;
};

}  // namespace

TEST_CASE("whom an actor attacked") {
  const Story story(kStory);
  CHECK(story.ask("ISIS-K -[attack]-> ?x") ==
        "ISIS-K attack Pakistani embassy\nISIS-K attack Russian embassy\n");
  CHECK(story.ask("?x <-[attack]- isis k") ==
        "ISIS-K attack Pakistani embassy\nISIS-K attack Russian embassy\n");
  CHECK(story.ask("ISIS-K -[ASSAULT]-> ?x") == "ISIS-K attack Russian embassy\n");
  CHECK(story.ask("ISIS-K -[attack|strike]-> Iran") == "ISIS-K strike Iran\n");
  CHECK(story.ask("ISIS-K -[attack|ASSAULT]-> Russian embassy") == "ISIS-K attack Russian embassy\n");
  CHECK(story.ask("? -[attack|ASSAULT]-> ?") ==
        "ISIS-K attack Pakistani embassy\nISIS-K attack Russian embassy\n");
}

TEST_CASE("what is not stated as fact is hidden and counted") {
  const Story story(kStory);
  CHECK(story.ask("ISIS-K -> ?") ==
        "ISIS-K attack Pakistani embassy\nISIS-K attack Russian embassy\nISIS-K strike Iran\n"
        "1 negated\n1 threatened\n");
  CHECK(story.ask("ISIS-K -> ? --all") ==
        "ISIS-K attack Pakistani embassy\nISIS-K attack Russian embassy\nISIS-K strike Iran\n"
        "ISIS-K not kill Taliban\nISIS-K threaten (threatened) China\n");
  CHECK(story.ask("ISIS-K -> ? negated") == "ISIS-K not kill Taliban\n");
  CHECK(story.ask("ISIS-K -> ? modality threatened|planned") == "ISIS-K threaten (threatened) China\n");
}

TEST_CASE("edges are found by who suffered, by both ends, by neither, and as loops") {
  const Story story(kStory);
  CHECK(story.ask("? -> Syria") == "Russia intervene in Syria 2/2/0\n");
  CHECK(story.ask("Taliban -> ISIS-K") == "Taliban kill ISIS-K\n");
  CHECK(story.ask("? -[kill]-> ?") == "Taliban kill ISIS-K\n1 negated\n");
  CHECK(story.ask("?x -> ?x") == "Taliban blame Taliban\n");
  CHECK(story.ask("Russia -[intervene]-> ?") == "Russia intervene in Syria 2/2/0\n");
}

TEST_CASE("a time selects the edges that have a claim in it, and counts only those") {
  const Story story(kStory);
  CHECK(story.ask("ISIS-K -> ? in 2022") ==
        "ISIS-K attack Pakistani embassy\nISIS-K attack Russian embassy\n");
  CHECK(story.ask("ISIS-K -> ? since 2023") == "ISIS-K strike Iran\n1 negated\n1 threatened\n");
  CHECK(story.ask("? -> Syria in 2015-09") == "Russia intervene in Syria\n");
  CHECK(story.ask("? -> Syria in 2020") == "Russia intervene in Syria\n");
  CHECK(story.ask("? -> Syria in 2017").empty());
  CHECK(story.ask("? -> Syria until 2014").empty());
  CHECK(story.ask("Taliban -> ISIS-K since 1900").empty());
}

TEST_CASE("what has gone on since a day lies in every later time") {
  const Story story(
      "d1 2024-03-23 | Lind | lead | Blue Front | from 2019-01-01\n"
      "d2 2024-03-24 | Lind | lead | Blue Front | to 2010-01-01");
  CHECK(story.ask("Lind -> ? in 2022") == "Lind lead Blue Front\n");
  CHECK(story.ask("Lind -> ? in 2005") == "Lind lead Blue Front\n");
  CHECK(story.ask("Lind -> ? in 2015").empty());
  CHECK(story.ask("Lind -> ?") == "Lind lead Blue Front 2/2/0\n");
}

TEST_CASE("filters look at the claims of an edge: place, speaker, confidence and counts") {
  const Story story(R"(
      wire1 2024-03-01 | Red Band | raid  | Zenda depot | at Strelsau RUR, by Ada Lind, sure 0.9
      wire2 2024-03-01 | Red Band | raid  | Zenda depot | at Strelsau RUR, by Ada Lind, sure 0.5
      post1 2024-03-02 | Red Band | raid  | Zenda depot | at Hentzau RUR, by Bo Moe, sure 0.7
      post2 2024-03-02 | Red Band | burn  | Zenda depot | at Mali MLI, sure 0.4
  )");
  CHECK(story.ask("Red Band -> ?") == "Red Band raid Zenda depot 3/3/0\nRed Band burn Zenda depot\n");
  CHECK(story.ask("Red Band -> ? in Strelsau") == "Red Band raid Zenda depot 2/2/1\n");
  CHECK(story.ask("Red Band -> ? in RUR") == "Red Band raid Zenda depot 3/3/2\n");
  CHECK(story.ask("Red Band -> ? in Mali|Hentzau") ==
        "Red Band burn Zenda depot\nRed Band raid Zenda depot\n");
  CHECK(story.ask("Red Band -> ? said by Ada Lind") == "Red Band raid Zenda depot 2/2/1\n");
  CHECK(story.ask("Red Band -> ? said by Bo Moe|Ada Lind").find(" 3/3/2") != std::string::npos);
  CHECK(story.ask("Red Band -> ? confidence >= 0.7") == "Red Band raid Zenda depot 2/2/2\n");
  CHECK(story.ask("Red Band -> ? confidence < 0.5") == "Red Band burn Zenda depot\n");
  CHECK(story.ask("Red Band -> ? claims >= 2").find("burn") == std::string::npos);
  CHECK(story.ask("Red Band -> ? articles = 1") == "Red Band burn Zenda depot\n");
  CHECK(story.ask("Red Band -> ? sources >= 2") == "Red Band raid Zenda depot 3/3/2\n");
  CHECK(story.ask("Red Band -> ? sources >= 2 in Strelsau").empty());
  CHECK(story.ask("Red Band -> ? said by Ada Lnd") ==
        "query:1:23: no actor is called \"Ada Lnd\". Did you mean Ada Lind (0 edges)?");
}

TEST_CASE("classes ask for kinds, codes and countries") {
  const Story story(R"(
      d1 2024-03-01 | Ruritanian Army | shell | Red Band | code RURMIL, is government
      d1 2024-03-02 | Red Band        | shell | Zenda    | code RURREB, is armed group
      d1 2024-03-03 | Ada Lind        | visit | Zenda    | code RURGOV, is person
      d1 2024-03-04 | Bo Moe          | visit | Zenda    | code MLIGOV, is person
  )");
  CHECK(story.ask("(armed group) -> ?") == "Red Band shell Zenda\n");
  CHECK(story.ask("(GOV) -> ?") == "Ada Lind visit Zenda\nBo Moe visit Zenda\n");
  CHECK(story.ask("(GOV of RUR) -> ?") == "Ada Lind visit Zenda\n");
  CHECK(story.ask("(person of Mali) -> ?") == "Bo Moe visit Zenda\n");
  CHECK(story.ask("(RURMIL|RURGOV) -> ?") == "Ruritanian Army shell Red Band\nAda Lind visit Zenda\n");
  CHECK(story.ask("? -> (of RUR)") == "Ruritanian Army shell Red Band\n");
  CHECK(story.ask("? -[shell]-> ?x (armed group)") == "Ruritanian Army shell Red Band\n");
  CHECK(story.ask("? -> ?x (REB) -> ?") == "Ruritanian Army, Red Band, Zenda: shell | shell\n");
}

TEST_CASE("arrows in a row meet in the same actor, and variables join them") {
  const Story story(R"(
      d1 2024-03-01 | Anna  | meet   | Carl  |
      d1 2024-03-02 | Anna  | fund   | Carl  |
      d1 2024-03-03 | Carl  | accuse | Berta |
      d1 2024-03-04 | Anna  | meet   | Dora  |
      d2 2024-03-04 | Anna  | meet   | Dora  |
      d1 2024-03-05 | Dora  | sue    | Berta |
      d2 2024-03-05 | Dora  | sue    | Berta |
      d1 2024-03-06 | Berta | sue    | Anna  |
      d1 2024-03-07 | Anna  | meet   | Anna  |
      d1 2024-03-07 | Carl  | attack | Dora  | negated
  )");
  CHECK(story.ask("Anna -> ? -> Berta") ==
        "Anna, Dora, Berta: meet | sue\nAnna, Carl, Berta: fund, meet | accuse\n");
  CHECK(story.ask("Anna -> ?x; ?x -> Berta") == story.ask("Anna -> ? -> Berta"));
  CHECK(story.ask("Berta <-[sue]- ?x <-[meet]- Anna") == "Berta, Dora, Anna: sue | meet\n");
  CHECK(story.ask("?x -> ?y -> ?z -> ?x").find("Anna, Carl, Berta: ") != std::string::npos);
  CHECK(story.ask("Anna -> ? -> Anna").empty());
  CHECK(story.ask("Anna -[meet]-> ?x -[attack]-> ?").empty());
  CHECK(story.ask("Anna -[meet]-> ?x -[attack]-> ? --all") == "Anna, Carl, Dora: meet | not attack\n");
  CHECK(story.ask("Anna -> ? -> Berta claims >= 2") == "Anna, Dora, Berta: meet | sue\n");
}

TEST_CASE("an alias and an id find the actor, a description those of all documents") {
  const Story story(kStory);
  CHECK(story.ask("? -> Khan") == "police arrest Imran Khan\npolice arrest Imran Khan\n");
  CHECK(story.ask("the police -> ?") == "police arrest Imran Khan\npolice arrest Imran Khan\n");
  const auto syria = story.edges().find_actors("Syria");
  REQUIRE(syria.size() == 1);
  CHECK(story.ask("? -> " + to_string(syria[0].id)) == "Russia intervene in Syria 2/2/0\n");
}

TEST_CASE("an unknown name or relation suggests what was meant") {
  const Story story(kStory);
  CHECK(story.ask("ISISK -> ?") == "query:1:1: no actor is called \"ISISK\". Did you mean ISIS-K (6 edges)?");
  CHECK(story.ask("? -> Talibna") ==
        "query:1:6: no actor is called \"Talibna\". Did you mean Taliban (4 edges)?");
  CHECK(story.ask("embassy -> ?") ==
        "query:1:1: no actor is called \"embassy\". Did you mean Pakistani embassy (1 edge) or Russian "
        "embassy (1 "
        "edge)?");
  CHECK(story.ask("Pakistni -> ?") ==
        "query:1:1: no actor is called \"Pakistni\". Did you mean Pakistani embassy (1 edge)?");
  CHECK(story.ask("emmbassy Russian -> ?") ==
        "query:1:1: no actor is called \"emmbassy Russian\". Did you mean Russian embassy (1 edge)?");
  CHECK(story.ask("Zanzibar -> ?") ==
        "query:1:1: no actor is called \"Zanzibar\". The names are listed by: actorgraph actors");
  CHECK(story.ask("ISIS-K -[atack]-> ?") == "query:1:10: no edge says \"atack\". Did you mean attack?");
  CHECK(story.ask("ISIS-K -[ASAULT]-> ?") == "query:1:10: no edge says \"ASAULT\". Did you mean ASSAULT?");
  CHECK(story.ask("ISIS-K -[SMILE]-> ?") ==
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

namespace {

/// All ways to fill the terms, tried one by one.
std::set<std::vector<ActorNumber>> fill_plainly(const EdgeSource& graph, const Query& query) {
  std::vector<EdgeRow> edges;
  std::size_t actors = 0;
  graph.for_each_edge([&](const EdgeRow& edge) { edges.push_back(edge); });
  graph.for_each_actor([&](const ActorRow&) { ++actors; });
  std::set<std::vector<ActorNumber>> found;
  std::vector<ActorNumber> filled(query.terms.size());
  const auto fits = [&] {
    for (std::size_t i = 0; i < filled.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (filled[i] == filled[j]) return false;
      }
      if (!query.terms[i].is_open() && graph.actor(filled[i]).name != query.terms[i].name) return false;
    }
    return std::ranges::all_of(query.hops, [&](const QueryHop& hop) {
      return std::ranges::any_of(edges, [&](const EdgeRow& edge) {
        return edge.source == filled[hop.source] && edge.target == filled[hop.target] &&
               (hop.relations.empty() || hop.relations[0].text == edge.relation);
      });
    });
  };
  const std::function<void(std::size_t)> fill = [&](std::size_t term) {
    if (term == filled.size()) {
      if (fits()) found.insert(filled);
      return;
    }
    for (ActorNumber actor = 0; actor < actors; ++actor) {
      filled[term] = actor;
      fill(term + 1);
    }
  };
  fill(0);
  return found;
}

}  // namespace

TEST_CASE("patterns find what trying all actors finds") {
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::string text;
    for (int i = 0; i < 25; ++i) {
      text += "d1 2024-01-01 | N" + std::to_string(random() % 7) + " | " +
              (random() % 2 == 0 ? "meet" : "sue") + " | N" + std::to_string(random() % 7) + " |\n";
    }
    text += "d1 2024-01-01 | N1 | meet | N2 |\nd1 2024-01-01 | N1 | sue | N2 |\n";
    const Story story(text);
    for (const char* pattern :
         {"?a -> ?b -> ?c", "N1 -> ? -> ?", "? -> N1 -> ?", "N1 -[meet]-> ?x <-[sue]- N2",
          "?a -> ?b -> ?c -> ?a", "?x -> N1; ?x -> N2; ?x -[meet]-> ?", "? -> ? -> ? -> N2",
          "?a -[sue]-> ?b; ?b -[sue]-> ?a"}) {
      CAPTURE(pattern);
      const auto query = parse_query(pattern);
      REQUIRE(query.has_value());
      const auto matches = find_matches(story.edges(), *query);
      REQUIRE(matches.has_value());
      std::set<std::vector<ActorNumber>> found;
      for (const PatternMatch& match : matches->matches) found.insert(match.actors);
      CHECK(found.size() == matches->matches.size());
      CHECK(found == fill_plainly(story.edges(), *query));
    }
  }
}
