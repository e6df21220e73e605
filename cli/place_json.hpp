// The places that a document names and what each stands for, one line of JSON a place.
#pragma once

#include <iosfwd>
#include <vector>

#include "extract/extractor.hpp"
#include "records/document.hpp"

namespace actorgraph {

/// Writes {"document", "span", "text", "name", "country", "region", "lat", "lon", "kind"} and a line feed for
/// each place; spans are bytes of the text. Capitals that stand for a government are left out.
///
/// In:       `places` are those of each sentence.
void write_places(const Document& doc, const std::vector<std::vector<PlaceMention>>& places,
                  std::ostream& out);

}  // namespace actorgraph
