#include "graph/name_spelling.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/identity.hpp"
#include "graph/name_families.hpp"
#include "graph/name_folding.hpp"

namespace actorgraph {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

bool is_particle(std::string_view word) {
  static constexpr auto kParticles = std::to_array<std::string_view>({"al", "as", "el", "ul"});
  return std::ranges::find(kParticles, word) != kParticles.end();
}

/// A word as consonants and the vowels before each and after the last.
struct Skeleton {
  std::string consonants;  ///< q for what may be g, k or q
  std::string vowels;      ///< one longer: '-' none, 'a', 'e', 'i', 'o'
};

/// What two or three letters say in one sound. Longer ones first.
constexpr auto kSounds = std::to_array<Pair>(
    {{"skiy", "ski"}, {"skyy", "ski"}, {"skyi", "ski"}, {"skii", "ski"}, {"skij", "ski"}, {"sky", "ski"},
     {"tch", "S"},    {"sch", "S"},    {"dzh", "j"},    {"kh", "k"},     {"gh", "q"},     {"dh", "d"},
     {"th", "t"},     {"ph", "f"},     {"sh", "S"},     {"ch", "S"},     {"zh", "z"},     {"dj", "j"},
     {"ck", "k"},     {"ou", "o"},     {"oo", "o"},     {"au", "o"},     {"ee", "i"},     {"ei", "i"},
     {"ey", "i"},     {"ai", "i"},     {"ay", "i"},     {"ie", "e"},     {"iy", "i"},     {"yy", "i"},
     {"yi", "i"},     {"ii", "i"},     {"ij", "i"},     {"aa", "a"},     {"uu", "o"},     {"ye", "e"},
     {"yo", "o"},     {"iu", "o"},     {"yu", "o"},     {"ya", "a"},     {"ia", "a"},     {"w", "v"},
     {"x", "ks"},     {"c", "k"},      {"u", "o"},      {"K", "k"}});

std::string sounds_of(std::string_view word) {
  std::string sounds;
  for (std::size_t i = 0; i < word.size();) {
    const auto at = std::ranges::find_if(kSounds, [&](const Pair& pair) {
      // "Yusuf", "Yahya": the first letter is a consonant.
      const bool first_y = i == 0 && pair.first.front() == 'y';
      return !first_y && word.substr(i).starts_with(pair.first);
    });
    if (at != kSounds.end()) {
      sounds += at->second;
      i += at->first.size();
    } else {
      sounds += word[i];
      ++i;
    }
  }
  if (sounds.ends_with("ff")) sounds.replace(sounds.size() - 2, 2, "v");
  if (sounds.size() > 2 && sounds.ends_with("ah")) sounds.pop_back();
  return sounds;
}

Skeleton make_skeleton(std::string_view word) {
  const std::string sounds = sounds_of(word);
  Skeleton made;
  char vowel = '-';
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    const char c = sounds[i];
    if (is_vowel(c) && !(i == 0 && c == 'y')) {
      if (vowel == '-') vowel = c == 'y' ? 'i' : c == 'u' ? 'o' : c;
      continue;
    }
    if (!made.consonants.empty() && made.consonants.back() == c && vowel == '-') continue;
    made.consonants += c;
    made.vowels += vowel;
    vowel = '-';
  }
  made.vowels += vowel;
  return made;
}

bool agree(char a, char b) {
  if (a == b) return true;
  const auto either = [&](char x, char y) { return (a == x && b == y) || (a == y && b == x); };
  return either('a', 'e') || either('e', 'i') || either('e', '-');
}

bool is_one_word(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::string_view family = find_name_family(a);
  const std::string_view other = find_name_family(b);
  if (!family.empty() && !other.empty()) return family == other;
  if (a.size() < 4 || b.size() < 4) return false;
  const Skeleton x = make_skeleton(a);
  const Skeleton y = make_skeleton(b);
  if (x.consonants.size() < 2 || x.consonants.size() != y.consonants.size()) return false;
  for (std::size_t i = 0; i < x.consonants.size(); ++i) {
    const char c = x.consonants[i];
    const char d = y.consonants[i];
    const bool wild = (c == 'q' && (d == 'g' || d == 'k')) || (d == 'q' && (c == 'g' || c == 'k'));
    if (c != d && !wild) return false;
  }
  return std::ranges::equal(x.vowels, y.vowels, agree);
}

