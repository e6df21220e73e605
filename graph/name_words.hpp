// The words of a name as it is written: case, signs and points folded. What normalise_name and is_description
// share.
// Thread-safety: all functions may be called concurrently.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// One word of a folded name.
struct NameWord {
  std::string text;
  bool initials = false;    ///< written with points: "U.S.", "J."
  bool possessive = false;  ///< "'s" was taken off
};

/// The words of a name in lower case, without diacritics; apostrophes go, "U.S." and "J. K." become one word
/// each.
[[nodiscard]] std::vector<NameWord> cut_name_words(std::string_view name);

/// "a", "an", "the".
[[nodiscard]] bool is_article(std::string_view word);

}  // namespace actorgraph
