#include "language/gazetteer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "language/token_features.hpp"

using namespace actorgraph;

namespace {

constexpr auto kCity = bit_of(GazetteerClass::City);
constexpr auto kPerson = bit_of(GazetteerClass::Person);
constexpr auto kBody = bit_of(GazetteerClass::BodyWord);

class Builder {
 public:
  Builder& add(const std::vector<std::string>& words, GazetteerClasses classes, std::uint16_t flags = 0) {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      hash = extend_hash(hash, word_hash(words[i]));
      if (i + 1 < words.size()) entries_[hash].flags |= GazetteerEntry::kBeginsLonger;
    }
    entries_[hash].classes |= classes;
    entries_[hash].flags |= flags;
    return *this;
  }
  /// Of this builder's own arrays, which must live as long.
  [[nodiscard]] Gazetteer build() {
    for (const auto& [key, entry] : entries_) keys_.push_back(key), values_.push_back(entry);
    return {keys_, values_};
  }

 private:
  std::map<std::uint64_t, GazetteerEntry> entries_;
  std::vector<std::uint64_t> keys_;
  std::vector<GazetteerEntry> values_;
};

std::vector<GazetteerClasses> look_up(const Gazetteer& gazetteer, const std::vector<std::string>& forms) {
  std::vector<GazetteerWord> words;
  for (const std::string& form : forms) words.push_back({word_hash(form), form[0] >= 'A' && form[0] <= 'Z'});
  std::vector<GazetteerClasses> classes(forms.size());
  gazetteer.look_up(words, classes);
  return classes;
}

using Classes = std::vector<GazetteerClasses>;

}  // namespace

TEST_CASE("the longest entry that begins at a word counts, and all its words have its classes") {
  Builder builder;
  const Gazetteer gazetteer =
      builder.add({"Santa"}, kPerson).add({"Santa", "Cruz", "de", "Tenerife"}, kCity).build();
  CHECK(look_up(gazetteer, {"Santa", "Cruz", "de", "Tenerife"}) == Classes{kCity, kCity, kCity, kCity});
  CHECK(look_up(gazetteer, {"Santa", "Cruz", "de", "Lima"}) == Classes{kPerson, 0, 0, 0});
  CHECK(look_up(gazetteer, {"the", "Santa", "said"}) == Classes{0, kPerson, 0});
  CHECK(look_up(gazetteer, {}).empty());
}

TEST_CASE("entries that overlap add up") {
  Builder builder;
  const Gazetteer gazetteer = builder.add({"York"}, kPerson).add({"New", "York"}, kCity).build();
  CHECK(look_up(gazetteer, {"New", "York"}) ==
        Classes{kCity, static_cast<GazetteerClasses>(kCity | kPerson)});
}

TEST_CASE("names need their capitals unless they count in any case") {
  Builder builder;
  const Gazetteer gazetteer =
      builder.add({"Reading"}, kCity).add({"ministry"}, kBody, GazetteerEntry::kAnyCase).build();
  CHECK(look_up(gazetteer, {"reading", "Reading"}) == Classes{0, kCity});
  CHECK(look_up(gazetteer, {"ministry", "Ministry"}) == Classes{kBody, kBody});
}

TEST_CASE("an empty gazetteer knows nothing") {
  CHECK(look_up(Gazetteer(), {"Kabul"}) == Classes{0});
  CHECK(Gazetteer().size() == 0);
}

TEST_CASE("hashes are found in a sorted array, and others are not") {
  std::vector<std::uint64_t> keys;
  for (std::uint64_t i = 1; i <= 1000; ++i) keys.push_back(extend_hash(7, i));
  std::sort(keys.begin(), keys.end());
  for (const std::size_t size : {0U, 1U, 2U, 3U, 64U, 1000U}) {
    const std::span<const std::uint64_t> part(keys.data(), size);
    const HashIndex index(part);
    CHECK(index.size() == size);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const std::optional<std::size_t> at = index.find(keys[i]);
      CHECK(at == (i < size ? std::optional(i) : std::nullopt));
    }
    CHECK(!index.find(0));
    CHECK(!index.find(~std::uint64_t{0}));
  }
}
