#include "extract/time_word.hpp"

#include <optional>
#include <utility>

#include "extract/calendar.hpp"
#include "extract/string_map.hpp"
#include "extract/time_unit.hpp"

namespace actorgraph {
namespace {

// Words that begin an expression, besides numbers.
const StringSet& opening_words() {
  static const StringSet words =
      make_string_set({"a",           "about",      "academic",     "ad",           "advent",
                       "after",       "afternoon",  "almost",       "all",          "alternate",
                       "an",          "annually",   "another",      "april",        "armistice",
                       "around",      "ascension",  "ash",          "at",           "august",
                       "autumn",      "bastille",   "before",       "beginning",    "between",
                       "biannually",  "black",      "boxing",       "by",           "canada",
                       "centuries",   "christmas",  "cold",         "columbus",     "coming",
                       "couple",      "current",    "currently",    "cyber",        "daily",
                       "dawn",        "daybreak",   "days",         "decades",      "dec",
                       "december",    "dozen",      "during",       "dusk",         "each",
                       "earlier",     "early",      "earth",        "easter",       "eid",
                       "election",    "end",        "evening",      "every",        "fall",
                       "father",      "feb",        "february",     "few",          "first",
                       "fiscal",      "following",  "for",          "former",       "formerly",
                       "fortnightly", "fourth",     "fri",          "friday",       "fridays",
                       "from",        "fy",         "good",         "ground",       "groundhog",
                       "guy",         "half",       "halloween",    "hanukkah",     "holy",
                       "hourly",      "hours",      "independence", "inauguration", "international",
                       "jan",         "january",    "jul",          "july",         "jun",
                       "june",        "juneteenth", "labor",        "labour",       "last",
                       "late",        "later",      "less",         "lunar",        "many",
                       "mar",         "march",      "martin",       "maundy",       "may",
                       "memorial",    "mid",        "middle",       "midnight",     "midsummer",
                       "minutes",     "mlk",        "moments",      "mon",          "monday",
                       "mondays",     "monthly",    "months",       "more",         "morning",
                       "mother",      "nearly",     "new",          "next",         "night",
                       "nightly",     "noon",       "nov",          "november",     "now",
                       "nowadays",    "nowruz",     "oct",          "october",      "on",
                       "once",        "orthodox",   "over",         "overnight",    "palm",
                       "passover",    "past",       "patriot",      "pentecost",    "post",
                       "pre",         "preceding",  "presently",    "presidents",   "previous",
                       "previously",  "quarterly",  "ramadan",      "recent",       "recently",
                       "remembrance", "roughly",    "same",         "sat",          "saturday",
                       "saturdays",   "school",     "second",       "semiannually", "shortly",
                       "sep",         "sept",       "september",    "several",      "shrove",
                       "since",       "some",       "soon",         "spring",       "st",
                       "start",       "sun",        "sunday",       "sundays",      "sunrise",
                       "sunset",      "summer",     "summers",      "thanksgiving", "that",
                       "the",         "these",      "third",        "this",         "those",
                       "throughout",  "thu",        "thur",         "thurs",        "thursday",
                       "thursdays",   "till",       "today",        "tomorrow",     "tonight",
                       "tue",         "tues",       "tuesday",      "tuesdays",     "twice",
                       "until",       "upcoming",   "valentine",    "veterans",     "victory",
                       "wed",         "wednesday",  "wednesdays",   "weekends",     "weekly",
                       "weeks",       "whit",       "winter",       "winters",      "within",
                       "women",       "world",      "ww2",          "wwi",          "wwii",
                       "year",        "yearly",     "years",        "yesterday",    "yom"});
  return words;
}

bool may_begin(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.empty()) return false;
  if (word[0] >= '0' && word[0] <= '9') return true;
  if (word[0] == '\'' || word.starts_with("\u2019") || word.starts_with("\u2018")) return word.size() > 2;
  if (word[0] < 'a' || word[0] > 'z') return false;
  if (word.starts_with("q") && word.size() == 2) return true;
  if (word.starts_with("fy") || word.starts_with("ad")) return true;
  return opening_words().contains(word) || parse_number(word) || parse_ordinal(word);
}

bool is_part_of_date(std::string_view piece, std::string_view written) {
  const bool capital = written[0] >= 'A' && written[0] <= 'Z';
  if (piece[0] >= '0' && piece[0] <= '9') return piece.size() <= 6;
  return capital && (parse_month(piece) || parse_weekday(piece));
}

bool is_prefix_of_date(std::string_view piece) {
  return among(piece, {"mid", "early", "late", "pre", "post", "today", "tomorrow"});
}

// Whether "A-B-C" is of times: all parts of a date, a prefix before one, a number before a unit.
bool is_time_compound(const std::vector<std::string>& lower, const std::vector<std::string_view>& written) {
  const auto is_date = [&](std::size_t i) { return is_part_of_date(lower[i], written[i]); };
  if (parse_date(written[0]) || lower.size() > 5) return false;
  if (lower.size() == 2 && (is_prefix_of_date(lower[0]) && is_date(1))) return true;
  if (lower.size() == 2 && among(lower[0], {"mid", "early", "late"})) {
    return among(lower[1], {"century", "afternoon", "morning", "summer", "winter", "autumn", "spring", "week",
                            "month", "year", "day"}) ||
           parse_month(lower[1]).has_value();
  }
  if (lower.back() == "century") return true;
  if (lower.size() <= 3 && parse_time_unit(lower[1]) &&
      (parse_number(lower[0]) || is_vague_number(lower[0]))) {
    return lower.size() == 2 || lower[2] == "long";
  }
  bool has_month_or_year = false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (!is_date(i)) return false;
    has_month_or_year = has_month_or_year || lower[i][0] > '9' || lower[i].size() >= 4;
  }
  return has_month_or_year || lower.size() == 2;
}

