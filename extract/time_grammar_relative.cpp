// The expressions that count from the day of publication or from the narrative: "last week", "two years ago".
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
  const auto unit = parse_time_unit(word(count_end));
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
    const Precision precision = interval_around(today, unit->unit).precision;
    Date other = move_by(today, unit->unit, step * *count);
    if (unit->unit != TimeUnit::Hour) other = add_days(other, step < 0 ? 1 : 0);
    return TimeReading{
        end, TimeKind::Point,
        step < 0 ? DateInterval{other, today, precision} : DateInterval{today, other, precision}, false,
        false};
  }
  if (vague || unit->unit == TimeUnit::Hour) return std::nullopt;
  if (is(i - 1, "past") || is(i - 1, "coming") || (article && is(i - 1, "last"))) {
    // "the past year" is the twelve months up to now.
    if (!anchor_.published) return unresolved(end);
    const Date today = *anchor_.published;
    if (step > 0)
      return TimeReading{end,
                         TimeKind::Point,
                         {today, move_by(today, unit->unit, 1), interval_around(today, unit->unit).precision},
                         false,
                         false};
    return TimeReading{end,
                       TimeKind::Point,
                       {move_by(today, unit->unit, -1), today, interval_around(today, unit->unit).precision},
                       false,
                       false};
  }
  if (narrative) {
    if (!anchor_.narrative) return unresolved(end);
    auto result =
        TimeReading{end, TimeKind::Point,
                    interval_around(move_by(*anchor_.narrative, unit->unit, step), unit->unit), false, true};
    return result;
  }
  if (!anchor_.published) return TimeReading{end, TimeKind::Point, {}, false, false};
  return TimeReading{end, TimeKind::Point,
                     interval_around(move_by(*anchor_.published, unit->unit, step), unit->unit), false,
                     false};
}

TimeGrammar::Reading TimeGrammar::read_recent(std::size_t at) const {
  const std::size_t i = skip(at, "the");
  if (!among(word(i), {"recent", "coming", "earlier", "previous"})) return std::nullopt;
  const auto unit = parse_time_unit(word(i + 1));
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
  const auto unit = parse_time_unit(word(i));
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
    return TimeReading{end, TimeKind::Point,
                       interval_around(move_by(*anchor_.published, unit->unit, -*count), unit->unit), false,
                       false};
  }
  // "four years before the attack" counts from an event that is not known here.
  if (!anchor_.narrative || vague || !count ||
      among(word(end), {"the", "his", "her", "their", "its", "he", "she", "they", "it", "being", "to"}) ||
      unit->unit == TimeUnit::Hour) {
    return unresolved(end);
  }
  return TimeReading{
      end, TimeKind::Point,
      interval_around(move_by(*anchor_.narrative, unit->unit, back ? -*count : *count), unit->unit), false,
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

}  // namespace actorgraph
