#include "extract/event_dates.hpp"

#include <algorithm>

namespace actorgraph {

std::uint32_t head_of_range(const Sentence& sent, TokenRange range) {
  for (std::uint32_t tok = range.begin; tok < range.end; ++tok) {
    if (!range.contains(sent.tokens[tok].head)) return tok;
  }
  return range.begin;
}

void EventDates::set(const Token& word, const TimeReference& time) {
  if (word.upos != Upos::Noun && word.upos != Upos::Verb) return;
  rows_.push_back({word.lemma, word.xpos == Xpos::Nns, time});
}

void EventDates::add(const Sentence& sent, const TimeExpression& time) {
  const DateInterval& interval = time.reference.interval;
  if (time.weak || !interval.start || !interval.end || interval.precision > Precision::Year) return;
  const std::uint32_t tok = head_of_range(sent, time.tokens);
  const std::uint32_t event = sent.tokens[tok].head;
  if (event == kRootHead) return;
  set(sent.tokens[event], time.reference);
  // "the attack Friday in Zenda", however Friday hangs.
  const std::uint32_t before = time.tokens.begin;
  if (before > 0 && before - 1 != event && sent.tokens[before - 1].upos == Upos::Noun)
    set(sent.tokens[before - 1], time.reference);
  if (sent.tokens[event].upos != Upos::Verb) return;
  for (const Token& child : sent.tokens) {
    const bool slot =
        child.deprel == Deprel::Obj || child.deprel == Deprel::Nsubj || child.deprel == Deprel::NsubjPass;
    if (child.head == event && slot && child.upos == Upos::Noun) set(child, time.reference);
  }
}

const TimeReference* EventDates::find(const Token& word, Precision precision) const {
  const bool plural = word.xpos == Xpos::Nns;
  const TimeReference* other = nullptr;
  for (std::size_t i = rows_.size(); i-- > 0;) {
    const Row& row = rows_[i];
    if (row.lemma != word.lemma || row.time.interval.precision > precision) continue;
    if (row.plural == plural) return &row.time;
    if (other == nullptr) other = &row.time;
  }
  return other;
}

const TimeReference* EventDates::find(const Sentence& sent, std::uint32_t tok, Precision precision) const {
  constexpr std::uint32_t kReach = 6;
  const auto end = std::min<std::uint32_t>(tok + kReach, static_cast<std::uint32_t>(sent.tokens.size()));
  for (; tok < end; ++tok) {
    const Token& word = sent.tokens[tok];
    if (word.upos == Upos::Verb) return find(word, precision);
    const bool run_goes_on = tok + 1 < sent.tokens.size() && sent.tokens[tok + 1].upos == Upos::Noun;
    if (word.upos == Upos::Noun && !run_goes_on) return find(word, precision);
  }
  return nullptr;
}

}  // namespace actorgraph
