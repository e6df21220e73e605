// The notation of times: ISO 8601 and TIMEX3 ("2021-W12", "2020-SU", "199", "2001/2005", "2021/..").
#pragma once

#include <string>

#include "extract/time_unit.hpp"
#include "records/date.hpp"

namespace actorgraph {

/// The value of a period: its unit of the calendar where it is one, else its two ends, ".." for an open one.
/// Empty where neither end is known.
[[nodiscard]] std::string iso_value(const DateInterval& interval);

/// The unit of the calendar, as long as the precision says, that holds `date`.
[[nodiscard]] DateInterval unit_around(Date date, Precision precision);

/// "P3D", "PT2H"; "PXW" where the number is not known (0).
[[nodiscard]] std::string duration_value(TimeUnit unit, int count);

/// "05" of 5.
[[nodiscard]] std::string two_digits(unsigned number);

}  // namespace actorgraph
