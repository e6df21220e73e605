#include "graph/near_copies.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "graph/document_words.hpp"
#include "records/hash.hpp"

namespace actorgraph {
namespace {

/// One shingle in so many stands for all when candidates are looked for.
constexpr std::uint64_t kSample = 4;
/// Lists of at most so many documents are compared pair by pair; of longer ones each with so many neighbours.
constexpr std::size_t kShortList = 24;
constexpr std::size_t kNeighbours = 6;

struct Text {
  DocumentId id;
  std::uint64_t whole = 0;              // a hash of all words
  std::vector<std::uint64_t> shingles;  // sorted, distinct
};

/// The longer text first; among equals the smaller id.
bool goes_first(const Text& a, const Text& b) {
  return a.shingles.size() != b.shingles.size() ? a.shingles.size() > b.shingles.size() : a.id < b.id;
}

std::size_t count_shared(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++shared;
      ++i;
      ++j;
    } else if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return shared;
}

/// A copy and what it may be copied from, both by their place in order.
struct Candidate {
  std::uint32_t copy;
  std::uint32_t original;  // smaller
  friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

/// Requires: `texts` are in order, so postings are too.
std::vector<Candidate> find_candidates(const std::vector<Text>& texts) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> postings;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    postings.emplace_back(texts[i].whole, i);
    for (const std::uint64_t shingle : texts[i].shingles) {
      if (shingle % kSample == 0) postings.emplace_back(shingle, i);
    }
  }
  std::ranges::sort(postings);
  std::vector<Candidate> found;
  std::size_t limit = 1U << 24U;
  for (std::size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
    while (end < postings.size() && postings[end].first == postings[begin].first) ++end;
    const std::size_t size = end - begin;
    for (std::size_t i = 1; i < size; ++i) {
      const std::uint32_t copy = postings[begin + i].second;
      const std::size_t firsts = size <= kShortList ? i : std::min(i, kNeighbours);
      for (std::size_t j = 0; j < firsts; ++j) found.push_back({copy, postings[begin + j].second});
      for (std::size_t j = std::max(firsts, i - std::min(i, kNeighbours)); j < i; ++j) {
        found.push_back({copy, postings[begin + j].second});
      }
    }
    if (end == postings.size() || found.size() > limit) {
      std::ranges::sort(found);
      found.erase(std::unique(found.begin(), found.end()), found.end());
      limit = std::max(limit, 2 * found.size());
    }
  }
  return found;
}

}  // namespace

struct NearCopies::Texts {
  NearCopyOptions options;
  std::vector<Text> texts;

  /// The share of `copy` that `original` has; 0 where it is no copy. Requires: `original` is not shorter.
  [[nodiscard]] double containment(const Text& copy, const Text& original) const;
};

double NearCopies::Texts::containment(const Text& copy, const Text& original) const {
  if (copy.whole == original.whole) return 1;
  const auto size = static_cast<double>(copy.shingles.size());
  if (copy.shingles.size() < options.least_shingles) return 0;
  if (size < options.shortest * static_cast<double>(original.shingles.size())) return 0;
  const double share = static_cast<double>(count_shared(copy.shingles, original.shingles)) / size;
  return share >= options.containment ? share : 0;
}

NearCopies::NearCopies(NearCopyOptions options) : texts_(std::make_unique<Texts>(Texts{options, {}})) {}
NearCopies::~NearCopies() = default;
NearCopies::NearCopies(NearCopies&&) noexcept = default;
NearCopies& NearCopies::operator=(NearCopies&&) noexcept = default;

void NearCopies::add(DocumentId document, std::string_view text) {
  std::vector<std::uint64_t> words;
  for_each_word(text, [&](std::string_view word, WordKind) { words.push_back(hash_of(word)); });
  Text added;
  added.id = document;
  Hasher whole;
  for (const std::uint64_t word : words) whole.add(word);
  added.whole = whole.finish();
  const std::size_t width = std::max<std::size_t>(1, texts_->options.shingle_words);
  for (std::size_t i = 0; i + width <= words.size(); ++i) {
    Hasher shingle;
    for (std::size_t j = 0; j < width; ++j) shingle.add(words[i + j]);
    added.shingles.push_back(shingle.finish());
  }
  std::ranges::sort(added.shingles);
  added.shingles.erase(std::unique(added.shingles.begin(), added.shingles.end()), added.shingles.end());
  added.shingles.shrink_to_fit();
  texts_->texts.push_back(std::move(added));
}

CopyGroups NearCopies::finish() && {
  std::vector<Text>& texts = texts_->texts;
  std::ranges::sort(texts, goes_first);
  texts.erase(
      std::unique(texts.begin(), texts.end(), [](const Text& a, const Text& b) { return a.id == b.id; }),
      texts.end());
  const std::vector<Candidate> candidates = find_candidates(texts);
  std::vector<std::uint32_t> leader(texts.size());
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    leader[i] = i;
    double best = 0;
    for (; next < candidates.size() && candidates[next].copy == i; ++next) {
      const std::uint32_t original = candidates[next].original;
      if (leader[original] != original) continue;
      const double share = texts_->containment(texts[i], texts[original]);
      if (share > best) {
        best = share;
        leader[i] = original;
      }
    }
  }
  CopyGroups groups;
  groups.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) groups.emplace(texts[i].id, texts[leader[i]].id);
  texts_.reset();
  return groups;
}

}  // namespace actorgraph
