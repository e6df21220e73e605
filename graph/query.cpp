#include "graph/query.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace actorgraph {
namespace {

constexpr auto kFilterWords = std::to_array<std::string_view>({"since", "until", "in"});

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Columns that `text` takes on a terminal: characters, not bytes.
std::size_t count_columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::optional<int> parse_number(std::string_view digits, std::size_t width) {
  if (digits.size() != width) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < 0) return std::nullopt;
  return number;
}

/// Thrown by the parser's steps, caught in parse_query.
struct SyntaxError {
  std::size_t at;
  std::string message;
};

class QueryParser {
 public:
  explicit QueryParser(std::string_view text) : text_(text) {}

  Query parse() {
    QueryTerm left = parse_term(Side::Left);
    const bool forward = parse_arrow();
    QueryTerm right = parse_term(Side::Right);
    if (!forward) std::swap(left, right);
    query_.source = std::move(left);
    query_.target = std::move(right);
    for (skip_space(); at_ < text_.size(); skip_space()) parse_filter();
    return std::move(query_);
  }

 private:
  enum class Side : std::uint8_t { Left, Right };

  [[nodiscard]] bool at(std::string_view sign) const { return text_.substr(at_).starts_with(sign); }
  [[nodiscard]] bool at_arrow() const { return at("->") || at("<-") || at("-["); }

  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  /// The run of characters up to the next space.
  [[nodiscard]] std::string_view next_word() const {
    std::size_t end = at_;
    while (end < text_.size() && !is_space(text_[end])) ++end;
    return text_.substr(at_, end - at_);
  }

  /// Whether a filter begins here, at the start of a word.
  [[nodiscard]] bool at_filter() const {
    return at("--") || std::ranges::find(kFilterWords, next_word()) != kFilterWords.end();
  }

  [[noreturn]] void fail(const std::string& expected) const {
    std::string found = "the end of the query";
    if (at_ < text_.size()) found = '"' + std::string(next_word()) + '"';
    throw SyntaxError{at_, "expected " + expected + ", found " + found};
  }

  QueryTerm parse_term(Side side) {
    skip_space();
    QueryTerm term;
    term.column = at_ + 1;
    if (at("?")) {
      const std::size_t begin = ++at_;
      while (at_ < text_.size() && is_word(text_[at_])) ++at_;
      term.variable = text_.substr(begin, at_ - begin);
      return term;
    }
    if (at("\"")) {
      term.name = parse_quoted();
      return term;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && !at_arrow() && text_[at_] != '"') {
      const bool word_start = at_ == begin || is_space(text_[at_ - 1]);
      if (side == Side::Right && word_start && at_filter()) break;
      ++at_;
    }
    term.name = trim(text_.substr(begin, at_ - begin));
    if (term.name.empty()) fail("an actor's name, ? or a variable such as ?x");
    return term;
  }

  std::string parse_quoted() {
    const std::size_t close = text_.find('"', at_ + 1);
    if (close == std::string_view::npos) {
      throw SyntaxError{at_, "this quote is never closed: write \" after the name"};
    }
    const std::string_view name = trim(text_.substr(at_ + 1, close - at_ - 1));
    if (name.empty()) throw SyntaxError{at_, "expected a name between the quotes, found none"};
    at_ = close + 1;
    return std::string(name);
  }

  /// True for an arrow to the right.
  bool parse_arrow() {
    skip_space();
    if (take("->")) return true;
    if (take("-[")) {
      parse_relations();
      if (!take("->")) fail("-> after the relations");
      return true;
    }
    if (take("<-[")) {
      parse_relations();
      if (!take("-")) fail("- after the relations");
      if (at(">")) fail("an arrow of one direction");
      return false;
    }
    if (take("<-")) {
      if (at(">")) fail("an arrow of one direction");
      return false;
    }
    fail("an arrow: ->, <-, -[attack]-> or <-[attack]-");
  }

  bool take(std::string_view sign) {
    if (!at(sign)) return false;
    at_ += sign.size();
    return true;
  }

  /// Reads up to and with the closing bracket.
  void parse_relations() {
    const std::size_t open = at_ - 1;
    while (true) {
      skip_space();
      const std::size_t begin = at_;
      at_ = text_.find_first_of("|]", at_);
      if (at_ == std::string_view::npos) {
        throw SyntaxError{open, "this bracket is never closed: write ] after the last relation"};
      }
      const std::string_view relation = trim(text_.substr(begin, at_ - begin));
      if (relation.empty()) fail("a relation such as attack or ASSAULT");
      query_.relations.push_back({std::string(relation), begin + 1});
      if (text_[at_++] == ']') return;
    }
  }

  void parse_filter() {
    const std::size_t begin = at_;
    const std::string_view word = next_word();
    if (word == "--all") {
      at_ += word.size();
      query_.scope = QueryScope::All;
      return;
    }
    if (std::ranges::find(kFilterWords, word) == kFilterWords.end()) {
      fail("since, until, in, --all or the end of the query");
    }
    at_ += word.size();
    skip_space();
    const std::string_view date = next_word();
    const auto period = parse_period(date);
    if (!period) fail("a date such as 2022, 2022-03 or 2022-03-24 after " + std::string(word));
    const std::size_t date_at = at_;
    at_ += date.size();
    if ((word != "until" && query_.since) || (word != "since" && query_.until)) {
      throw SyntaxError{begin, "the time is already bounded on that side: leave one of the filters out"};
    }
    if (word != "until") query_.since = period->start;
    if (word != "since") query_.until = period->end;
    if (query_.since && query_.until && *query_.since > *query_.until) {
      throw SyntaxError{date_at, "no day lies between " + to_string(*query_.since) + " and " +
                                     to_string(*query_.until) + ": exchange the two dates"};
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Query query_;
};

std::string show_place(std::string_view text, const SyntaxError& error) {
  std::string shown(text);
  std::ranges::replace_if(
      shown, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return error.message + "\n  " + shown + "\n  " + std::string(count_columns(text.substr(0, error.at)), ' ') +
         '^';
}

std::string dump_term(const QueryTerm& term) {
  return term.is_open() ? '?' + term.variable : '"' + term.name + '"';
}

}  // namespace

std::optional<DateInterval> parse_period(std::string_view text) {
  if (const auto day = parse_date(text)) return make_day(*day);
  const auto year = parse_number(text.substr(0, 4), 4);
  if (!year) return std::nullopt;
  if (text.size() == 4) return make_year(*year);
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto month = parse_number(text.substr(5), 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  return make_month(*year, static_cast<unsigned>(*month));
}

Result<Query> parse_query(std::string_view text) {
  try {
    return QueryParser(text).parse();
  } catch (const SyntaxError& error) {
    return Issue{.source = "query", .line = 1, .column = error.at + 1, .message = show_place(text, error)};
  }
}

std::string dump(const Query& query) {
  std::string text = dump_term(query.source);
  if (query.relations.empty()) {
    text += " -> ";
  } else {
    text += " -[";
    for (const QueryRelation& relation : query.relations) {
      if (text.back() != '[') text += '|';
      text += relation.text;
    }
    text += "]-> ";
  }
  text += dump_term(query.target);
  if (query.since) text += " since " + to_string(*query.since);
  if (query.until) text += " until " + to_string(*query.until);
  if (query.scope == QueryScope::All) text += " --all";
  return text;
}

}  // namespace actorgraph
