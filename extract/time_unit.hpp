// Units of time as prose names them: "week", "decades". Used by the grammar of time expressions alone.
#pragma once

#include <optional>
#include <string_view>

#include "records/date.hpp"

namespace actorgraph {

enum class TimeUnit {
  Minute,
  Hour,
  Day,
  Weekend,
  Week,
  Fortnight,
  Month,
  Quarter,
  Season,
  Year,
  Decade,
  Century
};

struct TimeUnitWord {
  TimeUnit unit;
  bool plural;
};

/// Reads a lower-case word: "weeks" is the plural of Week.
[[nodiscard]] std::optional<TimeUnitWord> parse_time_unit(std::string_view word);

/// Whether that date has a year of four digits.
[[nodiscard]] bool can_move(Date date, TimeUnit unit, int count);

/// The date `count` units later; hours do not move it.
/// Requires: can_move(date, unit, count).
[[nodiscard]] Date move_by(Date date, TimeUnit unit, int count);

/// The unit of the calendar that holds `date`: its week, its decade.
[[nodiscard]] DateInterval interval_around(Date date, TimeUnit unit);

/// That of interval_around.
[[nodiscard]] Precision precision_of(TimeUnit unit);

}  // namespace actorgraph
