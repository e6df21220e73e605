// Any bytes as standard input: JSON lines where they begin with '{', else a plain text.
#include <cstddef>
#include <cstdint>
#include <string>

#include <sstream>

#include "fuzz/article_promises.hpp"
#include "ingest/article_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace actorgraph;
  std::istringstream input(std::string(data, data + size));
  const std::string paths[] = {"-"};
  std::uint64_t articles = 0;
  std::uint64_t issues = 0;
  IngestHandlers handlers;
  handlers.on_article = [&](const Article& article, const IngestProgress& progress) {
    expect_article_promises(article);
    expect(article.path == "-", "an article knows its file");
    expect(progress.articles == ++articles, "articles are counted");
    expect(progress.bytes <= size, "no more bytes are read than there are");
  };
  handlers.on_issue = [&](const Issue& issue, const IngestProgress& progress) {
    expect(issue.source == "-" && !issue.message.empty(), "an issue says what and where");
    expect(!find_invalid_utf8(issue.message), "a message is UTF-8");
    expect(progress.issues == ++issues, "issues are counted");
  };
  const IngestProgress end = read_articles(paths, {.max_article_bytes = 1 << 16}, input, handlers);
  expect(end.articles == articles && end.issues == issues, "the totals are those of the handlers");
  expect(end.articles + end.issues > 0, "an input gives an article or an issue");
  return 0;
}
