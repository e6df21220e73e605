#include "records/actor_code.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace actorgraph;

TEST_CASE("a code is split into country, role and sector") {
  struct Row {
    std::string code, country, role, sector;
  };
  const Row rows[] = {
      {"AFGREB", "AFG", "REB", "REB"},
      {"USA", "USA", "", ""},
      {"DNKMED", "DNK", "MED", "JRN"},
      {"LKASEP", "LKA", "SEP", "REB"},
      {"IGOUNO", "", "", ""},
      {"IGONATMIL", "", "MIL", "MIL"},
      {"COP", "", "COP", "COP"},
      {"BDIREBHUT", "BDI", "REB", "REB"},
      {"MOSREL", "", "REL", "REL"},
      {"FRAHLH", "FRA", "HLH", "MED"},
      {"", "", "", ""},
      {"A", "", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.code);
    const ActorCodeParts parts = split_actor_code(row.code);
    CHECK(parts.country == row.country);
    CHECK(parts.role == row.role);
    CHECK(parts.sector == row.sector);
  }
  CHECK(is_actor_role("GOV"));
  CHECK_FALSE(is_actor_role("USA"));
}
