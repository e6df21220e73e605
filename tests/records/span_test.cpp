#include "records/span.hpp"

#include <doctest/doctest.h>

using namespace actorgraph;

TEST_CASE("a span covers its bytes, the end left out") {
  CHECK(slice("Rebels seize port", {7, 12}) == "seize");
  CHECK(slice("abc", {3, 3}).empty());
  CHECK(ByteSpan{7, 12}.size_bytes() == 5);
  CHECK(ByteSpan{3, 3}.empty());
}

TEST_CASE("spans contain and overlap one another") {
  CHECK(ByteSpan{2, 8}.contains({2, 8}));
  CHECK(ByteSpan{2, 8}.contains({3, 5}));
  CHECK_FALSE(ByteSpan{2, 8}.contains({3, 9}));
  CHECK_FALSE(ByteSpan{2, 8}.contains({1, 5}));
  CHECK(ByteSpan{2, 8}.overlaps({7, 9}));
  CHECK_FALSE(ByteSpan{2, 8}.overlaps({8, 9}));
  CHECK_FALSE(ByteSpan{2, 8}.overlaps({0, 2}));
  CHECK(ByteSpan{2, 8} < ByteSpan{3, 4});
  CHECK(ByteSpan{2, 7} < ByteSpan{2, 8});
}

TEST_CASE("a token range has the tokens from begin to before end") {
  const TokenRange range{2, 5};
  CHECK(range.size_tokens() == 3);
  CHECK(range.contains(2));
  CHECK(range.contains(4));
  CHECK_FALSE(range.contains(5));
  CHECK_FALSE(range.contains(1));
  CHECK(TokenRange{3, 3}.empty());
}
