#include "ingest/article_parts.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "ingest/ascii.hpp"
#include "ingest/news_date.hpp"
#include "ingest/paragraphs.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kLongestDatelineBytes = 100;
constexpr std::string_view kEmDash = "\xE2\x80\x94";
constexpr std::string_view kEnDash = "\xE2\x80\x93";

/// Words in lower case within names.
constexpr std::array<std::string_view, 17> kNameWords = {"and", "of",  "the", "for", "de", "la",
                                                         "du",  "van", "von", "al",  "el", "bin",
                                                         "in",  "der", "&",   "|",   "le"};
constexpr std::array<std::string_view, 10> kBylineStarts = {
    "reporting by ", "(reporting by ", "editing by ", "written by ", "story by ",
    "report by ",    "compiled by ",   "words by ",   "author: ",    "by: "};
constexpr std::array<std::string_view, 9> kJobs = {
    "staff writer", "staff reporter", "correspondent",        "associated press", "reuters",
    "afp",          "reporter",       "agence france-presse", "news agency"};
constexpr std::array<std::string_view, 24> kSections = {
    "world",  "politics", "business",      "news",        "opinion",  "sport",      "sports",  "asia",
    "africa", "europe",   "middle east",   "americas",    "us",       "uk",         "u.s.",    "technology",
    "health", "science",  "breaking news", "top stories", "analysis", "world news", "economy", "editorial"};
constexpr std::array<std::string_view, 20> kNoPlaces = {
    "advertisement", "analysis",  "breaking", "comment",   "correction", "editorial", "exclusive",
    "explainer",     "factbox",   "feature",  "interview", "live",       "note",      "opinion",
    "profile",       "sponsored", "timeline", "update",    "video",      "watch"};
// "Zenda - Rebels ...": as much must follow a place alone that is not in capitals.
constexpr std::size_t kFewestWordsBehindPlace = 10;
constexpr std::size_t kMostWordsOfPlace = 3;
constexpr std::array<std::string_view, 26> kFurnitureStarts = {"\xC2\xA9",
                                                               "(c) ",
                                                               "copyright \xC2\xA9",
                                                               "copyright (c)",
                                                               "all rights reserved",
                                                               "read more:",
                                                               "read more about",
                                                               "read also:",
                                                               "also read:",
                                                               "read next",
                                                               "related:",
                                                               "related stories",
                                                               "related articles",
                                                               "see also:",
                                                               "share this",
                                                               "follow us",
                                                               "sign up for",
                                                               "subscribe to",
                                                               "click here",
                                                               "this material may not be",
                                                               "photo:",
                                                               "image:",
                                                               "this article was originally",
                                                               "most read",
                                                               "more from ",
                                                               "skip to "};

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

template <class Range>
bool contains(const Range& range, std::string_view text) {
  return std::find(range.begin(), range.end(), text) != range.end();
}

bool is_capitalised(std::string_view word) {
  while (!word.empty() && (word[0] == '"' || word[0] == '\'' || word[0] == '(')) word.remove_prefix(1);
  if (word.empty()) return false;
  return is_ascii_upper(word[0]) || is_ascii_digit(word[0]) || is_beyond_ascii(word[0]) ||
         starts_with_in_any_case(word, "al-");
}

bool is_all_capitals(std::string_view text) {
  std::size_t letters = 0;
  for (const char c : text) {
    if (is_ascii_lower(c)) return false;
    letters += is_ascii_upper(c) ? 1U : 0U;
  }
  return letters >= 3;
}

/// "KABUL" as "Kabul"; words with dots or of two letters stay ("U.S.", "DC").
std::string restore_case(std::string_view place) {
  if (!is_all_capitals(place)) return std::string(place);
  std::string text;
  for (const std::string_view word : split_words(place)) {
    if (!text.empty()) text += ' ';
    if (word.size() <= 2 || word.find('.') != std::string_view::npos) {
      text += word;
      continue;
    }
    bool inside = false;
    for (const char c : word) {
      text += inside ? to_ascii_lower(c) : c;
      inside = is_ascii_letter(c) || is_beyond_ascii(c) || c == '\'';
    }
  }
  return text;
}

