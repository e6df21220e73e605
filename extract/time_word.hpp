// The words of a sentence as the grammar of time expressions reads them: in lower case, compounds of dates
// split
// ("2014-16", "mid-March", "two-year"). Used by time_expression and its grammar alone.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "extract/word_list.hpp"
#include "records/document.hpp"

namespace actorgraph {

struct TimeWord {
  std::string lower;
  std::uint32_t token = 0;  ///< of the sentence; pieces of one compound share it
  ByteSpan span;            ///< of the document's text
  bool capital = false;     ///< begins with a capital: "May", "March" against the verbs
  bool counts = false;      ///< a number that counts a plural noun: "2000 people"
  bool is_verb = false;     ///< "to march", "will fall"
  bool begins = false;      ///< a time expression may begin here
};

[[nodiscard]] std::vector<TimeWord> make_time_words(const Sentence& sent, std::string_view text);

/// Splits plain text at blanks and punctuation; tokens are the words so split.
[[nodiscard]] std::vector<TimeWord> make_time_words(std::string_view text);

/// A hyphen, en dash or em dash.
[[nodiscard]] bool is_dash(std::string_view word);

/// "several weeks" is some of them; their number stays open.
[[nodiscard]] bool is_vague_number(std::string_view word);

}  // namespace actorgraph
