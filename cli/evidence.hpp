// A claim's sentence for people: with its words marked, and where it stands.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/console.hpp"
#include "records/claim.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// The bytes `part` of `text` with square brackets round each of `marks`. A mark that is not inside `part`,
/// or crosses an earlier one, is left out.
[[nodiscard]] std::string mark_words(std::string_view text, ByteSpan part, std::span<const ByteSpan> marks);

/// Writes `claim` as number `number` of a list: the sentence with subject, relation and object in brackets,
/// then who wrote it, when and where.
void write_evidence(std::size_t number, const Claim& claim, const Document& doc, const std::string& claim_id,
                    const Console& console);

}  // namespace actorgraph
