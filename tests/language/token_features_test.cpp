#include "language/token_features.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

using namespace actorgraph;

namespace {

std::vector<TokenFeatures> features_of(std::vector<std::string_view> forms, const KnownWords& known = {}) {
  FeatureScratch scratch;
  std::vector<TokenFeatures> out;
  append_features(forms, known, scratch, out);
  return out;
}

TokenFeatures features_of_word(std::string_view form) {
  // Not the first word, and beside one in lower case.
  return features_of({"the", form}).at(1);
}

std::string numbers(const TokenFeatures& features) {
  std::string out = std::to_string(features.word) + " " + std::to_string(features.shape) + " |";
  for (const std::uint16_t affix : features.affixes) out += " " + std::to_string(affix);
  out += " |";
  for (std::size_t i = 0; i < features.trigram_count; ++i) out += " " + std::to_string(features.trigrams[i]);
  return out;
}

constexpr std::uint16_t kFirst = 128;
constexpr std::uint16_t kNoLowerWords = 256;

}  // namespace

TEST_CASE("the rows of a stored model stay what they are") {
  // A change of these numbers breaks every trained model: raise the model's version with it.
  struct Row {
    std::string form;
    std::string numbers;
  };
  const Row rows[] = {
      {"attack", "0 0 | 15125 30175 10782 7816 6963 22402 19186 | 9036 6718 14068 26074 6385 29652"},
      {"Kabul", "0 1 | 7217 19285 9256 21904 9693 17136 21411 | 13375 398 17046 21087 13864"},
      {"U.S.-led",
       "0 51 | 11625 14294 4457 3796 31135 25727 23605 | 21596 9095 14197 32356 12826 31104 17412 17374"},
      {"2024", "0 13 | 994 3377 7881 5281 23168 23555 31553 | 31415 17238 17238 7457"},
      {"“", "0 69 | 17647 14692 28091 3914 21828 3205 14849 | 12072"},
      {"Élysée", "0 1 | 15188 957 30833 5857 26503 2233 24776 | 279 30157 27439 19617 23759 30854"},
      {"a", "0 0 | 15125 16570 27813 24017 10940 5935 16206 | 7586"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.form);
    CHECK(numbers(features_of_word(row.form)) == row.numbers);
  }
  CHECK(word_hash("attack") == 12770087171150320013U);
  CHECK(word_hash("") == 14695981032226079745U);
}

TEST_CASE("a word is found whatever its case, digits, quotes and dashes") {
  const std::pair<std::string, std::string> same[] = {
      {"Attack", "attack"},
      {"ATTACK", "attack"},
      {"2024", "0000"},
      {"1,500", "0,000"},
      {"’s", "'s"},
      {"“", "\""},
      {"”", "\""},
      {"–", "-"},
      {"—", "-"},
      {"ÉLYSÉE", "élysée"},
      {"Šiauliai", "šiauliai"},
      {"МОСКВА", "москва"},
  };
  for (const auto& pair : same) {
    CAPTURE(pair.first);
    CHECK(word_hash(pair.first) == word_hash(pair.second));
  }
  const std::pair<std::string, std::string> different[] = {
      {"attack", "attacks"}, {"20", "200"}, {"e", "é"}, {"", "a"}, {"ab", "ba"}};
  for (const auto& pair : different) {
    CAPTURE(pair.first);
    CHECK(word_hash(pair.first) != word_hash(pair.second));
  }
}

TEST_CASE("the vocabulary counts from one, and zero is the unknown word") {
  const std::vector<std::uint64_t> hashes = {word_hash("the"), word_hash("port")};
  const Vocabulary vocabulary(hashes);
  CHECK(vocabulary.size() == 3);
  const auto features = features_of({"The", "PORT", "burns"}, {vocabulary, {}});
  CHECK(features[0].word == 1);
  CHECK(features[1].word == 2);
  CHECK(features[2].word == kUnknownWord);
  CHECK(Vocabulary().size() == 1);
}

TEST_CASE("a word has the classes of the listed names that it is part of") {
  const std::uint64_t words[] = {word_hash("new"), word_hash("york")};
  const std::uint64_t whole = extend_hash(extend_hash(0, words[0]), words[1]);
  const std::map<std::uint64_t, GazetteerEntry> listed = {
      {extend_hash(0, words[0]), {0, GazetteerEntry::kBeginsLonger}},
      {whole, {bit_of(GazetteerClass::City), 0}}};
  std::vector<std::uint64_t> keys;
  std::vector<GazetteerEntry> entries;
  for (const auto& [key, entry] : listed) keys.push_back(key), entries.push_back(entry);
  const KnownWords known = {{}, {keys, entries}};
  const auto features = features_of({"in", "New", "York", "new", "York"}, known);
  CHECK(features[1].gazetteer == bit_of(GazetteerClass::City));
  CHECK(features[2].gazetteer == bit_of(GazetteerClass::City));
  CHECK(features[0].gazetteer == 0);
  CHECK(features[3].gazetteer == 0);
  CHECK(features[4].gazetteer == 0);
}