/// Authors after "By": without a paper's name that follows a bar.
std::string trim_author(std::string_view text) {
  text = trim_space(text.substr(0, text.find(" | ")));
  if (text.ends_with(')')) text.remove_suffix(1);
  return std::string(trim_space(text));
}

/// "March 23", "Saturday", "March 23, 2024": a part of a dateline that is no place.
bool is_date_part(std::string_view part) {
  return parse_news_date(part) || parse_news_date(std::string(part) + " 2000") ||
         parse_news_date(std::string(part) + " 1 March 2000");
}

/// Judges what stands before a dateline's dash or colon; `rest` stands behind it.
std::optional<Dateline> parse_dateline_head(std::string_view head, char mark, std::string_view rest) {
  head = trim_space(head);
  std::string_view agency;
  if (head.starts_with('(')) {  // "(Agency) LAGOS, March 23 -"
    const std::size_t close = head.find(')');
    if (close == std::string_view::npos) return std::nullopt;
    agency = head.substr(1, close - 1);
    if (agency.empty() || !is_capitalised(agency) || count_words(agency) > 4) return std::nullopt;
    head = trim_space(head.substr(close + 1));
  } else if (head.ends_with(')')) {
    const std::size_t open = head.rfind('(');
    if (open == std::string_view::npos) return std::nullopt;
    agency = head.substr(open + 1, head.size() - open - 2);
    if (agency.empty() || !is_capitalised(agency) || count_words(agency) > 4) return std::nullopt;
    head = trim_space(head.substr(0, open));
  }
  if (head.empty() || !is_name_like(head) || count_words(head) > 8) return std::nullopt;
  Dateline dateline;
  std::string date;
  std::string_view first;
  for (std::size_t at = 0; at <= head.size();) {
    const std::size_t comma = std::min(head.find(',', at), head.size());
    const std::string_view part = trim_space(head.substr(at, comma - at));
    if (part.empty()) return std::nullopt;
    if (at == 0) first = part;
    if (at > 0 && (!date.empty() || is_date_part(part))) {
      if (!date.empty()) date += ' ';
      date += part;
    } else if (count_words(part) > 4) {
      return std::nullopt;
    } else {
      if (at > 0) dateline.place += ", ";
      dateline.place += restore_case(part);
    }
    at = comma + 1;
  }
  const bool has_capitals = is_all_capitals(first);
  if (mark == ':' && (!has_capitals || contains(kNoPlaces, to_ascii_lower(first)))) return std::nullopt;
  if (!has_capitals && agency.empty() && date.empty() &&
      (contains(kNoPlaces, to_ascii_lower(first)) || count_words(head) > kMostWordsOfPlace ||
       count_words(rest) < kFewestWordsBehindPlace)) {
    return std::nullopt;
  }
  dateline.date = parse_news_date(date);
  return dateline;
}

/// Whether a sentence may begin here, or nothing follows at all.
bool may_start_story(std::string_view rest) {
  return rest.empty() || is_ascii_upper(rest[0]) || is_ascii_digit(rest[0]) || is_beyond_ascii(rest[0]) ||
         rest[0] == '"' || rest[0] == '\'';
}

}  // namespace

std::size_t count_words(std::string_view text) {
  return split_words(text).size();
}

bool is_name_like(std::string_view line) {
  for (const std::string_view word : split_words(line)) {
    if (!is_capitalised(word) && !contains(kNameWords, word)) return false;
  }
  return true;
}

