// Compiles the name lists of data/gazetteer and data/actors into the entries that a model file holds.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "language/gazetteer.hpp"

namespace actorgraph {

/// The contents of a Gazetteer, keys in rising order.
struct GazetteerTable {
  std::vector<std::uint64_t> keys;
  std::vector<GazetteerEntry> entries;
};

/// Reads every list under `data_dir` that has a class of names. Words that head names ("ministry") and titles
/// count in any case; so do names of places, peoples and organisations that have several words or one that is
/// not among `common_words` (word_hash of words that texts write in lower case). Errors: throws IoError where
/// a list cannot be read.
[[nodiscard]] GazetteerTable build_gazetteer(const std::string& data_dir,
                                             const std::unordered_set<std::uint64_t>& common_words);

}  // namespace actorgraph
