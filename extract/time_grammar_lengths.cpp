// Durations, what is repeated, and times of day: "for three days", "every Friday", "at 3 p.m. on Monday".
#include <array>
#include <utility>

#include "extract/calendar.hpp"
#include "extract/string_map.hpp"
#include "extract/time_grammar.hpp"
#include "extract/time_value.hpp"

namespace actorgraph {
namespace {

std::string without_commas(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != ',') digits += c;
  }
  return digits;
}

// The part of the day, as TIMEX3 writes it.
std::string_view part_of_day(std::string_view word) {
  static const StringMap<std::string_view> parts = {
      {"morning", "TMO"},  {"mornings", "TMO"},  {"dawn", "TMO"},       {"daybreak", "TMO"},
      {"sunrise", "TMO"},  {"afternoon", "TAF"}, {"afternoons", "TAF"}, {"evening", "TEV"},
      {"evenings", "TEV"}, {"dusk", "TEV"},      {"sunset", "TEV"},     {"nightfall", "TEV"},
      {"night", "TNI"},    {"nights", "TNI"},    {"overnight", "TNI"},  {"lunchtime", "TMI"}};
  const std::string_view* part = parts.find(word);
  return part == nullptr ? std::string_view() : *part;
}

TimeReading set(std::size_t end, std::string value) {
  return {end, TimeType::Set, {}, false, false, std::move(value)};
}

}  // namespace

std::optional<TimeGrammar::Count> TimeGrammar::count_at(std::size_t at) const {
  static const StringSet rough =
      make_string_set({"about", "nearly", "almost", "around", "over", "roughly", "approximately", "some",
                       "only", "just", "under", "another"});
  std::size_t i = at;
  for (bool more = true; more;) {
    more = true;
    if (rough.contains(word(i))) {
      ++i;
    } else if (is(i, "more") || is(i, "less") || is(i, "fewer")) {
      if (!is(i + 1, "than")) return std::nullopt;
      i += 2;
    } else if (is(i, "at") && (is(i + 1, "least") || is(i + 1, "most"))) {
      i += 2;
    } else if (is(i, "close") && is(i + 1, "to")) {
      i += 2;
    } else if (is(i, "up") && is(i + 1, "to")) {
      i += 2;
    } else {
      more = false;
    }
  }
  const bool some = i > at && is(i - 1, "some");
  const bool another = i > at && is(i - 1, "another");
  if (is(i, "a") && is(i + 1, "few")) return Count{i + 2, 0};
  if (is(i, "a") && is(i + 1, "couple")) return Count{is(i + 2, "of") ? i + 3 : i + 2, 2};
  if (is(i, "a") && is(i + 1, "dozen")) return Count{i + 2, 12};
  if (is(i, "a") && is(i + 1, "hundred")) return Count{i + 2, 100};
  if (is(i, "couple") && is(i + 1, "of")) return Count{i + 2, 2};
  if (is(i, "half") && (is(i + 1, "a") || is(i + 1, "an"))) return Count{i + 2, 0};
  if (is(i, "half") && is(i + 1, "-")) return Count{i + 2, 0};
  if (is_vague_number(word(i)) && !(some && is(i, "some"))) return Count{i + 1, 0};
  const auto number = parse_number(without_commas(word(i)));
  if (!number) {
    if (some || another) return Count{i, another ? 1 : 0};
    return std::nullopt;
  }
  int count = *number;
  ++i;
  if (is(i, "thousand") && count < 30) {
    count *= 1000;
    ++i;
  } else if (is(i, "hundred") && count < 100) {
    count *= 100;
    ++i;
  }
  if (is(i, "1/2")) ++i;
  if (is(i, "and") && is(i + 1, "a") && is(i + 2, "half") && parse_time_unit(word(i + 3))) i += 3;
  if ((is(i, "or") || is(i, "to") || is_dash(word(i))) && parse_number(word(i + 1)) &&
      !is(i + 1, "a")) {  // "two or three", "8-10"
    const auto unit = parse_time_unit(word(i + 2));
    if (!unit) return Count{i, count};
    return Count{i + 2, 0};
  }
  return Count{i, count};
}

