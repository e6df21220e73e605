// The expressions that count from the day of publication or from the narrative: "last week", "two years ago".
#include <algorithm>
#include <array>

#include "extract/calendar.hpp"
#include "extract/holiday.hpp"
#include "extract/time_grammar.hpp"
#include "extract/time_value.hpp"

namespace actorgraph {
namespace {

TimeReading reading(std::size_t end, DateInterval interval) {
  return {end, TimeType::Calendar, interval};
}

TimeReading unresolved(std::size_t end) {
  return {end, TimeType::Calendar, {}, false, true};
}

// "recent months": no calendar says when it began.
TimeReading vague(std::size_t end, const std::optional<Date>& published, bool past) {
  TimeReading result{end};
  (past ? result.interval.end : result.interval.start) = published;
  result.value = past ? "PAST_REF" : "FUTURE_REF";
  return result;
}

}  // namespace

TimeReading TimeGrammar::from_narrative(std::size_t end, TimeUnit unit, int count) const {
  if (!anchor_.narrative || !can_move(*anchor_.narrative, unit, count)) return unresolved(end);
  const Precision known = anchor_.narrative_precision;
  const Precision wanted = precision_of(unit);
  // "the next day" after "in March" is no day that is known.
  if (known != Precision::Unknown && wanted < known && wanted != Precision::Unknown) return unresolved(end);
  if (unit == TimeUnit::Hour || unit == TimeUnit::Minute) return unresolved(end);
  return {end, TimeType::Calendar, interval_around(move_by(*anchor_.narrative, unit, count), unit), false,
          true};
}

TimeGrammar::Reading TimeGrammar::read_named_day(std::size_t at) const {
  int shift = 0;
  std::size_t end = at + 1;
  std::string part;
  if (is(at, "yesterday")) {
    shift = -1;
  } else if (is(at, "tomorrow")) {
    shift = 1;
  } else if (is(at, "last") && is(at + 1, "night")) {
    shift = -1;
    end = at + 2;
    part = "TNI";
  } else if (is(at, "this") && among(word(at + 1), {"morning", "afternoon", "evening"})) {
    part = time_of_day_at(at + 1)->value;
    end = at + 2;
  } else if (is(at, "the") && is(at + 1, "day") && (is(at + 2, "after") || is(at + 2, "before"))) {
    if (!is(at + 3, "yesterday") && !is(at + 3, "tomorrow")) return std::nullopt;
    shift = is(at + 3, "yesterday") ? -2 : 2;
    end = at + 4;
  } else if (is(at, "tonight")) {
    part = "TNI";
  } else if (among(word(at), {"now", "currently", "nowadays", "presently"})) {
    if (is(end, "that")) return std::nullopt;
    TimeReading now{end, TimeType::Calendar, {}, false, false, "PRESENT_REF", true};
    if (anchor_.published) now.interval = {anchor_.published, anchor_.published, Precision::Unknown};
    return now;
  } else if (is(at, "recently")) {
    return vague(end, anchor_.published, true);
  } else if (is(at, "soon") && !is(end, "as")) {
    auto result = vague(end, anchor_.published, false);
    result.weak = true;
    return result;
  } else if (!is(at, "today")) {
    return std::nullopt;
  }
  if (!anchor_.published) return TimeReading{end, TimeType::Calendar, {}};
  auto result = reading(end, make_day(add_days(*anchor_.published, shift)));
  if (!part.empty()) {
    result.type = TimeType::Clock;
    result.value = to_string(*result.interval.start) + part;
  }
  return result;
}

// A weekday, month, season or holiday behind "last", "this" and "next".
TimeGrammar::Reading TimeGrammar::read_shifted_name(std::size_t i, int step, bool narrative) const {
  TimeAnchor shifted = anchor_;
  shifted.year.reset();
  if (anchor_.published && step != 0) {
    shifted.published = add_days(*anchor_.published, step);
    shifted.direction = step < 0 ? TimeDirection::Past : TimeDirection::Future;
  }
  if (parse_weekday(word(i)) && is_capital(i)) {
    if (narrative && anchor_.narrative && anchor_.narrative_precision == Precision::Day) {
      shifted.published = add_days(*anchor_.narrative, step);
      shifted.direction = step < 0 ? TimeDirection::Past : TimeDirection::Future;
    } else if (narrative) {
      return unresolved(i + 1);
    }
    return TimeGrammar(words_, shifted).read_weekday(i);
  }
  if (const auto month = month_at(i)) {
    std::size_t end = after_month(i);
    if (const auto year = year_at(end))
      return TimeReading{end + 1, TimeType::Calendar, make_month(*year, *month), true};
    const auto day = day_at(end);
    if (day) ++end;
    if (!anchor_.published || narrative) return unresolved(end);
    const auto today = *anchor_.published;
    int year = year_of(today);
    if (step == -1 && *month >= month_of(today)) --year;
    if (step == 1 && *month <= month_of(today)) ++year;
    if (!day) return reading(end, make_month(year, *month));
    const auto date = make_date(year, *month, static_cast<unsigned>(*day));
    return date ? Reading(reading(end, make_day(*date))) : std::nullopt;
  }
  if (const auto season = season_at(i)) {
    const auto& base = narrative ? anchor_.narrative : anchor_.published;
    if (!base) return unresolved(i + 1);
    int year = year_of(*base);
    if (*season == 3 && month_of(*base) < 3) --year;  // the winter that began last year
    const auto current = make_season(year, *season);
    if (step == -1 && *current.end >= *base) --year;
    if (step == 1 && *current.start <= *base) ++year;
    return TimeReading{i + 1, TimeType::Calendar, make_season(year, *season), false, narrative};
  }
  if (const auto named = read_holiday_name(words_, i); named && anchor_.published) {
    int year = year_of(*anchor_.published);
    const auto day = find_holiday(named->holiday, year);
    if (step < 0 && day.end && *day.end >= *anchor_.published) --year;
    if (step > 0 && day.start && *day.start <= *anchor_.published) ++year;
    return reading(named->end, find_holiday(named->holiday, year));
  }
  if (narrative && !among(word(i), {"overnight", "noon", "midnight"})) {
    const auto part = time_of_day_at(i);  // "that night", "the following morning"
    if (part && !part->clock) {
      auto result = from_narrative(part->end, TimeUnit::Day, step);
      result.type = TimeType::Clock;
      result.value =
          (result.interval.start ? to_string(*result.interval.start) : std::string()) + part->value;
      return result;
    }
  }
  return std::nullopt;
}

// "the last three years", "the past few months", "the coming weeks", "the past year"
TimeGrammar::Reading TimeGrammar::read_counted_back(std::size_t at, std::size_t i, int step,
                                                    bool narrative) const {
  std::size_t next = i;
  std::optional<int> count;
  bool open = false;
  if (!among(word(i), {"a", "an", "half"})) {
    if (const auto counted = count_at(i)) {
      next = counted->end;
      open = counted->number == 0;
      if (!open) count = counted->number;
    }
  }
  const auto unit = parse_time_unit(word(next));
  if (!unit) return std::nullopt;
  const std::size_t end = next + 1;
  const bool whole = is(i - 1, "past") || is(i - 1, "coming") || (is(at, "the") && is(i - 1, "last"));
  if (!unit->plural && !count && !open && !whole) return std::nullopt;
  if (step == 0 || (open && !unit->plural)) return std::nullopt;
  if (!anchor_.published || (narrative && !is(i - 1, "next"))) return unresolved(end);
  const Date today = *anchor_.published;
  if (!count && unit->plural) return vague(end, today, step < 0);
  const int number = count.value_or(1);
  if (!can_move(today, unit->unit, number)) return unresolved(end);
  const Precision precision = precision_of(unit->unit);
  Date other = move_by(today, unit->unit, step * number);
  if (unit->unit >= TimeUnit::Day && count) other = add_days(other, step < 0 ? 1 : 0);
  return reading(end,
                 step < 0 ? DateInterval{other, today, precision} : DateInterval{today, other, precision});
}

TimeGrammar::Reading TimeGrammar::read_this_last_next(std::size_t at) const {
  std::size_t i = at;
  if (is(i, "the") || is(i, "these") || is(i, "those")) ++i;
  if (is(i, "this") && among(word(i + 1), {"past", "last", "coming", "same"})) ++i;
  const bool article = i > at;
  const bool narrative = among(word(i), {"that", "previous", "following", "preceding", "same", "ensuing"}) ||
                         (article && among(word(i), {"next"}));
  int step = 0;
  if (among(word(i), {"last", "past", "previous", "preceding"})) step = -1;
  if (among(word(i), {"next", "coming", "following", "upcoming", "ensuing"})) step = 1;
  if (step == 0 && !among(word(i), {"this", "that", "same", "current"})) return std::nullopt;
  if (is(i, "following") && !article) return std::nullopt;
  if (words_[i].is_verb) return std::nullopt;  // "could last several months"
  if (is(i, "that") && is(i + 1, "same")) ++i;
  if (is(i, "this") && is(i + 1, "very")) ++i;
  ++i;
  if (auto named = read_shifted_name(i, step, narrative)) return named;
  if (auto counted = read_counted_back(at, i, step, narrative)) return counted;
  const auto unit = parse_time_unit(word(i));
  if (!unit || unit->plural || unit->unit <= TimeUnit::Hour || unit->unit == TimeUnit::Season)
    return std::nullopt;
  if (narrative) return from_narrative(i + 1, unit->unit, step);
  if (unit->unit == TimeUnit::Day && step != 0) return std::nullopt;  // "our last day" was not yesterday
  if (unit->unit == TimeUnit::Weekend && step == 0 && anchor_.published &&
      anchor_.direction == TimeDirection::Past) {
    // "this weekend", said at the beginning of the week of what is over
    const std::chrono::weekday today{std::chrono::sys_days{*anchor_.published}};
    if (today.iso_encoding() <= 2) step = -1;
  }
  if (!anchor_.published) return TimeReading{i + 1};
  return reading(i + 1, interval_around(move_by(*anchor_.published, unit->unit, step), unit->unit));
}

TimeGrammar::Reading TimeGrammar::read_recent(std::size_t at) const {
  const std::size_t i = skip(at, "the");
  if (!among(word(i), {"recent", "coming", "earlier", "previous"})) return std::nullopt;
  const auto unit = parse_time_unit(word(i + 1));
  if (!unit || !unit->plural) return std::nullopt;
  if (!is(i, "recent") && !is(i, "coming")) return unresolved(i + 2);
  return vague(i + 2, anchor_.published, is(i, "recent"));
}

TimeGrammar::Reading TimeGrammar::read_ago(std::size_t at) const {
  std::size_t i = at;
  int count = 1;
  bool open = false;
  std::optional<TimeUnitWord> unit;
  if ((is(i, "the") || is(i, "a")) && parse_time_unit(word(i + 1)) && !parse_time_unit(word(i + 1))->plural) {
    unit = parse_time_unit(word(i + 1));  // "the day before the attack"
    i += 2;
  } else if (parse_time_unit(word(i)) && parse_time_unit(word(i))->plural) {
    unit = parse_time_unit(word(i));  // "days later"
    open = true;
    ++i;
  } else {
    if (year_at(i) && !is(i + 1, "years")) return std::nullopt;
    const auto counted = count_at(i);
    if (!counted) return std::nullopt;
    open = counted->number == 0;
    count = counted->number;
    i = is(counted->end, "-") ? counted->end + 1 : counted->end;
    unit = parse_time_unit(word(i));
    ++i;
  }
  if (!unit) return std::nullopt;
  if (is(i, "and") && is(i + 1, "a") && is(i + 2, "half")) {
    i += 3;
    if (unit->unit == TimeUnit::Year) {
      count = count * 12 + 6;
      unit->unit = TimeUnit::Month;
    }
  }
  if (count > 0 && unit->unit >= TimeUnit::Decade) {  // "a decade later": in that year, not in that decade
    count *= unit->unit == TimeUnit::Decade ? 10 : 100;
    unit->unit = TimeUnit::Year;
  }
  const bool ago = is(i, "ago") || (is(i, "back") && unit->unit >= TimeUnit::Month);
  const bool back = among(word(i), {"earlier", "before", "previously", "prior"});
  const bool on = among(word(i), {"later", "after", "afterwards", "afterward", "on"});
  if (!ago && !back && !(on && !is(i, "on"))) return std::nullopt;
  std::size_t end = i + 1;
  if (is(i, "prior") && is(end, "to")) ++end;
  if (ago) {
    if (!anchor_.published || open) return vague(end, anchor_.published, true);
    if (!can_move(*anchor_.published, unit->unit, -count)) return unresolved(end);
    if (unit->unit <= TimeUnit::Hour)
      return TimeReading{end, TimeType::Calendar, make_day(*anchor_.published), false, false, {}, false};
    return reading(end, interval_around(move_by(*anchor_.published, unit->unit, -count), unit->unit));
  }
  if (open || unit->unit <= TimeUnit::Hour) return unresolved(end);
  // "four years before the attack" counts from what is named next.
  const bool then = among(word(i), {"before", "after", "prior"});
  const auto& next = word(end);
  if (then && is(end, "that")) return from_narrative(end + 1, unit->unit, back ? -count : count);
  const bool closes =
      next.empty() || among(next, {",", ".", ";", ":", ")", "and", "but", "when", "in", "at"});
  if (then && !closes) {
    auto result = unresolved(end);
    result.offset = TimeOffset{unit->unit, back ? -count : count};
    return result;
  }
  return from_narrative(end, unit->unit, back ? -count : count);
}

TimeGrammar::Reading TimeGrammar::read_then(std::size_t at) const {
  const auto at_narrative = [&](std::size_t end) {
    TimeReading result = unresolved(end);
    if (anchor_.narrative)
      result.interval = {anchor_.narrative, anchor_.narrative, anchor_.narrative_precision};
    return result;
  };
  if (is(at, "since") && is(at + 1, "then")) {
    auto result = at_narrative(at + 2);
    result.interval.end.reset();
    return result;
  }
  if ((is(at, "by") || is(at, "until")) &&
      (is(at + 1, "then") || (is(at + 1, "that") && is(at + 2, "time")))) {
    auto result = at_narrative(is(at + 1, "then") ? at + 2 : at + 3);
    result.interval.start.reset();
    return result;
  }
  if (is(at, "shortly") || is(at, "soon")) {
    const bool closed =
        among(word(at + 1), {"afterwards", "afterward", "thereafter", "after", "before", "beforehand"});
    return closed ? Reading(unresolved(at + 2)) : std::nullopt;
  }
  if (is(at, "at") && (is(at + 1, "the") || is(at + 1, "that")) && is(at + 2, "time")) {
    if (is(at + 3, "of") || is(at + 3, "when")) return std::nullopt;
    auto result = unresolved(at + 3);
    result.value = "PAST_REF";
    return result;
  }
  return std::nullopt;
}

}  // namespace actorgraph
