// The calendar arithmetic and number words that time expressions need.
#pragma once

#include <optional>
#include <string_view>

#include "records/date.hpp"

namespace actorgraph {

/// The same day `months` later (earlier where negative), cut to the month's length.
[[nodiscard]] Date add_months(Date date, int months);

/// Monday to Sunday around `date`.
[[nodiscard]] DateInterval make_week(Date date);

/// Meteorological: spring is March to May; winter begins in December of `year`. `season` 0 is spring.
[[nodiscard]] DateInterval make_season(int year, unsigned season);

/// Ten years from `first_year`.
[[nodiscard]] DateInterval make_decade(int first_year);

[[nodiscard]] int year_of(Date date);
[[nodiscard]] unsigned month_of(Date date);

/// The day of the month, nothing where the month is shorter.
[[nodiscard]] std::optional<Date> make_date(int year, unsigned month, unsigned day);

/// 1 to 12, of "march", "mar." (lower case).
[[nodiscard]] std::optional<unsigned> parse_month(std::string_view word);

/// Monday is 1, Sunday 7 (lower case).
[[nodiscard]] std::optional<unsigned> parse_weekday(std::string_view word);

/// "12", "twelve", "a", "couple", "dozen" is 12; vague words ("several", "few") are nothing.
[[nodiscard]] std::optional<int> parse_number(std::string_view word);

/// "3rd", "third", up to 31.
[[nodiscard]] std::optional<int> parse_ordinal(std::string_view word);

}  // namespace actorgraph
