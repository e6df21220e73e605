#include "graph/roll_up.hpp"

#include <doctest/doctest.h>

#include "graph/identity.hpp"
#include "tests/graph/claim_lines.hpp"

using namespace actorgraph;

namespace {

KnowledgeGraph make_graph() {
  auto lines = parse_claim_lines(R"(
      d1 2024-03-01 | Zenda Front             | attack | Russian embassy in Kabul | ASSAULT:-9
      d1 2024-03-01 | Zenda Front leaders     | attack | Russia                   | ASSAULT:-3
      d2 2024-03-05 | Zenda Front             | attack | Russia                   | ASSAULT:-6, sure 0.5
      d2 2024-03-05 | Russian Foreign Ministry| blame  | Zenda Front              |
      d2 2024-03-05 | Russia                  | recall | Russian embassy in Kabul |
  )");
  for (ClaimLine& line : lines) {
    if (line.claim.object->text == "Russia" || line.claim.subject.text == "Russia") {
      Participant& russia = line.claim.object->text == "Russia" ? *line.claim.object : line.claim.subject;
      russia.kind = ActorKind::Country;
      russia.code = "RUS";
    }
    if (line.claim.subject.text == "Russian Foreign Ministry") line.claim.subject.code = "RUSGOV";
    if (line.claim.subject.text == "Zenda Front") line.claim.subject.code = "RURREB";
    resolve_actors({&line.claim, 1});
  }
  return build_graph(lines);
}

std::string names_of(const KnowledgeGraph& graph) {
  std::vector<std::string> names;
  for (KnowledgeGraph::Vertex v = 0; v < graph.actor_count(); ++v) names.push_back(graph.graph()[v].name);
  std::ranges::sort(names);
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

TEST_CASE("levels are read by name") {
  CHECK(parse_roll_up_level("actor") == RollUpLevel::Actor);
  CHECK(to_string(RollUpLevel::Country) == "country");
  CHECK_FALSE(parse_roll_up_level("continent"));
}

TEST_CASE("at the level of parts the graph stays as it is") {
  const KnowledgeGraph graph = make_graph();
  CHECK(dump(roll_up(graph, RollUpLevel::Part)) == dump(graph));
}

TEST_CASE("places and members go up to their actor, bodies of a country stay") {
  const KnowledgeGraph graph = make_graph();
  CHECK(names_of(graph) ==
        "Russia, Russian Foreign Ministry, Russian embassy in Kabul, Zenda Front, Zenda Front leaders");
  const KnowledgeGraph rolled = roll_up(graph, RollUpLevel::Actor);
  CHECK(names_of(rolled) == "Russia, Russian Foreign Ministry, Zenda Front");
  CHECK(dump(rolled).find("Zenda Front -[attack]-> Russia | 3 claims | ASSAULT | 2024-03-01..2024-03-05\n") !=
        std::string::npos);
  CHECK(dump(rolled).find("Russia -[recall]-> Russia | 1 claim") != std::string::npos);
  const auto embassy = rolled.find_actor(make_actor_id("Russian embassy in Kabul", DocumentId{}));
  REQUIRE(embassy);
  CHECK(rolled.graph()[*embassy].name == "Russia");
  CHECK(rolled.graph()[*embassy].mentions == 5);
  for (const auto edge : rolled.find_edges("")) {
    const RelationEdge& attack = rolled.graph()[edge];
    if (attack.relation != "attack") continue;
    CHECK(*attack.polarity == doctest::Approx(-6));
    CHECK(attack.evidence.size() == 3);
    CHECK(attack.quote.find("d1") != std::string::npos);
  }
}

TEST_CASE("at the level of countries everything of a country is one, with a node made where it has none") {
  const KnowledgeGraph rolled = roll_up(make_graph(), RollUpLevel::Country);
  CHECK(names_of(rolled) == "RUR, Russia");
  CHECK(dump(rolled).find("Russia -[blame]-> RUR | 1 claim") != std::string::npos);
}
