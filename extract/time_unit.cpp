#include "extract/time_unit.hpp"

#include <array>
#include <string>
#include <utility>

#include "extract/calendar.hpp"
#include "extract/string_map.hpp"

namespace actorgraph {

std::optional<TimeUnitWord> parse_time_unit(std::string_view word) {
  static const StringMap<TimeUnitWord> words = [] {
    constexpr std::array<std::pair<std::string_view, TimeUnit>, 12> kUnits = {
        {{"day", TimeUnit::Day},
         {"week", TimeUnit::Week},
         {"month", TimeUnit::Month},
         {"year", TimeUnit::Year},
         {"decade", TimeUnit::Decade},
         {"century", TimeUnit::Century},
         {"hour", TimeUnit::Hour},
         {"minute", TimeUnit::Minute},
         {"weekend", TimeUnit::Weekend},
         {"quarter", TimeUnit::Quarter},
         {"fortnight", TimeUnit::Fortnight},
         {"season", TimeUnit::Season}}};
    StringMap<TimeUnitWord> map = {{"centuries", {TimeUnit::Century, true}}};
    for (const auto& [text, unit] : kUnits) {
      map.emplace(text, {unit, false});
      map.emplace(std::string(text) + 's', {unit, true});
    }
    return map;
  }();
  const TimeUnitWord* unit = words.find(word);
  return unit == nullptr ? std::nullopt : std::optional(*unit);
}

bool can_move(Date date, TimeUnit unit, int count) {
  constexpr std::array<double, 12> kYears = {0,       0,    1 / 365.0, 7 / 365.0, 7 / 365.0, 14 / 365.0,
                                             1 / 12., 0.25, 0.25,      1,         10,        100};
  const double year = year_of(date) + count * kYears[static_cast<std::size_t>(unit)];
  return year > -9998 && year < 9998;
}

Date move_by(Date date, TimeUnit unit, int count) {
  switch (unit) {
    case TimeUnit::Minute:
    case TimeUnit::Hour:
      return date;
    case TimeUnit::Day:
      return add_days(date, count);
    case TimeUnit::Week:
    case TimeUnit::Weekend:
      return add_days(date, 7 * count);
    case TimeUnit::Fortnight:
      return add_days(date, 14 * count);
    case TimeUnit::Month:
      return add_months(date, count);
    case TimeUnit::Quarter:
    case TimeUnit::Season:
      return add_months(date, 3 * count);
    case TimeUnit::Year:
      return add_months(date, 12 * count);
    case TimeUnit::Decade:
      return add_months(date, 120 * count);
    case TimeUnit::Century:
      return add_months(date, 1200 * count);
  }
  return date;
}

DateInterval interval_around(Date date, TimeUnit unit) {
  switch (unit) {
    case TimeUnit::Minute:
    case TimeUnit::Hour:
    case TimeUnit::Day:
      return make_day(date);
    case TimeUnit::Fortnight:
    case TimeUnit::Week:
      return make_week(date);
    case TimeUnit::Weekend: {
      const auto week = make_week(date);
      return {add_days(*week.end, -1), week.end, Precision::Day};
    }
    case TimeUnit::Month:
      return make_month(year_of(date), month_of(date));
    case TimeUnit::Season:
      return make_season(month_of(date) < 3 ? year_of(date) - 1 : year_of(date),
                         (month_of(date) + 9) / 3 % 4);
    case TimeUnit::Quarter: {
      const unsigned first = (month_of(date) - 1) / 3 * 3 + 1;
      return {make_month(year_of(date), first).start, make_month(year_of(date), first + 2).end,
              Precision::Quarter};
    }
    case TimeUnit::Year:
      return make_year(year_of(date));
    case TimeUnit::Decade:
      return make_decade(year_of(date) / 10 * 10);
    case TimeUnit::Century:
      return {make_year(year_of(date) / 100 * 100).start, make_year(year_of(date) / 100 * 100 + 99).end,
              Precision::Century};
  }
  return {};
}

Precision precision_of(TimeUnit unit) {
  return interval_around(Date{std::chrono::year{2000}, std::chrono::January, std::chrono::day{1}}, unit)
      .precision;
}

}  // namespace actorgraph
