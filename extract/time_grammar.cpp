#include "extract/time_grammar.hpp"

#include <algorithm>
#include <array>

#include "extract/calendar.hpp"

namespace actorgraph {
namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_dash(std::string_view word) {
  return word == "-" || word == "\u2013" || word == "\u2014" || word == "--";
}

TimeReading reading(std::size_t end, DateInterval interval, bool has_year = false) {
  return {end, TimeKind::Point, interval, has_year, false};
}

}  // namespace

const std::string& TimeGrammar::word(std::size_t at) const {
  static const std::string none;
  return at < words_.size() ? words_[at].lower : none;
}

std::optional<int> TimeGrammar::year_at(std::size_t at) const {
  const auto& text = word(at);
  if (text.size() != 4 ||
      !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return std::nullopt;
  }
  const auto year = parse_number(text);
  return year && *year >= 1000 && *year <= 2150 ? year : std::nullopt;
}

std::optional<unsigned> TimeGrammar::month_at(std::size_t at) const {
  if (at >= words_.size() || !words_[at].capital) return std::nullopt;
  return parse_month(word(at));
}

std::optional<int> TimeGrammar::day_at(std::size_t at) const {
  const auto& text = word(at);
  if (text.empty() || text.size() > 14) return std::nullopt;
  auto day = parse_ordinal(text);
  if (!day && text[0] >= '0' && text[0] <= '9' && text.size() <= 2) day = parse_number(text);
  return day && *day >= 1 && *day <= 31 ? day : std::nullopt;
}

std::size_t TimeGrammar::skip_time_of_day(std::size_t at) const {
  constexpr std::array<std::string_view, 7> kParts = {"morning", "afternoon", "evening", "night",
                                                      "nights",  "noon",      "midday"};
  return one_of(word(at), kParts) ? at + 1 : at;
}

std::optional<int> TimeGrammar::implied_year(unsigned month, unsigned day) const {
  if (anchor_.narrative &&
      (!anchor_.published || year_of(*anchor_.narrative) + 1 < year_of(*anchor_.published))) {
    return year_of(*anchor_.narrative);
  }
  if (!anchor_.published) return std::nullopt;
  const Date today = *anchor_.published;
  const int year = year_of(today);
  const auto rank = [](unsigned m, unsigned d) { return m * 32 + d; };
  const unsigned now = rank(month_of(today), day == 0 ? 0 : static_cast<unsigned>(today.day()));
  if (anchor_.direction == TimeDirection::Past) return rank(month, day) <= now ? year : year - 1;
  return rank(month, day) >= now ? year : year + 1;
}

TimeGrammar::Reading TimeGrammar::read_numeric(std::size_t at) const {
  // "2021-05-03", also as five words.
  if (word(at).size() == 10) {
    if (const auto date = parse_date(word(at))) return reading(at + 1, make_day(*date), true);
  }
  const auto year = year_at(at);
  if (year && is_dash(word(at + 1)) && is_dash(word(at + 3)) && word(at + 2).size() == 2 &&
      word(at + 4).size() == 2) {
    const auto month = parse_number(word(at + 2));
    const auto day = parse_number(word(at + 4));
    if (month && day) {
      const auto date = make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
      if (date) return reading(at + 5, make_day(*date), true);
    }
  }
  // "3/14/2024" or, where the first number is no month, "14/3/2024"; "14.3.2024" is day first.
  const auto& text = word(at);
  const char mark = text.find('/') != std::string::npos ? '/' : '.';
  const auto first_mark = text.find(mark);
  const auto second_mark = first_mark == std::string::npos ? first_mark : text.find(mark, first_mark + 1);
  if (second_mark == std::string::npos) return std::nullopt;
  auto first = parse_number(std::string_view(text).substr(0, first_mark));
  auto second = parse_number(std::string_view(text).substr(first_mark + 1, second_mark - first_mark - 1));
  auto last = parse_number(std::string_view(text).substr(second_mark + 1));
  if (!first || !second || !last || text[0] < '0' || text[0] > '9') return std::nullopt;
  if (*last < 100 && mark == '/') *last += *last < 50 ? 2000 : 1900;
  if (*last < 1000) return std::nullopt;
  if (mark == '.' || *first > 12) std::swap(first, second);
  const auto date = make_date(*last, static_cast<unsigned>(*first), static_cast<unsigned>(*second));
  return date ? Reading(reading(at + 1, make_day(*date), true)) : std::nullopt;
}

