// The expressions that count from the day of publication or from the narrative, and bounds around all others.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "extract/calendar.hpp"
#include "extract/time_grammar.hpp"

namespace actorgraph {
namespace {

enum class Unit { Day, Week, Month, Year, Decade, Century, Hour, Season, Weekend, Quarter };

struct UnitWord {
  Unit unit;
  bool plural;
};

std::optional<UnitWord> parse_unit(std::string_view word) {
  struct Row {
    std::string_view text;
    Unit unit;
  };
  constexpr std::array<Row, 12> kUnits = {{{"day", Unit::Day},
                                           {"week", Unit::Week},
                                           {"month", Unit::Month},
                                           {"year", Unit::Year},
                                           {"decade", Unit::Decade},
                                           {"century", Unit::Century},
                                           {"hour", Unit::Hour},
                                           {"minute", Unit::Hour},
                                           {"weekend", Unit::Weekend},
                                           {"quarter", Unit::Quarter},
                                           {"fortnight", Unit::Week},
                                           {"season", Unit::Season}}};
  if (word == "centuries") return UnitWord{Unit::Century, true};
  for (const auto& row : kUnits) {
    if (word == row.text) return UnitWord{row.unit, false};
    if (word.size() == row.text.size() + 1 && word.ends_with('s') && word.starts_with(row.text)) {
      return UnitWord{row.unit, true};
    }
  }
  return std::nullopt;
}

bool among(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_dash(std::string_view word) {
  return word == "-" || word == "\u2013" || word == "\u2014" || word == "--";
}

Date move(Date date, Unit unit, int count) {
  switch (unit) {
    case Unit::Hour:
      return date;
    case Unit::Day:
      return add_days(date, count);
    case Unit::Week:
    case Unit::Weekend:
      return add_days(date, 7 * count);
    case Unit::Month:
      return add_months(date, count);
    case Unit::Quarter:
    case Unit::Season:
      return add_months(date, 3 * count);
    case Unit::Year:
      return add_months(date, 12 * count);
    case Unit::Decade:
      return add_months(date, 120 * count);
    case Unit::Century:
      return add_months(date, 1200 * count);
  }
  return date;
}

DateInterval around(Date date, Unit unit) {
  switch (unit) {
    case Unit::Hour:
    case Unit::Day:
      return make_day(date);
    case Unit::Week:
      return make_week(date);
    case Unit::Weekend: {
      const auto week = make_week(date);
      return {add_days(*week.end, -1), week.end, Precision::Day};
    }
    case Unit::Month:
      return make_month(year_of(date), month_of(date));
    case Unit::Season:
      return make_season(month_of(date) < 3 ? year_of(date) - 1 : year_of(date),
                         (month_of(date) + 9) / 3 % 4);
    case Unit::Quarter: {
      const unsigned first = (month_of(date) - 1) / 3 * 3 + 1;
      return {make_month(year_of(date), first).start, make_month(year_of(date), first + 2).end,
              Precision::Season};
    }
    case Unit::Year:
      return make_year(year_of(date));
    case Unit::Decade:
      return make_decade(year_of(date) / 10 * 10);
    case Unit::Century:
      return {make_year(year_of(date) / 100 * 100).start, make_year(year_of(date) / 100 * 100 + 99).end,
              Precision::Unknown};
  }
  return {};
}

TimeReading unresolved(std::size_t end) {
  return {end, TimeKind::Point, {}, false, true};
}

// "several weeks" is some of them; their number stays open.
bool is_vague(std::string_view word) {
  return among(word, {"several", "few", "many", "some", "recent", "countless", "various", "these"});
}

}  // namespace

TimeGrammar::Reading TimeGrammar::read_named_day(std::size_t at) const {
  int shift = 0;
  std::size_t end = at + 1;
  if (is(at, "yesterday")) {
    shift = -1;
  } else if (is(at, "tomorrow")) {
    shift = 1;
  } else if (is(at, "last") && is(at + 1, "night")) {
    shift = -1;
    end = at + 2;
  } else if (is(at, "this") && among(word(at + 1), {"morning", "afternoon", "evening"})) {
    end = at + 2;
  } else if (is(at, "the") && is(at + 1, "day") && (is(at + 2, "after") || is(at + 2, "before"))) {
    if (!is(at + 3, "yesterday") && !is(at + 3, "tomorrow")) return std::nullopt;
    shift = is(at + 3, "yesterday") ? -2 : 2;
    end = at + 4;
  } else if (!is(at, "today") && !is(at, "tonight")) {
    return std::nullopt;
  }
  end = skip_time_of_day(end);
  if (!anchor_.published) return TimeReading{end, TimeKind::Point, {}, false, false};
  return TimeReading{end, TimeKind::Point, make_day(add_days(*anchor_.published, shift)), false, false};
}

TimeGrammar::Reading TimeGrammar::read_this_last_next(std::size_t at) const {
  std::size_t i = skip(at, "the");
  const bool article = i > at;
  const bool narrative = among(word(i), {"that", "previous", "following", "preceding", "same"}) ||
                         (article && among(word(i), {"next"}));
  int step = 0;
  if (among(word(i), {"last", "past", "previous", "preceding"})) step = -1;
  if (among(word(i), {"next", "coming", "following", "upcoming"})) step = 1;
  if (step == 0 && !among(word(i), {"this", "that", "same", "current"})) return std::nullopt;
  if (is(i, "that") && is(i + 1, "same")) ++i;
  ++i;

  if (const auto weekday = parse_weekday(word(i)); weekday && words_[i].capital) {
    const std::size_t end = skip_time_of_day(i + 1);
    if (!anchor_.published || narrative) return unresolved(end);
    TimeAnchor shifted = anchor_;
    if (step == -1) shifted.published = add_days(*anchor_.published, -1);
    if (step == 1) shifted.published = add_days(*anchor_.published, 1);
    if (step != 0) shifted.direction = step < 0 ? TimeDirection::Past : TimeDirection::Future;
    auto result = TimeGrammar(words_, shifted).read_weekday(i);
    return result;
  }
  if (const auto month = month_at(i)) {
    std::size_t end = skip(i + 1, ".");
    if (const auto year = year_at(end))
      return TimeReading{end + 1, TimeKind::Point, make_month(*year, *month), true, false};
    const auto day = day_at(end);
    if (day) ++end;
    if (!anchor_.published || narrative) return unresolved(end);
    const auto today = *anchor_.published;
    int year = year_of(today);
    if (step == -1 && *month >= month_of(today)) --year;
    if (step == 1 && *month <= month_of(today)) ++year;
    if (!day) return TimeReading{end, TimeKind::Point, make_month(year, *month), false, false};
    const auto date = make_date(year, *month, static_cast<unsigned>(*day));
    return date ? Reading(TimeReading{end, TimeKind::Point, make_day(*date), false, false}) : std::nullopt;
  }
  constexpr std::array<std::string_view, 5> kSeasons = {"spring", "summer", "autumn", "winter", "fall"};
  const auto season_at = std::find(kSeasons.begin(), kSeasons.end(), word(i));
  if (season_at != kSeasons.end()) {
    if (!anchor_.published || narrative) return unresolved(i + 1);
    const auto season = static_cast<unsigned>(season_at - kSeasons.begin()) == 4
                            ? 2U
                            : static_cast<unsigned>(season_at - kSeasons.begin());
    const Date today = *anchor_.published;
    int year = year_of(today);
    if (season == 3 && month_of(today) < 3) --year;  // the winter that began last year
    const auto current = make_season(year, season);
    if (step == -1 && *current.end >= today) --year;
    if (step == 1 && *current.start <= today) ++year;
    return TimeReading{i + 1, TimeKind::Point, make_season(year, season), false, false};
  }

  // "the last three years", "the past few months", "the coming weeks"
  std::size_t count_end = i;
  std::optional<int> count;
  bool vague = false;
  if (is(i, "couple") && is(i + 1, "of")) {
    count_end = i + 2;
    count = 2;
  } else if (is_vague(word(i))) {
    vague = true;
    count_end = i + 1;
  } else if (!among(word(i), {"a", "an"})) {
    count = parse_number(word(i));
    if (count) count_end = i + 1;
  }
  const auto unit = parse_unit(word(count_end));
  if (!unit) return std::nullopt;
  const std::size_t end = count_end + 1;
  if (unit->plural || count) {
    if (step == 0) return std::nullopt;
    if (!anchor_.published || narrative) {
      if (!is(i - 1, "next")) return unresolved(end);
    }
    if (!anchor_.published) return unresolved(end);
    const Date today = *anchor_.published;
    if (!count) {
      return TimeReading{end, TimeKind::Point,
                         step < 0 ? DateInterval{{}, today, Precision::Unknown}
                                  : DateInterval{today, {}, Precision::Unknown},
                         false, false};
    }
    const Precision precision = around(today, unit->unit).precision;
    Date other = move(today, unit->unit, step * *count);
    if (unit->unit != Unit::Hour) other = add_days(other, step < 0 ? 1 : 0);
    return TimeReading{
        end, TimeKind::Point,
        step < 0 ? DateInterval{other, today, precision} : DateInterval{today, other, precision}, false,
        false};
  }
  if (vague || unit->unit == Unit::Hour) return std::nullopt;
  if (is(i - 1, "past") || is(i - 1, "coming") || (article && is(i - 1, "last"))) {
    // "the past year" is the twelve months up to now.
    if (!anchor_.published) return unresolved(end);
    const Date today = *anchor_.published;
    if (step > 0)
      return TimeReading{end,
                         TimeKind::Point,
                         {today, move(today, unit->unit, 1), around(today, unit->unit).precision},
                         false,
                         false};
    return TimeReading{end,
                       TimeKind::Point,
                       {move(today, unit->unit, -1), today, around(today, unit->unit).precision},
                       false,
                       false};
  }
  if (narrative) {
    if (!anchor_.narrative) return unresolved(end);
    auto result = TimeReading{end, TimeKind::Point,
                              around(move(*anchor_.narrative, unit->unit, step), unit->unit), false, true};
    return result;
  }
  if (!anchor_.published) return TimeReading{end, TimeKind::Point, {}, false, false};
  return TimeReading{end, TimeKind::Point, around(move(*anchor_.published, unit->unit, step), unit->unit),
                     false, false};
}

TimeGrammar::Reading TimeGrammar::read_recent(std::size_t at) const {
  const std::size_t i = skip(at, "the");
  if (!among(word(i), {"recent", "coming", "earlier", "previous"})) return std::nullopt;
  const auto unit = parse_unit(word(i + 1));
  if (!unit || !unit->plural) return std::nullopt;
  if (!is(i, "recent") && !is(i, "coming")) return unresolved(i + 2);
  if (!anchor_.published) return TimeReading{i + 2, TimeKind::Point, {}, false, false};
  DateInterval interval;
  (is(i, "recent") ? interval.end : interval.start) = *anchor_.published;
  return TimeReading{i + 2, TimeKind::Point, interval, false, false};
}

TimeGrammar::Reading TimeGrammar::read_ago(std::size_t at) const {
  std::size_t i = at;
  std::optional<int> count;
  bool vague = false;
  if (among(word(i), {"a", "an"}) && among(word(i + 1), {"few", "couple", "decade", "dozen"})) {
    if (is(i + 1, "few")) vague = true;
    if (is(i + 1, "couple")) count = 2;
    if (is(i + 1, "dozen")) count = 12;
    if (is(i + 1, "decade")) --i, count = 1;
    i += 2;
    i = skip(i, "of");
  } else if (is_vague(word(i))) {
    vague = true;
    ++i;
  } else {
    count = parse_number(word(i));
    if (!count || year_at(i)) return std::nullopt;
    ++i;
    if (is(i, "or") && parse_number(word(i + 1))) {
      i += 2;
      vague = true;
    }
  }
  const auto unit = parse_unit(word(i));
  if (!unit) return std::nullopt;
  ++i;
  if (is(i, "and") && is(i + 1, "a") && is(i + 2, "half")) i += 3;
  const bool ago = is(i, "ago");
  const bool back = among(word(i), {"earlier", "before", "previously", "prior"});
  const bool on = among(word(i), {"later", "after", "afterwards", "after"});
  if (!ago && !back && !on) return std::nullopt;
  const std::size_t end = i + 1;
  if (ago) {
    if (!anchor_.published || vague || !count) {
      DateInterval interval;
      if (anchor_.published) interval.end = *anchor_.published;
      return TimeReading{end, TimeKind::Point, interval, false, false};
    }
    return TimeReading{end, TimeKind::Point, around(move(*anchor_.published, unit->unit, -*count), unit->unit),
                       false, false};
  }
  // "four years before the attack" counts from an event that is not known here.
  if (!anchor_.narrative || vague || !count ||
      among(word(end), {"the", "his", "her", "their", "its", "he", "she", "they", "it", "being", "to"}) ||
      unit->unit == Unit::Hour) {
    return unresolved(end);
  }
  return TimeReading{end, TimeKind::Point,
                     around(move(*anchor_.narrative, unit->unit, back ? -*count : *count), unit->unit), false,
                     true};
}

TimeGrammar::Reading TimeGrammar::read_early_late(std::size_t at) const {
  std::size_t i = skip(at, "the");
  std::size_t inner = i + 1;
  const auto& text = word(i);
  if (among(text, {"earlier", "later"})) {
    if (is(inner, "in") || is(inner, "on")) ++inner;
    if (is(inner, "the") && is(inner + 1, "day")) {
      if (!anchor_.published) return unresolved(inner + 2);
      return TimeReading{inner + 2, TimeKind::Point, make_day(*anchor_.published), false, false};
    }
    const auto period = read_period(inner);
    if (!period || period->kind != TimeKind::Point) return std::nullopt;
    auto result = *period;
    if (anchor_.published && result.interval.start && result.interval.end &&
        *result.interval.start <= *anchor_.published && *anchor_.published <= *result.interval.end) {
      (is(i, "earlier") ? result.interval.end : result.interval.start) = *anchor_.published;
    }
    return result;
  }
  if (!among(text, {"early", "mid", "late"}) && !text.starts_with("mid-")) {
    if (!(among(text, {"beginning", "start", "end", "middle"}) && is(inner, "of"))) return std::nullopt;
    ++inner;
  }
  if (is_dash(word(inner))) ++inner;
  if (text.starts_with("mid-")) {
    // "mid-1990s", "mid-March": the words after the hyphen are read on their own.
    std::vector<TimeWord> rest = {{text.substr(4), true, false}};
    for (std::size_t k = inner; k < std::min(words_.size(), inner + 4); ++k) rest.push_back(words_[k]);
    if (const auto result = TimeGrammar(rest, anchor_).read_period(0)) {
      auto moved = *result;
      moved.end = inner + result->end - 1;
      return moved;
    }
    return std::nullopt;
  }
  if (is(inner, "in")) ++inner;
  return read_period(inner);
}

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
  if (parse_unit(word(i)) || parse_weekday(word(i)) || month_at(i) ||
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
  } else if (!(parse_unit(word(i)) && parse_unit(word(i))->plural)) {
    return std::nullopt;
  }
  const auto unit = parse_unit(word(i));
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