class WordMaker {
 public:
  void add(std::string_view form, std::uint32_t token, ByteSpan span, const TimeWord& like) {
    std::string lower = fold(form);
    const bool exact = span.size_bytes() == form.size();
    const bool compound = form.size() >= 3 && form[0] != '-' &&
                          (form.find('-') != std::string_view::npos ||
                           (form.size() > 4 && form.find("\u2013", 1) != std::string_view::npos));
    if (compound && split(form, lower, token, exact ? span.begin : 0, exact ? ByteSpan{} : span, like))
      return;
    push(form, std::move(lower), token, span, like);
  }

  void reserve(std::size_t count) { words_.reserve(count); }

  std::vector<TimeWord> take() { return std::move(words_); }

 private:
  static std::string fold(std::string_view form) {
    std::string lower;
    lower.reserve(form.size());
    for (std::size_t i = 0; i < form.size(); ++i) {
      const char c = form[i];
      if (c == '\xE2' && form.substr(i).starts_with("\u2019")) {
        lower += '\'';
        i += 2;
      } else {
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      }
    }
    return lower;
  }

  void push(std::string_view form, std::string lower, std::uint32_t token, ByteSpan span,
            const TimeWord& like) {
    TimeWord word = like;
    word.capital = !form.empty() && form[0] >= 'A' && form[0] <= 'Z';
    word.begins = may_begin(lower);
    word.lower = std::move(lower);
    word.token = token;
    word.span = span;
    words_.push_back(std::move(word));
  }

  bool split(std::string_view form, const std::string& lower, std::uint32_t token, std::uint32_t begin,
             ByteSpan whole, const TimeWord& like) {
    std::vector<std::string> pieces;
    std::vector<std::string_view> written;
    std::vector<std::size_t> dashes;  // where they begin
    std::size_t at = 0;
    if (lower.size() != form.size()) return false;
    for (std::size_t i = 0; i <= form.size(); ++i) {
      const std::size_t width = i == form.size()                       ? 0
                                : form[i] == '-'                       ? 1
                                : form.substr(i).starts_with("\u2013") ? 3
                                                                       : 0;
      if (width == 0 && i < form.size()) continue;
      if (i == at) return false;
      pieces.push_back(lower.substr(at, i - at));
      written.push_back(form.substr(at, i - at));
      dashes.push_back(i);
      at = i + width;
      i = at > i ? at - 1 : i;
    }
    if (pieces.size() < 2 || parse_date(form) || !is_time_compound(pieces, written)) return false;
    if (parse_number(lower) || parse_ordinal(lower)) return false;  // "twenty-five"
    const auto span_of = [&](std::size_t from, std::size_t to) {
      if (!whole.empty()) return whole;
      return ByteSpan{begin + static_cast<std::uint32_t>(from), begin + static_cast<std::uint32_t>(to)};
    };
    at = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      push(written[i], pieces[i], token, span_of(at, dashes[i]), like);
      if (i + 1 == pieces.size()) break;
      const std::size_t width = form[dashes[i]] == '-' ? 1 : 3;
      push("-", "-", token, span_of(dashes[i], dashes[i] + width), like);
      at = dashes[i] + width;
    }
    return true;
  }

  std::vector<TimeWord> words_;
};

}  // namespace

bool is_dash(std::string_view word) {
  return word == "-" || word == "\u2013" || word == "\u2014" || word == "--";
}

bool is_vague_number(std::string_view word) {
  return among(word, {"several", "few", "many", "some", "countless", "various", "numerous"});
}

std::vector<TimeWord> make_time_words(const Sentence& sent, std::string_view text) {
  WordMaker maker;
  maker.reserve(sent.tokens.size());
  for (std::uint32_t i = 0; i < sent.tokens.size(); ++i) {
    const Token& tok = sent.tokens[i];
    TimeWord like;
    if (tok.deprel == Deprel::Nummod && tok.head < sent.tokens.size()) {
      const Token& head = sent.tokens[tok.head];
      like.counts = head.xpos == Xpos::Nns || head.upos == Upos::Sym;
    }
    like.is_verb = tok.upos == Upos::Verb || tok.upos == Upos::Aux;
    const bool written = tok.span.end <= text.size() && slice(text, tok.span) == tok.form;
    maker.add(tok.form, i, written || tok.span.end <= text.size() ? tok.span : ByteSpan{}, like);
  }
  return maker.take();
}

std::vector<TimeWord> make_time_words(std::string_view text) {
  WordMaker maker;
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  const auto is_mark = [](char c) {
    return std::string_view(",;:!?()[]\"").find(c) != std::string_view::npos;
  };
  std::uint32_t token = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    if (is_blank(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin + 1;
    if (!is_mark(text[begin])) {
      const auto inside = [&](std::size_t i) {  // "10:30"
        return text[i] == ':' && i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
      };
      while (end < text.size() && !is_blank(text[end]) && (!is_mark(text[end]) || inside(end))) ++end;
      std::string_view word = text.substr(begin, end - begin);
      for (const std::string_view ending : {"'s", "\u2019s"}) {
        if (word.size() <= ending.size() || !word.ends_with(ending)) continue;
        if (word[word.size() - ending.size() - 1] > '9') end -= ending.size();  // not of "1600's"
      }
      word = text.substr(begin, end - begin);
      const bool abbreviation = word.size() <= 5 && word.find('.') != std::string_view::npos;
      if (word.size() > 1 && word.ends_with('.') && !abbreviation) --end;
    }
    const ByteSpan span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    maker.add(text.substr(begin, end - begin), token++, span, TimeWord{});
    begin = end;
  }
  return maker.take();
}

}  // namespace actorgraph
