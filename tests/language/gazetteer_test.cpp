#include "language/gazetteer.hpp"

#include <doctest/doctest.h>

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
      if (i + 1 < words.size()) entries_[hash].flags |= GazetteerEntry::BeginsLonger;
    }
    entries_[hash].classes |= classes;
    entries_[hash].flags |= flags;
    return *this;
  }
  [[nodiscard]] Gazetteer build() const {
    std::vector<std::uint64_t> keys;
    std::vector<GazetteerEntry> entries;
    for (const auto& [key, entry] : entries_) keys.push_back(key), entries.push_back(entry);
    return {keys, entries};
  }

 private:
  std::map<std::uint64_t, GazetteerEntry> entries_;
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
  const Gazetteer gazetteer =
      Builder().add({"Santa"}, kPerson).add({"Santa", "Cruz", "de", "Tenerife"}, kCity).build();
  CHECK(look_up(gazetteer, {"Santa", "Cruz", "de", "Tenerife"}) == Classes{kCity, kCity, kCity, kCity});
  CHECK(look_up(gazetteer, {"Santa", "Cruz", "de", "Lima"}) == Classes{kPerson, 0, 0, 0});
  CHECK(look_up(gazetteer, {"the", "Santa", "said"}) == Classes{0, kPerson, 0});
  CHECK(look_up(gazetteer, {}).empty());
}

TEST_CASE("entries that overlap add up") {
  const Gazetteer gazetteer = Builder().add({"York"}, kPerson).add({"New", "York"}, kCity).build();
  CHECK(look_up(gazetteer, {"New", "York"}) ==
        Classes{kCity, static_cast<GazetteerClasses>(kCity | kPerson)});
}

TEST_CASE("names need their capitals unless they count in any case") {
  const Gazetteer gazetteer =
      Builder().add({"Reading"}, kCity).add({"ministry"}, kBody, GazetteerEntry::AnyCase).build();
  CHECK(look_up(gazetteer, {"reading", "Reading"}) == Classes{0, kCity});
  CHECK(look_up(gazetteer, {"ministry", "Ministry"}) == Classes{kBody, kBody});
}

TEST_CASE("an empty gazetteer knows nothing") {
  CHECK(look_up(Gazetteer(), {"Kabul"}) == Classes{0});
  CHECK(Gazetteer().size() == 0);
}