std::optional<TimeGrammar::TimeOfDay> TimeGrammar::clock_at(std::size_t at) const {
  const std::string_view text = word(at);
  if (text == "noon" || text == "midday") return TimeOfDay{at + 1, "T12:00", true};
  if (text == "midnight") return TimeOfDay{at + 1, "T00:00", true};
  if (text.empty()) return std::nullopt;
  std::optional<int> hour;
  unsigned minute = 0;
  std::string_view rest = text;  // behind the digits
  bool exact = false;
  if (text[0] >= '0' && text[0] <= '9') {
    const auto digits = rest.find_first_not_of("0123456789");
    hour = parse_number(rest.substr(0, digits));
    rest = digits == std::string_view::npos ? std::string_view() : rest.substr(digits);
    if (rest.size() >= 3 && (rest[0] == ':' || rest[0] == '.') && parse_number(rest.substr(1, 2))) {
      exact = rest[0] == ':';
      minute = static_cast<unsigned>(*parse_number(rest.substr(1, 2)));
      rest.remove_prefix(3);
      if (rest.size() == 3 && rest[0] == ':') rest = {};
    } else if (text.size() == 4 && rest.empty() &&
               among(word(at + 1), {"gmt", "utc", "hours", "hrs", "est", "local"})) {
      minute = static_cast<unsigned>(*hour % 100);  // "1400 GMT"
      hour = *hour / 100;
      exact = true;
    }
  } else {
    hour = parse_number(text);
    rest = {};
    if (is(at, "a") || is(at, "an") || is(at, "both")) return std::nullopt;
  }
  if (!hour || *hour > 24 || minute > 59) return std::nullopt;
  std::size_t end = at + 1;
  if (rest.empty()) {
    rest = word(end);
    if (rest == "o'clock" || rest == "oclock") {
      ++end;
      exact = true;
      rest = word(end);
    }
    ++end;
  }
  const bool morning = among(rest, {"am", "a.m.", "a.m"});
  const bool evening = among(rest, {"pm", "p.m.", "p.m"});
  if (!morning && !evening) {
    if (!exact || (rest != word(end - 1) && !rest.empty())) return std::nullopt;
    --end;
  } else {
    if (*hour > 12) return std::nullopt;
    if (evening && *hour < 12) *hour += 12;
    if (morning && *hour == 12) *hour = 0;
  }
  if (among(word(end), {"gmt", "utc", "est", "edt", "et", "cet", "hours", "hrs"})) ++end;
  if (is(end, "local") && is(end + 1, "time")) end += 2;
  return TimeOfDay{end, "T" + two_digits(static_cast<unsigned>(*hour)) + ':' + two_digits(minute), true};
}

std::optional<TimeGrammar::TimeOfDay> TimeGrammar::time_of_day_at(std::size_t at) const {
  std::size_t i = at;
  if (among(word(i), {"early", "late", "mid", "at", "around", "about", "before", "after"})) ++i;
  if (i > at && is_dash(word(i))) ++i;
  i = skip(i, "the");
  if (auto clock = clock_at(i)) return clock;
  const std::string_view part = part_of_day(word(i));
  if (part.empty()) return std::nullopt;
  return TimeOfDay{i + 1, std::string(part), false};
}

TimeGrammar::Reading TimeGrammar::add_time_of_day(TimeReading day) const {
  const auto& interval = day.interval;
  if (day.type != TimeType::Calendar || (interval.start && interval.start != interval.end)) return day;
  if (!interval.start && !day.value.starts_with("XXXX-")) return day;
  if (interval.start && interval.precision != Precision::Day) return day;
  std::size_t i = day.end;
  if (is(i, ",") || is(i, "in")) ++i;
  if (is(day.end, "in") && !is(i, "the")) return day;
  const auto part = time_of_day_at(i);
  if (!part || (is(day.end, ",") && !part->clock)) return day;
  if (among(word(i), {"before", "after"}) && !part->clock) return day;
  day.end = part->end;
  day.type = TimeType::Clock;
  day.value = (interval.start ? to_string(*interval.start) : day.value) + part->value;
  if (part->clock) day.interval.precision = Precision::Hour;
  return day;
}

