#include "graph/query_scanner.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

constexpr auto kTimeWords = std::to_array<std::string_view>({"since", "until", "in"});
constexpr auto kCountWords = std::to_array<std::string_view>({"confidence", "claims", "articles", "sources"});

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_compare(char c) {
  return c == '<' || c == '>' || c == '=';
}

template <class Test>
std::string_view leading(std::string_view text, const Test& test) {
  return text.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(text, test) - text.begin()));
}

}  // namespace

std::string_view trim_query(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

QueryScanner::QueryScanner(std::string_view text) : text_(text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '"') quoted = !quoted;
    const std::string_view sign = text_.substr(i, 2);
    if (!quoted && (sign == "->" || sign == "<-")) last_arrow_ = i;
  }
}

void QueryScanner::skip_space() {
  at_ += leading(text_.substr(at_), is_space).size();
}

bool QueryScanner::take(std::string_view sign) {
  skip_space();
  if (!is_at(sign)) return false;
  at_ += sign.size();
  return true;
}

std::string_view QueryScanner::next_word() const {
  return leading(text_.substr(at_), [](char c) { return !is_space(c); });
}

std::string_view QueryScanner::next_letters() const {
  return leading(text_.substr(at_), is_letter);
}

std::string_view QueryScanner::take_letters() {
  const std::string_view letters = next_letters();
  at_ += letters.size();
  return letters;
}

std::string_view QueryScanner::take_signs() {
  const std::string_view signs = leading(text_.substr(at_), is_compare);
  at_ += signs.size();
  return signs;
}

bool QueryScanner::is_at_filter() const {
  if (is_at("--")) return true;
  const std::string_view word = next_word();
  if (is_one_of(word, kTimeWords) || word == "negated" || word == "modality") return true;
  std::string_view rest = text_.substr(at_ + word.size());
  rest.remove_prefix(leading(rest, is_space).size());
  if (word == "said") return leading(rest, [](char c) { return !is_space(c); }) == "by";
  const std::string_view letters = next_letters();
  if (!is_one_of(letters, kCountWords)) return false;
  return letters == word ? !rest.empty() && is_compare(rest[0]) : is_compare(word[letters.size()]);
}

std::string QueryScanner::parse_name(const char* expected, std::string_view stops) {
  const std::size_t begin = at_;
  while (at_ < text_.size() && !is_at_arrow() && stops.find(text_[at_]) == std::string_view::npos) {
    const bool word_start = at_ == begin || is_space(text_[at_ - 1]);
    if (begin > last_arrow_ && word_start && is_at_filter()) break;
    ++at_;
  }
  const std::string_view name = trim_query(text_.substr(begin, at_ - begin));
  if (name.empty()) fail(expected);
  return std::string(name);
}

std::string QueryScanner::parse_quoted() {
  const std::size_t close = text_.find('"', at_ + 1);
  if (close == std::string_view::npos) {
    throw QuerySyntaxError{at_, "this quote is never closed: write \" after the name"};
  }
  const std::string_view name = trim_query(text_.substr(at_ + 1, close - at_ - 1));
  if (name.empty()) throw QuerySyntaxError{at_, "expected a name between the quotes, found none"};
  at_ = close + 1;
  return std::string(name);
}

std::vector<QueryWord> QueryScanner::parse_list(char close, const char* what, const char* expected) {
  const std::size_t open = at_ - 1;
  const std::string ends = {'|', close};
  std::vector<QueryWord> words;
  while (true) {
    skip_space();
    const std::size_t begin = at_;
    const std::size_t end = text_.find_first_of(ends, at_);
    if (end == std::string_view::npos) {
      throw QuerySyntaxError{
          open, std::string("this bracket is never closed: write ") + close + " after the last " + what};
    }
    at_ = end;
    const std::string_view word = trim_query(text_.substr(begin, end - begin));
    if (word.empty()) fail(expected);
    words.push_back({std::string(word), begin + 1});
    if (text_[at_++] == close) return words;
  }
}

std::vector<QueryWord> QueryScanner::parse_names(const char* expected) {
  std::vector<QueryWord> names;
  do {
    skip_space();
    const std::uint64_t column = at_ + 1;
    names.push_back({is_at("\"") ? parse_quoted() : parse_name(expected, "|;\""), column});
  } while (take("|"));
  return names;
}

void QueryScanner::fail(const std::string& expected) const {
  std::string found = "the end of the query";
  if (at_ < text_.size()) found = '"' + std::string(next_word()) + '"';
  throw QuerySyntaxError{at_, "expected " + expected + ", found " + found};
}

}  // namespace actorgraph
