#include "records/hash.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace actorgraph;
using namespace std::string_literals;

TEST_CASE("hashes are those of the first version, since they are stored") {
  // Computed apart from this code: FNV-1a over the bytes and the eight bytes of their number, then
  // MurmurHash3's finaliser (tests/records/hash_reference.py).
  CHECK(hash_of("") == 8922497616986557598ULL);
  CHECK(hash_of("ISIS-K") == 14855937738567359038ULL);
  CHECK(Hasher().add("ab").add("c").finish() == 12589562461572004222ULL);
  CHECK(Hasher().add(std::uint64_t{7}).finish() == 13984008146972463501ULL);
}

TEST_CASE("fields do not run into one another") {
  std::set<std::uint64_t> hashes;
  hashes.insert(Hasher().add("ab").add("c").finish());
  hashes.insert(Hasher().add("a").add("bc").finish());
  hashes.insert(Hasher().add("abc").finish());
  hashes.insert(Hasher().add("abc").add("").finish());
  hashes.insert(Hasher().add("").add("abc").finish());
  hashes.insert(Hasher().add("abc\0"s).finish());
  hashes.insert(Hasher().finish());
  CHECK(hashes.size() == 7);
}

TEST_CASE("short names do not collide") {
  std::set<std::uint64_t> hashes;
  for (int i = 0; i < 20000; ++i) hashes.insert(hash_of("actor " + std::to_string(i)));
  CHECK(hashes.size() == 20000);
}
