// The time expressions of a document as lines of JSON: dates, times, durations and sets with their values.
#pragma once

#include <iosfwd>
#include <span>
#include <vector>

#include "extract/time_expression.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// Writes a line {"document", "span", "text", "type", "value", "start", "end", "precision"} an expression;
/// spans are bytes of the text, what is not known is null. `times` are those of each sentence.
void write_times(const Document& doc, std::span<const std::vector<TimeExpression>> times, std::ostream& out);

}  // namespace actorgraph
