// Calendar dates and the intervals that news prose means by "in 2022" or "last March".
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace actorgraph {

/// A day of the proleptic Gregorian calendar; always valid.
using Date = std::chrono::year_month_day;

/// Reads "2024-03-23", before Christ "-0043-03-15", exactly; nothing where the form or the day is wrong.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// "2024-03-23"; years are written with four digits, those before Christ with a minus (2 BC is -0001).
[[nodiscard]] std::string to_string(Date date);

/// The date `days` later (earlier where negative).
[[nodiscard]] Date add_days(Date date, int days);

enum class Precision : std::uint8_t {
  Hour,
  Day,
  Week,
  Month,
  Quarter,
  Season,
  Year,
  Decade,
  Century,
  Unknown
};

[[nodiscard]] std::string_view to_string(Precision precision);
[[nodiscard]] std::optional<Precision> parse_precision(std::string_view text);

/// Days [start, end], both included. An open side is empty ("since 2021").
struct DateInterval {
  std::optional<Date> start;
  std::optional<Date> end;
  Precision precision = Precision::Unknown;

  friend bool operator==(const DateInterval&, const DateInterval&) = default;
};

/// The interval of a whole year or month.
[[nodiscard]] DateInterval make_year(int year);
[[nodiscard]] DateInterval make_month(int year, unsigned month);
[[nodiscard]] DateInterval make_day(Date date);

}  // namespace actorgraph
