// Reads one time expression at a place in a row of words. A hand-written grammar, longest reading first.
// Used by time_expression alone. Cost: O(length of the expression) a place.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/time_expression.hpp"

namespace actorgraph {

struct TimeWord {
  std::string lower;
  bool capital = false;  ///< begins with a capital: "May", "March" against the verbs
  bool counts = false;   ///< a number that counts a plural noun: "2000 people"
};

struct TimeReading {
  std::size_t end = 0;  ///< one past its last word
  TimeKind kind = TimeKind::Point;
  DateInterval interval;
  bool has_year = false;   ///< names its year itself
  bool narrative = false;  ///< counts from the narrative, not from publication
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

  // Bounds: "since X", "between X and Y", "X to Y".
  [[nodiscard]] Reading read_bounded(std::size_t at) const;
  [[nodiscard]] Reading read_span(std::size_t at) const;
  [[nodiscard]] Reading read_period(std::size_t at) const;

  // The calendar.
  [[nodiscard]] Reading read_numeric(std::size_t at) const;
  [[nodiscard]] Reading read_month_day(std::size_t at) const;
  [[nodiscard]] Reading read_day_month(std::size_t at) const;
  [[nodiscard]] Reading read_month(std::size_t at) const;
  [[nodiscard]] Reading read_weekday(std::size_t at) const;
  [[nodiscard]] Reading read_year(std::size_t at) const;
  [[nodiscard]] Reading read_decade(std::size_t at) const;
  [[nodiscard]] Reading read_season(std::size_t at) const;
  [[nodiscard]] Reading read_part_of_year(std::size_t at) const;
  [[nodiscard]] Reading read_holiday(std::size_t at) const;

  // Counted from publication or from the narrative.
  [[nodiscard]] Reading read_named_day(std::size_t at) const;
  [[nodiscard]] Reading read_this_last_next(std::size_t at) const;
  [[nodiscard]] Reading read_recent(std::size_t at) const;
  [[nodiscard]] Reading read_ago(std::size_t at) const;
  [[nodiscard]] Reading read_early_late(std::size_t at) const;
  [[nodiscard]] Reading read_set(std::size_t at) const;
  [[nodiscard]] Reading read_duration(std::size_t at) const;

  [[nodiscard]] const std::string& word(std::size_t at) const;
  [[nodiscard]] bool is(std::size_t at, std::string_view text) const { return word(at) == text; }
  [[nodiscard]] std::size_t skip(std::size_t at, std::string_view text) const {
    return is(at, text) ? at + 1 : at;
  }
  [[nodiscard]] std::optional<int> year_at(std::size_t at) const;
  [[nodiscard]] std::optional<unsigned> month_at(std::size_t at) const;
  [[nodiscard]] std::optional<int> day_at(std::size_t at) const;
  [[nodiscard]] std::size_t skip_time_of_day(std::size_t at) const;
  /// The year that a month or day without one means.
  [[nodiscard]] std::optional<int> implied_year(unsigned month, unsigned day) const;

  std::span<const TimeWord> words_;
  TimeAnchor anchor_;
};

}  // namespace actorgraph
