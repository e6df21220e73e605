#include "cli/short_id.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

namespace actorgraph {
namespace {

constexpr std::size_t kDigits = 16;
constexpr std::size_t kFewestDigits = 4;

std::size_t common_digits(std::uint64_t a, std::uint64_t b) {
  return static_cast<std::size_t>(std::countl_zero(a ^ b)) / 4;
}

}  // namespace

std::optional<IdRange> parse_id_prefix(std::string_view text, char letter) {
  if (text.size() < 2 || text.size() > kDigits + 1 || text[0] != letter) return std::nullopt;
  IdRange range;
  for (const char c : text.substr(1)) {
    const std::string_view digits = "0123456789abcdef";
    const std::size_t digit = digits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    range.first = (range.first << 4U) | digit;
  }
  const auto rest_bits = static_cast<unsigned>(4 * (kDigits + 1 - text.size()));
  range.first = rest_bits == 0 ? range.first : range.first << rest_bits;
  range.last = rest_bits == 0 ? range.first : range.first | ((std::uint64_t{1} << rest_bits) - 1);
  return range;
}

ShortIds::ShortIds(std::vector<std::uint64_t> ids) : ids_(std::move(ids)) {
  std::ranges::sort(ids_);
  // clang 14 cannot take the subrange that std::ranges::unique of libstdc++ 12 returns.
  ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
}

std::size_t ShortIds::digits_for(std::uint64_t id) const {
  const auto place = std::ranges::lower_bound(ids_, id);
  assert(place != ids_.end() && *place == id);
  std::size_t digits = kFewestDigits;
  if (place != ids_.begin()) digits = std::max(digits, common_digits(*(place - 1), id) + 1);
  if (place + 1 != ids_.end()) digits = std::max(digits, common_digits(*(place + 1), id) + 1);
  return digits;
}

}  // namespace actorgraph
