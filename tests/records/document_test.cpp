#include "records/document.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace actorgraph;

TEST_CASE("the title of an article is its first title block") {
  Article article;
  article.text = "Gazette\nPort falls\nMayor flees\nTwo died.";
  CHECK(article.title().empty());
  article.blocks = {{BlockKind::Other, {0, 7}}, {BlockKind::Title, {8, 18}}, {BlockKind::Title, {19, 30}}};
  CHECK(article.title() == "Port falls");
}

TEST_CASE("an article's id depends on its text, date, source, address and name, and on nothing else") {
  Article article;
  article.text = "Two died.";
  const DocumentId id = make_document_id(article);
  CHECK_FALSE(id.is_none());
  CHECK(make_document_id(article) == id);

  Article same = article;
  same.path = "elsewhere.txt";
  same.blocks = {{BlockKind::Body, {0, 9}}};
  same.author = "Ana Marsh";
  same.place = "Tamar";
  CHECK(make_document_id(same) == id);

  std::set<DocumentId> ids = {id};
  const auto change = [&](auto&& edit) {
    Article other = article;
    edit(other);
    ids.insert(make_document_id(other));
  };
  change([](Article& other) { other.text = "Two died!"; });
  change([](Article& other) { other.published = parse_date("2024-06-07"); });
  change([](Article& other) { other.source = "another one"; });
  change([](Article& other) { other.url = "another one"; });
  change([](Article& other) { other.name = "another one"; });
  CHECK(ids.size() == 6);
}
