// A plain text as an article: what is title, byline, dateline, story and furniture.
#pragma once

#include <cstdint>
#include <string>

#include "records/article.hpp"

namespace actorgraph {

/// Divides `text` into blocks and reads author, place, date and publisher out of it.
///
/// At the top, in any order: the publisher's name, a title (and a line below it), bylines, date lines,
/// an address; then the story, whose first paragraph may begin with a dateline; at the end furniture.
/// Requires: `text` is valid UTF-8 and shorter than 4 GiB.
/// Out:      blocks without white space at their ends; none where the text is white space.
/// Cost:     O(bytes).
[[nodiscard]] Article parse_plain_text(std::string text);

/// The same for a story whose title is known: `article.text` from `begin` on is divided into blocks.
void add_story_blocks(Article& article, std::uint32_t begin);

}  // namespace actorgraph
