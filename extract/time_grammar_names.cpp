// Days and times that have a name: holidays, eras, "the September 11 attacks".
#include <array>

#include "extract/calendar.hpp"
#include "extract/holiday.hpp"
#include "extract/time_grammar.hpp"

namespace actorgraph {
namespace {

TimeReading reading(std::size_t end, DateInterval interval, bool has_year = false) {
  return {end, TimeType::Calendar, interval, has_year, false};
}

struct Era {
  std::string_view first, second, third;
  std::string_view from, to;
};

// Times that have a name and settled ends.
constexpr std::array<Era, 13> kEras = {{{"world", "war", "i", "1914-07-28", "1918-11-11"},
                                        {"world", "war", "ii", "1939-09-01", "1945-09-02"},
                                        {"world", "war", "one", "1914-07-28", "1918-11-11"},
                                        {"world", "war", "two", "1939-09-01", "1945-09-02"},
                                        {"first", "world", "war", "1914-07-28", "1918-11-11"},
                                        {"second", "world", "war", "1939-09-01", "1945-09-02"},
                                        {"wwi", "", "", "1914-07-28", "1918-11-11"},
                                        {"wwii", "", "", "1939-09-01", "1945-09-02"},
                                        {"ww2", "", "", "1939-09-01", "1945-09-02"},
                                        {"gulf", "war", "", "1990-08-02", "1991-02-28"},
                                        {"cold", "war", "", "1947-01-01", "1991-12-31"},
                                        {"middle", "ages", "", "0500-01-01", "1499-12-31"},
                                        {"great", "depression", "", "1929-01-01", "1939-12-31"}}};

struct KnownDay {
  unsigned month, day;
  int year;
};

// Days that have become names of what happened on them: "the September 11 attacks".
constexpr std::array<KnownDay, 4> kKnownDays = {{{9, 11, 2001}, {7, 7, 2005}, {1, 6, 2021}, {10, 7, 2023}}};

}  // namespace

TimeGrammar::Reading TimeGrammar::read_holiday(std::size_t at) const {
  const auto named = read_holiday_name(words_, skip(at, "the"));
  if (!named) return std::nullopt;
  std::size_t end = named->end;
  std::optional<int> year = year_at(skip(end, ","));
  const bool has_year = year.has_value();
  if (year) {
    end = skip(end, ",") + 1;
  } else {
    const int sample = anchor_.published ? year_of(*anchor_.published) : 2000;
    const auto day = find_holiday(named->holiday, sample).start;
    if (day) year = implied_year(month_of(*day), static_cast<unsigned>(day->day()));
    if (!year && day) {
      return TimeReading{end, TimeType::Calendar, {}, false, false, "XXXX" + to_string(*day).substr(4), true};
    }
  }
  if (!year) return TimeReading{end};
  auto result = reading(end, find_holiday(named->holiday, *year), has_year);
  result.weak = !has_year;
  return result;
}

TimeGrammar::Reading TimeGrammar::read_era(std::size_t at) const {
  const std::size_t first = skip(at, "the");
  for (const Era& era : kEras) {
    std::size_t i = first;
    const auto take = [&](std::string_view part) {
      if (part.empty()) return true;
      if (!is(i, part) || !is_capital(i)) return false;
      ++i;
      return true;
    };
    if (!take(era.first) || !take(era.second) || !take(era.third)) continue;
    auto result = reading(i, {parse_date(era.from), parse_date(era.to), Precision::Year});
    result.weak = true;
    return result;
  }
  return std::nullopt;
}

TimeGrammar::Reading TimeGrammar::read_known_day(std::size_t at) const {
  std::size_t i = skip(at, "the");
  const auto month = month_at(i);
  if (!month) return std::nullopt;
  i = after_month(i);
  const auto day = day_at(i);
  if (!day || !among(word(i + 1), {"attack", "attacks", "terror", "terrorist", "hijackers", "hijackings",
                                   "bombings", "riot", "insurrection", "massacre", "victims"})) {
    return std::nullopt;
  }
  for (const KnownDay& known : kKnownDays) {
    if (known.month != *month || static_cast<int>(known.day) != *day) continue;
    const Date date = *make_date(known.year, known.month, known.day);
    if (anchor_.published && *anchor_.published < date) continue;
    return reading(i + 1, make_day(date), true);
  }
  return std::nullopt;
}

}  // namespace actorgraph
