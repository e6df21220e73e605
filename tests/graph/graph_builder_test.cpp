#include "graph/graph_builder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <span>
#include <string>

#include "graph/identity.hpp"
#include "tests/graph/claim_lines.hpp"

using namespace actorgraph;

namespace {

constexpr std::string_view kStory = R"(
    d1 2024-03-23 | ISIS-K         | attack    | Russian embassy | ASSAULT:-9, from 2022-01-01, to 2022-12-31, sure 0.9
    d1 2024-03-23 | it=ISIS-K      | attack    | hotel           | ASSAULT:-9
    d1 2024-03-23 | Isis-K=ISIS-K  | threaten  | China           | threatened
    d2 2024-03-25 | ISIS-K         | attack    | Russian Embassy | ASSAULT:-8, sure 0.5
    d2 2024-03-25 | ISIS-K         | attack    | Russian embassy | negated, by Taliban
    d2 2024-03-25 | ISIS-K         | attack    | Russian embassy | PROTEST:-5, sure 0.2
    d2 2024-03-25 | police         | arrest    | Khan=Imran Khan |
    d3 -          | police         | arrest    | Imran Khan      | is group
    d3 -          | Imran Khan     | resign    | -               | is person
    d3 -          | -              | kill      | Imran Khan      |
    d3 -          | Imran Khan     | blame     | Imran Khan      |
)";

const ActorNode* find_node(const KnowledgeGraph& graph, std::string_view name) {
  const auto vertex = graph.find_actor(make_actor_id(name, DocumentId{}));
  return vertex ? &graph.graph()[*vertex] : nullptr;
}

std::vector<const RelationEdge*> edges_of(const KnowledgeGraph& graph, std::string_view label) {
  std::vector<const RelationEdge*> found;
  for (auto [it, end] = boost::edges(graph.graph()); it != end; ++it) {
    if (edge_label(graph.graph()[*it]) == label) found.push_back(&graph.graph()[*it]);
  }
  return found;
}

std::string everything(const KnowledgeGraph& graph) {
  std::string text = dump(graph);
  for (auto [it, end] = boost::edges(graph.graph()); it != end; ++it) {
    const RelationEdge& edge = graph.graph()[*it];
    text += to_string(edge.id) + edge.quote + edge.url + std::to_string(edge.polarity.value_or(0)) +
            std::to_string(edge.confidence);
    for (const ClaimId id : edge.evidence) text += to_string(id);
    for (const DateInterval& time : edge.times) text += time.start ? to_string(*time.start) : "-";
  }
  return text;
}

}  // namespace

TEST_CASE("claims of one actor meet in one node") {
  const KnowledgeGraph graph = build_graph(kStory);
  const ActorNode* isis = find_node(graph, "ISIS-K");
  REQUIRE(isis != nullptr);
  CHECK(isis->name == "ISIS-K");
  CHECK(isis->aliases.empty());
  CHECK(isis->mentions == 6);
  CHECK(isis->documents == 2);
  CHECK(to_string(*isis->first_seen) == "2024-03-23");
  CHECK(to_string(*isis->last_seen) == "2024-03-25");
  const ActorNode* khan = find_node(graph, "Imran Khan");
  REQUIRE(khan != nullptr);
  CHECK(khan->aliases == std::vector<std::string>{"Khan"});
  CHECK(khan->kind == ActorKind::Person);
  CHECK(khan->mentions == 5);
  CHECK(to_string(*khan->first_seen) == "2024-03-25");
  CHECK(find_node(graph, "Russian embassy")->name == "Russian embassy");
  CHECK(find_node(graph, "Taliban")->mentions == 1);
}

TEST_CASE("a description is one node a document") {
  const KnowledgeGraph graph = build_graph(kStory);
  int police = 0;
  for (KnowledgeGraph::Vertex v = 0; v < graph.actor_count(); ++v)
    police += graph.graph()[v].name == "police";
  CHECK(police == 2);
}

TEST_CASE("an edge gathers the claims of one relation, and keeps what is denied or threatened apart") {
  const KnowledgeGraph graph = build_graph(kStory);
  CHECK(graph.actor_count() == 8);
  CHECK(graph.edge_count() == 7);
  const auto attacks = edges_of(graph, "attack");
  REQUIRE(attacks.size() == 2);
  const RelationEdge& attack = attacks[0]->weight == 3 ? *attacks[0] : *attacks[1];
  CHECK(attack.weight == 3);
  CHECK(attack.documents == 2);
  CHECK(attack.event == "ASSAULT");
  CHECK(to_string(*attack.first) == "2022-01-01");
  CHECK(to_string(*attack.last) == "2024-03-25");
  CHECK(attack.times.size() == 2);
  CHECK(*attack.polarity == doctest::Approx(-22.0 / 3));
  CHECK(attack.confidence == 0.9);
  CHECK(attack.evidence.size() == 3);
  CHECK(std::ranges::is_sorted(attack.evidence));
  CHECK(attack.quote.find("from 2022-01-01") != std::string::npos);
  CHECK(attack.url == "https://example.org/d1");
  CHECK(edges_of(graph, "not attack").size() == 1);
  CHECK(edges_of(graph, "threaten (threatened)").size() == 1);
  CHECK(edges_of(graph, "resign").empty());
  CHECK(edges_of(graph, "kill").empty());
  REQUIRE(edges_of(graph, "blame").size() == 1);
  CHECK_FALSE(edges_of(graph, "blame")[0]->first);
  CHECK(edges_of(graph, "blame")[0]->times.empty());
}

