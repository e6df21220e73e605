#include "ingest/news_date.hpp"

#include <array>
#include <string>
#include <vector>

#include "ingest/ascii.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kLongestDateBytes = 100;
constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
/// Words that stand beside a date and say nothing about the day.
constexpr std::array<std::string_view, 37> kAround = {
    "published", "updated", "posted", "issued", "released", "local", "time", "h",   "date", "last",
    "first",     "on",      "at",     "the",    "of",       "am",    "pm",   "a.m", "p.m",  "gmt",
    "utc",       "z",       "est",    "edt",    "et",       "cst",   "cdt",  "ct",  "mst",  "mdt",
    "pst",       "pdt",     "pt",     "bst",    "cet",      "ist",   "hrs"};

struct DateParts {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;

  static bool set(std::optional<int>& part, int number) {
    if (part) return false;
    part = number;
    return true;
  }
  [[nodiscard]] std::optional<Date> to_date() const {
    if (!year || !month || !day) return std::nullopt;
    const Date date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                    std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional(date) : std::nullopt;
  }
};

/// Words between white space, commas, brackets and bars; a lone dash or dot is dropped.
std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    while (!word.empty() && (word.back() == '.' || word.back() == ':' || word.back() == '-')) word.pop_back();
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  while (!text.empty()) {
    std::size_t bytes = leading_space_bytes(text);
    for (const std::string_view mark :
         {",", "(", ")", "|", "\xC2\xB7", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2"}) {
      if (text.starts_with(mark)) bytes = mark.size();
    }
    if (bytes > 0) {
      finish();
      text.remove_prefix(bytes);
    } else {
      word += to_ascii_lower(text[0]);
      text.remove_prefix(1);
    }
  }
  finish();
  return words;
}

/// The number that `text` consists of; nothing beyond four digits.
std::optional<int> parse_number(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int number = 0;
  for (const char c : text) {
    if (!is_ascii_digit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// Day of the month with or without "st", "nd", "rd", "th".
std::optional<int> parse_day(std::string_view text) {
  for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (text.ends_with(suffix)) text.remove_suffix(2);
  }
  const auto number = parse_number(text);
  return text.size() <= 2 && number && *number >= 1 && *number <= 31 ? number : std::nullopt;
}

/// 1-based place of `text` among `names`, whole or abbreviated to three letters or more.
template <std::size_t Count>
std::optional<int> find_name(const std::array<std::string_view, Count>& names, std::string_view text) {
  if (text.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < Count; ++i) {
    if (names[i].starts_with(text)) return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

/// "10:30", "10.30", "10:30:05.123+01:00", "10.30am", "9am", "+0000".
bool is_time(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot != std::string_view::npos && dot > 0 && dot <= 2 && text.size() - dot == 3) {
    const auto hour = parse_number(text.substr(0, dot));
    const auto minute = parse_number(text.substr(dot + 1));
    if (hour && minute && *hour < 24 && *minute < 60) return true;
  }
  const bool has_zone_sign = text.starts_with('+') || text.starts_with('-');
  const bool has_colon = text.find(':') != std::string_view::npos;
  const bool has_half = text.ends_with("am") || text.ends_with("pm");
  if (has_half) text.remove_suffix(2);
  if (!has_zone_sign && !has_colon && !has_half) return false;
  if (text.ends_with('z')) text.remove_suffix(1);
  if (text.empty()) return false;
  for (const char c : text) {
    if (!is_ascii_digit(c) && c != ':' && c != '.' && c != '+' && c != '-') return false;
  }
  return is_ascii_digit(text.back());
}

/// "2024-03-23", "2024/3/23", "23.03.2024", "23/3/2024", "3/23/2024", "23-mar-2024".
bool read_joined(std::string_view word, DateParts& parts) {
  for (const char separator : {'-', '/', '.'}) {
    const std::size_t first = word.find(separator);
    if (first == std::string_view::npos) continue;
    const std::size_t second = word.find(separator, first + 1);
    if (second == std::string_view::npos) continue;
    const std::string_view a = word.substr(0, first);
    const std::string_view b = word.substr(first + 1, second - first - 1);
    const std::string_view c = word.substr(second + 1);
    if (parts.year || parts.month || parts.day) return false;
    if (a.size() == 4 && b.size() <= 2 && c.size() <= 2) {
      parts = {parse_number(a), parse_number(b), parse_number(c)};
    } else if (c.size() == 4 && find_name(kMonths, b)) {
      parts = {parse_number(c), find_name(kMonths, b), parse_number(a)};
    } else if (c.size() == 4 && a.size() <= 2 && b.size() <= 2) {
      const auto x = parse_number(a);
      const auto y = parse_number(b);
      if (!x || !y) return false;
      const bool day_first = separator == '.' || *x > 12 || *x == *y;
      if (!day_first && *y <= 12) return false;
      parts = day_first ? DateParts{parse_number(c), y, x} : DateParts{parse_number(c), x, y};
    }
    return parts.to_date().has_value();
  }
  return false;
}

/// "2024-03-23t10:00:00z", "20240323", "20240323t100000z".
bool read_iso(std::string_view word, DateParts& parts) {
  const std::size_t t = word.find('t');
  const std::string_view day = word.substr(0, t);
  if (t != std::string_view::npos) {
    const std::string_view time = word.substr(t + 1);
    if (time.empty() || time.find_first_not_of("0123456789:.+-z") != std::string_view::npos) return false;
  }
  if (day.size() == 8 && day.find_first_not_of("0123456789") == std::string_view::npos && !parts.year &&
      !parts.month && !parts.day) {
    parts = {parse_number(day.substr(0, 4)), parse_number(day.substr(4, 2)), parse_number(day.substr(6))};
    return parts.to_date().has_value();
  }
  return day.size() == 10 && parse_date(day) && read_joined(day, parts);
}

bool read_word(std::string_view word, DateParts& parts) {
  if (find_name(kWeekdays, word)) return true;
  if (word == "sept") return parts.set(parts.month, 9);
  if (const auto month = find_name(kMonths, word)) return parts.set(parts.month, *month);
  if (const auto day = parse_day(word)) {
    if (!parts.day) return parts.set(parts.day, *day);
    // RFC 822 once had years of two digits: "23 Mar 24".
    if (word.size() == 2 && parts.month) return parts.set(parts.year, *day + 2000);
    return false;
  }
  if (const auto number = parse_number(word)) {
    if (word.size() == 2 && parts.day && parts.month) {
      return parts.set(parts.year, *number + (*number < 70 ? 2000 : 1900));
    }
    // "8 November 2025, 0900 local time"
    const bool whole = parts.year && parts.month && parts.day;
    if (word.size() == 4 && whole) return *number / 100 < 24 && *number % 100 < 60;
    return word.size() == 4 && *number >= 1000 && parts.set(parts.year, *number);
  }
  for (const std::string_view around : kAround) {
    if (word == around) return true;
  }
  return is_time(word) || read_iso(word, parts) || read_joined(word, parts);
}

}  // namespace

std::optional<Date> parse_news_date(std::string_view text) {
  text = trim_space(text);
  if (text.empty() || text.size() > kLongestDateBytes) return std::nullopt;
  DateParts parts;
  for (const std::string_view word : split_words(text)) {
    if (!read_word(word, parts)) return std::nullopt;
  }
  return parts.to_date();
}

}  // namespace actorgraph
