// When the events of a document happened, by the words that name them: "the attack on Friday" dates every
// later "the attack". Used by time_expression and by claims.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/time_expression.hpp"
#include "records/document.hpp"

namespace actorgraph {

class EventDates {
 public:
  /// Keeps the time of the verb or noun that `time` belongs to, and of what the verb is said of.
  void add(const Sentence& sent, const TimeExpression& time);

  /// The time of the event whose phrase or clause begins at token `tok`: "the attack in Zenda", "he died";
  /// known at least to `precision`.
  [[nodiscard]] const TimeReference* find(const Sentence& sent, std::uint32_t tok, Precision precision) const;

  /// The time of the event that a word names: the last one that the text gave it, of the same number if it
  /// can be.
  [[nodiscard]] const TimeReference* find(const Token& word, Precision precision = Precision::Year) const;

 private:
  void set(const Token& word, const TimeReference& time);

  struct Row {
    std::string lemma;
    bool plural;
    TimeReference time;
  };
  std::vector<Row> rows_;  // in the order of the text
};

/// The token of `range` whose head lies outside it.
[[nodiscard]] std::uint32_t head_of_range(const Sentence& sent, TokenRange range);

}  // namespace actorgraph