TEST_CASE("a time with an open end reaches to the day of writing") {
  const KnowledgeGraph graph = build_graph(R"(
      d1 2024-03-23 | Taliban | rule | Afghanistan | from 2021-08-15
      d1 2024-03-23 | Taliban | fight | Soviet Union | to 1989-02-15
      d1 2024-03-23 | Taliban | visit | China | from 2025-01-01
  )");
  CHECK(to_string(*edges_of(graph, "rule")[0]->first) == "2021-08-15");
  CHECK(to_string(*edges_of(graph, "rule")[0]->last) == "2024-03-23");
  CHECK(to_string(*edges_of(graph, "fight")[0]->last) == "1989-02-15");
  CHECK(to_string(*edges_of(graph, "visit")[0]->last) == "2025-01-01");
}

TEST_CASE("the graph does not depend on the order of claims, nor on repeated ones") {
  auto lines = parse_claim_lines(kStory);
  const std::string expected = everything(build_graph(lines));
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::ranges::shuffle(lines, random);
    CHECK(everything(build_graph(lines)) == expected);
  }
  lines.push_back(lines.front());
  CHECK(everything(build_graph(lines)) == expected);
}

TEST_CASE("a graph without a claim set differs from one with it") {
  auto lines = parse_claim_lines(kStory);
  const std::string expected = everything(build_graph(lines));
  for (std::size_t left_out = 0; left_out < lines.size(); ++left_out) {
    auto fewer = lines;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(left_out));
    CHECK(everything(build_graph(fewer)) != expected);
  }
}

TEST_CASE("vertices stand in id order and are found by it, edges by the beginning of theirs") {
  const KnowledgeGraph graph = build_graph(kStory);
  const auto& g = graph.graph();
  for (KnowledgeGraph::Vertex v = 0; v < graph.actor_count(); ++v) {
    if (v > 0) CHECK(g[v - 1].id < g[v].id);
    CHECK(graph.find_actor(g[v].id) == v);
  }
  CHECK_FALSE(graph.find_actor(ActorId{1}));
  CHECK_FALSE(graph.find_actor(ActorId{std::numeric_limits<std::uint64_t>::max()}));
  for (auto [it, end] = boost::edges(g); it != end; ++it) {
    const std::string id = to_string(g[*it].id);
    CHECK(graph.find_edges(id) == std::vector{*it});
    CHECK(graph.find_edges(id.substr(1)) == std::vector{*it});
    const auto some = graph.find_edges(id.substr(0, 2));
    CHECK(std::ranges::find(some, *it) != some.end());
  }
  CHECK(graph.find_edges("rxyz").empty());
  CHECK(graph.find_edges("").size() == graph.edge_count());
}

constexpr std::string_view kSurnames = R"(
    d1 2024-03-23 | Anna Lind | visit | Bank of Zenda | is person
    d2 2024-03-24 | Lind      | leave | Bank of Zenda | is person
    d2 2024-03-24 | Lind      | blame | Bank of Zenda | is person
)";

TEST_CASE("what is joined across documents is one node, called by its full name, with the reason kept") {
  const auto lines = parse_claim_lines(kSurnames);
  const KnowledgeGraph graph = build_graph(lines);
  CHECK(graph.actor_count() == 2);
  const auto lind = graph.find_actor(lines[1].claim.subject.id);
  REQUIRE(lind);
  CHECK(lind == graph.find_actor(lines[0].claim.subject.id));
  const ActorNode& node = graph.graph()[*lind];
  CHECK(node.name == "Anna Lind");
  CHECK(node.aliases == std::vector<std::string>{"Lind"});
  CHECK(node.mentions == 3);
  CHECK(node.documents == 2);
  REQUIRE(graph.links_into(node.id).size() == 1);
  CHECK(graph.links_into(node.id)[0].from == lines[1].claim.subject.id);
  CHECK(graph.links_into(node.id)[0].reason == LinkReason::Surname);
  CHECK(graph.links_into(ActorId{1}).empty());
}

