// Pairs of names that are hard to tell, decided by the dictionary (data/actors) and the merger together.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/world.hpp"
#include "graph/actor_merger.hpp"
#include "graph/identity.hpp"
#include "graph/name_folding.hpp"

using namespace actorgraph;

namespace {

struct Side {
  std::string name;
  ActorKind kind = ActorKind::Unknown;
  std::string code;
  std::optional<Date> published;
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part == "-" ? "" : part);
  return parts;
}

Side make_side(const std::vector<std::string>& columns, std::size_t first) {
  Side side;
  side.name = columns[first];
  if (!columns[first + 1].empty()) {
    const auto kind = parse_actor_kind(columns[first + 1]);
    REQUIRE(kind);
    side.kind = *kind;
  }
  side.code = columns[first + 2];
  side.published = parse_date(columns[first + 3]);
  return side;
}

/// The participant as extraction makes it: a listed actor goes by its listed name.
Participant make_participant(const World& world, const Side& side) {
  Participant made;
  made.text = side.name;
  made.actor = side.name;
  made.kind = side.kind;
  made.code = side.code;
  const std::string_view country = std::string_view(side.code).substr(0, 3);
  const WorldActor* listed = world.find(side.name, side.published, country);
  if (listed == nullptr) listed = world.find_country(side.name);
  if (listed == nullptr && side.published) listed = world.find_surname(side.name, side.published);
  if (listed == nullptr) return made;
  const bool same_kind = side.kind == ActorKind::Unknown || class_of(side.kind) == class_of(listed->kind);
  const bool same_country = country.empty() || listed->code.starts_with(country);
  if (!same_kind || !same_country) return made;
  made.actor = listed->name;
  made.kind = listed->kind;
  made.code = listed->code;
  return made;
}

void add(ActorMerger& merger, const Participant& participant, DocumentId document, ActorId id) {
  merger.add({.id = id,
              .name = name_of(participant),
              .text = participant.text,
              .code = participant.code,
              .kind = participant.kind,
              .document = document});
}

}  // namespace

TEST_CASE("hard pairs of names are decided rightly") {
  const World world = World::load(ACTORGRAPH_SOURCE_DIR "/data");
  std::ifstream file(ACTORGRAPH_SOURCE_DIR "/tests/graph/actor_pairs.tsv");
  REQUIRE(file);
  int pairs = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    CAPTURE(line);
    const std::vector<std::string> columns = split(line, '\t');
    REQUIRE(columns.size() == 10);
    const Participant one = make_participant(world, make_side(columns, 1));
    const Participant other = make_participant(world, make_side(columns, 5));
    std::vector<Participant> further;
    for (const std::string& name : split(columns[9], '|')) {
      Participant& person = further.emplace_back();
      person.text = name;
      person.kind = ActorKind::Person;
    }
    const ActorId first = make_actor_id(one, DocumentId{1});
    const ActorId second = make_actor_id(other, DocumentId{2});
    ActorMerger merger;
    add(merger, one, DocumentId{1}, first);
    add(merger, other, DocumentId{2}, second);
    for (const Participant& person : further) {
      if (!person.text.empty()) add(merger, person, DocumentId{3}, make_actor_id(person, DocumentId{3}));
    }
    const ActorIdentity identity = std::move(merger).finish();
    const bool same = identity.node_of(first) == identity.node_of(second);
    CHECK(same == (columns[0] == "same"));
    if (same && first != second) CHECK(identity.links.size() >= 1);
    ++pairs;
  }
  CHECK(pairs >= 400);
}
