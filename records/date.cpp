#include "records/date.hpp"

#include <array>
#include <charconv>
#include <cstdlib>

namespace actorgraph {
namespace {

constexpr std::array<std::string_view, 10> kPrecisions = {"hour",   "day",  "week",   "month",   "quarter",
                                                          "season", "year", "decade", "century", "unknown"};

std::optional<int> parse_digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::string padded(int number, std::size_t width) {
  if (number < 0) return '-' + padded(-number, width);
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  const bool before_christ = text.starts_with('-');
  if (before_christ) text.remove_prefix(1);
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{std::chrono::year(before_christ ? -*year : *year),
                  std::chrono::month(static_cast<unsigned>(*month)),
                  std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string to_string(Date date) {
  return padded(static_cast<int>(date.year()), 4) + '-' +
         padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + '-' +
         padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

Date add_days(Date date, int days) {
  return Date{std::chrono::sys_days{date} + std::chrono::days{days}};
}

std::string_view to_string(Precision precision) {
  return kPrecisions[static_cast<std::size_t>(precision)];
}

std::optional<Precision> parse_precision(std::string_view text) {
  for (std::size_t i = 0; i < kPrecisions.size(); ++i) {
    if (kPrecisions[i] == text) return static_cast<Precision>(i);
  }
  return std::nullopt;
}

DateInterval make_year(int year) {
  const std::chrono::year y{year};
  return {Date{y, std::chrono::January, std::chrono::day{1}},
          Date{y, std::chrono::December, std::chrono::day{31}}, Precision::Year};
}

DateInterval make_month(int year, unsigned month) {
  const std::chrono::year_month ym{std::chrono::year{year}, std::chrono::month{month}};
  return {Date{ym / 1}, Date{ym / std::chrono::last}, Precision::Month};
}

DateInterval make_day(Date date) {
  return {date, date, Precision::Day};
}

}  // namespace actorgraph
