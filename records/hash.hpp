// A stable 64-bit hash of bytes: the same on every machine and in every version, so it may be stored.
// Source: G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a; finaliser of A. Appleby's MurmurHash3.
#pragma once

#include <cstdint>
#include <string_view>

namespace actorgraph {

/// Hashes a sequence of fields. A field's length is hashed too, so ("ab", "c") differs from ("a", "bc").
class Hasher {
 public:
  Hasher& add(std::string_view field);
  Hasher& add(std::uint64_t field);
  [[nodiscard]] std::uint64_t finish() const;

 private:
  std::uint64_t state_ = 14695981039346656037ULL;
};

/// The hash of one field.
[[nodiscard]] std::uint64_t hash_of(std::string_view bytes);

}  // namespace actorgraph
