// One type for every name of a document: the analyser sees a sentence at a time and may call one name a
// person here and a place there. Between mentions and their features.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extract/world.hpp"
#include "records/labels.hpp"

namespace actorgraph {

/// A name as it stands in one sentence; a view.
struct NameOccurrence {
  std::string_view name;               ///< as written, without title and article
  std::span<const std::string> words;  ///< folded
  std::optional<NameType> type;        ///< by the analyser
};

/// The type of each occurrence, in their order, by what the whole document and `world` say: a surname is a
/// person where a full name ends with it; a known body, an acronym, a name that ends with the noun of a body
/// or begins the name of one is no person; otherwise the type that the analyser gave most often.
///
/// Cost:     O(names x different names).
[[nodiscard]] std::vector<std::optional<NameType>> settle_name_types(
    std::span<const NameOccurrence> occurrences, const World& world);

/// Whether the last of the folded words is the noun of a body: "Guard", "Partners", "Ltd". A name that begins
/// with a given name has none ("Peter Banks"), nor has a single word.
[[nodiscard]] bool ends_with_body_noun(std::span<const std::string> words, const World& world);

/// Whether the last of the folded words says that a company bears the name: "Ltd", "Airlines", "Partners".
[[nodiscard]] bool is_company_name(std::span<const std::string> words);

}  // namespace actorgraph
