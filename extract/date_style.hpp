// How a document writes its dates, told from all of them. Used by time_expression alone.
#pragma once

#include <cstdint>

#include "extract/time_expression.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// What days and months without a year belong to.
enum class Tense : std::uint8_t {
  News,     ///< the time of publication
  History,  ///< the years that the text names
};

struct DateStyle {
  DayOrder order = DayOrder::MonthFirst;  ///< day first where a date can be read in that way alone, or where
                                          ///< most are spelled "5 April"
  Tense tense =
      Tense::News;  ///< history where years long past are more frequent than "Friday" and "last month"
};

/// Cost: O(tokens).
[[nodiscard]] DateStyle find_date_style(const Document& doc);

}  // namespace actorgraph
