// Durations, repeated times, and bounds around all other expressions: "since 2021", "from May to June".
#include <algorithm>
#include <array>
#include <initializer_list>

#include "extract/calendar.hpp"
#include "extract/time_grammar.hpp"
#include "extract/time_unit.hpp"

namespace actorgraph {
namespace {

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_dash(std::string_view word) {
  return word == "-" || word == "\u2013" || word == "\u2014" || word == "--";
}

// "several weeks" is some of them; their number stays open.
bool is_vague(std::string_view word) {
  return among(word, {"several", "few", "many", "some", "recent", "countless", "various", "these"});
}

}  // namespace

TimeGrammar::Reading TimeGrammar::read_set(std::size_t at) const {
  std::size_t i = at;
  if (among(word(i), {"daily", "weekly", "monthly", "yearly", "annually", "nightly"})) {
    return TimeReading{i + 1, TimeKind::Set, {}, false, false};
  }
  if (among(word(i), {"every", "each"})) {
    ++i;
    if (is(i, "other") || parse_number(word(i))) ++i;
  } else if (among(word(i), {"once", "twice"}) && among(word(i + 1), {"a", "per", "every"})) {
    i += 2;
  } else if (word(i).ends_with("days") && words_[i].capital &&
             parse_weekday(std::string_view(word(i)).substr(0, word(i).size() - 1))) {
    return TimeReading{i + 1, TimeKind::Set, {}, false, false};
  } else {
    return std::nullopt;
  }
  constexpr std::array<std::string_view, 9> kRepeated = {
      "morning", "evening", "night", "summer", "winter", "spring", "autumn", "afternoon", "fall"};
  if (parse_time_unit(word(i)) || parse_weekday(word(i)) || month_at(i) ||
      std::find(kRepeated.begin(), kRepeated.end(), word(i)) != kRepeated.end()) {
    return TimeReading{i + 1, TimeKind::Set, {}, false, false};
  }
  return std::nullopt;
}

TimeGrammar::Reading TimeGrammar::read_duration(std::size_t at) const {
  // Only after a preposition: "three years" alone may be an age or a sentence.
  if (!among(word(at), {"for", "over", "within", "during", "throughout"})) return std::nullopt;
  std::size_t i = at + 1;
  if (among(word(i), {"about", "nearly", "almost", "around", "over", "roughly", "approximately", "the"})) ++i;
  if ((is(i, "more") || is(i, "less") || is(i, "at")) && (is(i + 1, "than") || is(i + 1, "least"))) i += 2;
  if (is(i, "a") && (is(i + 1, "few") || is(i + 1, "couple"))) {
    i = skip(i + 2, "of");
  } else if (is_vague(word(i)) || parse_number(word(i))) {
    ++i;
    if ((is(i, "or") || is(i, "to")) && parse_number(word(i + 1))) i += 2;
  } else if (!(parse_time_unit(word(i)) && parse_time_unit(word(i))->plural)) {
    return std::nullopt;
  }
  const auto unit = parse_time_unit(word(i));
  if (!unit || is(i + 1, "old") || is(i + 1, "ago")) return std::nullopt;
  return TimeReading{i + 1, TimeKind::Duration, {}, false, false};
}

TimeGrammar::Reading TimeGrammar::read_period(std::size_t at) const {
  if (at >= words_.size()) return std::nullopt;
  Reading best;
  const auto take = [&](const Reading& other) {
    if (other && (!best || other->end > best->end)) best = other;
  };
  for (const auto member :
       {&TimeGrammar::read_numeric, &TimeGrammar::read_month_day, &TimeGrammar::read_day_month,
        &TimeGrammar::read_ago, &TimeGrammar::read_month, &TimeGrammar::read_weekday,
        &TimeGrammar::read_decade, &TimeGrammar::read_season, &TimeGrammar::read_part_of_year,
        &TimeGrammar::read_holiday, &TimeGrammar::read_named_day, &TimeGrammar::read_this_last_next,
        &TimeGrammar::read_recent, &TimeGrammar::read_early_late, &TimeGrammar::read_set,
        &TimeGrammar::read_year}) {
    take((this->*member)(at));
  }
  return best;
}

TimeGrammar::Reading TimeGrammar::read_span(std::size_t at) const {
  const auto first = read_period(at);
  if (!first || first->kind != TimeKind::Point) return first;
  const std::size_t mark = first->end;
  if (!is(mark, "to") && !is(mark, "through") && !is(mark, "until") && !is(mark, "till") &&
      !is_dash(word(mark))) {
    return first;
  }
  const auto second = read_period(mark + 1);
  if (!second || second->kind != TimeKind::Point || !first->interval.start || !second->interval.end)
    return first;
  DateInterval start = first->interval;
  // "March to June 2020": the year of the last bounds the first.
  if (!first->has_year && second->has_year) {
    TimeAnchor later = anchor_;
    later.narrative.reset();
    later.published = *second->interval.end;
    later.direction = TimeDirection::Past;
    if (const auto again = TimeGrammar(words_, later).read_period(at)) start = again->interval;
  }
  if (!start.start || *start.start > *second->interval.end) return first;
  return TimeReading{second->end,
                     TimeKind::Point,
                     {start.start, second->interval.end, second->interval.precision},
                     second->has_year,
                     false};
}

TimeGrammar::Reading TimeGrammar::read_bounded(std::size_t at) const {
  std::size_t i = at + 1;
  if (is(at, "between") || is(at, "from")) {
    const auto first = read_period(i);
    if (!first || !first->interval.start) return std::nullopt;
    const std::size_t mark = first->end;
    if (!(is(at, "between") ? is(mark, "and")
                            : among(word(mark), {"to", "until", "till", "through", "-", "\u2013", "onwards",
                                                 "onward", "on"}))) {
      return std::nullopt;
    }
    if (among(word(mark), {"onwards", "onward"})) {
      return TimeReading{mark + 1,
                         TimeKind::Point,
                         {first->interval.start, {}, first->interval.precision},
                         first->has_year,
                         false};
    }
    const auto second = read_period(mark + 1);
    if (!second || !second->interval.end) return std::nullopt;
    TimeAnchor later = anchor_;
    DateInterval start = first->interval;
    if (!first->has_year && second->has_year) {
      later.narrative.reset();
      later.published = *second->interval.end;
      later.direction = TimeDirection::Past;
      if (const auto again = TimeGrammar(words_, later).read_period(i)) start = again->interval;
    }
    if (!start.start || *start.start > *second->interval.end) return std::nullopt;
    return TimeReading{second->end,
                       TimeKind::Point,
                       {start.start, second->interval.end, second->interval.precision},
                       second->has_year,
                       false};
  }
  const bool since = is(at, "since");
  const bool until = among(word(at), {"until", "till"});
  if (!since && !until && !among(word(at), {"before", "after", "by"})) return std::nullopt;
  if (since && among(word(i), {"at"}) && is(i + 1, "least")) i += 2;
  const auto period = read_period(i);
  if (!period || period->kind != TimeKind::Point) return std::nullopt;
  auto result = *period;
  const auto whole = period->interval;
  if (since) {
    result.interval = {whole.start, {}, whole.precision};
  } else if (until || is(at, "by")) {
    result.interval = {{}, whole.end, whole.precision};
  } else if (is(at, "before")) {
    result.interval = {
        {}, whole.start ? std::optional(add_days(*whole.start, -1)) : std::nullopt, whole.precision};
  } else {
    result.interval = {
        whole.end ? std::optional(add_days(*whole.end, 1)) : std::nullopt, {}, whole.precision};
  }
  return result;
}

TimeGrammar::Reading TimeGrammar::read(std::size_t at) const {
  if (at >= words_.size()) return std::nullopt;
  if (auto bounded = read_bounded(at)) return bounded;
  if (auto duration = read_duration(at)) {
    return duration;
  }
  return read_span(at);
}

}  // namespace actorgraph
