// A claim's sentence for people: with its words marked, and where it stands.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "records/claim.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// The bytes `part` of `text` with square brackets round each of `marks`. A mark that is not inside `part`,
/// or crosses an earlier one, is left out.
[[nodiscard]] std::string mark_words(std::string_view text, ByteSpan part, std::span<const ByteSpan> marks);

/// Writes number `number` of a list: a sentence in quotation marks. `marks` are of `sentence`: in colour
/// where `console` shows colours, else in brackets.
void write_sentence(std::size_t number, std::string_view sentence, std::span<const ByteSpan> marks,
                    const Console& console);

/// Writes what is to be said of it, one line each; empty ones are left out.
void write_details(std::size_t number, const std::vector<std::string>& lines, const Console& console);

/// Writes `claim` as number `number` of a list: the sentence with subject, relation and object marked,
/// then who wrote it, when and where.
void write_evidence(std::size_t number, const Claim& claim, const Document& doc, const std::string& claim_id,
                    const Console& console);

}  // namespace actorgraph
