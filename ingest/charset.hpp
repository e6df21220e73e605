// Bytes of unknown encoding to UTF-8. Used on every file before anything looks at its text.
// Source: ICU's charset detector and converters (ucsdet, ucnv); Unicode 15, table 3-7 (well-formed UTF-8).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "records/result.hpp"

namespace actorgraph {

/// The offset of the first byte that is not part of well-formed UTF-8.
/// Cost: O(bytes).
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

/// 1-based line and byte column of `offset` in `bytes`, for issues. Requires: offset <= bytes.size().
struct TextPosition {
  std::size_t line = 1;
  std::size_t column = 1;
};
[[nodiscard]] TextPosition find_position(std::string_view bytes, std::size_t offset);

/// True where `bytes` begin with a byte order mark of UTF-16 or UTF-32.
[[nodiscard]] bool has_wide_byte_order_mark(std::string_view bytes);

/// Converts `bytes` to UTF-8 without a byte order mark.
///
/// In:       UTF-8; UTF-16 and UTF-32 with a mark or evident without; Windows-1252 and so Latin-1; what
///           ICU recognises with confidence. UTF-8 is returned as it came. Texts that are mostly UTF-8 are
///           never taken for something else.
/// Errors:   an issue, with `source` as its source, for binary data (a NUL, or one control character in
///           ten), and for text of no recognisable encoding, with the line of the first bad byte.
/// Cost:     O(bytes); a second copy only where a conversion is needed.
[[nodiscard]] Result<std::string> decode_text(std::string bytes, std::string_view source);

}  // namespace actorgraph
