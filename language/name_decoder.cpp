#include "language/name_decoder.hpp"

#include <array>
#include <cassert>

#include "language/network_shape.hpp"

namespace actorgraph {
namespace {

using Row = std::array<float, kNameTagCount>;
using BackRow = std::array<std::uint8_t, kNameTagCount>;

bool is_inside(std::uint32_t tag) {
  return tag != 0 && tag % 2 == 0;
}

}  // namespace

void decode_name_tags(std::span<const float> scores, std::span<std::uint32_t> tags) {
  const std::size_t n = tags.size();
  assert(scores.size() == n * kNameTagCount);
  if (n == 0) return;
  std::vector<BackRow> back(n);
  Row best{};
  for (std::uint32_t tag = 0; tag < kNameTagCount; ++tag) best[tag] = is_inside(tag) ? -1e30F : scores[tag];
  for (std::size_t i = 1; i < n; ++i) {
    std::uint8_t any = 0;
    for (std::uint8_t tag = 1; tag < kNameTagCount; ++tag) {
      if (best[tag] > best[any]) any = tag;
    }
    Row next{};
    for (std::uint8_t tag = 0; tag < kNameTagCount; ++tag) {
      std::uint8_t from = any;
      if (is_inside(tag)) {
        const auto begin = static_cast<std::uint8_t>(tag - 1);
        from = best[begin] >= best[tag] ? begin : tag;
      }
      next[tag] = best[from] + scores[i * kNameTagCount + tag];
      back[i][tag] = from;
    }
    best = next;
  }
  std::uint32_t tag = 0;
  for (std::uint32_t other = 1; other < kNameTagCount; ++other) {
    if (best[other] > best[tag]) tag = other;
  }
  for (std::size_t i = n; i-- > 0;) {
    tags[i] = tag;
    tag = back[i][tag];
  }
}

std::vector<Name> names_of_tags(std::span<const std::uint32_t> tags) {
  std::vector<Name> names;
  for (std::uint32_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == 0) continue;
    if (is_inside(tags[i])) {
      ++names.back().tokens.end;
    } else {
      names.push_back({{i, i + 1}, static_cast<NameType>((tags[i] - 1) / 2)});
    }
  }
  return names;
}

}  // namespace actorgraph