std::optional<std::string> parse_byline(std::string_view line) {
  while (!line.empty() && (line[0] == '-' || line[0] == '*' || is_ascii_space(line[0])))
    line.remove_prefix(1);
  for (const std::string_view dash : {kEmDash, kEnDash}) {
    if (line.starts_with(dash)) line = trim_space(line.substr(dash.size()));
  }
  for (const std::string_view start : kBylineStarts) {
    if (starts_with_in_any_case(line, start)) return trim_author(line.substr(start.size()));
  }
  const std::size_t words = count_words(line);
  if (words < 2 || words > 14) return std::nullopt;
  if (starts_with_in_any_case(line, "by ")) {
    const std::string_view rest = trim_space(line.substr(3));
    if (!is_capitalised(rest) || !is_name_like(rest) || ends_sentence(rest)) return std::nullopt;
    return trim_author(rest);
  }
  for (const std::string_view verb : {" reports", " reports."}) {
    const std::size_t at = line.ends_with(verb) ? line.size() - verb.size() : line.rfind(" reports from ");
    if (at == std::string_view::npos) continue;
    const std::string_view who = line.substr(0, at);
    if (count_words(who) <= 5 && is_name_like(who)) return std::string(who);
  }
  const std::size_t comma = line.find(',');
  if (comma != std::string_view::npos && words <= 8 && is_name_like(line.substr(0, comma))) {
    const std::string job = to_ascii_lower(trim_space(line.substr(comma + 1)));
    for (const std::string_view known : kJobs) {
      if (job.ends_with(known) || job.starts_with(known)) return std::string(line.substr(0, comma));
    }
  }
  return std::nullopt;
}

std::optional<Dateline> find_dateline(std::string_view paragraph) {
  if (paragraph.empty() || !is_capitalised(paragraph)) return std::nullopt;
  const std::string_view start = paragraph.substr(0, kLongestDatelineBytes);
  for (std::size_t i = 1; i < start.size(); ++i) {
    const std::string_view from = paragraph.substr(i);
    std::size_t bytes = 0;
    if (from.starts_with("--")) {
      bytes = 2;
    } else if (from.starts_with(kEmDash) || from.starts_with(kEnDash)) {
      bytes = 3;
    } else if (from[0] == '-' && is_ascii_space(start[i - 1]) &&
               (from.size() == 1 || is_ascii_space(from[1]))) {
      bytes = 1;
    } else if (from.starts_with(": ")) {
      bytes = 1;
    }
    if (bytes == 0 || !may_start_story(trim_space(from.substr(bytes)))) continue;
    if (auto dateline = parse_dateline_head(paragraph.substr(0, i), from[0], from.substr(bytes))) {
      dateline->bytes = i + bytes;
      return dateline;
    }
  }
  return std::nullopt;
}

bool is_publisher_like(std::string_view line) {
  if (is_section_name(line)) return true;
  const std::vector<std::string_view> words = split_words(line);
  if (words.empty() || words.size() > 5 || line.size() > 50) return false;
  if (words.size() == 1) {
    const std::size_t dot = line.rfind('.');
    if (dot != std::string_view::npos && dot > 1 && line.size() - dot >= 3) return true;
  }
  if (line.find_first_of(":;?!\"") != std::string_view::npos) return false;
  return is_capitalised(words.front()) && is_name_like(line) && !contains(words, std::string_view("in")) &&
         !contains(words, std::string_view("for"));
}

bool is_section_name(std::string_view line) {
  return contains(kSections, to_ascii_lower(line));
}

bool is_furniture(std::string_view line) {
  if (line.size() > 300) return false;
  for (const std::string_view start : kFurnitureStarts) {
    if (starts_with_in_any_case(line, start)) return true;
  }
  constexpr std::string_view kCopyright = "copyright ";
  if (starts_with_in_any_case(line, kCopyright) && line.size() > kCopyright.size() &&
      is_ascii_digit(line[kCopyright.size()]))
    return true;
  const std::string lower = to_ascii_lower(line);
  return lower == "advertisement" || lower.find("all rights reserved") != std::string::npos;
}

}  // namespace actorgraph