TimeGrammar::Reading TimeGrammar::read_month_day(std::size_t at) const {
  std::size_t i = at;
  if (parse_weekday(word(i)) && i < words_.size() && words_[i].capital) {
    i = skip_time_of_day(i + 1);
    i = skip(i, ",");
    i = skip(i, ".");
  }
  const auto month = month_at(i);
  if (!month) return std::nullopt;
  i = skip(i + 1, ".");
  i = skip(i, "the");
  const auto day = day_at(i);
  if (!day) return std::nullopt;
  ++i;
  std::optional<int> last_day;  // "March 3-5", "March 3 to 5", "March 3 and 4"
  if ((is_dash(word(i)) || is(i, "to") || is(i, "and") || is(i, "through")) && day_at(i + 1) &&
      !month_at(i + 2) && *day_at(i + 1) > *day && !(is(i, "and") && word(i + 1).size() > 2)) {
    last_day = day_at(i + 1);
    i += 2;
  }
  std::size_t end = i;
  std::optional<int> year = year_at(skip(i, ","));
  const bool has_year = year.has_value();
  if (year) {
    end = skip(i, ",") + 1;
  } else {
    year = implied_year(*month, static_cast<unsigned>(*day));
  }
  if (!year) return TimeReading{end, TimeKind::Point, {}, false, false};
  const auto date = make_date(*year, *month, static_cast<unsigned>(*day));
  const auto last = last_day ? make_date(*year, *month, static_cast<unsigned>(*last_day)) : date;
  if (!date || !last) return std::nullopt;
  return reading(skip_time_of_day(end), {date, last, Precision::Day}, has_year);
}

TimeGrammar::Reading TimeGrammar::read_day_month(std::size_t at) const {
  std::size_t i = at;
  if (parse_weekday(word(i)) && i < words_.size() && words_[i].capital) i = skip(i + 1, ",");
  i = skip(i, "the");
  const auto first_day = day_at(i);
  if (!first_day) return std::nullopt;
  ++i;
  std::optional<int> last_day;
  if ((is_dash(word(i)) || is(i, "to") || is(i, "and")) && day_at(i + 1) && *day_at(i + 1) > *first_day) {
    last_day = day_at(i + 1);
    i += 2;
  }
  if (is(i, "day")) ++i;
  i = skip(i, "of");
  const auto month = month_at(i);
  if (!month) return std::nullopt;
  i = skip(i + 1, ".");
  std::optional<int> year = year_at(skip(i, ","));
  const bool has_year = year.has_value();
  if (year) {
    i = skip(i, ",") + 1;
  } else {
    year = implied_year(*month, static_cast<unsigned>(*first_day));
  }
  if (!year) return TimeReading{i, TimeKind::Point, {}, false, false};
  const auto date = make_date(*year, *month, static_cast<unsigned>(*first_day));
  const auto last = last_day ? make_date(*year, *month, static_cast<unsigned>(*last_day)) : date;
  if (!date || !last) return std::nullopt;
  return reading(i, {date, last, Precision::Day}, has_year);
}

TimeGrammar::Reading TimeGrammar::read_month(std::size_t at) const {
  const auto month = month_at(at);
  if (!month) return std::nullopt;
  std::size_t i = skip(at + 1, ".");
  for (const std::size_t after : {skip(i, ","), skip(i, "of")}) {
    if (const auto year = year_at(after)) return reading(after + 1, make_month(*year, *month), true);
  }
  // "March" and "May" begin a sentence as verbs, and name people.
  const bool range = (is(i, "to") || is(i, "through") || is_dash(word(i))) && month_at(i + 1);
  if (!range &&
      (is(at, "march") || is(at, "may") || is(at, "mar") || is(at, "jan") || is(at, "june") ||
       is(at, "april") || is(at, "august")) &&
      (i >= words_.size() || words_[i].capital || at == 0)) {
    constexpr std::array<std::string_view, 12> kBefore = {
        "in", "since", "until", "last", "of", "by", "from", "between", "before", "after", "this", "next"};
    if (at == 0 || !one_of(word(at - 1), kBefore)) return std::nullopt;
  }
  const auto year = implied_year(*month, 0);
  if (!year) return TimeReading{i, TimeKind::Point, {}, false, false};
  return reading(i, make_month(*year, *month));
}

