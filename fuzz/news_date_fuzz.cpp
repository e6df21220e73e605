// Any bytes as a date.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/expect.hpp"
#include "ingest/news_date.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace actorgraph;
  const std::string text(data, data + size);
  const auto date = parse_news_date(text);
  if (!date) return 0;
  expect(date->ok(), "the date exists");
  expect(parse_news_date(to_string(*date)) == date, "a date as we write it is the same date");
  expect(parse_news_date("  " + to_string(*date) + "T23:59:59Z\n") == date, "so is it with a time");
  return 0;
}