TimeGrammar::Reading TimeGrammar::read_clock(std::size_t at) const {
  std::size_t i = at;
  const bool introduced = among(word(i), {"at", "around", "about", "by", "before", "after"});
  if (among(word(i), {"at", "around", "about"})) ++i;
  const auto part = time_of_day_at(i);
  if (!part) return std::nullopt;
  if (!part->clock && part->value == "TNI" && is(i, "night") && !(introduced && is(at, "at")))
    return std::nullopt;
  // "3 p.m. on Friday", "the morning of March 3"
  std::size_t next = part->end;
  if (among(word(next), {"on", "of", ","})) ++next;
  if (const auto day = read_undivided(next); day && day->type == TimeType::Calendar && day->interval.start &&
                                             day->interval.precision == Precision::Day &&
                                             day->interval.start == day->interval.end) {
    auto result = *day;
    result.type = TimeType::Clock;
    result.value = to_string(*day->interval.start) + part->value;
    if (part->clock) result.interval.precision = Precision::Hour;
    return result;
  }
  const bool bare_part = !part->clock && !is(i, "overnight") && !introduced &&
                         !(at > 0 && among(word(at - 1), {"in", "during"}));
  if (bare_part && !is(at, "the")) return std::nullopt;
  TimeReading result{part->end, TimeType::Clock, {}, false, false, part->value, true};
  // After a day has been named, the hour is of that day.
  if (anchor_.narrative && anchor_.narrative_precision == Precision::Day && part->clock) {
    result.interval = make_day(*anchor_.narrative);
    result.interval.precision = Precision::Hour;
    result.value = to_string(*anchor_.narrative) + part->value;
  }
  return result;
}

TimeGrammar::Reading TimeGrammar::read_set(std::size_t at) const {
  static const StringMap<std::string_view> words = {
      {"daily", "P1D"},       {"nightly", "P1D"},    {"hourly", "PT1H"},      {"weekly", "P1W"},
      {"fortnightly", "P2W"}, {"monthly", "P1M"},    {"quarterly", "P3M"},    {"yearly", "P1Y"},
      {"annually", "P1Y"},    {"biannually", "P6M"}, {"semiannually", "P6M"}, {"weekends", "XXXX-WXX-WE"}};
  if (const std::string_view* value = words.find(word(at))) return set(at + 1, std::string(*value));
  // "Fridays", "Sunday mornings"
  const std::string_view text = word(at);
  if (text.ends_with('s') && is_capital(at)) {
    if (const auto weekday = parse_weekday(text.substr(0, text.size() - 1)); weekday && text.size() > 5)
      return set(at + 1, "XXXX-WXX-" + std::to_string(*weekday));
  }
  if (const auto weekday = parse_weekday(text); weekday && is_capital(at) && word(at + 1).ends_with('s')) {
    const auto part = part_of_day(word(at + 1));
    if (!part.empty()) return set(at + 2, "XXXX-WXX-" + std::to_string(*weekday) + std::string(part));
  }
  std::size_t i = at;
  int count = 1;
  if (among(word(i), {"every", "each"})) {
    ++i;
    if (is(i, "single")) ++i;
    if (is(i, "other") || is(i, "second")) {
      count = 2;
      ++i;
    } else if (const auto number = parse_number(word(i))) {
      count = *number;
      ++i;
    } else if (const auto ordinal = parse_ordinal(word(i))) {
      count = *ordinal;
      ++i;
    } else if (is(i, "few")) {
      count = 0;
      ++i;
    }
  } else if (is(i, "alternate")) {
    count = 2;
    ++i;
  } else {
    std::size_t times = i + 1;
    if (!among(word(i), {"once", "twice"})) {
      const auto number = count_at(i);
      if (!number || !is(number->end, "times")) return std::nullopt;
      times = number->end + 1;
    }
    if (!among(word(times), {"a", "an", "per", "every", "each"})) return std::nullopt;
    i = times + 1;
  }
  if (const auto unit = parse_time_unit(word(i))) {
    if (unit->plural && count == 1) return std::nullopt;
    return set(i + 1, duration_value(unit->unit, count));
  }
  if (const auto weekday = parse_weekday(word(i))) {
    std::string value = "XXXX-WXX-" + std::to_string(*weekday);
    const std::string_view part = part_of_day(word(i + 1));
    return set(part.empty() ? i + 1 : i + 2, value + std::string(part));
  }
  if (const auto month = month_at(i)) return set(i + 1, "XXXX-" + two_digits(*month));
  if (const auto season = season_at(i)) {
    constexpr std::array<std::string_view, 4> kCodes = {"XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI"};
    return set(i + 1, std::string(kCodes[*season]));
  }
  if (const std::string_view part = part_of_day(word(i)); !part.empty())
    return set(i + 1, "XXXX-XX-XX" + std::string(part));
  return std::nullopt;
}

