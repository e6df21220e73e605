#include "ingest/date_line.hpp"

#include <array>
#include <string>
#include <vector>

#include "ingest/article_parts.hpp"
#include "ingest/ascii.hpp"
#include "ingest/news_date.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kLongestLineBytes = 160;
constexpr std::size_t kMostWordsBeside = 6;
/// Between the parts of a line; all but the comma and the marks beyond ASCII need white space around them.
constexpr std::array<std::string_view, 9> kMarks = {
    ",", " | ", " - ", " -- ", " / ", "\xC2\xB7", "\xE2\x80\xA2", "\xE2\x80\x93", "\xE2\x80\x94"};

std::vector<std::string_view> split_parts(std::string_view line) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t bytes = 0;
    for (const std::string_view mark : kMarks) {
      if (line.substr(at).starts_with(mark)) bytes = mark.size();
    }
    if (bytes == 0) {
      ++at;
      continue;
    }
    parts.push_back(trim_space(line.substr(begin, at - begin)));
    at += bytes;
    begin = at;
  }
  parts.push_back(trim_space(line.substr(begin)));
  return parts;
}

/// Whether `part` may stand beside a date: a publisher, a place, an author, a section.
bool may_stand_beside(std::string_view part) {
  return part.empty() || (count_words(part) <= kMostWordsBeside && is_name_like(part));
}

}  // namespace

std::optional<Date> parse_date_line(std::string_view line) {
  line = trim_space(line);
  if (line.size() > kLongestLineBytes) return std::nullopt;
  const std::vector<std::string_view> parts = split_parts(line);
  std::optional<Date> found;
  std::size_t longest = 0;
  for (std::size_t first = 0; first < parts.size(); ++first) {
    std::string text;
    for (std::size_t last = first; last < parts.size(); ++last) {
      text += ' ';
      text += parts[last];
      const std::size_t count = last - first + 1;
      const auto date = count > longest ? parse_news_date(text) : std::nullopt;
      if (!date) continue;
      bool names = true;
      for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i < first || i > last) names = names && may_stand_beside(parts[i]);
      }
      if (!names) continue;
      found = date;
      longest = count;
    }
  }
  return found;
}

}  // namespace actorgraph
