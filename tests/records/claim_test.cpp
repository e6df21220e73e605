#include "records/claim.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace actorgraph;

namespace {

Participant make_participant(std::string_view text, ByteSpan span) {
  Participant participant;
  participant.text = text;
  participant.span = span;
  return participant;
}

Claim make_claim() {
  Claim claim;
  claim.document = DocumentId{7};
  claim.span = {0, 28};
  claim.subject = make_participant("Rebels", {0, 6});
  claim.relation = {.text = "seized", .lemma = "seize", .span = {7, 13}};
  claim.object = make_participant("the port", {14, 22});
  return claim;
}

}  // namespace

TEST_CASE("the same statement has the same id, whatever was resolved since") {
  const Claim claim = make_claim();
  const ClaimId id = make_claim_id(claim);
  CHECK_FALSE(id.is_none());
  Claim resolved = claim;
  resolved.id = ClaimId{5};
  resolved.subject.actor = "Tamar Front";
  resolved.subject.id = ActorId{9};
  resolved.subject.kind = ActorKind::ArmedGroup;
  resolved.subject.code = "TAMREB";
  resolved.event.emplace().plover = "ASSAULT";
  resolved.confidence = 0.5;
  resolved.place.emplace().text = "Tamar";
  CHECK(make_claim_id(resolved) == id);
}

TEST_CASE("another document, place in it, participant or relation is another claim") {
  std::set<ClaimId> ids = {make_claim_id(make_claim())};
  const auto change = [&](auto&& edit) {
    Claim other = make_claim();
    edit(other);
    ids.insert(make_claim_id(other));
  };
  change([](Claim& other) { other.document = DocumentId{8}; });
  change([](Claim& other) { other.span = {0, 29}; });
  change([](Claim& other) { other.subject.text = "Troops"; });
  change([](Claim& other) { other.subject.span = {1, 6}; });
  change([](Claim& other) { other.relation.lemma = "take"; });
  change([](Claim& other) { other.relation.span = {7, 12}; });
  change([](Claim& other) { other.object->text = "the pier"; });
  change([](Claim& other) { other.object->span = {14, 21}; });
  change([](Claim& other) { other.object.reset(); });
  CHECK(ids.size() == 10);
}

TEST_CASE("kinds, roles and modalities are written and read") {
  for (int i = 0; i <= static_cast<int>(ActorKind::Thing); ++i) {
    const auto kind = static_cast<ActorKind>(i);
    CHECK(parse_actor_kind(to_string(kind)) == kind);
  }
  for (int i = 0; i <= static_cast<int>(Role::Other); ++i) {
    const auto role = static_cast<Role>(i);
    CHECK(parse_role(to_string(role)) == role);
  }
  for (int i = 0; i <= static_cast<int>(Modality::Denied); ++i) {
    const auto modality = static_cast<Modality>(i);
    CHECK(parse_modality(to_string(modality)) == modality);
  }
  CHECK(to_string(ActorKind::ArmedGroup) == "armed group");
  CHECK(to_string(ActorKind::Thing) == "thing");
  CHECK(to_string(Role::Time) == "time");
  CHECK(to_string(Role::Other) == "other");
  CHECK(to_string(Modality::Denied) == "denied");
  CHECK_FALSE(parse_actor_kind("army"));
  CHECK_FALSE(parse_role("agent"));
  CHECK_FALSE(parse_modality("Asserted"));
}
