#include "records/hash.hpp"

namespace actorgraph {
namespace {

constexpr std::uint64_t kPrime = 1099511628211ULL;

}  // namespace

Hasher& Hasher::add(std::string_view field) {
  for (const char c : field) {
    state_ = (state_ ^ static_cast<unsigned char>(c)) * kPrime;
  }
  return add(static_cast<std::uint64_t>(field.size()));
}

Hasher& Hasher::add(std::uint64_t field) {
  for (int shift = 0; shift < 64; shift += 8) {
    state_ = (state_ ^ ((field >> shift) & 0xFFU)) * kPrime;
  }
  return *this;
}

std::uint64_t Hasher::finish() const {
  std::uint64_t hash = state_;
  hash = (hash ^ (hash >> 33U)) * 0xFF51AFD7ED558CCDULL;
  hash = (hash ^ (hash >> 33U)) * 0xC4CEB9FE1A85EC53ULL;
  return hash ^ (hash >> 33U);
}

std::uint64_t hash_of(std::string_view bytes) {
  return Hasher().add(bytes).finish();
}

}  // namespace actorgraph