/// The words that count; "abd al", "abdel" and "abdul" are one, with what follows.
std::vector<std::string> telling_words(std::string_view name) {
  std::vector<std::string> words;
  for (const std::string_view word : words_of(name)) {
    if (is_particle(word)) continue;
    static constexpr auto kServant =
        std::to_array<std::string_view>({"abd", "abdal", "abdel", "abdol", "abdoul", "abdul"});
    if (!words.empty() && words.back() == "abdul") {
      words.back() += word;
    } else if (std::ranges::find(kServant, word) != kServant.end()) {
      words.emplace_back("abdul");
    } else if (word.size() > 7 &&
               (word.starts_with("abdel") || word.starts_with("abdal") || word.starts_with("abdol"))) {
      words.push_back("abdul" + std::string(word.substr(5)));
    } else if (word == "ben" || word == "ibn") {
      words.emplace_back("bin");
    } else if (word == "abou") {
      words.emplace_back("abu");
    } else {
      words.emplace_back(word);
    }
  }
  return words;
}

bool shows_transliteration(std::string_view name) {
  for (const std::string_view word : words_of(name)) {
    if (!find_name_family(word).empty() || is_particle(word) || word == "bin" || word == "ibn" ||
        word == "abu" || word.starts_with("abd")) {
      return true;
    }
    static constexpr auto kSigns =
        std::to_array<std::string_view>({"kh", "gh", "dh", "zh", "iy", "yy", "aa", "ii", "uu"});
    static constexpr auto kEnds =
        std::to_array<std::string_view>({"sky", "skyi", "enko", "ov", "ova", "ev", "eva", "vich", "vych",
                                         "uk", "chuk", "ullah", "allah", "uddin"});
    for (const std::string_view sign : kSigns) {
      if (word.find(sign) != std::string_view::npos) return true;
    }
    for (const std::string_view end : kEnds) {
      if (word.size() > end.size() + 1 && word.ends_with(end)) return true;
    }
    const std::size_t q = word.find('q');
    if (q != std::string_view::npos && (q + 1 == word.size() || word[q + 1] != 'u')) return true;
  }
  return false;
}

}  // namespace

std::string make_spelling_key(std::string_view name) {
  std::vector<std::string> words = telling_words(name);
  if (words.size() < 2 || words.size() > 6) return {};
  for (std::string& word : words) {
    const std::string_view family = find_name_family(word);
    word = make_skeleton(family.empty() ? std::string_view(word) : family).consonants;
    std::ranges::replace(word, 'g', 'k');
    std::ranges::replace(word, 'q', 'k');
  }
  std::ranges::sort(words);
  std::string key;
  for (const std::string& word : words) key += word + ' ';
  return key;
}

bool may_be_one_name(std::string_view a, std::string_view b) {
  if (!shows_transliteration(a) && !shows_transliteration(b)) return false;
  const std::vector<std::string> left = telling_words(a);
  const std::vector<std::string> right = telling_words(b);
  return left.size() == right.size() && std::ranges::equal(left, right, is_one_word);
}

std::string make_order_key(std::string_view name) {
  std::vector<std::string> words;
  bool hyphen = false;
  bool surname = false;
  for (const std::string_view raw : words_of(name)) {
    std::string word = normalise_name(raw);
    const bool joined = word.find(' ') != std::string::npos;
    hyphen = hyphen || joined;
    std::erase(word, ' ');
    if (word.size() < 2 || word.size() > 12) return {};
    surname = surname || is_east_asian_surname(word);
    words.push_back(std::move(word));
  }
  // "Kim Jong Un": the surname is first or last, and the other two are one given name.
  if (words.size() == 3 && !hyphen) {
    if (is_east_asian_surname(words[0])) {
      words = {words[0], words[1] + words[2]};
    } else if (is_east_asian_surname(words[2])) {
      words = {words[2], words[0] + words[1]};
    }
  }
  if (words.size() != 2 || !surname) return {};
  std::ranges::sort(words);
  return words[0] + ' ' + words[1];
}

}  // namespace actorgraph
