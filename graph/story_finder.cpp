#include "graph/story_finder.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <queue>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/document_words.hpp"
#include "graph/string_table.hpp"

namespace actorgraph {
namespace {

/// Words of grammar, of reporting and of the calendar's grammar; they tell no story.
constexpr auto kFunctionWords = std::to_array<std::string_view>(
    {"a",     "about", "after", "again", "against", "all",   "also",   "am",    "among", "an",      "and",
     "any",   "are",   "as",    "at",    "be",      "been",  "before", "being", "both",  "but",     "by",
     "can",   "could", "did",   "do",    "does",    "down",  "during", "each",  "even",  "for",     "from",
     "had",   "has",   "have",  "he",    "her",     "here",  "him",    "his",   "how",   "however", "http",
     "https", "i",     "if",    "in",    "into",    "is",    "it",     "its",   "just",  "last",    "like",
     "ll",    "made",  "make",  "many",  "may",     "me",    "might",  "more",  "most",  "mr",      "mrs",
     "ms",    "much",  "must",  "my",    "new",     "no",    "not",    "now",   "of",    "off",     "on",
     "one",   "only",  "or",    "other", "our",     "out",   "over",   "own",   "re",    "s",       "said",
     "same",  "say",   "says",  "she",   "should",  "since", "so",     "some",  "still", "such",    "t",
     "than",  "that",  "the",   "their", "them",    "then",  "there",  "these", "they",  "this",    "those",
     "to",    "told",  "too",   "two",   "under",   "until", "up",     "us",    "ve",    "very",    "was",
     "we",    "were",  "what",  "when",  "where",   "which", "while",  "who",   "whom",  "whose",   "why",
     "will",  "with",  "would", "www",   "year",    "years", "yet",    "you",   "your"});

static_assert(std::ranges::is_sorted(kFunctionWords));

/// What is believed of a word before documents are counted: in how many of so many it stands.
constexpr double kPriorDocuments = 50;
constexpr double kPriorOfWords = 1.0;
constexpr double kPriorOfNames = 0.1;
constexpr double kNameWeight = 2;

/// So many words at the beginning, which tell what the story is, count so many times.
constexpr std::size_t kLeadWords = 60;
constexpr std::size_t kLeadTimes = 2;

/// Of so many of its heaviest terms a document looks for others of its story.
constexpr std::size_t kKeyTerms = 40;
/// In a list of documents of one term each is compared with so many after it.
constexpr std::size_t kNeighbours = 40;
/// Documents that share fewer key terms are not compared.
constexpr std::size_t kSharedTerms = 3;

struct Term {
  std::uint32_t number;
  float weight;
};

struct Text {
  DocumentId id;
  std::optional<Date> published;
  std::vector<Term> terms;  // in order of numbers; weight: times it occurs, negative where it is a name
};

std::int32_t day_of(const std::optional<Date>& date) {
  if (!date) return std::numeric_limits<std::int32_t>::min();
  return static_cast<std::int32_t>(std::chrono::sys_days(*date).time_since_epoch().count());
}

/// "attacks", "attacked" and "attacking" to "attack", roughly: all that is asked is that forms of a word
/// meet.
std::string_view stem(std::string_view word) {
  constexpr auto kEndings = std::to_array<std::string_view>({"ings", "ing", "ed", "es", "s", "e"});
  for (const std::string_view ending : kEndings) {
    if (word.size() >= ending.size() + 3 && word.ends_with(ending)) {
      return word.substr(0, word.size() - ending.size());
    }
  }
  return word;
}

double dot(std::span<const Term> a, std::span<const Term> b) {
  double sum = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].number == b[j].number) {
      sum += static_cast<double>(a[i++].weight) * static_cast<double>(b[j++].weight);
    } else if (a[i].number < b[j].number) {
      ++i;
    } else {
      ++j;
    }
  }
  return sum;
}

std::vector<Term> add_up(std::span<const Term> a, std::span<const Term> b) {
  std::vector<Term> sum;
  sum.reserve(a.size() + b.size());
  std::size_t j = 0;
  for (const Term& term : a) {
    while (j < b.size() && b[j].number < term.number) sum.push_back(b[j++]);
    sum.push_back(term);
    if (j < b.size() && b[j].number == term.number) sum.back().weight += b[j++].weight;
  }
  sum.insert(sum.end(), b.begin() + static_cast<std::ptrdiff_t>(j), b.end());
  return sum;
}

/// Two clusters that may be one; the likest first, then in order.
struct Pair {
  double similarity;
  std::uint32_t a;
  std::uint32_t b;

  friend bool operator<(const Pair& x, const Pair& y) {
    return x.similarity != y.similarity ? x.similarity < y.similarity
                                        : std::tuple(x.a, x.b) > std::tuple(y.a, y.b);
  }
};

struct Cluster {
  std::vector<Term> sum;
  std::vector<std::uint32_t> neighbours;  // clusters that may be like it
  std::uint32_t size = 1;
  std::uint32_t into = 0;  // itself while it lives
  std::int32_t first_day = std::numeric_limits<std::int32_t>::max();
  std::int32_t last_day = std::numeric_limits<std::int32_t>::min();
};

