// Bounds around all other expressions: "since 2021", "from May to June"; the order in which they are tried.
#include <array>

#include "extract/calendar.hpp"
#include "extract/time_grammar.hpp"
#include "extract/time_value.hpp"

namespace actorgraph {

TimeGrammar::Reading TimeGrammar::read_undivided(std::size_t at) const {
  if (at >= words_.size() || !words_[at].begins) return std::nullopt;
  Reading best;
  const auto take = [&](const Reading& other) {
    if (other && (!best || other->end > best->end)) best = other;
  };
  const char first = word(at)[0];
  if (first >= '0' && first <= '9') {
    for (const auto member :
         {&TimeGrammar::read_numeric, &TimeGrammar::read_day_month, &TimeGrammar::read_decade,
          &TimeGrammar::read_century, &TimeGrammar::read_era_year, &TimeGrammar::read_ago,
          &TimeGrammar::read_special_year, &TimeGrammar::read_year}) {
      take((this->*member)(at));
    }
    return best;
  }
  for (const auto member : {&TimeGrammar::read_known_day,    &TimeGrammar::read_month_day,
                            &TimeGrammar::read_day_month,    &TimeGrammar::read_holiday,
                            &TimeGrammar::read_ago,          &TimeGrammar::read_month,
                            &TimeGrammar::read_weekday,      &TimeGrammar::read_decade,
                            &TimeGrammar::read_century,      &TimeGrammar::read_season,
                            &TimeGrammar::read_part_of_year, &TimeGrammar::read_special_year,
                            &TimeGrammar::read_era,          &TimeGrammar::read_era_year,
                            &TimeGrammar::read_named_day,    &TimeGrammar::read_this_last_next,
                            &TimeGrammar::read_recent,       &TimeGrammar::read_then,
                            &TimeGrammar::read_early_late,   &TimeGrammar::read_set,
                            &TimeGrammar::read_short_year,   &TimeGrammar::read_year}) {
    take((this->*member)(at));
  }
  return best;
}

TimeGrammar::Reading TimeGrammar::read_period(std::size_t at) const {
  auto best = read_undivided(at);
  if (best) best = add_time_of_day(*best);
  if (auto clock = read_clock(at); clock && (!best || clock->end > best->end)) best = std::move(clock);
  return best;
}

// The range from the period at word `at` to `last`.
TimeGrammar::Reading TimeGrammar::join(std::size_t at, const TimeReading& first,
                                       const TimeReading& last) const {
  if (last.type != TimeType::Calendar || !first.interval.start || !last.interval.end) return std::nullopt;
  TimeReading begin = first;
  if (!first.has_year && last.has_year) {  // "March to June 2020": the year of the last bounds the first
    TimeAnchor later = anchor_;
    later.year.reset();
    later.published = *last.interval.end;
    later.direction = TimeDirection::Past;
    if (auto again = TimeGrammar(words_, later).read_undivided(at)) begin = std::move(*again);
  } else if (!last.has_year && anchor_.published && *begin.interval.start > *last.interval.end) {
    TimeAnchor earlier = anchor_;  // "from November to February": the first is of the year before
    earlier.direction = TimeDirection::Past;
    earlier.published = *last.interval.end;
    if (auto again = TimeGrammar(words_, earlier).read_undivided(at)) begin = std::move(*again);
  }
  if (!begin.interval.start || *begin.interval.start > *last.interval.end) return std::nullopt;
  TimeReading joined = last;
  joined.interval.start = begin.interval.start;
  joined.value.clear();
  if (begin.interval.precision != last.interval.precision)
    joined.value = (begin.value.empty() ? iso_value(begin.interval) : begin.value) + '/' +
                   (last.value.empty() ? iso_value(last.interval) : last.value);
  return joined;
}

TimeGrammar::Reading TimeGrammar::read_span(std::size_t at) const {
  auto first = read_period(at);
  if (!first || first->type != TimeType::Calendar) return first;
  if (!among(word(first->end), {"to", "through", "until", "till", "-", "\u2013", "\u2014", "--"}))
    return first;
  const auto last = read_undivided(first->end + 1);
  auto joined = last ? join(at, *first, *last) : std::nullopt;
  if (joined) return joined;
  return first;
}

TimeGrammar::Reading TimeGrammar::read_between(std::size_t at) const {
  auto first = read_undivided(at + 1);
  if (!first || first->type != TimeType::Calendar || !first->interval.start) return std::nullopt;
  if (is(at, "between") && first->interval.start != first->interval.end &&
      first->interval.precision == Precision::Day)
    return first;  // "October 12 and 14"
  const std::size_t mark = first->end;
  const std::size_t next = mark + 1;
  const Precision precision = first->interval.precision;
  if (is(at, "from") && among(word(mark), {"onwards", "onward", "on"}))
    return TimeReading{next, TimeType::Calendar, {first->interval.start, {}, precision}, first->has_year};
  if (!(is(at, "between") ? is(mark, "and")
                          : among(word(mark), {"to", "until", "till", "through", "-", "\u2013"}))) {
    return std::nullopt;
  }
  const std::size_t present = skip(next, "the");
  if (is(at, "from") && (is(present, "present") || is(present, "now"))) {
    return TimeReading{
        present + 1, TimeType::Calendar, {first->interval.start, anchor_.published, precision}, true};
  }
  const auto last = read_undivided(next);
  return last ? join(at + 1, *first, *last) : std::nullopt;
}

TimeGrammar::Reading TimeGrammar::read_bounded(std::size_t at) const {
  std::size_t i = at + 1;
  if (is(at, "between") || is(at, "from")) return read_between(at);
  const bool since = is(at, "since");
  const bool until = among(word(at), {"until", "till"});
  const bool compound = (is(at, "pre") || is(at, "post")) && is(i, "-");
  if (compound) ++i;
  if (!since && !until && !compound && !among(word(at), {"before", "after", "by"})) return std::nullopt;
  if (since && is(i, "at") && is(i + 1, "least")) i += 2;
  auto period = read_period(i);
  if (!period || (period->type != TimeType::Calendar && period->type != TimeType::Clock)) return std::nullopt;
  auto result = *period;
  if (result.offset) return std::nullopt;
  const auto whole = period->interval;
  if (!whole.start && !whole.end) {
    if (since || until) result.weak = false;
    return result;
  }
  if (result.weak) result.weak = compound;
  const bool named = !result.value.empty() && result.value.find('/') == std::string::npos &&
                     !result.value.ends_with("REF");  // "since the late 1990s"
  if (result.type == TimeType::Calendar) {
    const bool begins = since || is(at, "after") || is(at, "post");
    result.value = !named || is(at, "before") || is(at, "after") || compound
                       ? std::string()
                       : (begins ? result.value + "/.." : "../" + result.value);
  }
  if (since) {
    result.interval = {whole.start, {}, whole.precision};
  } else if (until || is(at, "by")) {
    result.interval = {{}, whole.end, whole.precision};
  } else if (is(at, "before") || is(at, "pre")) {
    const bool same = result.type == TimeType::Clock;  // "before noon on Friday" is that day
    if (!same)
      result.interval = {
          {}, whole.start ? std::optional(add_days(*whole.start, -1)) : std::nullopt, whole.precision};
  } else if (result.type != TimeType::Clock) {
    result.interval = {
        whole.end ? std::optional(add_days(*whole.end, 1)) : std::nullopt, {}, whole.precision};
  }
  if (!result.interval.start && !result.interval.end) return period;
  return result;
}

std::optional<TimeReading> TimeGrammar::read(std::size_t at) const {
  if (at >= words_.size() || !words_[at].begins) return std::nullopt;
  auto best = read_bounded(at);
  if (!best) {
    best = read_span(at);
    if (auto duration = read_duration(at); duration && (!best || duration->end > best->end)) best = duration;
  }
  if (best && best->value.empty() && best->type == TimeType::Calendar)
    best->value = iso_value(best->interval);
  return best;
}

}  // namespace actorgraph
