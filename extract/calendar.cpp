#include "extract/calendar.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/string_map.hpp"

namespace actorgraph {
namespace {

using std::chrono::sys_days;

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 21> kNumbers = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
constexpr std::array<std::string_view, 32> kOrdinals = {"",
                                                        "first",
                                                        "second",
                                                        "third",
                                                        "fourth",
                                                        "fifth",
                                                        "sixth",
                                                        "seventh",
                                                        "eighth",
                                                        "ninth",
                                                        "tenth",
                                                        "eleventh",
                                                        "twelfth",
                                                        "thirteenth",
                                                        "fourteenth",
                                                        "fifteenth",
                                                        "sixteenth",
                                                        "seventeenth",
                                                        "eighteenth",
                                                        "nineteenth",
                                                        "twentieth",
                                                        "twenty-first",
                                                        "twenty-second",
                                                        "twenty-third",
                                                        "twenty-fourth",
                                                        "twenty-fifth",
                                                        "twenty-sixth",
                                                        "twenty-seventh",
                                                        "twenty-eighth",
                                                        "twenty-ninth",
                                                        "thirtieth",
                                                        "thirty-first"};
constexpr std::array<std::pair<std::string_view, int>, 13> kOtherNumbers = {{{"a", 1},
                                                                             {"an", 1},
                                                                             {"couple", 2},
                                                                             {"dozen", 12},
                                                                             {"thirty", 30},
                                                                             {"forty", 40},
                                                                             {"fifty", 50},
                                                                             {"sixty", 60},
                                                                             {"seventy", 70},
                                                                             {"eighty", 80},
                                                                             {"ninety", 90},
                                                                             {"hundred", 100},
                                                                             {"both", 2}}};

std::optional<int> parse_digits(std::string_view text) {
  if (text.empty() || text.size() > 6) return std::nullopt;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

template <std::size_t N>
std::optional<unsigned> place_of(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<unsigned>(found - words.begin());
}

}  // namespace

int year_of(Date date) {
  return static_cast<int>(date.year());
}

unsigned month_of(Date date) {
  return static_cast<unsigned>(date.month());
}

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  const Date date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

Date add_months(Date date, int months) {
  const auto month = std::chrono::year_month{date.year(), date.month()} + std::chrono::months{months};
  const Date last{month / std::chrono::last};
  return Date{month / std::min(date.day(), last.day())};
}

DateInterval make_week(Date date) {
  const std::chrono::weekday weekday{sys_days{date}};
  const Date monday = add_days(date, 1 - static_cast<int>(weekday.iso_encoding()));
  return {monday, add_days(monday, 6), Precision::Week};
}

DateInterval make_season(int year, unsigned season) {
  const unsigned first = 3 + 3 * season;
  const auto begin = make_month(year, first);
  const auto end = first == 12 ? make_month(year + 1, 2) : make_month(year, first + 2);
  return {begin.start, end.end, Precision::Season};
}

DateInterval make_decade(int first_year) {
  return {make_year(first_year).start, make_year(first_year + 9).end, Precision::Decade};
}

std::optional<unsigned> parse_month(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < 3) return std::nullopt;
  if (word == "sept") return 9U;
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || (word.size() == 3 && kMonths[i].starts_with(word))) return i + 1;
  }
  return std::nullopt;
}

std::optional<unsigned> parse_weekday(std::string_view word) {
  static const StringMap<unsigned> days = {{"monday", 1}, {"tuesday", 2},  {"wednesday", 3}, {"thursday", 4},
                                           {"friday", 5}, {"saturday", 6}, {"sunday", 7},    {"mon", 1},
                                           {"tue", 2},    {"tues", 2},     {"wed", 3},       {"thu", 4},
                                           {"thur", 4},   {"thurs", 4},    {"fri", 5}};
  const bool dotted = word.ends_with('.');
  if (dotted) word.remove_suffix(1);
  const unsigned* day = days.find(word);
  const bool short_form = word.size() <= 5;
  return day == nullptr || (dotted && !short_form) ? std::nullopt : std::optional(*day);
}

std::optional<int> parse_number(std::string_view word) {
  static const StringMap<int> words = [] {
    StringMap<int> map;
    for (std::size_t i = 0; i < kNumbers.size(); ++i) map.emplace(kNumbers[i], static_cast<int>(i));
    for (const auto& [text, number] : kOtherNumbers) map.emplace(text, number);
    return map;
  }();
  if (const auto digits = parse_digits(word)) return digits;
  if (const int* number = words.find(word)) return *number;
  const auto hyphen = word.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const auto tens = parse_number(word.substr(0, hyphen));
  const auto ones = place_of(kNumbers, word.substr(hyphen + 1));
  if (!tens || !ones || *tens < 20 || *tens > 90 || *tens % 10 != 0 || *ones == 0 || *ones > 9)
    return std::nullopt;
  return *tens + static_cast<int>(*ones);
}

std::optional<int> parse_ordinal(std::string_view word) {
  static const StringMap<int> words = [] {
    StringMap<int> map;
    for (std::size_t i = 1; i < kOrdinals.size(); ++i) map.emplace(kOrdinals[i], static_cast<int>(i));
    return map;
  }();
  if (const int* number = words.find(word)) return *number;
  if (word.size() < 3) return std::nullopt;
  const auto ending = word.substr(word.size() - 2);
  if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") return std::nullopt;
  return parse_digits(word.substr(0, word.size() - 2));
}

}  // namespace actorgraph
