// One claim as a row of the table claim, and back. Used by Store alone.
#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "records/claim.hpp"
#include "records/document.hpp"
#include "store/row_cursor.hpp"

namespace actorgraph {

/// The columns of table claim in the order of bind_claim: sentence and id first, without `number`.
extern const char* const kClaimColumns;

/// As many parameters as kClaimColumns has names: "?, ?, ..."
[[nodiscard]] std::string claim_parameters();

/// The select of whole claims, in the order that read_claim expects; without condition.
extern const char* const kSelectClaims;

/// Numbers of what claims refer to.
struct ClaimReferences {
  std::int64_t sentence = 0;
  std::int64_t lemma = 0;
  std::optional<std::int64_t> code;
  std::optional<std::int64_t> time;
  std::optional<std::int64_t> place;
};

/// Binds all columns of `claim`, whose document has the text `text`.
/// Requires: every span of `claim` lies in `text`.
void bind_claim(SQLite::Statement& insert, const ClaimReferences& references, std::string_view text,
                const Claim& claim);

/// Whether a claim has a row of its own in claim_detail.
[[nodiscard]] bool has_detail(const Claim& claim);

/// Binds the columns of table claim_detail.
void bind_detail(SQLite::Statement& insert, std::int64_t number, std::string_view text, const Claim& claim);

/// Reads the current row of `select`, which begins with kSelectClaims. `first_sentence` is the number of the
/// document's first sentence.
/// Errors: throws FormatError where a value cannot be (a damaged file).
[[nodiscard]] Claim read_claim(const RowCursor& select, const Document& doc, std::int64_t first_sentence);

}  // namespace actorgraph
