#include "extract/date_style.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/calendar.hpp"
#include "extract/string_map.hpp"
#include "extract/time_unit.hpp"
#include "extract/time_word.hpp"

namespace actorgraph {
namespace {

std::string lower(std::string_view form) {
  std::string text(form);
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

bool is_month(const std::vector<Token>& tokens, std::size_t at) {
  if (at >= tokens.size() || tokens[at].form.size() < 3 || tokens[at].form[0] < 'A' ||
      tokens[at].form[0] > 'Z')
    return false;
  return parse_month(lower(tokens[at].form)).has_value();
}

bool is_capital(const Token& tok) {
  return tok.form[0] >= 'A' && tok.form[0] <= 'Z';
}

// "yesterday", "on Friday", "two years ago", "last month": counted from the day of publication.
bool is_deictic(const std::vector<Token>& tokens, std::size_t at) {
  const std::string& form = tokens[at].form;
  if (form.size() < 3 || form.size() > 9) return false;
  static const StringSet words = make_string_set(
      {"yesterday", "today", "tonight", "tomorrow", "ago", "recent", "recently", "last", "this", "next"});
  const std::string word = lower(form);
  if (is_capital(tokens[at]) && parse_weekday(word)) return true;
  if (!words.contains(word)) return false;
  if (!among(word, {"last", "this", "next"})) return true;
  return at + 1 < tokens.size() && parse_time_unit(lower(tokens[at + 1].form)).has_value();
}

class Counter {
 public:
  explicit Counter(std::optional<Date> published) : published_(published) {}

  void count(const std::vector<Token>& tokens, std::size_t at) {
    const std::string& form = tokens[at].form;
    if (form.empty()) return;
    if (form[0] < '0' || form[0] > '9') {
      if (is_deictic(tokens, at)) ++deictic_;
      return;
    }
    if (form.size() >= 6 && form.find('/') != std::string::npos) count_slashes(form);
    if (form.size() <= 2) {
      if (at > 0 && is_month(tokens, at - 1)) --days_first_;
      if (is_month(tokens, at + 1)) ++days_first_;
    }
    const auto year = form.size() == 4 ? parse_number(form) : std::nullopt;
    if (year && published_ && *year >= 1200 && *year + 1 < year_of(*published_)) ++past_years_;
  }

  DateStyle finish() const {
    DateStyle style;
    const bool spelled = slashes_ && days_first_ > 0;
    if (decided_ ? day_above_twelve_first_ : spelled) style.order = DayOrder::DayFirst;
    if (!published_ || past_years_ > deictic_) style.tense = Tense::History;
    return style;
  }

 private:
  void count_slashes(std::string_view form) {
    slashes_ = true;
    const std::size_t mark = form.find('/');
    const auto first = parse_number(form.substr(0, mark));
    const auto second = parse_number(form.substr(mark + 1, form.find('/', mark + 1) - mark - 1));
    if (decided_ || !first || !second || *first > 31 || *second > 31) return;
    decided_ = (*first > 12) != (*second > 12);
    day_above_twelve_first_ = *first > 12;
  }

  std::optional<Date> published_;
  bool decided_ = false;  // by a number above twelve
  bool day_above_twelve_first_ = false;
  bool slashes_ = false;
  int days_first_ = 0;  // "5 April" less "April 5"
  int deictic_ = 0;
  int past_years_ = 0;
};

}  // namespace

DateStyle find_date_style(const Document& doc) {
  Counter counter(doc.article.published);
  for (const Sentence& sent : doc.sentences) {
    for (std::size_t i = 0; i < sent.tokens.size(); ++i) counter.count(sent.tokens, i);
  }
  return counter.finish();
}

}  // namespace actorgraph
