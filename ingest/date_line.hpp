// A line of a page's head that holds the date of publication, alone or beside a publisher or place. Used by
// plain_text.
#pragma once

#include <optional>
#include <string_view>

#include "records/date.hpp"

namespace actorgraph {

/// The date of "Example Ledger | Thursday, 13 March 2025", "Orrin, 12 March 2025", "Security / Tue 4 Feb
/// 2025", "Issued: 8 November 2025, 0900 local time"; nothing where the line says more than a date and names.
///
/// In:       the parts of the line stand between commas, bars, dots or slashes and dashes with blanks.
/// Cost:     O(length) for lines of up to 160 bytes; longer ones hold no date.
[[nodiscard]] std::optional<Date> parse_date_line(std::string_view line);

}  // namespace actorgraph
