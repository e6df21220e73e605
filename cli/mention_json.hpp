// The mentions of a document and what each stands for, as one line of JSON: for checking coreference.
#pragma once

#include <iosfwd>
#include <span>

#include "extract/extractor.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// Writes {"document": ..., "mentions": [{"text", "span", "head", "phrase", "type", "entity", "actor",
/// "kind", "reason"}]} and a line feed; spans are bytes of the text, a first mention has no reason (null).
void write_mentions(const Document& doc, std::span<const ResolvedMention> mentions, std::ostream& out);

}  // namespace actorgraph
