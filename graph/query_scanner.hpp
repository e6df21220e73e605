// The place in a query's text and the steps that move it. Used by the query's parser alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/query.hpp"

namespace actorgraph {

/// Thrown by the parser's steps, caught in parse_query.
struct QuerySyntaxError {
  std::size_t at;  ///< byte of the query
  std::string message;
};

/// A place in a query. Views are of the query's text, which must outlive the scanner.
/// Errors: steps throw QuerySyntaxError.
class QueryScanner {
 public:
  explicit QueryScanner(std::string_view text);

  /// Whether the next characters are `sign`.
  [[nodiscard]] bool is_at(std::string_view sign) const { return text_.substr(at_).starts_with(sign); }
  [[nodiscard]] bool is_at_arrow() const { return is_at("->") || is_at("<-") || is_at("-["); }

  /// Whether a filter begins here, at the start of a word.
  [[nodiscard]] bool is_at_filter() const;
  [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }

  [[nodiscard]] std::size_t at() const { return at_; }
  void move(std::size_t bytes) { at_ += bytes; }
  void skip_space();

  /// Passes white space, then `sign` where it stands there; whether it did.
  bool take(std::string_view sign);

  /// The run of characters up to the next space, and the letters at its start.
  [[nodiscard]] std::string_view next_word() const;
  [[nodiscard]] std::string_view next_letters() const;

  /// Passes letters, digits and underscores.
  std::string_view take_letters();

  /// Passes the characters of >=, >, <=, < and =.
  std::string_view take_signs();

  /// Reads up to an arrow, one of `stops`, or behind the last arrow up to a filter.
  std::string parse_name(const char* expected, std::string_view stops = ";\"");

  /// Reads "\"a name\"" at its first quote.
  std::string parse_quoted();

  /// Reads the words with bars between up to and with the closing bracket; the opening one is passed.
  std::vector<QueryWord> parse_list(char close, const char* what, const char* expected);

  /// Reads names with bars between, quoted or not.
  std::vector<QueryWord> parse_names(const char* expected);

  /// Throws: "expected ..., found ...", here.
  [[noreturn]] void fail(const std::string& expected) const;

 private:
  std::string_view text_;
  std::size_t last_arrow_ = 0;  // outside quotes; filters stand behind it
  std::size_t at_ = 0;
};

/// `text` without white space at its ends.
[[nodiscard]] std::string_view trim_query(std::string_view text);

/// Reads one filter into `filter`. Errors: throws QuerySyntaxError.
void parse_filter(QueryScanner& scanner, ClaimFilter& filter);

}  // namespace actorgraph
