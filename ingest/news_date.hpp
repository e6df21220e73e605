// The dates that news and feeds write, as days.
#pragma once

#include <optional>
#include <string_view>

#include "records/date.hpp"

namespace actorgraph {

/// Reads a text that is a date and nothing else; nothing where it is not, or where the year is missing.
///
/// In:       "2024-03-23", "2024-03-23T10:00:00Z", "20240323", "20240323T100000Z", "2024/03/23",
///           "March 23, 2024", "Mar. 23rd 2024", "23 March 2024", "Fri, 23 Mar 2024 10:00:00 +0000",
///           "Friday, August 21, 2015 10:30 AM EDT", "23.03.2024", with "Published:", "Updated:", "Date:",
///           "Posted on" before it and a time of day before or after it.
///           "03/04/2024" is read only where one of the numbers cannot be a month.
/// Out:      the day as written, whatever the time zone.
/// Cost:     O(length); texts beyond 100 bytes are not dates.
[[nodiscard]] std::optional<Date> parse_news_date(std::string_view text);

}  // namespace actorgraph
