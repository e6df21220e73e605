// Reads the lists of names in data/gazetteer and data/actors, for the gazetteer and for name replacement.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/gazetteer.hpp"
#include "records/labels.hpp"

namespace actorgraph {

struct ListedName {
  std::string_view name;  ///< without what stands in brackets to tell namesakes apart
  GazetteerClass name_class = GazetteerClass::GivenName;
  std::optional<NameType> type;  ///< as what such a name is annotated in texts; none where that differs
};

/// Calls `on_name` with every name of the lists under `data_dir`, in their order.
/// Errors: throws IoError where a list cannot be read.
void for_each_listed_name(const std::string& data_dir, const std::function<void(const ListedName&)>& on_name);

/// The words of a name as the tokeniser divides them: a possessive stands by itself.
[[nodiscard]] std::vector<std::string_view> words_of_name(std::string_view name);

}  // namespace actorgraph