/// Average link: the two clusters whose documents are likest on average are joined, again and again.
class Clustering {
 public:
  Clustering(std::vector<Text>& texts, const StoryOptions& options) : options_(options) {
    clusters_.resize(texts.size());
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
      clusters_[i].sum = std::move(texts[i].terms);
      clusters_[i].into = i;
      if (!texts[i].published) continue;
      clusters_[i].first_day = clusters_[i].last_day = day_of(texts[i].published);
    }
  }

  void link(std::uint32_t a, std::uint32_t b) {
    clusters_[a].neighbours.push_back(b);
    clusters_[b].neighbours.push_back(a);
    consider(a, b);
  }

  void run() {
    while (!queue_.empty()) {
      const Pair pair = queue_.top();
      queue_.pop();
      Cluster& a = clusters_[pair.a];
      Cluster& b = clusters_[pair.b];
      // What was queued before one of the two grew is not what it is now.
      if (a.into != pair.a || b.into != pair.b || similarity(pair.a, pair.b) != pair.similarity) continue;
      a.sum = add_up(a.sum, b.sum);
      a.size += b.size;
      a.first_day = std::min(a.first_day, b.first_day);
      a.last_day = std::max(a.last_day, b.last_day);
      b.into = pair.a;
      b.sum = {};
      a.neighbours.insert(a.neighbours.end(), b.neighbours.begin(), b.neighbours.end());
      b.neighbours = {};
      for (std::uint32_t& neighbour : a.neighbours) neighbour = root(neighbour);
      std::ranges::sort(a.neighbours);
      a.neighbours.erase(std::unique(a.neighbours.begin(), a.neighbours.end()), a.neighbours.end());
      std::erase(a.neighbours, pair.a);
      for (const std::uint32_t neighbour : a.neighbours) {
        consider(std::min(pair.a, neighbour), std::max(pair.a, neighbour));
      }
    }
  }

  [[nodiscard]] std::uint32_t root(std::uint32_t cluster) const {
    while (clusters_[cluster].into != cluster) cluster = clusters_[cluster].into;
    return cluster;
  }

 private:
  [[nodiscard]] double similarity(std::uint32_t a, std::uint32_t b) const {
    const Cluster& x = clusters_[a];
    const Cluster& y = clusters_[b];
    const std::int64_t first = std::min(x.first_day, y.first_day);
    const std::int64_t last = std::max(x.last_day, y.last_day);
    if (last - first > static_cast<std::int64_t>(options_.days)) return 0;
    return dot(x.sum, y.sum) / (static_cast<double>(x.size) * static_cast<double>(y.size));
  }

  void consider(std::uint32_t a, std::uint32_t b) {
    const double likeness = similarity(a, b);
    if (likeness >= options_.similarity) queue_.push({likeness, a, b});
  }

  const StoryOptions& options_;
  std::vector<Cluster> clusters_;
  std::priority_queue<Pair> queue_;
};

}  // namespace

struct StoryFinder::Texts {
  StoryOptions options;
  StringTable words;
  std::vector<Text> texts;

  void weigh();
  /// Where each word stands in byte order: sums must not depend on the order of adding.
  [[nodiscard]] std::vector<std::uint32_t> places_of_words() const;
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> find_pairs() const;
  [[nodiscard]] bool are_far_apart(const Text& earlier, const Text& later) const;
};

/// From how often a term occurs to its weight; each document keeps its heaviest terms, of length 1.
void StoryFinder::Texts::weigh() {
  std::vector<std::uint32_t> counts(words.size());
  for (const Text& text : texts) {
    for (const Term& term : text.terms) ++counts[term.number];
  }
  const double total = static_cast<double>(texts.size()) + kPriorDocuments;
  for (Text& text : texts) {
    for (Term& term : text.terms) {
      const bool is_name = term.weight < 0;
      const double prior = is_name ? kPriorOfNames : kPriorOfWords;
      const double rarity = std::log(total / (static_cast<double>(counts[term.number]) + prior));
      const double frequency = 1 + std::log(std::fabs(term.weight));
      term.weight = static_cast<float>((is_name ? kNameWeight : 1) * frequency * rarity);
    }
    std::ranges::sort(text.terms, [&](const Term& a, const Term& b) {
      return a.weight != b.weight ? a.weight > b.weight : words[a.number] < words[b.number];
    });
    if (text.terms.size() > options.terms) text.terms.resize(options.terms);
    double length = 0;
    for (const Term& term : text.terms) length += static_cast<double>(term.weight) * term.weight;
    if (length > 0) {
      for (Term& term : text.terms) term.weight = static_cast<float>(term.weight / std::sqrt(length));
    }
  }
}

std::vector<std::uint32_t> StoryFinder::Texts::places_of_words() const {
  std::vector<std::uint32_t> order(words.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t number) -> const std::string& { return words[number]; });
  std::vector<std::uint32_t> places(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) places[order[i]] = i;
  return places;
}

