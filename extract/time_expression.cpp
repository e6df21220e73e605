#include "extract/time_expression.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "extract/calendar.hpp"
#include "extract/date_style.hpp"
#include "extract/event_dates.hpp"
#include "extract/time_grammar.hpp"
#include "extract/time_value.hpp"

namespace actorgraph {
namespace {

// A year that was named counts for the months and days of so many sentences behind it.
constexpr std::uint32_t kYearReach = 5;

bool is_future_auxiliary(const Token& tok) {
  return tok.lemma == "will" || tok.lemma == "shall" || tok.form == "'ll" || tok.lemma == "would" ||
         tok.lemma == "should" || tok.lemma == "must" || tok.lemma == "may";
}

// "expected on Friday", "due Friday", "the vote scheduled for Friday"
bool looks_ahead(const Token& word) {
  return among(word.lemma, {"schedule", "expect", "plan", "due", "slate", "set", "upcoming", "forthcoming"});
}

enum class Limit : std::uint8_t { None, Until };

// The nearest verb above a token decides: "will meet on Friday", "plans to leave on Friday".
// `limit`: the time is one until or by which something holds; only a plain past has it behind.
TimeDirection find_direction(const Sentence& sent, std::uint32_t tok, Limit limit) {
  std::uint32_t at = tok;
  bool of_noun = false;  // "discusses the attack on Friday"
  for (std::size_t steps = 0; steps < 8 && at != kRootHead; ++steps) {
    const Token& token = sent.tokens[at];
    if (looks_ahead(token) && token.upos == Upos::Adj) return TimeDirection::Future;
    if (token.upos == Upos::Verb || token.upos == Upos::Aux) break;
    of_noun = of_noun || universal(token.deprel) == Deprel::Nmod;
    at = token.head;
  }
  if (at == kRootHead) return TimeDirection::Past;
  const Token& verb = sent.tokens[at];
  if (verb.xpos == Xpos::Vbn && looks_ahead(verb)) return TimeDirection::Future;
  bool present_be = false;
  bool present_have = false;
  for (std::uint32_t i = 0; i < sent.tokens.size(); ++i) {
    const Token& child = sent.tokens[i];
    if (child.head != at) continue;
    if (child.upos == Upos::Aux && is_future_auxiliary(child)) return TimeDirection::Future;
    if (child.upos == Upos::Part && child.form == "to" && i < at) return TimeDirection::Future;
    const bool present_aux = child.upos == Upos::Aux && (child.xpos == Xpos::Vbz || child.xpos == Xpos::Vbp);
    present_be = present_be || (present_aux && child.lemma == "be");
    present_have = present_have || (present_aux && child.lemma == "have");
  }
  if (limit == Limit::Until && present_have) return TimeDirection::Future;
  if (verb.xpos == Xpos::Vbd || verb.xpos == Xpos::Vbn) return TimeDirection::Past;
  if (verb.xpos == Xpos::Vbg) return present_be ? TimeDirection::Future : TimeDirection::Past;
  const bool present = verb.xpos == Xpos::Vbz || verb.xpos == Xpos::Vbp;
  return present && !of_noun && sent.kind == SentenceKind::Prose ? TimeDirection::Future
                                                                 : TimeDirection::Past;
}

// Dates are written with years of four digits.
bool is_writable(const DateInterval& interval) {
  const auto fits = [](const std::optional<Date>& date) { return !date || std::abs(year_of(*date)) <= 9999; };
  return fits(interval.start) && fits(interval.end);
}

// Reads the sentences of one document in their order and keeps what later ones count from.
class Reader {
 public:
  Reader(const TimeAnchor& anchor, Tense tense, std::string_view text)
      : anchor_(anchor), tense_(tense), text_(text) {}

  std::vector<TimeExpression> read(const std::vector<TimeWord>& words, const Sentence* sent) {
    if (++sentences_since_year_ > kYearReach && sent != nullptr) anchor_.year.reset();
    std::vector<TimeExpression> found;
    TimeGrammar grammar(words, anchor_);
    for (std::size_t i = 0; i < words.size();) {
      auto reading = grammar.read(i);
      if (!reading) {
        ++i;
        continue;
      }
      if (sent != nullptr) redirect(words, *sent, i, *reading);
      found.push_back(make_expression(words, i, *reading));
      found.back().elapsed = pass(words, i, *reading);
      if (sent != nullptr) events_.add(*sent, found.back());
      move_on(*reading);
      grammar.set_anchor(anchor_);
      const std::uint32_t last = words[reading->end - 1].token;
      i = reading->end;
      // What is left of a compound is no expression of its own.
      while (i < words.size() && words[i].token == last) ++i;
    }
    return found;
  }

