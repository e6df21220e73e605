// One line of JSON as an article. Used by article_reader for JSON lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "records/article.hpp"
#include "records/issue.hpp"
#include "records/result.hpp"

namespace actorgraph {

struct JsonArticle {
  Article article;               ///< without path
  std::optional<Issue> warning;  ///< of the date, without which the article is kept; no source, no line
};

/// Reads `line` as one JSON object.
///
/// In:       the members (first of these that is not empty)
///           id: id, guid; title: title, headline; date: date, published, publish_date, published_at,
///           publishedAt, date_published, pubDate; text: text, body, content, article, maintext,
///           description; url: url, link; source: source, publisher, outlet; author: author, authors,
///           byline. Names and lists of names may be arrays of strings, a source an object with "name".
///           Other members are passed over.
/// Out:      Article::text is the title, a blank line and the text; U+0000 becomes a space.
/// Errors:   an issue with the column, without source and line, where the line is not UTF-8, not one JSON
///           object, has neither title nor text, or a member of the wrong type.
/// Cost:     O(bytes), however deep it nests.
[[nodiscard]] Result<JsonArticle> parse_json_article(std::string_view line);

}  // namespace actorgraph
