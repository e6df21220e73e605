#include "language/sentence_boundary.hpp"

#include <algorithm>
#include <array>

#include "language/abbreviations.hpp"
#include "language/characters.hpp"

namespace actorgraph {
namespace {

bool is_stop(Shape shape) {
  return shape == Shape::FullStop || shape == Shape::Question || shape == Shape::Exclamation ||
         shape == Shape::Ellipsis;
}

bool is_abbreviated(Shape shape) {
  return shape == Shape::Abbreviation || shape == Shape::Dotted || shape == Shape::Initial;
}

bool is_quote(Shape shape) {
  return shape == Shape::Quote || shape == Shape::OpenQuote || shape == Shape::CloseQuote;
}

bool is_closing(Shape shape) {
  return shape == Shape::Quote || shape == Shape::CloseQuote || shape == Shape::Close;
}

Shape shape_of_mark(std::string_view word, Character first, CharClass kind) {
  switch (kind) {
    case CharClass::Stop:
      if (first.code == 0x2026 || word.starts_with("..")) return Shape::Ellipsis;
      if (first.code == '?' || first.code == 0xFF1F || first.code == 0x61F) return Shape::Question;
      return first.code == '!' || first.code == 0xFF01 ? Shape::Exclamation : Shape::FullStop;
    case CharClass::Comma:
      if (word == ":") return Shape::Colon;
      if (word == ";") return Shape::Semicolon;
      return Shape::Comma;
    case CharClass::Dash:
      return Shape::Dash;
    case CharClass::Quote:
      return Shape::Quote;
    case CharClass::OpenQuote:
      return Shape::OpenQuote;
    case CharClass::CloseQuote:
    case CharClass::Apostrophe:
      return Shape::CloseQuote;
    case CharClass::Open:
      return Shape::Open;
    case CharClass::Close:
      return Shape::Close;
    default:
      return Shape::Symbol;
  }
}

/// A feature's key: a hash of its template's letter and its values.
/// Source: FNV-1a, 32 bits.
class Key {
 public:
  explicit Key(char feature) { add(feature); }
  Key& add(char c) {
    hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 16777619U;
    return *this;
  }
  Key& add(Shape shape) { return add(static_cast<char>(shape)); }
  /// Adds the word in lower case; words are told apart by their first bytes only.
  Key& add(std::string_view word) {
    constexpr std::size_t kMaxBytes = 24;
    for (const char c : word.substr(0, kMaxBytes)) add(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    return add('\t');
  }
  [[nodiscard]] std::uint32_t value() const { return hash_; }

 private:
  std::uint32_t hash_ = 2166136261U;
};

/// Whether `word` is a capitalised function word: after an abbreviation it begins a sentence, while a name
/// goes on with it.
bool is_starter(std::string_view word) {
  constexpr std::array<std::string_view, 46> kStarters = {
      "A",    "After", "All",    "Also",  "Although", "An",   "And",  "As",    "At",    "Before",
      "But",  "By",    "During", "For",   "From",     "He",   "Her",  "His",   "How",   "However",
      "I",    "If",    "In",     "Is",    "It",       "Its",  "Many", "Most",  "No",    "On",
      "One",  "Our",   "She",    "Since", "Some",     "That", "The",  "Their", "There", "These",
      "They", "This",  "Those",  "We",    "When",     "You"};
  return std::binary_search(kStarters.begin(), kStarters.end(), word);
}

/// What goes on after a time of day: "5 p.m. Friday", "11 a.m. GMT".
bool continues_time(std::string_view word) {
  constexpr std::array<std::string_view, 26> kWords = {
      "BST",     "CDT",     "CEST",     "CET",    "CST",      "Central", "EDT",    "EST",      "ET",
      "Eastern", "Friday",  "GMT",      "IST",    "MDT",      "MST",     "Monday", "PDT",      "PST",
      "PT",      "Pacific", "Saturday", "Sunday", "Thursday", "Tuesday", "UTC",    "Wednesday"};
  return std::binary_search(kWords.begin(), kWords.end(), word);
}

/// Lengths in steps that double.
char bucket(std::size_t count) {
  char steps = 'a';
  for (; count > 0; count /= 2) ++steps;
  return steps;
}

}  // namespace

Shape shape_of(std::string_view word) {
  const Character first = decode(word, 0);
  const CharClass kind = class_of(first.code);
  if (!is_word(kind)) {
    if (kind == CharClass::Apostrophe && word.size() > first.size_bytes && word != "''") return Shape::Lower;
    return shape_of_mark(word, first, kind);
  }
  if (kind == CharClass::Digit) return Shape::Number;
  if (word.back() == '.' && word.size() > first.size_bytes) {
    switch (find_abbreviation(word.substr(0, word.size() - 1))) {
      case Abbreviation::Title:
      case Abbreviation::BeforeNumber:
        return Shape::Title;
      case Abbreviation::Initial:
        return Shape::Initial;
      case Abbreviation::Dotted:
        return Shape::Dotted;
      default:
        return Shape::Abbreviation;
    }
  }
  if (word.size() == first.size_bytes && kind == CharClass::Upper) return Shape::Letter;
  bool upper = false;
  bool lower = false;
  bool other = false;
  for (std::size_t i = first.size_bytes; i < word.size();) {
    const Character c = decode(word, i);
    const CharClass next = class_of(c.code);
    upper = upper || next == CharClass::Upper;
    lower = lower || next == CharClass::Lower;
    other = other || !is_word(next);
    i += c.size_bytes;
  }
  if (kind == CharClass::Upper) return lower ? Shape::Capitalised : Shape::Capitals;
  return upper || (other && word.find('-') == std::string_view::npos) ? Shape::Mixed : Shape::Lower;
}

BoundaryWalk::BoundaryWalk(std::string_view text, const std::vector<TokenPiece>& pieces)
    : text_(text), pieces_(pieces) {}

void BoundaryWalk::take(std::size_t i) {
  for (; taken_ < pieces_.size() && taken_ <= i + 3; ++taken_) {
    Shape shape = shape_of(form(taken_));
    if (shape == Shape::Quote) {
      // A straight quote opens where a space is only before it, and closes where a space is only behind it.
      const bool before = taken_ == 0 || pieces_[taken_ - 1].span.end < pieces_[taken_].span.begin;
      const bool behind =
          taken_ + 1 == pieces_.size() || pieces_[taken_].span.end < pieces_[taken_ + 1].span.begin;
      if (before != behind) shape = before ? Shape::OpenQuote : Shape::CloseQuote;
    }
    shapes_[taken_ % kWindow] = shape;
  }
}

Place BoundaryWalk::judge_gap(std::size_t i) const {
  const std::string_view gap =
      text_.substr(pieces_[i].span.end, pieces_[i + 1].span.begin - pieces_[i].span.end);
  const auto lines = std::count(gap.begin(), gap.end(), '\n');
  if (lines >= 2) return Place::Always;
  if (lines == 0) return gap.empty() ? Place::No : Place::Maybe;
  // An item of a list on a line of its own.
  const std::string_view next = form(i + 1);
  return next == "-" || next == "*" || next == "•" ? Place::Always : Place::Maybe;
}

Place BoundaryWalk::look(std::size_t i) {
  take(i);
  i_ = i;
  const Shape left = shape(i);
  if (is_quote(left)) ++quotes_;
  if (left == Shape::Open) ++depth_;
  if (left == Shape::Close && depth_ > 0) --depth_;
  stop_ = i;
  while (stop_ > begin_ && i - stop_ < 3 && is_closing(shape(stop_))) --stop_;
  after_stop_ = is_stop(shape(stop_));
  after_abbreviation_ = stop_ == i && is_abbreviated(left);
  if (i + 1 >= pieces_.size() || pieces_[i].joins_next) return Place::No;
  const Place gap = judge_gap(i);
  if (gap == Place::Always) return gap;
  const Shape right = shape(i + 1);
  if (left == Shape::Title || right == Shape::Close || right == Shape::Comma || right == Shape::Semicolon ||
      right == Shape::Colon || is_stop(right) || (form(i).ends_with(".m.") && continues_time(form(i + 1)))) {
    return Place::No;
  }
  if (gap == Place::No) {
    // Without a space only "end.Next" and "end."Next" are looked at.
    const bool begins = right == Shape::Capitalised || right == Shape::OpenQuote || right == Shape::Letter;
    return after_stop_ && begins ? Place::Maybe : Place::No;
  }
  if (after_stop_ || after_abbreviation_) return Place::Maybe;
  return right == Shape::Lower || right == Shape::CloseQuote || left == Shape::Comma || left == Shape::Open ||
                 left == Shape::OpenQuote
             ? Place::No
             : Place::Maybe;
}

bool BoundaryWalk::starts_anew() const {
  if (!after_abbreviation_ || shape(i_) == Shape::Initial || !is_starter(form(i_ + 1))) return false;
  const std::string_view left = form(i_);
  return class_of(decode(left, 0).code) == CharClass::Upper || left.ends_with(".m.") || left == "etc.";
}

void BoundaryWalk::add_features(std::vector<std::uint32_t>& out) const {
  const std::size_t i = i_;
  // Quotes are alike however they are written.
  const std::string_view left = is_quote(shape(i)) ? "\"" : form(i);
  const std::string_view right = is_quote(shape(i + 1)) ? "\"" : form(i + 1);
  const std::string_view stop = form(stop_);
  const Shape left_shape = shape(i);
  const Shape right_shape = shape(i + 1);
  const Shape stop_shape = shape(stop_);
  const bool has_before = stop_ > begin_;
  const std::string_view before = has_before ? form(stop_ - 1) : std::string_view();
  const Shape before_shape = has_before ? shape(stop_ - 1) : Shape::None;
  const Shape next_shape = shape(i + 2);
  const bool has_next = i + 2 < pieces_.size();
  const std::size_t length = i + 1 - begin_;
  const char glued_left = i > 0 && pieces_[i - 1].span.end == pieces_[i].span.begin ? 'g' : 's';
  const char glued = pieces_[i].span.end == pieces_[i + 1].span.begin ? 'g' : 's';
  const char open = static_cast<char>('a' + std::min(depth_, 2U) * 2 + quotes_ % 2);

  const auto add = [&out](const Key& key) { out.push_back(key.value()); };
  add(Key('a').add(left_shape));
  add(Key('b').add(left_shape).add(right_shape));
  add(Key('c').add(left_shape).add(stop_shape).add(right_shape).add(glued));
  add(Key('d').add(before_shape).add(stop_shape).add(right_shape));
  add(Key('e').add(before_shape).add(left_shape).add(right_shape).add(next_shape));
  add(Key('f').add(left));
  add(Key('g').add(left).add(right_shape));
  add(Key('h').add(right));
  add(Key('i').add(right).add(left_shape).add(right_shape));
  add(Key('j').add(before).add(stop_shape));
  add(Key('k').add(before).add(stop_shape).add(right_shape));
  add(Key('l').add(stop).add(right_shape));
  add(Key('m').add(bucket(length)).add(left_shape).add(right_shape));
  add(Key('n').add(bucket(length)).add(stop_shape));
  add(Key('o').add(open).add(left_shape).add(glued_left));
  add(Key('p').add(open).add(left_shape).add(right_shape));
  add(Key('q').add(glued).add(glued_left).add(left_shape).add(right_shape));
  add(Key('r').add(has_next ? form(i + 2) : std::string_view()).add(left_shape).add(right_shape));
  add(Key('s')
          .add(shape(begin_ + 3 > i ? begin_ : i - 3))
          .add(before_shape)
          .add(left_shape)
          .add(right_shape));
  add(Key('t').add(left).add(right));
  add(Key('u').add(right_shape).add(next_shape).add(shape(i + 3)).add(left_shape));
  add(Key('w').add(is_starter(right) ? 'y' : 'n').add(left_shape).add(right_shape));
  add(Key('x').add(is_starter(right) ? 'y' : 'n').add(before_shape).add(stop_shape).add(glued_left));
  add(Key('v').add(bucket(pieces_.size() - i - 1)).add(left_shape).add(right_shape));
}

void BoundaryWalk::end_sentence() {
  begin_ = i_ + 1;
  quotes_ = 0;
  depth_ = 0;
}

}  // namespace actorgraph
