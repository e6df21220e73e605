// Text for people: widths, wrapping, harmless control characters, grouped numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// `text` without what a terminal would obey: line breaks and tabs become spaces, other control characters,
/// characters that turn the direction of writing and bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string make_harmless(std::string_view text);

/// The columns that `text` takes on a terminal: two for East Asian wide characters, none for combining ones.
[[nodiscard]] std::size_t width_columns(std::string_view text);

/// `text` cut to `limit_columns`, with an ellipsis as the last column where it was longer.
/// Requires: limit_columns > 0.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t limit_columns);

/// The lines of `text`, broken at spaces; a longer word stands alone.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t limit_columns);

/// "1,204"
[[nodiscard]] std::string group_digits(std::uint64_t number);

/// "1 claim", "1,204 claims"; `plural` is given where it is not the word with an s.
[[nodiscard]] std::string count_of(std::uint64_t number, std::string_view singular,
                                   std::string_view plural = {});

}  // namespace actorgraph