TEST_CASE("corrections split and rename nodes") {
  const auto lines = parse_claim_lines(kSurnames);
  const ActorId lind = lines[1].claim.subject.id;
  const ActorId anna = lines[0].claim.subject.id;
  const auto build = [&](const Correction& correction) {
    GraphBuilder builder;
    builder.correct(std::span(&correction, 1));
    for (const ClaimLine& line : lines) {
      builder.add(line.claim, {.sentence = line.sentence, .published = line.published, .url = line.url});
    }
    return std::move(builder).finish();
  };
  Correction split;
  split.kind = CorrectionKind::SplitActors;
  split.actor = lind;
  split.other_actor = anna;
  CHECK(build(split).actor_count() == 3);
  Correction rename;
  rename.kind = CorrectionKind::RenameActor;
  rename.actor = lind;
  rename.name = "A. Lind of Zenda";
  const KnowledgeGraph renamed = build(rename);
  const ActorNode& node = renamed.graph()[*renamed.find_actor(anna)];
  CHECK(node.name == "A. Lind of Zenda");
  CHECK(node.aliases == std::vector<std::string>{"Anna Lind", "Lind"});
}

TEST_CASE("a name may be somebody else's in one document") {
  const auto lines = parse_claim_lines(R"(
    d1 2024-03-23 | Anna Lind | visit | Zenda | is person
    d2 2024-03-24 | Anna Lind | leave | Zenda | is person
    d3 2024-03-25 | Anna Lind | leave | Zenda | is person
  )");
  const auto build = [&](DocumentId document) {
    Correction divide;
    divide.kind = CorrectionKind::DivideActor;
    divide.actor = lines[0].claim.subject.id;
    divide.document = document;
    GraphBuilder builder;
    builder.correct(std::span(&divide, 1));
    for (const ClaimLine& line : lines) {
      builder.add(line.claim, {.sentence = line.sentence, .published = line.published, .url = line.url});
    }
    return std::move(builder).finish();
  };
  const KnowledgeGraph divided = build(lines[1].claim.document);
  CHECK(divided.actor_count() == 3);
  CHECK(divided.graph()[*divided.find_actor(lines[0].claim.subject.id)].documents == 2);
  CHECK(build(DocumentId{7}).actor_count() == 2);
}

TEST_CASE("any set of claims gives one graph, in whatever order and shards they come") {
  std::vector<ClaimLine> all;
  std::mt19937 random(23);
  const std::vector<std::string> people{"Anna Lind",    "Lind",         "Anna B. Lind",
                                        "Mohammed Moe", "Muhammad Moe", "Moe"};
  const std::vector<std::string> others{
      "Bank of Zenda", "ZLF=Zenda Liberation Front", "ZLF", "ZLF leaders", "Zenda police", "police in Zenda",
      "police",        "Russian embassy in Zenda"};
  for (int i = 0; i < 120; ++i) {
    const std::string document =
        "d" + std::to_string(random() % 9) + " 2024-03-0" + std::to_string(1 + random() % 9);
    for (ClaimLine& line :
         parse_claim_lines(document + " | " + people[random() % people.size()] + " | meet | " +
                           others[random() % others.size()] + " | is person")) {
      all.push_back(std::move(line));
    }
  }
  const auto ledger = [](const KnowledgeGraph& graph) {
    std::string text;
    for (const ActorLink& link : graph.links()) {
      text += to_string(link.from) + to_string(link.into) + link.from_name + link.into_name + link.detail;
    }
    for (const RefusedLink& link : graph.refusals()) text += to_string(link.from) + link.obstacle;
    for (KnowledgeGraph::Vertex v = 0; v < graph.actor_count(); ++v) {
      if (const auto& part_of = graph.graph()[v].part_of) text += to_string(part_of->whole);
    }
    return text;
  };
  for (int round = 0; round < 25; ++round) {
    std::ranges::shuffle(all, random);
    std::vector<ClaimLine> some(all.begin(), all.begin() + 20 + static_cast<std::ptrdiff_t>(random() % 90));
    const KnowledgeGraph expected = build_graph(some);
    for (const ActorLink& link : expected.links()) {
      CHECK(expected.find_actor(link.from) == expected.find_actor(link.into));
    }
    std::ranges::shuffle(some, random);
    const KnowledgeGraph again = build_graph(some);
    CHECK(everything(again) == everything(expected));
    CHECK(ledger(again) == ledger(expected));
  }
}

TEST_CASE("an empty graph is empty") {
  const KnowledgeGraph graph = build_graph("");
  CHECK(graph.actor_count() == 0);
  CHECK(graph.edge_count() == 0);
  CHECK(dump(graph).empty());
}

TEST_CASE("the source of a claim is its sentence") {
  Document doc;
  doc.article.text = "Title. Police left.";
  doc.article.url = "https://example.org/1";
  Claim claim;
  claim.span = {7, 19};
  const ClaimSource source = make_claim_source(claim, doc);
  CHECK(source.sentence == "Police left.");
  CHECK(source.url == "https://example.org/1");
  CHECK_FALSE(source.published);
}
