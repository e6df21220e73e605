// The days that holidays fall on. Used by the grammar of time expressions alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "extract/time_word.hpp"
#include "records/date.hpp"

namespace actorgraph {

enum class Holiday : std::uint8_t;

struct HolidayReading {
  Holiday holiday;
  std::size_t end = 0;  ///< one past its last word
};

/// The holiday whose name begins at word `at`; capitals are needed.
[[nodiscard]] std::optional<HolidayReading> read_holiday_name(std::span<const TimeWord> words,
                                                              std::size_t at);

/// When it falls in `year`, nothing before 700: a day, or a season such as Ramadan. Movable ones of the
/// Islamic calendar are those of its arithmetic form, which the moon's sighting can shift by a day; of such
/// holidays the day before and after count too. Source: Easter after J. Meeus 1991, Astronomical Algorithms,
/// chapter 8; the Islamic calendar after E. Reingold and N. Dershowitz, Calendrical Calculations, chapter 7.
[[nodiscard]] DateInterval find_holiday(Holiday holiday, int year);

}  // namespace actorgraph
