// One claim as one row of the table `claims`, and back. Used by Store alone.
#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "records/claim.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// The columns in the order of bind_claim and read_claim; `document` and `sentence` first, without `number`.
extern const char* const kClaimColumns;

/// As many parameters as kClaimColumns has names: "?, ?, ..."
[[nodiscard]] std::string claim_parameters();

/// Binds all columns of `claim`, whose document is row `document` and has the text `text`.
/// Requires: every span of `claim` lies in `text`.
void bind_claim(SQLite::Statement& insert, std::int64_t document, std::string_view text, const Claim& claim);

/// Reads the current row of `select`, whose columns are kClaimColumns.
/// Errors: throws FormatError where a value cannot be (a damaged file).
[[nodiscard]] Claim read_claim(SQLite::Statement& select, const Document& doc);

}  // namespace actorgraph