TimeGrammar::Reading TimeGrammar::read_weekday(std::size_t at) const {
  const auto weekday = parse_weekday(word(at));
  if (!weekday || at >= words_.size() || !words_[at].capital) return std::nullopt;
  const std::size_t end = skip_time_of_day(at + 1);
  if (!anchor_.published) return TimeReading{end, TimeKind::Point, {}, false, false};
  const Date today = *anchor_.published;
  const auto now = static_cast<int>(std::chrono::weekday{std::chrono::sys_days{today}}.iso_encoding());
  const int since = (now - static_cast<int>(*weekday) + 7) % 7;
  const int shift = anchor_.direction == TimeDirection::Past ? -since : (7 - since) % 7;
  return reading(end, make_day(add_days(today, shift)));
}

TimeGrammar::Reading TimeGrammar::read_year(std::size_t at) const {
  std::size_t i = skip(at, "the");
  i = skip(i, "year");
  const auto year = year_at(i);
  if (!year) return std::nullopt;
  if (i > at || is(i + 1, "ce") || is(i + 1, "ad")) {
    if (is(at, "the") && i == at + 1) return std::nullopt;
    return reading(is(i + 1, "ce") || is(i + 1, "ad") ? i + 2 : i + 1, make_year(*year), true);
  }
  if (*year < 1500 || words_[at].counts) return std::nullopt;
  constexpr std::array<std::string_view, 22> kUnits = {
      "people", "percent", "%",        "km",      "kilometers", "kilometres", "miles", "meters",
      "metres", "troops",  "soldiers", "dollars", "euros",      "million",    "feet",  "tons",
      "tonnes", "pounds",  "hours",    "points",  "members",    "rupees"};
  if (one_of(word(i + 1), kUnits)) return std::nullopt;
  if (at > 0 && (is(at - 1, "$") || is(at - 1, "#") || is(at - 1, "no.") || is(at - 1, "about") ||
                 is(at - 1, "than") || is(at - 1, "nearly") || is(at - 1, "some"))) {
    return std::nullopt;
  }
  // "2014-16", "2014-2016"
  if (is_dash(word(i + 1))) {
    auto last = year_at(i + 2);
    if (!last && word(i + 2).size() == 2) {
      last = parse_number(word(i + 2));
      if (last) *last += *year / 100 * 100;
    }
    if (last && *last > *year) {
      return reading(i + 3, {make_year(*year).start, make_year(*last).end, Precision::Year}, true);
    }
  }
  return reading(i + 1, make_year(*year), true);
}

TimeGrammar::Reading TimeGrammar::read_decade(std::size_t at) const {
  std::size_t i = skip(at, "the");
  const auto& text = word(i);
  std::string digits = text.substr(0, text.find_first_not_of("0123456789"));
  const std::string_view ending = std::string_view(text).substr(digits.size());
  const bool split_ending = ending.empty() && (is(i + 1, "s") || (is(i + 1, "'s") && i > at));
  if (digits.size() == 4 && digits.back() == '0' && (ending == "s" || ending == "'s" || split_ending)) {
    return reading(split_ending ? i + 2 : i + 1, make_decade(*parse_number(digits)), true);
  }
  constexpr std::array<std::string_view, 8> kNamed = {"twenties", "thirties",  "forties",  "fifties",
                                                      "sixties",  "seventies", "eighties", "nineties"};
  constexpr std::array<std::string_view, 8> kShort = {"20s", "30s", "40s", "50s", "60s", "70s", "80s", "90s"};
  std::string_view bare = text;
  while (!bare.empty() && (bare[0] == '\'' || (bare[0] & 0x80) != 0)) bare.remove_prefix(1);
  for (std::size_t k = 0; k < kNamed.size(); ++k) {
    if (i == at && bare.size() == text.size()) break;  // "in his sixties", "in the sixties"
    if (text == kNamed[k] || bare == kShort[k]) {
      return reading(i + 1, make_decade(1920 + 10 * static_cast<int>(k)), true);
    }
  }
  // "the 19th century", "17th-century"
  std::string_view ordinal = text;
  std::size_t end = i + 1;
  if (ordinal.ends_with("-century")) {
    ordinal.remove_suffix(8);
  } else {
    if (is_dash(word(end))) ++end;
    if (!is(end, "century")) return std::nullopt;
    ++end;
  }
  const auto century = parse_ordinal(ordinal);
  if (!century || *century < 1) return std::nullopt;
  const int first = (*century - 1) * 100;
  return reading(end, {make_year(std::max(first, 1)).start, make_year(first + 99).end, Precision::Unknown},
                 true);
}

