#include "records/id.hpp"

#include <doctest/doctest.h>

#include <type_traits>
#include <unordered_set>

using namespace actorgraph;

static_assert(!std::is_convertible_v<ActorId, EventId>);
static_assert(!std::is_assignable_v<ActorId&, DocumentId>);

TEST_CASE("an id is written as its kind's letter and sixteen digits, and read back") {
  CHECK(to_string(ActorId{0xF3}) == "a00000000000000f3");
  CHECK(to_string(DocumentId{0xFEDCBA9876543210}) == "dfedcba9876543210");
  CHECK(to_string(ClaimId{}) == "c0000000000000000");
  CHECK(to_string(EventId{1}) == "e0000000000000001");
  CHECK(to_string(EdgeId{1}) == "r0000000000000001");
  CHECK(parse_id<ActorTag>("a00000000000000f3") == ActorId{0xF3});
  CHECK(parse_id<DocumentTag>("dfedcba9876543210") == DocumentId{0xFEDCBA9876543210});
}

TEST_CASE("what is no id of the kind is none") {
  for (const char* text : {"", "a", "e00000000000000f3", "a00000000000000F3", "a00000000000000g3",
                           "a0000000000000f3", "a000000000000000f3", " 00000000000000f3"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_id<ActorTag>(text));
  }
}

TEST_CASE("ids compare and hash by value; zero is none") {
  CHECK(ActorId{}.is_none());
  CHECK_FALSE(ActorId{1}.is_none());
  CHECK(ActorId{1} < ActorId{2});
  const std::unordered_set<ActorId> ids = {ActorId{1}, ActorId{2}, ActorId{1}};
  CHECK(ids.size() == 2);
}