TEST_CASE("the shape tells capitals, digits and marks apart") {
  struct Row {
    std::string form;
    std::uint16_t shape;
  };
  const Row rows[] = {
      {"port", 0},     {"Port", 1},         {"PORT", 2},      {"iPhone", 3}, {"McCoy", 3},  {"A", 4},
      {"a", 0},        {"25", 5 | 8},       {"1990s", 0 | 8}, {"-", 5 | 16}, {".", 5 | 32}, {"U.S.", 2 | 32},
      {"a-b", 0 | 16}, {"5.3", 5 | 8 | 32}, {",", 5 | 64},    {"Élan", 1},   {"日本", 0},   {"–", 5 | 16},
      {"…", 0},        {"A-1", 4 | 8 | 16},
  };
  for (const Row& row : rows) {
    CAPTURE(row.form);
    CHECK(features_of_word(row.form).shape == row.shape);
  }
}

TEST_CASE("the first word is marked, and so is a sentence where a capital says nothing") {
  const auto prose = features_of({"Rebels", "attacked", "Kabul"});
  CHECK(prose[0].shape == (1 | kFirst));
  CHECK(prose[1].shape == 0);
  CHECK(prose[2].shape == 1);

  const auto headline = features_of({"REBELS", "ATTACK", "KABUL"});
  CHECK(headline[0].shape == (2 | kFirst | kNoLowerWords));
  CHECK(headline[2].shape == (2 | kNoLowerWords));

  // One word in lower case among eight or fewer is enough; among nine it is not.
  std::vector<std::string_view> forms(8, "Kabul");
  forms[4] = "of";
  CHECK((features_of(forms)[1].shape & kNoLowerWords) == 0);
  forms.push_back("Kabul");
  CHECK((features_of(forms)[1].shape & kNoLowerWords) != 0);

  // Sentences do not see one another.
  std::vector<TokenFeatures> both = features_of({"REBELS", "ATTACK"});
  const std::vector<std::string_view> second = {"they", "fled"};
  FeatureScratch scratch;
  append_features(second, {}, scratch, both);
  REQUIRE(both.size() == 4);
  CHECK((both[1].shape & kNoLowerWords) != 0);
  CHECK(both[2].shape == kFirst);
  CHECK(both[3].shape == 0);
}

TEST_CASE("affixes and trigrams see the ends of a word") {
  const TokenFeatures attack = features_of_word("attack");
  const TokenFeatures attacks = features_of_word("attacks");
  const TokenFeatures track = features_of_word("track");
  for (std::size_t i = 0; i < 3; ++i) CHECK(attack.affixes[i] == attacks.affixes[i]);
  for (std::size_t i = 3; i < 6; ++i) CHECK(attack.affixes[i] == track.affixes[i]);
  CHECK(attack.affixes[3] != attacks.affixes[3]);
  CHECK(attack.affixes[6] != track.affixes[6]);
  CHECK(attack.trigram_count == 6);
  CHECK(features_of_word("a").trigram_count == 1);

  // A prefix longer than the word differs from every real one's beginning.
  CHECK(features_of_word("at").affixes[2] != attack.affixes[2]);
}

TEST_CASE("of a long word the first and the last trigrams are taken") {
  const std::string middle(80, 'x');
  const TokenFeatures a = features_of_word("abcdefg" + middle);
  CHECK(a.trigram_count == kMaxTrigrams);
  const TokenFeatures b = features_of_word("abcdefghijklmnopqrst");
  const TokenFeatures c = features_of_word("abcdefgh--lmnopqrst");
  CHECK(b.trigram_count == kMaxTrigrams);
  CHECK(c.trigram_count == kMaxTrigrams);
  CHECK(std::equal(b.trigrams.begin(), b.trigrams.begin() + 7, c.trigrams.begin()));
}

TEST_CASE("any bytes have features within the tables") {
  for (const std::string& form :
       {std::string(), std::string("\xF0\x9F"), std::string("\xFF\xFE\x80"), std::string("\xF0\x9F\x98\x80"),
        std::string(5000, '\xE6'), std::string(600, 'W')}) {
    const TokenFeatures features = features_of_word(form);
    CHECK(features.shape < kShapeCount);
    CHECK(features.trigram_count <= kMaxTrigrams);
    CHECK(*std::max_element(features.affixes.begin(), features.affixes.end()) < kAffixBuckets);
    CHECK(*std::max_element(features.trigrams.begin(), features.trigrams.end()) < kTrigramBuckets);
  }
  CHECK(features_of({}).empty());
}