TimeGrammar::Reading TimeGrammar::read_season(std::size_t at) const {
  constexpr std::array<std::string_view, 4> kSeasons = {"spring", "summer", "autumn", "winter"};
  std::size_t i = skip(at, "the");
  const auto found = std::find(kSeasons.begin(), kSeasons.end(), word(i) == "fall" ? "autumn" : word(i));
  if (found == kSeasons.end()) return std::nullopt;
  const auto season = static_cast<unsigned>(found - kSeasons.begin());
  const auto year = year_at(skip(i + 1, "of"));
  if (!year) return std::nullopt;
  return reading(skip(i + 1, "of") + 1, make_season(*year, season), true);
}

TimeGrammar::Reading TimeGrammar::read_part_of_year(std::size_t at) const {
  std::size_t i = skip(at, "the");
  const auto ordinal = parse_ordinal(word(i));
  if (!ordinal) return std::nullopt;
  const bool quarter = is(i + 1, "quarter");
  const bool half = is(i + 1, "half");
  if ((!quarter && !half) || *ordinal > (quarter ? 4 : 2)) return std::nullopt;
  i += 2;
  bool has_year = true;
  std::optional<int> year = year_at(skip(i, "of"));
  if (year) {
    i = skip(i, "of") + 1;
  } else if (is(i, "of") && anchor_.published && (is(i + 1, "this") || is(i + 1, "last")) &&
             is(i + 2, "year")) {
    year = year_of(*anchor_.published) - (is(i + 1, "last") ? 1 : 0);
    has_year = false;
    i += 3;
  }
  if (!year) return std::nullopt;
  const unsigned months = quarter ? 3 : 6;
  const auto first = static_cast<unsigned>(*ordinal - 1) * months + 1;
  return reading(
      i, {make_month(*year, first).start, make_month(*year, first + months - 1).end, Precision::Season},
      has_year);
}

TimeGrammar::Reading TimeGrammar::read_holiday(std::size_t at) const {
  struct Holiday {
    std::string_view first, second, third;
    unsigned month, day;
  };
  constexpr std::array<Holiday, 6> kHolidays = {{{"christmas", "eve", "", 12, 24},
                                                 {"christmas", "day", "", 12, 25},
                                                 {"christmas", "", "", 12, 25},
                                                 {"new", "year", "eve", 12, 31},
                                                 {"new", "year", "day", 1, 1},
                                                 {"valentine", "day", "", 2, 14}}};
  for (const auto& holiday : kHolidays) {
    std::size_t i = at;
    const auto take = [&](std::string_view part) {
      if (part.empty()) return true;
      if (!word(i).starts_with(part) || i >= words_.size() || !words_[i].capital) return false;
      ++i;
      if (is(i, "'s")) ++i;
      return true;
    };
    if (!take(holiday.first) || !take(holiday.second) || !take(holiday.third)) continue;
    auto year = year_at(skip(i, ","));
    const bool has_year = year.has_value();
    if (year) {
      i = skip(i, ",") + 1;
    } else {
      year = implied_year(holiday.month, holiday.day);
    }
    if (!year) return TimeReading{i, TimeKind::Point, {}, false, false};
    return reading(i, make_day(*make_date(*year, holiday.month, holiday.day)), has_year);
  }
  return std::nullopt;
}

}  // namespace actorgraph
