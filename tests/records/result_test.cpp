#include "records/result.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace actorgraph;

TEST_CASE("a result holds a value") {
  Result<std::string> result = std::string("text");
  CHECK(result.has_value());
  CHECK(static_cast<bool>(result));
  CHECK(*result == "text");
  CHECK(result->size() == 4);
  result.value() += "!";
  CHECK(std::as_const(result).value() == "text!");
}

TEST_CASE("a result holds the issue that stood in the way") {
  const Result<std::string> result = Issue{"a.txt", 3, 0, "is broken"};
  CHECK_FALSE(result.has_value());
  CHECK_FALSE(static_cast<bool>(result));
  CHECK(to_string(result.error()) == "a.txt:3: is broken");
}

TEST_CASE("a value that only moves can be taken out") {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
  const std::unique_ptr<int> taken = std::move(*result);
  CHECK(*taken == 5);
}

TEST_CASE("a value of zero is a value") {
  const Result<int> number = 0;
  CHECK(number.has_value());
  CHECK(*number == 0);
}
