#include "extract/time_grammar.hpp"

#include <algorithm>
#include <array>

#include "extract/calendar.hpp"
#include "extract/time_value.hpp"

namespace actorgraph {
namespace {

TimeReading reading(std::size_t end, DateInterval interval, bool has_year = false) {
  return {end, TimeType::Calendar, interval, has_year, false};
}

TimeReading unresolved(std::size_t end, std::string value) {
  return {end, TimeType::Calendar, {}, false, false, std::move(value)};
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// What a number before it counts, where the parse does not say so.
bool is_counted(std::string_view word) {
  return among(word,
               {"people", "percent", "%",        "km",      "kilometers", "kilometres", "miles",   "meters",
                "metres", "troops",  "soldiers", "dollars", "euros",      "million",    "billion", "feet",
                "tons",   "tonnes",  "pounds",   "hours",   "points",     "members",    "rupees",  "mm",
                "kg",     "ad",      "bc",       "bce",     "ce"});
}

}  // namespace

std::optional<int> TimeGrammar::year_at(std::size_t at) const {
  const auto& text = word(at);
  if (text.size() != 4 || !is_number(text)) return std::nullopt;
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

std::optional<unsigned> TimeGrammar::season_at(std::size_t at) const {
  constexpr std::array<std::string_view, 4> kSeasons = {"spring", "summer", "autumn", "winter"};
  if (at >= words_.size() || words_[at].is_verb) return std::nullopt;
  const auto found = std::find(kSeasons.begin(), kSeasons.end(), word(at) == "fall" ? "autumn" : word(at));
  if (found == kSeasons.end()) return std::nullopt;
  return static_cast<unsigned>(found - kSeasons.begin());
}

std::optional<int> TimeGrammar::implied_year(unsigned month, unsigned day) const {
  if (anchor_.year && (!anchor_.published || *anchor_.year + 1 < year_of(*anchor_.published) ||
                       *anchor_.year > year_of(*anchor_.published))) {
    return anchor_.year;
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
  const auto& text = word(at);
  if (text.empty() || text[0] < '0' || text[0] > '9') return std::nullopt;
  // "2021-05-03", also as five words, and with the time behind it.
  if (text.size() == 10 || (text.size() >= 16 && text[10] == 't')) {
    if (const auto date = parse_date(std::string_view(text).substr(0, 10)))
      return reading(at + 1, make_day(*date), true);
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
  if (text == "9/11") return reading(at + 1, make_day(*make_date(2001, 9, 11)), true);
  // "3/14/2024" or, where the first number is no month, "14/3/2024"; "14.3.2024" is day first.
  const char mark = text.find('/') != std::string::npos ? '/' : '.';
  const auto first_mark = text.find(mark);
  const auto second_mark = first_mark == std::string::npos ? first_mark : text.find(mark, first_mark + 1);
  if (second_mark == std::string::npos) return std::nullopt;
  auto first = parse_number(std::string_view(text).substr(0, first_mark));
  auto second = parse_number(std::string_view(text).substr(first_mark + 1, second_mark - first_mark - 1));
  auto last = parse_number(std::string_view(text).substr(second_mark + 1));
  if (!first || !second || !last) return std::nullopt;
  if (first_mark == 4) {  // "2024/03/14"
    const auto date = make_date(*first, static_cast<unsigned>(*second), static_cast<unsigned>(*last));
    return date ? Reading(reading(at + 1, make_day(*date), true)) : std::nullopt;
  }
  if (*last < 100 && mark == '/') *last += *last < 50 ? 2000 : 1900;
  if (*last < 1000 || *last > 9999) return std::nullopt;
  const bool day_first =
      *first > 12 || (*second <= 12 && (mark == '.' || anchor_.order == DayOrder::DayFirst));
  if (day_first) std::swap(first, second);
  const auto date = make_date(*last, static_cast<unsigned>(*first), static_cast<unsigned>(*second));
  return date ? Reading(reading(at + 1, make_day(*date), true)) : std::nullopt;
}

TimeGrammar::Reading TimeGrammar::read_month_day(std::size_t at) const {
  std::size_t i = at;
  if (parse_weekday(word(i)) && is_capital(i)) {
    if (const auto part = time_of_day_at(i + 1)) i = part->end - 1;
    i = skip(i + 1, ",");
    i = skip(i, ".");
  }
  const auto month = month_at(i);
  if (!month) return std::nullopt;
  i = after_month(i);
  i = skip(i, "-");
  i = skip(i, "the");
  const auto day = day_at(i);
  if (!day || is(i + 1, "percent") || is(i + 1, "%")) return std::nullopt;
  ++i;
  std::optional<int> last_day;  // "March 3-5", "March 3 to 5", "March 3 and 4", "March 3 or 4"
  if ((is_dash(word(i)) || among(word(i), {"to", "and", "through", "or"})) && day_at(i + 1) &&
      !month_at(i + 2) && *day_at(i + 1) > *day &&
      !(is(i, "and") && word(i + 1).size() > 2 && !parse_number(word(i + 1).substr(0, 1)))) {
    last_day = day_at(i + 1);
    i += 2;
  }
  std::size_t end = i;
  const std::size_t before_year = is(i, ",") || is(i, "-") || is(i, "in") ? i + 1 : i;
  std::optional<int> year = year_at(before_year);
  if (year && before_year + 1 < words_.size() && words_[before_year].counts) year.reset();
  const bool has_year = year.has_value();
  if (year) {
    end = before_year + 1;
  } else {
    year = implied_year(*month, static_cast<unsigned>(*day));
  }
  if (!year)
    return unresolved(end, "XXXX-" + two_digits(*month) + '-' + two_digits(static_cast<unsigned>(*day)));
  const auto date = make_date(*year, *month, static_cast<unsigned>(*day));
  const auto last = last_day ? make_date(*year, *month, static_cast<unsigned>(*last_day)) : date;
  if (!date || !last) return std::nullopt;
  return reading(end, {date, last, Precision::Day}, has_year);
}

TimeGrammar::Reading TimeGrammar::read_day_month(std::size_t at) const {
  std::size_t i = at;
  if (parse_weekday(word(i)) && is_capital(i)) i = skip(i + 1, ",");
  i = skip(i, "the");
  const auto first_day = day_at(i);
  if (!first_day) return std::nullopt;
  ++i;
  std::optional<int> last_day;
  if ((is_dash(word(i)) || among(word(i), {"to", "and", "or"})) && day_at(i + 1) &&
      *day_at(i + 1) > *first_day) {
    last_day = day_at(i + 1);
    i += 2;
  }
  if (is(i, "day")) ++i;
  i = skip(i, "of");
  i = skip(i, "-");
  const auto month = month_at(i);
  if (!month) return std::nullopt;
  i = after_month(i);
  const std::size_t before_year = is(i, ",") || is(i, "-") || is(i, "of") ? i + 1 : i;
  std::optional<int> year = year_at(before_year);
  bool has_year = year.has_value();
  if (year) {
    i = before_year + 1;
  } else if (anchor_.published && (is(i, "last") || is(i, "next") || is(i, "this"))) {
    // "the 1st of February next", in what is told of 1859 that of 1860
    const bool past = anchor_.year && anchor_.narrative && *anchor_.year + 1 < year_of(*anchor_.published);
    const Date today = past ? *anchor_.narrative : *anchor_.published;
    year = year_of(today);
    const auto named = make_date(*year, *month, static_cast<unsigned>(*first_day));
    if (named && is(i, "last") && *named > today) --*year;
    if (named && is(i, "next") && *named <= today) ++*year;
    ++i;
  } else {
    year = implied_year(*month, static_cast<unsigned>(*first_day));
  }
  if (!year)
    return unresolved(i, "XXXX-" + two_digits(*month) + '-' + two_digits(static_cast<unsigned>(*first_day)));
  const auto date = make_date(*year, *month, static_cast<unsigned>(*first_day));
  const auto last = last_day ? make_date(*year, *month, static_cast<unsigned>(*last_day)) : date;
  if (!date || !last) return std::nullopt;
  return reading(i, {date, last, Precision::Day}, has_year);
}

TimeGrammar::Reading TimeGrammar::read_month(std::size_t at) const {
  const auto month = month_at(at);
  if (!month) return std::nullopt;
  std::size_t i = after_month(at);
  for (const std::size_t after : {skip(i, ","), skip(i, "of"), skip(i, "in")}) {
    if (const auto year = year_at(after)) return reading(after + 1, make_month(*year, *month), true);
  }
  if (is(i, "the") && is(i + 1, "same") && is(i + 2, "year") && anchor_.narrative)
    return TimeReading{i + 3, TimeType::Calendar, make_month(year_of(*anchor_.narrative), *month), false,
                       true};
  for (const std::string_view which : {"last", "this", "next"}) {  // "March last year"
    if (!is(i, which) || !is(i + 1, "year") || !anchor_.published) continue;
    const int year = year_of(*anchor_.published) + (which == "last" ? -1 : which == "next" ? 1 : 0);
    return reading(i + 2, make_month(year, *month));
  }
  // "March" and "May" begin a sentence as verbs, and name people.
  const bool range = (among(word(i), {"to", "through", "and"}) || is_dash(word(i))) && month_at(i + 1);
  const bool ambiguous = among(word(at), {"march", "may", "mar", "jan", "june", "april", "august", "sun"});
  if (!range && ambiguous && (i >= words_.size() || words_[i].capital || at == 0 || words_[at].is_verb)) {
    const bool introduced =
        at > 0 &&
        among(word(at - 1), {"in",      "since", "until",  "last", "of",    "by",   "from", "between",
                             "before",  "after", "this",   "next", "early", "late", "mid",  "to",
                             "through", "-",     "during", "and",  "every", "each", "like"});
    if (!introduced) return std::nullopt;
  }
  const auto year = implied_year(*month, 0);
  if (!year) return unresolved(i, "XXXX-" + two_digits(*month));
  return reading(i, make_month(*year, *month));
}

TimeGrammar::Reading TimeGrammar::read_weekday(std::size_t at) const {
  const auto weekday = parse_weekday(word(at));
  if (!weekday || !is_capital(at)) return std::nullopt;
  if (at > 0 && among(word(at), {"sun", "sat", "wed", "mon"}) && words_[at].is_verb) return std::nullopt;
  const std::size_t end = word(at).size() <= 5 ? skip(at + 1, ".") : at + 1;
  if (!anchor_.published) return unresolved(end, "XXXX-WXX-" + std::to_string(*weekday));
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
  if (i > at) {
    // "the 2020 vote"
    if (is(at, "the") && i == at + 1) return std::nullopt;
    return reading(i + 1, make_year(*year), true);
  }
  if (*year < 1500 && !(at > 0 && among(word(at - 1), {"in", "since", "by", "until", "from", "before",
                                                       "after", "during", "about", "circa", "c.", "("})))
    return std::nullopt;
  // "the 1994 attacks" against "1994 attacks"
  const bool named =
      at > 0 && *year >= 1900 && *year != 2000 && among(word(at - 1), {"the", "its", "their", "'s"});
  if ((words_[at].counts && !named) || is_counted(word(i + 1))) return std::nullopt;
  if (at > 0 &&
      among(word(at - 1), {"$", "#", "no.", "about", "than", "nearly", "some", "\u20ac", "\u00a3"})) {
    return std::nullopt;
  }
  if (is(i + 1, "-") && parse_time_unit(word(i + 2))) return std::nullopt;  // "a 2000-year history"
  // "2014-16", "2014-2016"
  if (is_dash(word(i + 1))) {
    auto last = year_at(i + 2);
    if (!last && word(i + 2).size() == 2 && is_number(word(i + 2))) {
      last = parse_number(word(i + 2));
      if (last) *last += *year / 100 * 100;
    }
    if (last && *last > *year) {
      return reading(i + 3, {make_year(*year).start, make_year(*last).end, Precision::Year}, true);
    }
  }
  return reading(i + 1, make_year(*year), true);
}

TimeGrammar::Reading TimeGrammar::read_short_year(std::size_t at) const {
  // "'98", "the class of '04"
  std::string_view text = word(at);
  if (text == "'" || text == "\u2018") {
    text = word(at + 1);
    if (text.size() == 2 && is_number(text) && at + 1 < words_.size() &&
        words_[at].span.end == words_[at + 1].span.begin) {
      ++at;
    } else {
      return std::nullopt;
    }
  } else if (text.starts_with('\'')) {
    text.remove_prefix(1);
  } else if (text.starts_with("\u2018")) {
    text.remove_prefix(3);
  } else {
    return std::nullopt;
  }
  if (text.size() != 2 || !is_number(text) || is(at + 1, "s") || is(at + 1, "'s")) return std::nullopt;
  const int last = anchor_.published ? year_of(*anchor_.published) + 10 : 2030;
  int year = last / 100 * 100 + *parse_number(text);
  if (year > last) year -= 100;
  return reading(at + 1, make_year(year), true);
}

TimeGrammar::Reading TimeGrammar::read_era_year(std::size_t at) const {
  constexpr std::array<std::string_view, 4> kBefore = {"bc", "bce", "b.c.", "b.c.e."};
  constexpr std::array<std::string_view, 4> kAfter = {"ad", "ce", "a.d.", "c.e."};
  const auto is_of = [&](const auto& list, std::size_t i) {
    return std::find(list.begin(), list.end(), word(i)) != list.end();
  };
  const auto number_at = [&](std::size_t i) -> std::optional<int> {
    std::string text(word(i));
    text.erase(std::remove(text.begin(), text.end(), ','), text.end());
    if (!is_number(text) || text.size() > 4) return std::nullopt;
    const auto number = parse_number(text);
    return number && *number > 0 ? number : std::nullopt;
  };
  if (is_of(kAfter, at)) {  // "AD 70"
    const auto year = number_at(at + 1);
    return year ? Reading(reading(at + 2, make_year(*year), true)) : std::nullopt;
  }
  if (word(at).starts_with("ad") && word(at).size() <= 6 && is_number(std::string_view(word(at)).substr(2)))
    return reading(at + 1, make_year(std::max(1, *parse_number(std::string_view(word(at)).substr(2)))), true);
  const auto year = number_at(at);
  if (!year) return std::nullopt;
  if (is_of(kAfter, at + 1)) return reading(at + 2, make_year(*year), true);
  if (is_of(kBefore, at + 1)) return reading(at + 2, make_year(1 - *year), true);
  if (is_dash(word(at + 1)) && number_at(at + 2) && is_of(kBefore, at + 3) && *number_at(at + 2) < *year) {
    return reading(
        at + 4, {make_year(1 - *year).start, make_year(1 - *number_at(at + 2)).end, Precision::Year}, true);
  }
  return std::nullopt;
}

}  // namespace actorgraph
