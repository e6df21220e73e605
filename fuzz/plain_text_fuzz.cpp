// Any bytes as a .txt file: decoding, division into blocks.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/article_promises.hpp"
#include "ingest/charset.hpp"
#include "ingest/plain_text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace actorgraph;
  const std::string bytes(data, data + size);
  const bool is_utf8 = !find_invalid_utf8(bytes) && bytes.find('\0') == std::string::npos;
  const Result<std::string> text = decode_text(bytes, "fuzz.txt");
  if (!text) {
    expect(!text.error().message.empty() && text.error().source == "fuzz.txt",
           "an issue says what and where");
    return 0;
  }
  expect(!is_utf8 || bytes.ends_with(*text), "UTF-8 stays as it is, but for the mark");
  const Article article = parse_plain_text(*text);
  expect(article.text == *text, "the text stays as it is");
  expect_article_promises(article);
  return 0;
}
