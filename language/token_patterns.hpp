// Recognisers of tokens that are no plain words: addresses, emoticons, pictures. Low part of the tokeniser.
#pragma once

#include <cstddef>
#include <string_view>

namespace actorgraph {

/// Each returns the end of the thing that begins at byte `at` of `text`, or `at` where there is none.
/// Cost: O(bytes of the thing), bounded by `text`'s size or the stated cap.

/// A web address ("https://...", "www...."), without the punctuation of the sentence around it.
[[nodiscard]] std::size_t find_url_end(std::string_view text, std::size_t at);

/// An e-mail address; the part before the @ is at most 64 bytes.
[[nodiscard]] std::size_t find_email_end(std::string_view text, std::size_t at);

/// ":-)", ";)", "^_^", "<3".
[[nodiscard]] std::size_t find_emoticon_end(std::string_view text, std::size_t at);

/// One picture with what colours it or is joined to it, or a flag.
/// Requires: a character of class Emoji at `at`.
[[nodiscard]] std::size_t find_emoji_end(std::string_view text, std::size_t at);

/// Whether the letters from `at` to `end` are a unit that is written after a number ("km", "pm").
[[nodiscard]] bool is_unit(std::string_view letters);

}  // namespace actorgraph
