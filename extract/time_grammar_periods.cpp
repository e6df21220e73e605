// Periods longer than a month, and parts of periods.
#include <algorithm>
#include <array>

#include "extract/calendar.hpp"
#include "extract/time_grammar.hpp"
#include "extract/time_value.hpp"

namespace actorgraph {
namespace {

TimeReading reading(std::size_t end, DateInterval interval, bool has_year = false) {
  return {end, TimeType::Calendar, interval, has_year, false};
}

enum class Part { Early, Middle, Late };

// Early is the first third, late the last; of a month its days 1-10, 11-20 and the rest.
DateInterval part_of(const DateInterval& whole, Part part) {
  if (!whole.start || !whole.end) return whole;
  const auto third = static_cast<std::size_t>(part);
  const auto cut = [&](int months, Precision precision) {
    const Date start = add_months(*whole.start, months * static_cast<int>(third));
    const Date end = third == 2 ? *whole.end : add_days(add_months(start, months), -1);
    return DateInterval{start, end, precision};
  };
  switch (whole.precision) {
    case Precision::Month: {
      const Date start = add_days(*whole.start, 10 * static_cast<int>(third));
      return {start, third == 2 ? *whole.end : add_days(start, 9), Precision::Week};
    }
    case Precision::Quarter:
    case Precision::Season:
      return cut(1, Precision::Month);
    case Precision::Year:
      return cut(4, Precision::Season);
    case Precision::Decade: {
      const int first = year_of(*whole.start);
      constexpr std::array<int, 4> kYears = {0, 4, 7, 10};
      return {make_year(first + kYears[third]).start, make_year(first + kYears[third + 1] - 1).end,
              Precision::Year};
    }
    case Precision::Century: {
      const int first = year_of(*whole.start);
      constexpr std::array<int, 4> kYears = {0, 33, 67, 100};
      return {make_year(first + kYears[third]).start, make_year(first + kYears[third + 1] - 1).end,
              Precision::Decade};
    }
    case Precision::Week: {
      constexpr std::array<int, 4> kDays = {0, 2, 4, 7};
      return {add_days(*whole.start, kDays[third]), add_days(*whole.start, kDays[third + 1] - 1),
              Precision::Day};
    }
    default:
      return whole;
  }
}

DateInterval make_century(int number) {
  const int first = (number - 1) * 100;
  if (number < 1)
    return {make_year(number * 100 - 99).start, make_year(number * 100).end, Precision::Century};
  return {make_year(std::max(first, 0)).start, make_year(first + 99).end, Precision::Century};
}

}  // namespace

TimeGrammar::Reading TimeGrammar::read_decade(std::size_t at) const {
  std::size_t i = skip(at, "the");
  const std::string_view text = word(i);
  const std::string_view digits = text.substr(0, text.find_first_not_of("0123456789"));
  const std::string_view ending = text.substr(digits.size());
  const bool many =
      i > at || (at > 0 && among(word(at - 1), {"early", "mid", "late", "-", "later", "earlier"}));
  const bool split_ending = ending.empty() && (is(i + 1, "s") || (is(i + 1, "'s") && many));
  if (digits.size() == 4 && digits.back() == '0' && (ending == "s" || ending == "'s" || split_ending)) {
    const int year = *parse_number(digits);
    const std::size_t end = split_ending ? i + 2 : i + 1;
    // "the 1800s" are a century, "the 2000s" and "the early 1900s" begin one.
    const bool century = year % 100 == 0 && year < 2000 && !(at > 0 && is(at - 1, "early"));
    return reading(end, century ? make_century(year / 100 + 1) : make_decade(year), true);
  }
  constexpr std::array<std::string_view, 8> kNamed = {"twenties", "thirties",  "forties",  "fifties",
                                                      "sixties",  "seventies", "eighties", "nineties"};
  constexpr std::array<std::string_view, 8> kShort = {"20s", "30s", "40s", "50s", "60s", "70s", "80s", "90s"};
  if (at > 0 && among(word(at - 1), {"his", "her", "their", "my", "our", "your"})) return std::nullopt;
  std::string_view bare = text;
  std::size_t end = i + 1;
  if (bare == "'" || bare == "\u2018") {
    bare = word(i + 1);
    ++end;
  }
  while (!bare.empty() && (bare[0] == '\'' || (bare[0] & 0x80) != 0)) bare.remove_prefix(1);
  const bool split_short = bare.size() == 2 && bare.size() != text.size() && is(end, "'s");
  if (split_short) ++end;  // "'60's"
  for (std::size_t k = 0; k < kNamed.size(); ++k) {
    const bool apostrophe = bare.size() != text.size();
    const bool fits =
        text == kNamed[k] || bare == kShort[k] || (split_short && bare == kShort[k].substr(0, 2)) ||
        (bare.size() == 4 && bare.substr(0, 2) == kShort[k].substr(0, 2) && bare.substr(2) == "'s");
    if (!fits || (i == at && !apostrophe && bare != kShort[k]))
      continue;  // "in his sixties", "in the sixties"
    if (i == at && !apostrophe && !(at > 0 && among(word(at - 1), {"early", "mid", "late", "-"})) && k < 3)
      continue;
    return reading(end, make_decade(1920 + 10 * static_cast<int>(k)), true);
  }
  return std::nullopt;
}

TimeGrammar::Reading TimeGrammar::read_century(std::size_t at) const {
  const std::size_t i = skip(at, "the");
  const auto before_christ = [&](std::size_t end) {
    return among(word(end), {"bc", "bce", "b.c.", "b.c.e."});
  };
  if (is(i, "turn") && is(i + 1, "of") && is(i + 2, "the")) {
    std::size_t end = i + 3;
    std::optional<int> number = parse_ordinal(word(end));
    if (number) {
      ++end;
    } else if (anchor_.published) {
      number = (year_of(*anchor_.published) + 70) / 100 + (year_of(*anchor_.published) % 100 >= 30 ? 0 : 1);
    }
    if ((!is(end, "century") && !is(end, "millennium")) || (number && (*number < 1 || *number > 90)))
      return std::nullopt;
    if (!number) return TimeReading{end + 1};
    const int year = (*number - 1) * 100;
    return reading(end + 1, {make_year(year - 5).start, make_year(year + 5).end, Precision::Decade}, true);
  }
  const auto century = parse_ordinal(word(i));
  if (!century || *century < 1 || *century > 90) return std::nullopt;
  std::size_t end = i + 1;
  std::optional<int> last;
  if (among(word(end), {"and", "to", "or"}) || is_dash(word(end))) {
    last = parse_ordinal(word(skip(end + 1, "the")));
    if (last && (*last < 1 || *last > 90)) return std::nullopt;
    if (last) end = skip(end + 1, "the") + 1;
  }
  if (is_dash(word(end))) ++end;
  if (!is(end, "century") && !is(end, "centuries")) return std::nullopt;
  ++end;
  if (before_christ(end)) {
    return reading(
        end + 1,
        {make_century(1 - *century).start, make_century(1 - last.value_or(*century)).end, Precision::Century},
        true);
  }
  if (among(word(end), {"ad", "ce", "a.d."})) ++end;
  return reading(
      end, {make_century(*century).start, make_century(last.value_or(*century)).end, Precision::Century},
      true);
}

TimeGrammar::Reading TimeGrammar::read_season(std::size_t at) const {
  std::size_t i = skip(at, "the");
  const bool many = word(i) == "summers" || word(i) == "winters";
  if (many)
    return TimeReading{i + 1, TimeType::Set, {}, false, false, word(i)[0] == 's' ? "XXXX-SU" : "XXXX-WI",
                       true};
  const auto season = season_at(i);
  if (!season) return std::nullopt;
  ++i;
  const std::size_t before_year = is(i, "of") || is(i, ",") ? i + 1 : i;
  if (const auto year = year_at(before_year)) {
    std::size_t end = before_year + 1;
    if (is_dash(word(end)) && (year_at(end + 1) || word(end + 1).size() == 2)) end += 2;  // "winter 2019-20"
    return reading(end, make_season(*year, *season), true);
  }
  if (is(i - 1, "fall") && is(i, "of")) return std::nullopt;  // "after the fall of Zenda"
  constexpr std::array<std::string_view, 4> kCodes = {"XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI"};
  const bool introduced = at > 0 && among(word(at - 1), {"in", "during", "by", "until", "since", "after",
                                                         "before", "early", "late", "mid", "-"});
  if (introduced && is(at, "the") && anchor_.published && is(at - 1, "in") == false &&
      !is(at - 1, "during")) {
    // "by the summer"
    const unsigned first = 3 + 3 * *season;
    if (const auto year = implied_year(first, 0)) return reading(i, make_season(*year, *season));
  }
  if (is(i - 1, "fall") && !is(at, "the")) return std::nullopt;
  TimeReading bare{i, TimeType::Calendar, {}, false, false, std::string(kCodes[*season]), true};
  if (introduced && is(at, "the") && anchor_.published) {
    bare.weak = false;
    if (anchor_.direction == TimeDirection::Future) {
      const auto year = implied_year(3 + 3 * *season, 0);
      if (year) return reading(i, make_season(*year, *season));
    }
  }
  return bare;
}

TimeGrammar::Reading TimeGrammar::read_part_of_year(std::size_t at) const {
  std::size_t i = skip(at, "the");
  std::optional<int> ordinal = parse_ordinal(word(i));
  bool quarter = is(i + 1, "quarter");
  const bool half = is(i + 1, "half");
  if (word(i).size() == 2 && word(i)[0] == 'q' && word(i)[1] >= '1' && word(i)[1] <= '4') {
    ordinal = word(i)[1] - '0';
    quarter = true;
    --i;
  }
  if (!ordinal || (!quarter && !half) || *ordinal > (quarter ? 4 : 2)) return std::nullopt;
  i += 2;
  bool has_year = true;
  const std::size_t after = is(i, "of") || is(i, ",") ? i + 1 : i;
  std::optional<int> year = year_at(after);
  if (year) {
    i = after + 1;
  } else if (is(i, "of") &&
             (is(i + 1, "this") || is(i + 1, "last") || is(i + 1, "next") || is(i + 1, "the")) &&
             is(i + 2, "year")) {
    if (anchor_.published)
      year = year_of(*anchor_.published) - (is(i + 1, "last") ? 1 : 0) + (is(i + 1, "next") ? 1 : 0);
    has_year = false;
    i += 3;
  } else if (quarter && !is(i, "of") && anchor_.published) {
    // "profit fell in the third quarter": the one that ended last, or comes next
    const unsigned first = static_cast<unsigned>(*ordinal) * 3 - 2;
    year = implied_year(first, 0);
    has_year = false;
  } else if (half && among(word(i), {"of", "an", "hour"})) {
    return std::nullopt;
  }
  if (!year)
    return quarter ? Reading(TimeReading{
                         i, TimeType::Calendar, {}, false, false, "XXXX-Q" + std::to_string(*ordinal), true})
                   : std::nullopt;
  const unsigned months = quarter ? 3 : 6;
  const auto first = static_cast<unsigned>(*ordinal - 1) * months + 1;
  return reading(i,
                 {make_month(*year, first).start, make_month(*year, first + months - 1).end,
                  quarter ? Precision::Quarter : Precision::Season},
                 has_year);
}

TimeGrammar::Reading TimeGrammar::read_special_year(std::size_t at) const {
  // A fiscal year is that of the United States: it begins in October of the year before.
  const auto fiscal = [&](std::size_t end, int year) {
    auto result = reading(end, {make_date(year - 1, 10, 1), make_date(year, 9, 30), Precision::Year}, true);
    result.value = "FY" + std::to_string(year);
    return result;
  };
  const std::size_t i = skip(at, "the");
  if (word(i).starts_with("fy") && word(i).size() >= 4) {
    const auto number = parse_number(std::string_view(word(i)).substr(2));
    if (number && *number < 2200) return fiscal(i + 1, *number < 100 ? 2000 + *number : *number);
  }
  if (is(i, "fy") && year_at(i + 1)) return fiscal(i + 2, *year_at(i + 1));
  if (is(i, "fiscal") || is(i, "financial")) {
    const std::size_t next = skip(i + 1, "year");
    if (const auto year = year_at(next)) return fiscal(next + 1, *year);
  }
  // "the 2019-20 season", "the 2019-20 school year"
  if (year_at(i) && is_dash(word(i + 1)) && (year_at(i + 2) || word(i + 2).size() == 2)) {
    const bool school = (is(i + 3, "school") || is(i + 3, "academic")) && is(i + 4, "year");
    const bool season = is(i + 3, "season") || is(i + 3, "winter");
    const auto last = parse_number(word(i + 2));
    if ((school || season) && last && (*year_at(i) + 1) % 100 == *last % 100) {
      const int year = *year_at(i);
      return reading(
          school ? i + 5 : i + 4,
          {make_date(year, 9, 1), make_date(year + 1, season ? 5 : 6, season ? 31 : 30), Precision::Month},
          true);
    }
  }
  return std::nullopt;
}

TimeGrammar::Reading TimeGrammar::read_early_late(std::size_t at) const {
  const std::size_t i = skip(at, "the");
  std::size_t inner = i + 1;
  const auto& text = word(i);
  if (among(text, {"earlier", "later"})) {
    if (is(inner, "in") || is(inner, "on")) ++inner;
    if (is(inner, "the") && is(inner + 1, "day")) {
      if (!anchor_.published) return TimeReading{inner + 2, TimeType::Calendar, {}, false, true};
      return reading(inner + 2, make_day(*anchor_.published));
    }
    const auto period = read_undivided(inner);
    if (!period || period->type == TimeType::Duration || period->type == TimeType::Set) return std::nullopt;
    auto result = *period;
    const auto& now = period->narrative ? anchor_.narrative : anchor_.published;
    if (now && result.interval.start && result.interval.end && *result.interval.start <= *now &&
        *now <= *result.interval.end && result.type == TimeType::Calendar) {
      (is(i, "earlier") ? result.interval.end : result.interval.start) = *now;
      result.value = iso_value(period->interval);
    }
    result.weak = false;
    return result;
  }
  std::optional<Part> part;
  bool limit = false;  // "the end of March": its last days
  if (text == "early") part = Part::Early;
  if (text == "mid") part = Part::Middle;
  if (text == "late") part = Part::Late;
  if (is(inner, "of") && !part) {
    if (among(text, {"beginning", "start"})) part = Part::Early;
    if (text == "middle") part = Part::Middle;
    if (text == "end") part = Part::Late;
    limit = among(text, {"beginning", "start", "end"});
    if (part) ++inner;
  }
  if (!part) return std::nullopt;
  if (is_dash(word(inner))) ++inner;
  if (is(inner, "in") || is(inner, "on")) ++inner;
  if (limit && is(inner, "the") && among(word(inner + 1), {"year", "month", "week", "decade", "century"}) &&
      anchor_.published) {
    // "by the end of the year"
    const auto unit = parse_time_unit(word(inner + 1));
    const auto whole = interval_around(*anchor_.published, unit->unit);
    auto result = reading(inner + 2, part_of(whole, *part));
    if (result.interval.precision == Precision::Season) {  // of a year its first or last month
      const unsigned month = *part == Part::Late ? 12 : 1;
      result.interval = make_month(year_of(*whole.start), month);
    }
    result.value = iso_value(whole);
    return result;
  }
  if (const auto day = time_of_day_at(inner); day && !day->clock) {  // "late afternoon"
    return TimeReading{day->end, TimeType::Clock, {}, false, false, day->value, true};
  }
  if (const auto hours = parse_time_unit(word(inner)); hours && hours->unit == TimeUnit::Hour)
    return std::nullopt;
  const auto period = read_undivided(inner);
  if (!period || period->type != TimeType::Calendar || period->offset) return std::nullopt;
  auto result = *period;
  if (!result.interval.start || !result.interval.end) return result;
  result.value = period->value.empty() ? iso_value(period->interval) : period->value;
  const DateInterval first = unit_around(*period->interval.start, period->interval.precision);
  if (first.end < period->interval.end) {  // "the end of World War II"
    if (*part == Part::Early) result.interval = first;
    if (*part == Part::Late) result.interval = unit_around(*period->interval.end, period->interval.precision);
    result.value = iso_value(result.interval);
    return result;
  }
  result.interval = part_of(period->interval, *part);
  if (limit && period->interval.precision == Precision::Year)
    result.interval = make_month(year_of(*period->interval.start), *part == Part::Late ? 12 : 1);
  result.weak = false;
  return result;
}

}  // namespace actorgraph
