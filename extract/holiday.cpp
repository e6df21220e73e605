#include "extract/holiday.hpp"

#include <array>
#include <chrono>
#include <string_view>

#include "extract/calendar.hpp"

namespace actorgraph {

enum class Holiday : std::uint8_t {};

namespace {

using std::chrono::sys_days;

enum class Rule : std::uint8_t {
  Fixed,       // month, day
  FromEaster,  // days after Easter Sunday
  Nth,         // month, weekday, which one (5: the last)
  Islamic,     // month and day of the Islamic year; 0: the whole month
  Election,    // the Tuesday after the first Monday of November
};

struct Row {
  std::string_view name;
  Rule rule;
  int a, b, c;
};

// Longer names stand before those that begin them.
constexpr std::array<Row, 62> kHolidays = {{
    {"christmas eve", Rule::Fixed, 12, 24, 0},
    {"christmas day", Rule::Fixed, 12, 25, 0},
    {"orthodox christmas", Rule::Fixed, 1, 7, 0},
    {"christmas", Rule::Fixed, 12, 25, 0},
    {"boxing day", Rule::Fixed, 12, 26, 0},
    {"new year 's eve", Rule::Fixed, 12, 31, 0},
    {"new year's eve", Rule::Fixed, 12, 31, 0},
    {"new years eve", Rule::Fixed, 12, 31, 0},
    {"new year 's day", Rule::Fixed, 1, 1, 0},
    {"new year's day", Rule::Fixed, 1, 1, 0},
    {"new years day", Rule::Fixed, 1, 1, 0},
    {"new year 's", Rule::Fixed, 1, 1, 0},
    {"new year's", Rule::Fixed, 1, 1, 0},
    {"valentine 's day", Rule::Fixed, 2, 14, 0},
    {"valentine's day", Rule::Fixed, 2, 14, 0},
    {"groundhog day", Rule::Fixed, 2, 2, 0},
    {"international women 's day", Rule::Fixed, 3, 8, 0},
    {"international women's day", Rule::Fixed, 3, 8, 0},
    {"women 's day", Rule::Fixed, 3, 8, 0},
    {"st. patrick 's day", Rule::Fixed, 3, 17, 0},
    {"st. patrick's day", Rule::Fixed, 3, 17, 0},
    {"nowruz", Rule::Fixed, 3, 20, 0},
    {"april fools ' day", Rule::Fixed, 4, 1, 0},
    {"april fool 's day", Rule::Fixed, 4, 1, 0},
    {"april fools' day", Rule::Fixed, 4, 1, 0},
    {"earth day", Rule::Fixed, 4, 22, 0},
    {"may day", Rule::Fixed, 5, 1, 0},
    {"victory day", Rule::Fixed, 5, 9, 0},
    {"juneteenth", Rule::Fixed, 6, 19, 0},
    {"canada day", Rule::Fixed, 7, 1, 0},
    {"fourth of july", Rule::Fixed, 7, 4, 0},
    {"july fourth", Rule::Fixed, 7, 4, 0},
    {"bastille day", Rule::Fixed, 7, 14, 0},
    {"halloween", Rule::Fixed, 10, 31, 0},
    {"guy fawkes night", Rule::Fixed, 11, 5, 0},
    {"armistice day", Rule::Fixed, 11, 11, 0},
    {"veterans day", Rule::Fixed, 11, 11, 0},
    {"veterans ' day", Rule::Fixed, 11, 11, 0},
    {"ash wednesday", Rule::FromEaster, -46, 0, 0},
    {"palm sunday", Rule::FromEaster, -7, 0, 0},
    {"maundy thursday", Rule::FromEaster, -3, 0, 0},
    {"holy thursday", Rule::FromEaster, -3, 0, 0},
    {"good friday", Rule::FromEaster, -2, 0, 0},
    {"holy saturday", Rule::FromEaster, -1, 0, 0},
    {"easter sunday", Rule::FromEaster, 0, 0, 0},
    {"easter monday", Rule::FromEaster, 1, 0, 0},
    {"easter", Rule::FromEaster, 0, 0, 0},
    {"ascension day", Rule::FromEaster, 39, 0, 0},
    {"pentecost", Rule::FromEaster, 49, 0, 0},
    {"martin luther king day", Rule::Nth, 1, 1, 3},
    {"mlk day", Rule::Nth, 1, 1, 3},
    {"presidents ' day", Rule::Nth, 2, 1, 3},
    {"presidents' day", Rule::Nth, 2, 1, 3},
    {"memorial day", Rule::Nth, 5, 1, 5},
    {"labor day", Rule::Nth, 9, 1, 1},
    {"columbus day", Rule::Nth, 10, 1, 2},
    {"election day", Rule::Election, 0, 0, 0},
    {"thanksgiving day", Rule::Nth, 11, 4, 4},
    {"thanksgiving", Rule::Nth, 11, 4, 4},
    {"ramadan", Rule::Islamic, 9, 0, 0},
    {"eid al-fitr", Rule::Islamic, 10, 1, 0},
    {"eid al-adha", Rule::Islamic, 12, 10, 0},
}};

Date easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return *make_date(year, static_cast<unsigned>(f / 31), static_cast<unsigned>(f % 31 + 1));
}

Date nth_weekday(int year, int month, int weekday, int nth) {
  const std::chrono::weekday day{static_cast<unsigned>(weekday)};
  const auto first = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)};
  if (nth == 5) return Date{sys_days{first / day[std::chrono::last]}};
  return Date{sys_days{first / day[static_cast<unsigned>(nth)]}};
}