 private:
  // The verb says whether "Friday" lies ahead, the text when the attack was before which something happened.
  void redirect(const std::vector<TimeWord>& words, const Sentence& sent, std::size_t at,
                TimeReading& reading) {
    if (reading.offset) {
      const auto& offset = *reading.offset;
      const Precision precision = std::max(Precision::Day, precision_of(offset.unit));
      const TimeReference* event = events_.find(sent, words[reading.end - 1].token + 1, precision);
      if (event == nullptr || !event->interval.start) return;
      if (!can_move(*event->interval.start, offset.unit, offset.count)) return;
      reading.interval =
          interval_around(move_by(*event->interval.start, offset.unit, offset.count), offset.unit);
      reading.value = iso_value(reading.interval);
      return;
    }
    if (reading.has_year || reading.narrative || !anchor_.published) return;
    TimeAnchor directed = anchor_;
    const Limit limit = among(words[at].lower, {"until", "till", "by"}) ? Limit::Until : Limit::None;
    directed.direction = find_direction(sent, words[reading.end - 1].token, limit);
    if (directed.direction == TimeDirection::Past) return;
    if (auto again = TimeGrammar(words, directed).read(at)) reading = std::move(*again);
  }

  TimeExpression make_expression(const std::vector<TimeWord>& words, std::size_t at,
                                 const TimeReading& reading) const {
    const TimeWord& first = words[at];
    const TimeWord& last = words[reading.end - 1];
    TimeExpression expression;
    expression.tokens = {first.token, last.token + 1};
    expression.span = {first.span.begin, last.span.end};
    expression.weak = reading.weak;
    expression.has_year = reading.has_year;
    expression.narrative = reading.narrative;
    expression.from_next = reading.offset.has_value();
    expression.reference.interval = is_writable(reading.interval) ? reading.interval : DateInterval{};
    expression.reference.type = reading.type;
    expression.reference.value = reading.value;
    if (expression.span.begin < expression.span.end && expression.span.end <= text_.size()) {
      expression.reference.text = slice(text_, expression.span);
    } else {
      for (std::size_t k = at; k < reading.end; ++k) {
        if (k > at) expression.reference.text += ' ';
        expression.reference.text += words[k].lower;
      }
    }
    return expression;
  }

  // "after four days of fighting": a chronicle goes on four days later. News tells of what led to its day.
  std::optional<DateInterval> pass(const std::vector<TimeWord>& words, std::size_t at,
                                   const TimeReading& reading) {
    if (!reading.length || at == 0 || words[at - 1].lower != "after") return std::nullopt;
    const bool chronicle = tense_ == Tense::History || !anchor_.published;
    const auto [unit, count] = *reading.length;
    if (!chronicle || !anchor_.narrative || anchor_.narrative_precision > precision_of(unit) ||
        !can_move(*anchor_.narrative, unit, count))
      return std::nullopt;
    const DateInterval over = interval_around(move_by(*anchor_.narrative, unit, count), unit);
    anchor_.narrative = over.start;
    anchor_.narrative_precision = over.precision;
    return over;
  }

  void move_on(const TimeReading& reading) {
    if (!reading.interval.start || reading.weak) return;
    if (reading.type != TimeType::Calendar && reading.type != TimeType::Clock) return;
    // "over the past three years" is no time that goes on.
    if (!reading.has_year && reading.interval.precision > Precision::Day &&
        reading.value.find('/') != std::string::npos) {
      return;
    }
    anchor_.narrative = reading.interval.start;
    anchor_.narrative_precision = std::max(reading.interval.precision, Precision::Day);
    if (!reading.has_year || tense_ == Tense::News) return;
    anchor_.year = year_of(*reading.interval.start);
    sentences_since_year_ = 0;
  }

  TimeAnchor anchor_;
  Tense tense_;
  std::string_view text_;
  EventDates events_;
  std::uint32_t sentences_since_year_ = 0;
};

}  // namespace

std::vector<std::vector<TimeExpression>> find_time_expressions(const Document& doc) {
  std::vector<std::vector<TimeExpression>> found;
  found.reserve(doc.sentences.size());
  TimeAnchor anchor;
  anchor.published = doc.article.published;
  const DateStyle style = find_date_style(doc);
  anchor.order = style.order;
  Reader reader(anchor, style.tense, doc.article.text);
  for (const auto& sent : doc.sentences)
    found.push_back(reader.read(make_time_words(sent, doc.article.text), &sent));
  return found;
}

std::vector<TimeExpression> find_time_expressions(std::string_view text, const TimeAnchor& anchor) {
  return Reader(anchor, Tense::History, text).read(make_time_words(text), nullptr);
}

}  // namespace actorgraph
