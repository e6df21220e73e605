// The filters behind a query's last arrow.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "graph/query_scanner.hpp"

namespace actorgraph {
namespace {

constexpr const char* kFilters =
    "a filter (since, until, in, negated, modality, said by, confidence, claims, articles, sources, --all) "
    "or the end of the query";
constexpr const char* kModalities = "asserted, attempted, threatened, planned, possible, demanded or denied";

std::optional<int> parse_number(std::string_view digits, std::size_t width) {
  if (digits.size() != width) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < 0) return std::nullopt;
  return number;
}

void refuse_again(bool given, std::size_t begin) {
  if (given) throw QuerySyntaxError{begin, "this filter is given already: leave one of the two out"};
}

/// At the word behind since, until or in.
void parse_time_or_place(QueryScanner& scanner, ClaimFilter& filter, std::size_t begin,
                         std::string_view word) {
  scanner.skip_space();
  const std::size_t date_at = scanner.at();
  const std::string_view date = scanner.next_word();
  const auto period = parse_period(date);
  const bool numeric = !date.empty() && date[0] >= '0' && date[0] <= '9';
  if (!period && word == "in" && !numeric) {
    refuse_again(!filter.places.empty(), begin);
    filter.places = scanner.parse_names("a date such as 2022, 2022-03 or 2022-03-24, or a place, after in");
    return;
  }
  if (!period) scanner.fail("a date such as 2022, 2022-03 or 2022-03-24 after " + std::string(word));
  scanner.move(date.size());
  if ((word != "until" && filter.since) || (word != "since" && filter.until)) {
    throw QuerySyntaxError{begin, "the time is already bounded on that side: leave one of the filters out"};
  }
  if (word != "until") filter.since = period->start;
  if (word != "since") filter.until = period->end;
  if (filter.since && filter.until && *filter.since > *filter.until) {
    throw QuerySyntaxError{date_at, "no day lies between " + to_string(*filter.since) + " and " +
                                        to_string(*filter.until) + ": exchange the two dates"};
  }
}

void parse_modalities(QueryScanner& scanner, std::vector<Modality>& modalities, std::size_t begin) {
  refuse_again(!modalities.empty(), begin);
  for (const QueryWord& word : scanner.parse_names(kModalities)) {
    const auto modality = parse_modality(word.text);
    if (!modality) {
      throw QuerySyntaxError{word.column - 1,
                             "expected " + std::string(kModalities) + ", found \"" + word.text + '"'};
    }
    modalities.push_back(*modality);
  }
  std::ranges::sort(modalities);
  modalities.erase(std::unique(modalities.begin(), modalities.end()), modalities.end());
}

void parse_confidence(QueryScanner& scanner, ClaimFilter& filter, std::string_view sign, std::size_t begin) {
  const std::string_view digits = scanner.next_word();
  double number = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc() && stop == digits.data() + digits.size();
  if (!whole || !(number >= 0 && number <= 1)) scanner.fail("a number from 0 to 1 such as 0.8");
  refuse_again(filter.least_confidence > 0 || filter.most_confidence < 1, begin);
  if (sign[0] != '<') filter.least_confidence = sign == ">" ? std::nextafter(number, 2) : number;
  if (sign[0] != '>') filter.most_confidence = sign == "<" ? std::nextafter(number, -1) : number;
  scanner.move(digits.size());
}

void parse_count(QueryScanner& scanner, CountRange& range, std::string_view sign, std::size_t begin) {
  const std::string_view digits = scanner.next_word();
  std::uint32_t number = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || stop != digits.data() + digits.size()) {
    scanner.fail("a whole number such as 2");
  }
  refuse_again(range != CountRange(), begin);
  if (sign[0] != '<') range.least = sign == ">" && number < UINT32_MAX ? number + 1 : number;
  if (sign[0] != '>') range.most = sign == "<" && number > 0 ? number - 1 : number;
  scanner.move(digits.size());
}

/// At one of confidence, claims, articles and sources.
void parse_compare(QueryScanner& scanner, ClaimFilter& filter) {
  constexpr auto kSigns = std::to_array<std::string_view>({">=", ">", "<=", "<", "="});
  const std::size_t begin = scanner.at();
  const std::string_view what = scanner.take_letters();
  scanner.skip_space();
  const std::size_t sign_at = scanner.at();
  const std::string_view sign = scanner.take_signs();
  if (std::ranges::find(kSigns, sign) == kSigns.end()) {
    throw QuerySyntaxError{sign_at, "expected one of >=, >, <=, < and = after " + std::string(what) +
                                        ", found \"" + std::string(sign) + '"'};
  }
  scanner.skip_space();
  if (what == "confidence") {
    parse_confidence(scanner, filter, sign, begin);
  } else {
    CountRange& range = what == "claims"     ? filter.claims
                        : what == "articles" ? filter.articles
                                             : filter.sources;
    parse_count(scanner, range, sign, begin);
  }
}

}  // namespace

void parse_filter(QueryScanner& scanner, ClaimFilter& filter) {
  if (!scanner.is_at_filter()) scanner.fail(kFilters);
  const std::size_t begin = scanner.at();
  const std::string_view word = scanner.next_word();
  if (word == "--all") {
    scanner.move(word.size());
    filter.scope = QueryScope::All;
  } else if (word == "negated") {
    scanner.move(word.size());
    filter.negated = true;
  } else if (word == "modality") {
    scanner.move(word.size());
    parse_modalities(scanner, filter.modalities, begin);
  } else if (word == "said") {
    scanner.move(word.size());
    scanner.take("by");
    refuse_again(!filter.speakers.empty(), begin);
    filter.speakers = scanner.parse_names("who says so, an actor's name, after said by");
  } else if (word == "since" || word == "until" || word == "in") {
    scanner.move(word.size());
    parse_time_or_place(scanner, filter, begin, word);
  } else if (word.starts_with("--")) {
    scanner.fail(kFilters);
  } else {
    parse_compare(scanner, filter);
  }
}

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

}  // namespace actorgraph
