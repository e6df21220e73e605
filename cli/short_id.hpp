// Ids cut to as many digits as tell them apart, and back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "records/id.hpp"

namespace actorgraph {

/// The ids that an abbreviation may stand for: all from `first` to `last`.
struct IdRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

/// Reads "c3f1" (or a whole id) where the tag's letter is `letter`; nothing where it is something else.
[[nodiscard]] std::optional<IdRange> parse_id_prefix(std::string_view text, char letter);

/// The shortest beginning of `id`, of four digits at least, of which `find(first, last)` gives less than two
/// rows: those whose ids lie in the range.
template <class Tag, class Find>
[[nodiscard]] std::string shorten_id(Id<Tag> id, const Find& find) {
  constexpr std::size_t kFewestLetters = 5;
  std::string text = to_string(id);
  for (std::size_t letters = kFewestLetters; letters < text.size(); ++letters) {
    std::string shorter = text.substr(0, letters);
    const auto range = parse_id_prefix(shorter, Tag::kLetter);
    if (find(Id<Tag>{range->first}, Id<Tag>{range->last}).size() < 2) return shorter;
  }
  return text;
}

/// The shortest abbreviations of a set of ids, of four digits at least.
class ShortIds {
 public:
  explicit ShortIds(std::vector<std::uint64_t> ids);

  /// Requires: `id` is one of the set.
  template <class Tag>
  [[nodiscard]] std::string operator()(Id<Tag> id) const {
    return to_string(id).substr(0, 1 + digits_for(id.value));
  }

 private:
  [[nodiscard]] std::size_t digits_for(std::uint64_t id) const;

  std::vector<std::uint64_t> ids_;  // in order
};

}  // namespace actorgraph