// The first day of a month of the arithmetic Islamic calendar.
Date islamic(int year, int month, int day) {
  constexpr int kEpoch = -492148;  // days from 1970-01-01 to 1 Muharram of the first year (19 July 622)
  const int days = kEpoch + 354 * (year - 1) + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2 + day - 1;
  return Date{sys_days{std::chrono::days{days}}};
}

DateInterval islamic_in(int year, int month, int day) {
  const int about = (year - 622) * 33 / 32;
  for (int islamic_year = about - 1; islamic_year <= about + 2; ++islamic_year) {
    const Date first = islamic(islamic_year, month, day == 0 ? 1 : day);
    if (year_of(first) != year) continue;
    if (day == 0) return {first, add_days(islamic(islamic_year, month + 1, 1), -1), Precision::Month};
    return {add_days(first, -1), add_days(first, 1), Precision::Day};
  }
  return {};
}

}  // namespace

std::optional<HolidayReading> read_holiday_name(std::span<const TimeWord> words, std::size_t at) {
  if (at >= words.size() || !words[at].capital) return std::nullopt;
  for (std::size_t row = 0; row < kHolidays.size(); ++row) {
    std::string_view name = kHolidays[row].name;
    if (!words[at].lower.starts_with(name.front())) continue;
    std::size_t i = at;
    while (!name.empty() && i < words.size() && name.starts_with(words[i].lower)) {
      const std::size_t length = words[i].lower.size();
      if (length < name.size() && name[length] != ' ') break;
      name.remove_prefix(std::min(name.size(), length + 1));
      ++i;
    }
    if (!name.empty() || i == at) continue;
    return HolidayReading{static_cast<Holiday>(row), i};
  }
  return std::nullopt;
}

DateInterval find_holiday(Holiday holiday, int year) {
  const Row& row = kHolidays[static_cast<std::size_t>(holiday)];
  if (year < 700 || year > 9000) return {};  // their calendars do not reach so far
  switch (row.rule) {
    case Rule::Fixed:
      return make_day(*make_date(year, static_cast<unsigned>(row.a), static_cast<unsigned>(row.b)));
    case Rule::FromEaster:
      return make_day(add_days(easter(year), row.a));
    case Rule::Nth:
      return make_day(nth_weekday(year, row.a, row.b, row.c));
    case Rule::Islamic:
      return islamic_in(year, row.a, row.b);
    case Rule::Election:
      return make_day(add_days(nth_weekday(year, 11, 1, 1), 1));
  }
  return {};
}

}  // namespace actorgraph