/// Texts that share several key terms. Requires: texts are in order, and their terms by weight.
std::vector<std::pair<std::uint32_t, std::uint32_t>> StoryFinder::Texts::find_pairs() const {
  struct Posting {
    std::uint32_t term;
    std::uint32_t text;
    auto operator<=>(const Posting&) const = default;
  };
  std::vector<Posting> postings;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    const std::size_t keys = std::min(kKeyTerms, texts[i].terms.size());
    for (std::size_t k = 0; k < keys; ++k) postings.push_back({texts[i].terms[k].number, i});
  }
  std::ranges::sort(postings);
  std::vector<std::uint32_t> order(postings.size());  // by text
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t at) { return std::pair(postings[at].text, at); });

  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  std::vector<std::uint32_t> others;
  for (std::size_t i = 0; i < order.size();) {
    const std::uint32_t text = postings[order[i]].text;
    others.clear();
    for (; i < order.size() && postings[order[i]].text == text; ++i) {
      const std::size_t at = order[i];
      const std::size_t end = std::min(postings.size(), at + 1 + kNeighbours);
      for (std::size_t j = at + 1; j < end && postings[j].term == postings[at].term; ++j) {
        if (are_far_apart(texts[text], texts[postings[j].text])) break;
        others.push_back(postings[j].text);
      }
    }
    std::ranges::sort(others);
    for (std::size_t k = 0; k < others.size();) {
      const auto next = std::ranges::upper_bound(others, others[k]);
      const auto shared = static_cast<std::size_t>(next - others.begin()) - k;
      if (shared >= kSharedTerms) pairs.emplace_back(text, others[k]);
      k += shared;
    }
  }
  return pairs;
}

bool StoryFinder::Texts::are_far_apart(const Text& earlier, const Text& later) const {
  if (!earlier.published || !later.published) return false;
  return day_of(later.published) - day_of(earlier.published) > static_cast<std::int32_t>(options.days);
}

StoryFinder::StoryFinder(StoryOptions options) : texts_(std::make_unique<Texts>()) {
  texts_->options = options;
}
StoryFinder::~StoryFinder() = default;
StoryFinder::StoryFinder(StoryFinder&&) noexcept = default;
StoryFinder& StoryFinder::operator=(StoryFinder&&) noexcept = default;

void StoryFinder::add(DocumentId document, std::string_view text, std::optional<Date> published) {
  struct Use {
    std::uint32_t number;
    WordKind kind;
    bool in_lead;
  };
  std::size_t position = 0;
  std::vector<Use> uses;
  for_each_word(text, [&](std::string_view word, WordKind kind) {
    const bool in_lead = position++ < kLeadWords;
    if (word.size() < 2 || std::ranges::binary_search(kFunctionWords, word)) return;
    uses.push_back({texts_->words.add(stem(word)), kind, in_lead});
  });
  std::ranges::stable_sort(uses, {}, &Use::number);
  Text& added = texts_->texts.emplace_back();
  added.id = document;
  added.published = published;
  for (std::size_t begin = 0, end = 0; begin < uses.size(); begin = end) {
    std::size_t plain = 0;
    std::size_t times = 0;
    std::size_t capital = 0;
    for (; end < uses.size() && uses[end].number == uses[begin].number; ++end) {
      times += uses[end].in_lead ? kLeadTimes : 1;
      plain += uses[end].kind == WordKind::Plain ? 1U : 0U;
      capital += uses[end].kind == WordKind::Capital ? 1U : 0U;
    }
    // A word that is written small anywhere only began a sentence or a title where it was not.
    const bool is_name = capital > 0 && plain == 0;
    const auto frequency = static_cast<float>(times);
    added.terms.push_back({uses[begin].number, is_name ? -frequency : frequency});
  }
  added.terms.shrink_to_fit();
}

Stories StoryFinder::finish() && {
  std::vector<Text>& texts = texts_->texts;
  std::ranges::sort(texts, {}, [](const Text& text) { return std::tuple(day_of(text.published), text.id); });
  texts.erase(
      std::unique(texts.begin(), texts.end(), [](const Text& a, const Text& b) { return a.id == b.id; }),
      texts.end());
  texts_->weigh();
  const auto pairs = texts_->find_pairs();
  const std::vector<std::uint32_t> places = texts_->places_of_words();
  std::vector<DocumentId> ids;
  for (Text& text : texts) {
    ids.push_back(text.id);
    for (Term& term : text.terms) term.number = places[term.number];
    std::ranges::sort(text.terms, {}, &Term::number);
  }
  Clustering clustering(texts, texts_->options);
  for (const auto& [a, b] : pairs) clustering.link(a, b);
  clustering.run();
  Stories stories;
  stories.reserve(ids.size());
  for (std::uint32_t i = 0; i < ids.size(); ++i) stories.emplace(ids[i], ids[clustering.root(i)]);
  texts_.reset();
  return stories;
}

}  // namespace actorgraph
