#include "extract/time_value.hpp"

#include <array>
#include <chrono>

#include "extract/calendar.hpp"

namespace actorgraph {
namespace {

constexpr std::array<std::string_view, 4> kSeasons = {"SP", "SU", "FA", "WI"};

std::string year_text(int year) {
  return to_string(make_year(year).start.value()).substr(0, year < 0 ? 5 : 4);
}

// ISO 8601: the week belongs to the year of its Thursday.
std::string week_text(Date date) {
  const Date monday = make_week(date).start.value();
  const Date thursday = add_days(monday, 3);
  const auto first = std::chrono::sys_days{make_year(year_of(thursday)).start.value()};
  const auto number = (std::chrono::sys_days{thursday} - first).count() / 7 + 1;
  return year_text(year_of(thursday)) + "-W" + two_digits(static_cast<unsigned>(number));
}

std::string season_text(Date date) {
  const int year = month_of(date) < 3 ? year_of(date) - 1 : year_of(date);
  return year_text(year) + '-' + std::string(kSeasons[(month_of(date) + 9) / 3 % 4]);
}

// The name of the unit that holds `date`.
std::string unit_text(Date date, Precision precision) {
  switch (precision) {
    case Precision::Week:
      return week_text(date);
    case Precision::Month:
      return to_string(date).substr(0, to_string(date).size() - 3);
    case Precision::Quarter:
      return year_text(year_of(date)) + "-Q" + std::to_string((month_of(date) + 2) / 3);
    case Precision::Season:
      return season_text(date);
    case Precision::Year:
      return year_text(year_of(date));
    case Precision::Decade:
      return year_text(year_of(date)).substr(0, year_of(date) < 0 ? 4 : 3);
    case Precision::Century:
      return year_text(year_of(date)).substr(0, year_of(date) < 0 ? 3 : 2);
    default:
      return to_string(date);
  }
}

}  // namespace

DateInterval unit_around(Date date, Precision precision) {
  switch (precision) {
    case Precision::Week:
      return interval_around(date, TimeUnit::Week);
    case Precision::Month:
      return interval_around(date, TimeUnit::Month);
    case Precision::Quarter:
      return interval_around(date, TimeUnit::Quarter);
    case Precision::Season:
      return interval_around(date, TimeUnit::Season);
    case Precision::Year:
      return interval_around(date, TimeUnit::Year);
    case Precision::Decade:
      return interval_around(date, TimeUnit::Decade);
    case Precision::Century:
      return interval_around(date, TimeUnit::Century);
    default:
      return make_day(date);
  }
}

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string iso_value(const DateInterval& interval) {
  if (!interval.start && !interval.end) return {};
  if (!interval.end) {
    const Date start = *interval.start;
    const bool whole = unit_around(start, interval.precision).start == start;
    return (whole ? unit_text(start, interval.precision) : to_string(start)) + "/..";
  }
  if (!interval.start) {
    const Date end = *interval.end;
    const bool whole = unit_around(end, interval.precision).end == end;
    if (!whole && make_year(year_of(end)).end == end) return "../" + year_text(year_of(end));
    return "../" + (whole ? unit_text(end, interval.precision) : to_string(end));
  }
  const Date start = *interval.start;
  const Date end = *interval.end;
  const DateInterval first = unit_around(start, interval.precision);
  const DateInterval last = unit_around(end, interval.precision);
  if (first.start == start && last.end == end) {
    std::string text = unit_text(start, interval.precision);
    if (first.end == end) return text;
    if (interval.precision == Precision::Day && add_days(start, 1) == end && make_week(start).end == end)
      return week_text(start) + "-WE";
    return text + '/' + unit_text(end, interval.precision);
  }
  for (const unsigned half : {1U, 2U}) {
    if (start == make_month(year_of(start), half * 6 - 5).start &&
        end == make_month(year_of(start), half * 6).end)
      return year_text(year_of(start)) + "-H" + std::to_string(half);
  }
  if (make_year(year_of(start)).start == start && make_year(year_of(end)).end == end)
    return year_text(year_of(start)) + '/' + year_text(year_of(end));
  return to_string(start) + '/' + to_string(end);
}

std::string duration_value(TimeUnit unit, int count) {
  const auto number = [count](int factor) {
    return count > 0 ? std::to_string(count * factor) : std::string("X");
  };
  switch (unit) {
    case TimeUnit::Minute:
      return "PT" + number(1) + 'M';
    case TimeUnit::Hour:
      return "PT" + number(1) + 'H';
    case TimeUnit::Day:
      return 'P' + number(1) + 'D';
    case TimeUnit::Week:
      return 'P' + number(1) + 'W';
    case TimeUnit::Fortnight:
      return 'P' + number(2) + 'W';
    case TimeUnit::Weekend:
      return 'P' + number(1) + "WE";
    case TimeUnit::Month:
      return 'P' + number(1) + 'M';
    case TimeUnit::Quarter:
    case TimeUnit::Season:
      return 'P' + number(3) + 'M';
    case TimeUnit::Year:
      return 'P' + number(1) + 'Y';
    case TimeUnit::Decade:
      return 'P' + number(10) + 'Y';
    case TimeUnit::Century:
      return 'P' + number(100) + 'Y';
  }
  return {};
}

}  // namespace actorgraph
