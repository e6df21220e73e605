#include "cli/short_id.hpp"

#include <doctest/doctest.h>

using namespace actorgraph;

TEST_CASE("an abbreviation stands for a range of ids") {
  struct Row {
    const char* text;
    std::uint64_t first;
    std::uint64_t last;
  };
  for (const Row& row : {Row{"r3", 0x3000000000000000ULL, 0x3FFFFFFFFFFFFFFFULL},
                         Row{"rabc", 0xABC0000000000000ULL, 0xABCFFFFFFFFFFFFFULL},
                         Row{"r0123456789abcdef", 0x0123456789ABCDEFULL, 0x0123456789ABCDEFULL}}) {
    CAPTURE(row.text);
    const auto range = parse_id_prefix(row.text, 'r');
    REQUIRE(range.has_value());
    CHECK(range->first == row.first);
    CHECK(range->last == row.last);
  }
  for (const char* text : {"", "r", "c3", "r3g", "rA", "r0123456789abcdef0", " r3"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_id_prefix(text, 'r').has_value());
  }
}

TEST_CASE("short ids are as long as they must be, and four digits at least") {
  const std::vector<std::uint64_t> ids = {0x1111000000000000ULL, 0x2222220000000000ULL,
                                          0x2222230000000000ULL, 0x2222220000000000ULL,
                                          0xFFFFFFFFFFFFFFFEULL, 0xFFFFFFFFFFFFFFFFULL};
  const ShortIds short_ids(ids);
  CHECK(short_ids(EdgeId{ids[0]}) == "r1111");
  CHECK(short_ids(EdgeId{ids[1]}) == "r222222");
  CHECK(short_ids(EdgeId{ids[2]}) == "r222223");
  CHECK(short_ids(ActorId{ids[4]}) == "afffffffffffffffe");
  CHECK(short_ids(ActorId{ids[5]}) == "affffffffffffffff");
}
