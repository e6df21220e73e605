#include "records/correction.hpp"

#include <doctest/doctest.h>

#include <string>

#include "records/error.hpp"

using namespace actorgraph;

namespace {

Correction make(CorrectionKind kind) {
  Correction correction;
  correction.kind = kind;
  return correction;
}

}  // namespace

TEST_CASE("every kind of correction is read back as it was written") {
  Correction join = make(CorrectionKind::JoinActors);
  join.actor = {1};
  join.other_actor = {2};
  join.note = "Lind = Linde";
  Correction split = join;
  split.kind = CorrectionKind::SplitActors;
  Correction divide = make(CorrectionKind::DivideActor);
  divide.actor = {3};
  divide.document = {4};
  Correction rename = make(CorrectionKind::RenameActor);
  rename.actor = {5};
  rename.name = "Ada Lind";
  Correction events = make(CorrectionKind::JoinEvents);
  events.claim = {6};
  events.other_claim = {7};
  Correction apart = events;
  apart.kind = CorrectionKind::SplitEvents;
  for (const Correction& correction : {join, split, divide, rename, events, apart}) {
    CAPTURE(to_line(correction));
    CHECK(parse_correction(to_line(correction)) == correction);
  }
  CHECK(to_line(join) == "join-actors\ta0000000000000001\ta0000000000000002\tLind = Linde");
}

TEST_CASE("what would end a line or a column becomes a space") {
  Correction rename = make(CorrectionKind::RenameActor);
  rename.actor = {5};
  rename.name = "A\tB\nC";
  rename.note = "x\ry";
  CHECK(to_line(rename) == "rename-actor\ta0000000000000005\tA B C\tx y");
}

TEST_CASE("a line that is no correction is refused with what was expected") {
  const std::pair<const char*, const char*> rows[] = {
      {"join-actors\ta0000000000000001\ta0000000000000002", "four columns"},
      {"join-actors\ta0000000000000001\ta0000000000000002\tx\ty", "four columns"},
      {"merge\ta0000000000000001\ta0000000000000002\t", "one of join-actors, split-actors"},
      {"join-actors\tLind\ta0000000000000002\t",
       "the id of an actor, such as a000000000000f31c, and found \"Lind\""},
      {"divide-actor\ta0000000000000001\ta0000000000000002\t", "the id of a document"},
      {"split-events\ta0000000000000001\tc0000000000000002\t", "the id of a claim"},
      {"rename-actor\ta0000000000000001\t\t", "the new name"},
  };
  for (const auto& [line, expected] : rows) {
    CAPTURE(line);
    std::string message;
    try {
      static_cast<void>(parse_correction(line));
    } catch (const FormatError& error) {
      message = error.what();
    }
    CHECK(message.find(expected) != std::string::npos);
  }
}
