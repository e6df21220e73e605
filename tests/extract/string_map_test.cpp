#include "extract/string_map.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace actorgraph;

TEST_CASE("a string map holds what an ordinary map holds, however long its keys are") {
  StringMap<int> fast;
  std::map<std::string, int> plain;
  std::string key;
  for (int i = 0; i < 2000; ++i) {
    key = std::string(static_cast<std::size_t>(i % 23), 'z') + std::to_string(i % 700);
    CHECK(fast.emplace(key, i) == plain.emplace(key, i).second);
  }
  for (const auto& row : plain) {
    const std::string& name = row.first;
    CAPTURE(name);
    REQUIRE(fast.find(name) != nullptr);
    CHECK(*fast.find(name) == row.second);
    CHECK(fast.contains(name + "?") == plain.contains(name + "?"));
  }
}

TEST_CASE("an empty string map finds nothing, and the empty string is a key like others") {
  StringMap<int> map;
  CHECK(map.find("zenda") == nullptr);
  CHECK(map.find("") == nullptr);
  map[""] = 3;
  map["zenda"] += 2;
  map["zenda"] += 2;
  CHECK(*map.find("") == 3);
  CHECK(*map.find("zenda") == 4);
}

TEST_CASE("a set of strings is made from a list") {
  const StringSet words = make_string_set({"town", "city"});
  CHECK(words.contains("city"));
  CHECK(!words.contains("cit"));
}
