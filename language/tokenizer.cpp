#include "language/tokenizer.hpp"

#include <algorithm>
#include <array>

#include "language/abbreviations.hpp"
#include "language/characters.hpp"
#include "language/token_patterns.hpp"

namespace actorgraph {
namespace {

bool is_hyphen(char32_t code) {
  return code == '-' || code == 0x2010 || code == 0x2011;
}

class Scanner {
 public:
  /// `text` ends where the range ends, so that nothing behind it is looked at.
  Scanner(std::string_view text, std::size_t begin, std::vector<TokenPiece>& out)
      : text_(text), at_(begin), begin_(begin), out_(out) {}

  void scan() {
    while (at_ < text_.size()) {
      const Character c = decode(text_, at_);
      const CharClass kind = class_of(c.code);
      if (kind == CharClass::Space) {
        at_ += c.size_bytes;
        continue;
      }
      if (is_word(kind)) {
        add_word(scan_word());
      } else {
        add(scan_mark(c, kind));
      }
    }
  }

 private:
  [[nodiscard]] CharClass kind_at(std::size_t i) const {
    return i < text_.size() ? class_of(decode(text_, i).code) : CharClass::Space;
  }
  [[nodiscard]] bool word_at(std::size_t i) const { return is_word(kind_at(i)); }
  [[nodiscard]] bool letter_at(std::size_t i) const { return is_letter(kind_at(i)); }
  [[nodiscard]] bool digit_at(std::size_t i) const { return kind_at(i) == CharClass::Digit; }
  /// Whether white space, an opening mark or nothing stands before the current place.
  [[nodiscard]] bool opens() const {
    if (at_ == begin_ || out_.empty() || out_.back().span.end < at_) return true;
    const CharClass before = class_of(decode(text_, out_.back().span.begin).code);
    return before == CharClass::Open || before == CharClass::OpenQuote || before == CharClass::Quote ||
           before == CharClass::Dash ||
           (before == CharClass::Apostrophe && out_.back().span.size_bytes() <= 3);
  }

  void add(std::size_t end, bool joins_next = false) {
    out_.push_back({{static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)}, joins_next});
    at_ = end;
  }

  void add_word(std::size_t end);
  [[nodiscard]] std::size_t scan_word();
  [[nodiscard]] std::size_t scan_mark(Character c, CharClass kind);
  [[nodiscard]] std::size_t scan_apostrophe(Character c);
  [[nodiscard]] std::size_t scan_run(std::size_t end, auto&& belongs) const;
  /// Whether three full stops or more begin at `i`: "and so on..." ends in no abbreviation.
  [[nodiscard]] bool is_ellipsis(std::size_t i) const { return text_.substr(i, 3) == "..."; }
  [[nodiscard]] bool ends_with_stop(std::size_t stop) const;
  [[nodiscard]] bool stop_continues(std::size_t i, CharClass before, CharClass after) const;
  [[nodiscard]] bool continues(std::size_t i, Character c, CharClass kind, CharClass before) const;
  [[nodiscard]] bool is_number_before_unit(std::size_t i, bool number) const;

