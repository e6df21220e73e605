// Reads one time expression at a place in a row of words. A hand-written grammar, longest reading first.
// Used by time_expression alone. Cost: O(length of the expression) a place; nothing but a look at words that
// cannot begin one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "extract/time_expression.hpp"
#include "extract/time_unit.hpp"
#include "extract/time_word.hpp"

namespace actorgraph {

/// "four years before": how far from what is named next.
struct TimeOffset {
  TimeUnit unit = TimeUnit::Day;
  int count = 0;  ///< negative: before
};

struct TimeReading {
  std::size_t end = 0;  ///< one past its last word
  TimeType type = TimeType::Calendar;
  DateInterval interval = {};
  bool has_year = false;   ///< names its year itself
  bool narrative = false;  ///< counts from the narrative, not from publication
  std::string value = {};  ///< where it is not that of the interval
  bool weak = false;       ///< as in TimeExpression
  std::optional<TimeOffset> offset = {};
  std::optional<TimeOffset> length = {};  ///< of a duration that is a number of days or more
};

class TimeGrammar {
 public:
  /// `words` must outlive the grammar.
  TimeGrammar(std::span<const TimeWord> words, const TimeAnchor& anchor) : words_(words), anchor_(anchor) {}

  void set_anchor(const TimeAnchor& anchor) { anchor_ = anchor; }

  /// The expression that begins at word `at`, with "since", "between" and the like.
  [[nodiscard]] std::optional<TimeReading> read(std::size_t at) const;

 private:
  using Reading = std::optional<TimeReading>;

  struct TimeOfDay {
    std::size_t end;
    std::string value;  ///< "TMO", "T15:00"
    bool clock;         ///< by the clock
  };

  struct Count {
    std::size_t end;
    int number;  ///< 0 where it is vague
  };

  // Bounds: "since X", "between X and Y", "X to Y".
  [[nodiscard]] Reading read_bounded(std::size_t at) const;
  [[nodiscard]] Reading join(std::size_t at, const TimeReading& first, const TimeReading& last) const;
  [[nodiscard]] Reading read_between(std::size_t at) const;
  [[nodiscard]] Reading read_span(std::size_t at) const;
  [[nodiscard]] Reading read_period(std::size_t at) const;
  [[nodiscard]] Reading read_undivided(std::size_t at) const;

  // The calendar.
  [[nodiscard]] Reading read_numeric(std::size_t at) const;
  [[nodiscard]] Reading read_month_day(std::size_t at) const;
  [[nodiscard]] Reading read_day_month(std::size_t at) const;
  [[nodiscard]] Reading read_month(std::size_t at) const;
  [[nodiscard]] Reading read_weekday(std::size_t at) const;
  [[nodiscard]] Reading read_year(std::size_t at) const;
  [[nodiscard]] Reading read_short_year(std::size_t at) const;
  [[nodiscard]] Reading read_era_year(std::size_t at) const;

  // Longer periods and days with a name.
  [[nodiscard]] Reading read_decade(std::size_t at) const;
  [[nodiscard]] Reading read_century(std::size_t at) const;
  [[nodiscard]] Reading read_season(std::size_t at) const;
  [[nodiscard]] Reading read_part_of_year(std::size_t at) const;
  [[nodiscard]] Reading read_special_year(std::size_t at) const;
  [[nodiscard]] Reading read_holiday(std::size_t at) const;
  [[nodiscard]] Reading read_era(std::size_t at) const;
  [[nodiscard]] Reading read_known_day(std::size_t at) const;
  [[nodiscard]] Reading read_early_late(std::size_t at) const;

  // Counted from publication or from the narrative.
  [[nodiscard]] Reading read_named_day(std::size_t at) const;
  [[nodiscard]] Reading read_this_last_next(std::size_t at) const;
  [[nodiscard]] Reading read_shifted_name(std::size_t at, int step, bool narrative) const;
  [[nodiscard]] Reading read_counted_back(std::size_t at, std::size_t end, int step, bool narrative) const;
  [[nodiscard]] Reading read_recent(std::size_t at) const;
  [[nodiscard]] Reading read_ago(std::size_t at) const;
  [[nodiscard]] Reading read_then(std::size_t at) const;

  // Lengths, repetitions, times of day.
  [[nodiscard]] Reading read_set(std::size_t at) const;
  [[nodiscard]] Reading read_duration(std::size_t at) const;
  [[nodiscard]] Reading read_clock(std::size_t at) const;
  [[nodiscard]] Reading add_time_of_day(TimeReading day) const;

  [[nodiscard]] std::string_view word(std::size_t at) const {
    return at < words_.size() ? std::string_view(words_[at].lower) : std::string_view();
  }
  [[nodiscard]] bool is(std::size_t at, std::string_view text) const { return word(at) == text; }
  [[nodiscard]] bool is_capital(std::size_t at) const { return at < words_.size() && words_[at].capital; }
  [[nodiscard]] std::size_t skip(std::size_t at, std::string_view text) const {
    return is(at, text) ? at + 1 : at;
  }
  [[nodiscard]] std::optional<int> year_at(std::size_t at) const;
  [[nodiscard]] std::optional<unsigned> month_at(std::size_t at) const;
  /// One past a month, with the full stop of "Dec." where the sentence does not end with it.
  [[nodiscard]] std::size_t after_month(std::size_t at) const {
    return word(at).size() <= 4 && is(at + 1, ".") && at + 2 < words_.size() ? at + 2 : at + 1;
  }
  [[nodiscard]] std::optional<int> day_at(std::size_t at) const;
  [[nodiscard]] std::optional<unsigned> season_at(std::size_t at) const;
  [[nodiscard]] std::optional<Count> count_at(std::size_t at) const;
  [[nodiscard]] std::optional<TimeOfDay> time_of_day_at(std::size_t at) const;
  [[nodiscard]] std::optional<TimeOfDay> clock_at(std::size_t at) const;
  /// The year that a month or day without one means.
  [[nodiscard]] std::optional<int> implied_year(unsigned month, unsigned day) const;
  /// The unit of the calendar `count` units from the narrative, unresolved where the narrative is too coarse.
  [[nodiscard]] TimeReading from_narrative(std::size_t end, TimeUnit unit, int count) const;

  std::span<const TimeWord> words_;
  TimeAnchor anchor_;
};

}  // namespace actorgraph
