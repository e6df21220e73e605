#include "language/gazetteer.hpp"

#include <cassert>
#include <optional>

namespace actorgraph {
Gazetteer::Gazetteer(std::span<const std::uint64_t> keys, std::span<const GazetteerEntry> entries)
    : index_(keys), entries_(entries) {
  assert(keys.size() == entries.size());
}

void Gazetteer::look_up(std::span<const GazetteerWord> words, std::span<GazetteerClasses> classes) const {
  assert(words.size() == classes.size());
  if (entries_.empty()) return;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    std::uint64_t hash = 0;
    std::size_t best_end = begin;
    GazetteerClasses best = 0;
    for (std::size_t end = begin; end < words.size();) {
      hash = extend_hash(hash, words[end].hash);
      const std::optional<std::size_t> at = index_.find(hash);
      if (!at) break;
      const GazetteerEntry entry = entries_[*at];
      const bool counts = (entry.flags & GazetteerEntry::kAnyCase) != 0 ||
                          (words[begin].has_capital && words[end].has_capital);
      ++end;
      if (counts && entry.classes != 0) {
        best = entry.classes;
        best_end = end;
      }
      if ((entry.flags & GazetteerEntry::kBeginsLonger) == 0) break;
    }
    for (std::size_t i = begin; i < best_end; ++i) classes[i] |= best;
  }
}

}  // namespace actorgraph