  std::string_view text_;
  std::size_t at_;  ///< the first byte that is in no piece
  std::size_t begin_;
  std::vector<TokenPiece>& out_;
  std::size_t open_single_ = 0;  ///< one past an open single quote, else 0
};

/// The end of a run of characters that `belongs` accepts, capped.
std::size_t Scanner::scan_run(std::size_t end, auto&& belongs) const {
  while (end < text_.size()) {
    const Character c = decode(text_, end);
    if (!belongs(c) || end + c.size_bytes - at_ > kMaxTokenBytes) break;
    end += c.size_bytes;
  }
  return end;
}

/// Adds the word [at_, end), or the words that it is made of.
void Scanner::add_word(std::size_t end) {
  // The apostrophe of "the workers' rights", unless it closes a quotation.
  const bool plural = text_[end - 1] == 's' || text_[end - 1] == 'S';
  if (plural && kind_at(end) == CharClass::Apostrophe && end - at_ > 1) {
    const Character apostrophe = decode(text_, end);
    constexpr std::size_t kMaxQuotationBytes = 400;
    const bool quoted = open_single_ != 0 && end - open_single_ < kMaxQuotationBytes;
    if (!quoted && apostrophe.code != 0xB4 && !word_at(end + apostrophe.size_bytes)) {
      add(end, true);
      add(end + apostrophe.size_bytes);
      return;
    }
  }
  std::array<std::size_t, 4> cuts{};
  std::size_t count = 0;
  for (std::size_t last = end; count < cuts.size();) {
    const std::size_t cut = find_contraction(text_.substr(at_, last - at_));
    if (cut == 0) break;
    last = cuts[count++] = at_ + cut;
  }
  while (count > 0) add(cuts[--count], true);
  add(end);
}

/// Whether the full stop at `stop` belongs to the word [at_, stop).
bool Scanner::ends_with_stop(std::size_t stop) const {
  // A compound is judged by its last part: "Lt.-Gen."
  std::size_t begin = stop;
  while (begin > at_ && stop - begin < 24 && text_[begin - 1] != '-') --begin;
  switch (find_abbreviation(text_.substr(begin, stop - begin))) {
    case Abbreviation::None:
      return false;
    case Abbreviation::BeforeNumber: {
      const std::size_t next = skip_space(text_.substr(0, std::min(text_.size(), stop + 9)), stop + 1);
      return digit_at(next);
    }
    default:
      return true;
  }
}

bool Scanner::is_number_before_unit(std::size_t i, bool number) const {
  if (!number || !letter_at(i) || text_[i - 1] == '-') return false;
  std::size_t end = i;
  while (end < text_.size() && end - i < 5 && (letter_at(end) || text_[end] == '/')) ++end;
  if (end < text_.size() && is_hyphen(decode(text_, end).code)) return false;
  const std::string_view letters = text_.substr(i, end - i);
  if ((letters == "p" || letters == "a") && text_.substr(end, 3) == ".m.") return true;
  return is_unit(letters) && !word_at(end);
}

/// Whether the full stop at `i`, between two word characters, is inside the word: "3.5", "U.S",
/// "example.com", but not "end.Next", where a space was forgotten, nor "Dr.Who" and "No.5".
bool Scanner::stop_continues(std::size_t i, CharClass before, CharClass after) const {
  if (before == CharClass::Digit && after == CharClass::Digit) return true;
  const bool capitalised =
      after == CharClass::Upper && kind_at(i + 1 + decode(text_, i + 1).size_bytes) == CharClass::Lower;
  if (capitalised) return false;
  if (after == CharClass::Digit) return before == CharClass::Upper && !ends_with_stop(i);
  const Abbreviation kind = find_abbreviation(text_.substr(at_, i - at_));
  return kind != Abbreviation::Title && kind != Abbreviation::Word;
}

/// Whether the mark `c` at `i`, which follows a character of class `before`, is inside the word.
bool Scanner::continues(std::size_t i, Character c, CharClass kind, CharClass before) const {
  const std::size_t next = i + c.size_bytes;
  const CharClass after = kind_at(next);
  if (!is_word(after)) {
    // "U.S.-led", "U.S.'s"
    return c.code == '.' && is_word(before) && (after == CharClass::Dash || after == CharClass::Apostrophe) &&
           word_at(next + decode(text_, next).size_bytes) && ends_with_stop(i);
  }
  if (is_hyphen(c.code) || c.code == '_') return true;
  const bool digits = before == CharClass::Digit && after == CharClass::Digit;
  switch (c.code) {
    case '.':
      return stop_continues(i, before, after);
    case ',':
      // 1,300 and 13,00,000
      if (!digits || !digit_at(next + 1)) return false;
      return digit_at(next + 2) ? !digit_at(next + 3)
                                : text_.substr(next + 2, 1) == "," && digit_at(next + 3);
    case ':':
      return digits;
    case '/': {
      if (digits) return true;
      // "w/o", "A/C", but "and/or" is three words.
      const bool single = i - at_ == 1 || (i - at_ > 1 && text_[i - 2] == '/');
      return single && is_letter(before) && is_letter(after) &&
             !word_at(next + decode(text_, next).size_bytes);
    }
    case '&':
      return is_letter(before) && is_letter(after);
    case '*':
      return is_letter(before) && is_letter(after);
    default:
      return kind == CharClass::Apostrophe && (is_letter(after) || before == CharClass::Digit);
  }
}

std::size_t Scanner::scan_word() {
  if (const std::size_t end = find_url_end(text_, at_); end > at_) return end;
  if (const std::size_t end = find_email_end(text_, at_); end > at_) return end;
  std::size_t i = at_;
  CharClass before = CharClass::Space;
  bool number = true;  // digits and their marks so far
  while (i < text_.size()) {
    const Character c = decode(text_, i);
    const CharClass kind = class_of(c.code);
    if (i + c.size_bytes - at_ > kMaxTokenBytes) break;
    if (is_word(kind)) {
      if (kind != CharClass::Digit) {
        if (i > at_ && is_number_before_unit(i, number)) break;
        number = false;
      }
    } else if (kind == CharClass::Space) {
      break;
    } else if (!continues(i, c, kind, before)) {
      if (c.code == '.' && is_word(before) && !is_ellipsis(i) && ends_with_stop(i)) return i + 1;
      const bool dollars = c.code == '$' && i - at_ <= 3 && before == CharClass::Upper;
      return dollars ? i + 1 : i;
    }
    before = kind;
    i += c.size_bytes;
  }
  return i;
}

std::size_t Scanner::scan_apostrophe(Character c) {
  const std::size_t next = at_ + c.size_bytes;
  const bool opening = opens();
  if (next < text_.size() && decode(text_, next).code == c.code) return next + c.size_bytes;
  if (digit_at(next) && digit_at(next + 1) && opening) {  // '90s
    std::size_t end = next + 2;
    if (end < text_.size() && text_[end] == 's') ++end;
    if (!word_at(end)) return end;
  }
  if (letter_at(next)) {
    const std::size_t end = scan_run(next, [](Character d) { return is_letter(class_of(d.code)); });
    const std::string_view letters = text_.substr(next, end - next);
    // A clitic that stands apart ("Times" 's), or a word without its beginning.
    for (const std::string_view clitic : {"s", "S", "ll", "re", "ve", "d", "m", "em", "til", "cause", "n"}) {
      if (letters == clitic) return end;
    }
  }
  if (opening) {
    open_single_ = next;
  } else {
    open_single_ = 0;
  }
  return next;
}

std::size_t Scanner::scan_mark(Character c, CharClass kind) {
  const std::size_t next = at_ + c.size_bytes;
  if (kind == CharClass::Emoji) return find_emoji_end(text_, at_);
  if (const std::size_t end = find_emoticon_end(text_, at_); end > at_) return end;
  switch (kind) {
    case CharClass::Apostrophe:
      return scan_apostrophe(c);
    case CharClass::OpenQuote:
      if (c.code == 0x2018) open_single_ = next;
      return next;
    case CharClass::Stop:
      if (c.code == '.' && word_at(next) && opens()) {  // .5, .doc
        return scan_run(next, [](Character d) { return is_word(class_of(d.code)); });
      }
      return scan_run(next, [](Character d) { return class_of(d.code) == CharClass::Stop; });
    case CharClass::Dash:
      return scan_run(next, [&](Character d) { return d.code == c.code || d.code == '>'; });
    case CharClass::Quote:
      return c.code == '`' ? scan_run(next, [](Character d) { return d.code == '`'; }) : next;
    case CharClass::Currency:
      return scan_run(next, [&](Character d) { return d.code == c.code; });
    case CharClass::Symbol:
      if (c.code == '+' && digit_at(next) && opens()) {  // +1, +44
        return scan_run(next, [](Character d) { return class_of(d.code) == CharClass::Digit; });
      }
      if ((c.code == '#' || c.code == '@') && letter_at(next)) {  // a hashtag, a handle
        return scan_run(next, [](Character d) { return is_word(class_of(d.code)) || d.code == '_'; });
      }
      return c.code == '%' || c.code == '&' ? next
                                            : scan_run(next, [&](Character d) { return d.code == c.code; });
    default:
      return next;
  }
}

}  // namespace

void tokenize(std::string_view text, ByteSpan range, std::vector<TokenPiece>& out) {
  Scanner(text.substr(0, range.end), range.begin, out).scan();
}

}  // namespace actorgraph
