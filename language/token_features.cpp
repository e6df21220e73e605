#include "language/token_features.hpp"

#include <algorithm>
#include <string>

#include "records/hash.hpp"

namespace actorgraph {
namespace {

/// Longest form that is looked at, in characters; more say nothing about a word.
constexpr std::size_t kMaxCharacters = 40;

enum CaseShape : std::uint16_t { kLower, kCapitalised, kAllCaps, kMixedCase, kSingleCapital, kNoLetters };

/// A form as code points, lower case, with plain quotes and dashes and digits as 0.
struct NormalForm {
  std::array<char32_t, kMaxCharacters + 2> text{};
  std::size_t size = 0;
  std::uint16_t shape = 0;
};

char32_t next_code_point(std::string_view bytes, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(bytes[at++]);
  if (lead < 0x80U) return lead;
  const int more = lead >= 0xF0U ? 3 : lead >= 0xE0U ? 2 : 1;
  char32_t code = lead & (0x3FU >> static_cast<unsigned>(more));
  for (int i = 0; i < more && at < bytes.size(); ++i) {
    code = (code << 6U) | (static_cast<unsigned char>(bytes[at++]) & 0x3FU);
  }
  return code;
}

bool is_upper(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xC0U && c <= 0xDEU && c != 0xD7U) ||
         (c >= 0x100U && c <= 0x17FU && c % 2 == 0) || (c >= 0x410U && c <= 0x42FU);
}

char32_t lower(char32_t c) {
  if (c < 0x80U) return c >= U'A' && c <= U'Z' ? c + 32 : c;
  if (c >= 0xC0U && c <= 0xDEU && c != 0xD7U) return c + 32;
  if (c >= 0x100U && c <= 0x17FU && c % 2 == 0) return c + 1;
  if (c >= 0x410U && c <= 0x42FU) return c + 32;
  if (c == 0x2018U || c == 0x2019U || c == 0x60U) return U'\'';
  if (c == 0x201CU || c == 0x201DU) return U'"';
  if (c == 0x2013U || c == 0x2014U) return U'-';
  return c;
}

NormalForm normalise(std::string_view form) {
  NormalForm out;
  std::size_t letters = 0;
  std::size_t uppers = 0;
  bool first_upper = false;
  bool digit = false;
  bool hyphen = false;
  bool period = false;
  bool other = false;
  for (std::size_t at = 0; at < form.size() && out.size < kMaxCharacters;) {
    const char32_t c = next_code_point(form, at);
    char32_t low = lower(c);
    if (is_upper(c)) {
      ++uppers;
      ++letters;
      first_upper = first_upper || letters == 1;
    } else if ((low >= U'a' && low <= U'z') || low >= 0xC0U) {
      ++letters;
    } else if (low >= U'0' && low <= U'9') {
      digit = true;
      low = U'0';
    } else if (low == U'-') {
      hyphen = true;
    } else if (low == U'.') {
      period = true;
    } else {
      other = true;
    }
    out.text[out.size++] = low;
  }
  const CaseShape shape = letters == 0                   ? kNoLetters
                          : uppers == 0                  ? kLower
                          : letters == 1                 ? kSingleCapital
                          : uppers == letters            ? kAllCaps
                          : (first_upper && uppers == 1) ? kCapitalised
                                                         : kMixedCase;
  out.shape = static_cast<std::uint16_t>(shape | (digit ? 8U : 0U) | (hyphen ? 16U : 0U) |
                                         (period ? 32U : 0U) | (other ? 64U : 0U));
  return out;
}

std::uint32_t mix(std::uint32_t hash, char32_t c) {
  return (hash ^ static_cast<std::uint32_t>(c)) * 0x01000193U;
}

std::uint32_t finish(std::uint32_t hash) {
  hash ^= hash >> 15U;
  hash *= 0x2C1B3C6DU;
  hash ^= hash >> 12U;
  return hash;
}

std::uint64_t hash_of_normal(const NormalForm& normal) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (std::size_t i = 0; i < normal.size; ++i) hash = (hash ^ normal.text[i]) * 1099511628211ULL;
  return hash ^ (hash >> 29U);
}

void set_affixes(const NormalForm& normal, TokenFeatures& features) {
  const std::size_t n = normal.size;
  std::uint32_t hash = 0x811C9DC5U;
  for (std::size_t length = 1; length <= 3; ++length) {
    hash = mix(hash, length <= n ? normal.text[length - 1] : 0);
    features.affixes[length - 1] =
        static_cast<std::uint16_t>(finish(hash + static_cast<std::uint32_t>(length)) % kAffixBuckets);
  }
  hash = 0x9E3779B9U;
  for (std::size_t length = 1; length <= 4; ++length) {
    hash = mix(hash, length <= n ? normal.text[n - length] : 0);
    features.affixes[2 + length] =
        static_cast<std::uint16_t>(finish(hash + static_cast<std::uint32_t>(length)) % kAffixBuckets);
  }
}

void set_trigrams(const NormalForm& normal, TokenFeatures& features) {
  std::array<char32_t, kMaxCharacters + 2> padded{};
  padded[0] = U'^';
  std::copy_n(normal.text.begin(), normal.size, padded.begin() + 1);
  padded[normal.size + 1] = U'$';
  const std::size_t count = normal.size == 0 ? 0 : normal.size;
  const std::size_t half = kMaxTrigrams / 2;
  for (std::size_t i = 0; i < count; ++i) {
    if (count > kMaxTrigrams && i >= half && i < count - half) continue;
    const std::uint32_t hash = mix(mix(mix(0x811C9DC5U, padded[i]), padded[i + 1]), padded[i + 2]);
    features.trigrams[features.trigram_count++] = static_cast<std::uint16_t>(finish(hash) % kTrigramBuckets);
  }
}

}  // namespace

Vocabulary::Vocabulary(std::span<const std::uint64_t> hashes) {
  index_.reserve(hashes.size());
  for (const std::uint64_t hash : hashes) index_.emplace(hash, static_cast<std::uint32_t>(index_.size() + 1));
}

std::uint32_t Vocabulary::find(std::uint64_t hash) const {
  const auto it = index_.find(hash);
  return it == index_.end() ? kUnknownWord : it->second;
}

std::uint64_t word_hash(std::string_view form) {
  return hash_of_normal(normalise(form));
}

void append_features(std::span<const std::string_view> forms, const KnownWords& known,
                     FeatureScratch& scratch, std::vector<TokenFeatures>& out) {
  const std::size_t begin = out.size();
  scratch.words.clear();
  std::size_t lower_words = 0;
  for (const std::string_view form : forms) {
    const NormalForm normal = normalise(form);
    TokenFeatures features;
    const std::uint64_t hash = hash_of_normal(normal);
    features.word = known.vocabulary.find(hash);
    features.shape = normal.shape;
    const bool is_lower = (normal.shape & 7U) == kLower;
    if (is_lower) ++lower_words;
    scratch.words.push_back({hash, !is_lower});
    set_affixes(normal, features);
    set_trigrams(normal, features);
    out.push_back(features);
  }
  scratch.classes.assign(forms.size(), 0);
  known.gazetteer.look_up(scratch.words, scratch.classes);
  // In a headline or a text in capitals a capital says nothing about the word: the network must know.
  const bool no_lower_words = lower_words * 8 < forms.size();
  for (std::size_t i = begin; i < out.size(); ++i) {
    out[i].gazetteer = scratch.classes[i - begin];
    if (i == begin) out[i].shape |= 128U;
    if (no_lower_words) out[i].shape |= 256U;
  }
}

}  // namespace actorgraph
