// One claim as one line of JSON, the form that scorers, notebooks and shell filters read.
#pragma once

#include <iosfwd>

#include "records/claim.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// Writes `claim` and a line feed. What is not known is null. `document` is the user's own name for the
/// article where there is one, else the document's id.
///
/// Requires: `claim` was drawn from `doc`.
/// Errors:   throws FormatError where a text is not UTF-8 (nothing is written then), IoError where `out`
/// fails.
void write_claim(const Claim& claim, const Document& doc, std::ostream& out);

}  // namespace actorgraph
