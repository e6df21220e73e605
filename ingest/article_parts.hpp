// Recognises the lines of a news page that are not its story: byline, dateline, publisher, furniture.
// Used by plain_text. Each judges one line alone; plain_text knows what stands around it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "records/date.hpp"

namespace actorgraph {

/// Whether every word begins with a capital or a digit, words such as "of" and "al" aside.
[[nodiscard]] bool is_name_like(std::string_view line);

[[nodiscard]] std::size_t count_words(std::string_view text);

/// The authors that a byline names: "By A. Writer and B. Second", "- By A. Writer", "A. Writer reports",
/// "Reporting by A. Writer", "A. Writer, Staff Writer".
[[nodiscard]] std::optional<std::string> parse_byline(std::string_view line);

struct Dateline {
  std::size_t bytes = 0;     ///< from the start of the paragraph, with the dash or colon
  std::string place;         ///< "Kabul"; names that are all in capitals are written as usual
  std::optional<Date> date;  ///< where it has a year
};

/// The dateline that a paragraph begins with: "KABUL, March 23 (Agency) -", "MOSCOW --", "LAGOS:",
/// "Nairobi, Kenya (AP) \u2014".
[[nodiscard]] std::optional<Dateline> find_dateline(std::string_view paragraph);

/// A short line in the way of a publisher's name or a section: "The Daily Example", "example.com".
[[nodiscard]] bool is_publisher_like(std::string_view line);

/// A section of a paper ("World", "Politics"): looks like a publisher and is none.
[[nodiscard]] bool is_section_name(std::string_view line);

/// Copyright notices, "Advertisement", "Read more: ...", "Share this article" and the like.
[[nodiscard]] bool is_furniture(std::string_view line);

}  // namespace actorgraph