TimeGrammar::Reading TimeGrammar::read_duration(std::size_t at) const {
  // Bare ones are weak: "three years" alone may be an age or a sentence.
  const bool introduced = among(word(at), {"for", "over", "within", "during", "throughout", "in", "all"});
  std::size_t i = introduced ? at + 1 : at;
  if (is(i, "the")) ++i;
  if (is(i, "a") && among(word(i + 1), {"full", "whole", "single"})) {
    const auto unit = parse_time_unit(word(i + 2));
    if (!unit) return std::nullopt;
    return TimeReading{i + 3,      TimeType::Duration, {}, false, false, duration_value(unit->unit, 1),
                       !introduced};
  }
  if (is(at, "all") && (parse_time_unit(word(at + 1)) || is(at + 1, "night"))) {
    const auto unit = parse_time_unit(word(at + 1));
    if (unit && unit->plural) return std::nullopt;
    return TimeReading{at + 2, TimeType::Duration,
                       {},     false,
                       false,  unit ? duration_value(unit->unit, 1) : std::string("PT1NI"),
                       true};
  }
  int number = 0;
  const auto count = count_at(i);
  if (count) {
    if ((is(i, "a") || is(i, "an")) && !introduced) return std::nullopt;  // "a day"
    i = count->end;
    number = count->number;
  } else if (const auto unit = parse_time_unit(word(i));
             !unit || !unit->plural || is(at, "in") || !introduced) {
    return std::nullopt;
  }
  const bool compound = is(i, "-");
  if (compound) ++i;
  i = skip(i, "long");
  if (count && among(word(i), {"more", "further", "additional"})) ++i;  // "four more days"
  const auto unit = parse_time_unit(word(i));
  if (!unit || is(i + 1, "old") || is(i + 1, "ago") || (is(i + 1, "-") && is(i + 2, "old")))
    return std::nullopt;
  if (unit->unit == TimeUnit::Season || is(at, "in")) {
    if (is(at, "in")) return std::nullopt;
    if (!introduced) return std::nullopt;
  }
  if (!compound && !unit->plural && number != 1) return std::nullopt;
  if (unit->unit == TimeUnit::Quarter && (compound || is(i + 1, "of")))
    return std::nullopt;  // "three-quarters of"
  std::string value = duration_value(unit->unit, number);
  std::optional<TimeOffset> length;
  if (number > 0 && unit->unit >= TimeUnit::Day) length = TimeOffset{unit->unit, number};
  ++i;
  // "9 years and 10 months", "a year and a half"
  if (is(i, "and") && is(i + 1, "a") && is(i + 2, "half")) {
    i += 3;
  } else if (is(i, "and") || is(i, ",")) {
    const auto more = count_at(i + 1);
    const auto smaller = more ? parse_time_unit(word(more->end)) : std::nullopt;
    if (more && smaller && smaller->unit < unit->unit && more->number > 0 && smaller->unit >= TimeUnit::Day) {
      value += duration_value(smaller->unit, more->number).substr(1);
      i = more->end + 1;
    }
  }
  if (compound && is(i, "-") && is(i + 1, "long")) i += 2;
  TimeReading result{i, TimeType::Duration, {}, false, false, std::move(value), !introduced || compound};
  if (!compound) result.length = length;
  return result;
}

}  // namespace actorgraph
