#include "graph/composed_name.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "graph/country_words.hpp"
#include "graph/generic_words.hpp"
#include "graph/identity.hpp"
#include "graph/name_folding.hpp"

namespace actorgraph {
namespace {

using Words = std::initializer_list<std::string_view>;

// Singular; each list in byte order.
constexpr auto kBodies = std::to_array<std::string_view>(
    {"administration", "affiliate",  "agency",        "alliance",  "army",     "assembly",
     "authority",      "branch",     "brigade",       "bureau",    "cabinet",  "chamber",
     "command",        "commission", "committee",     "congress",  "council",  "court",
     "delegation",     "department", "establishment", "force",     "front",    "government",
     "guard",          "house",      "intelligence",  "judiciary", "junta",    "leadership",
     "media",          "military",   "militia",       "ministry",  "movement", "navy",
     "opposition",     "parliament", "party",         "police",    "regime",   "secretariat",
     "senate",         "service",    "side",          "staff",     "team",     "tribunal",
     "troop",          "wing"});
// Those of which every state has one, so that "Supreme Court" alone names none; "Northern Front" does.
constexpr auto kStateBodies = std::to_array<std::string_view>(
    {"administration", "agency",    "army",       "assembly",   "authority",  "bureau",
     "cabinet",        "chamber",   "command",    "commission", "committee",  "congress",
     "council",        "court",     "department", "force",      "government", "guard",
     "house",          "judiciary", "military",   "ministry",   "navy",       "parliament",
     "party",          "police",    "senate",     "service",    "tribunal"});
constexpr auto kSeats = std::to_array<std::string_view>(
    {"base", "camp", "compound", "consulate", "embassy", "headquarters", "mission", "office", "outpost"});
constexpr auto kOffices = std::to_array<std::string_view>(
    {"ambassador", "chairman", "chairwoman", "chancellor", "chief",     "director", "emperor",
     "envoy",      "governor", "head",       "king",       "leader",    "mayor",    "minister",
     "monarch",    "premier",  "president",  "queen",      "secretary", "speaker"});
constexpr auto kPersons = std::to_array<std::string_view>(
    {"activist",      "actor",          "actress",      "adviser",      "advisor",    "agent",
     "aide",          "analyst",        "author",       "bomber",       "boy",        "child",
     "citizen",       "civilian",       "cleric",       "coach",        "colonel",    "commander",
     "correspondent", "daughter",       "defector",     "demonstrator", "deputy",     "detainee",
     "diplomat",      "doctor",         "driver",       "editor",       "employee",   "engineer",
     "executive",     "expert",         "farmer",       "father",       "fighter",    "fisherman",
     "general",       "girl",           "gunman",       "historian",    "hostage",    "husband",
     "insurgent",     "investigator",   "jihadist",     "journalist",   "judge",      "lawmaker",
     "lawyer",        "legislator",     "man",          "manager",      "member",     "merchant",
     "migrant",       "militant",       "militiaman",   "mother",       "national",   "nurse",
     "observer",      "officer",        "official",     "operative",    "patient",    "peacekeeper",
     "photographer",  "pilot",          "player",       "policeman",    "politician", "priest",
     "prisoner",      "professor",      "prosecutor",   "protester",    "rebel",      "refugee",
     "reporter",      "representative", "researcher",   "resident",     "sailor",     "scholar",
     "scientist",     "senator",        "separatist",   "singer",       "soldier",    "solicitor",
     "son",           "spokesman",      "spokesperson", "spokeswoman",  "student",    "supporter",
     "surgeon",       "suspect",        "teacher",      "terrorist",    "tourist",    "trader",
     "victim",        "villager",       "volunteer",    "voter",        "wife",       "witness",
     "woman",         "worker",         "writer"});
// What a ministry is of, and what else stands in the names of bodies that many countries have.
constexpr auto kTopics = std::to_array<std::string_view>({"administration",
                                                          "affairs",
                                                          "agriculture",
                                                          "air",
                                                          "central",
                                                          "christian",
                                                          "civil",
                                                          "coast",
                                                          "commerce",
                                                          "communications",
                                                          "communist",
                                                          "conservative",
                                                          "constitutional",
                                                          "culture",
                                                          "defence",
                                                          "defense",
                                                          "democratic",
                                                          "deputies",
                                                          "economic",
                                                          "economy",
                                                          "education",
                                                          "elections",
                                                          "electoral",
                                                          "emergency",
                                                          "energy",
                                                          "environment",
                                                          "federal",
                                                          "finance",
                                                          "foreign",
                                                          "green",
                                                          "health",
                                                          "high",
                                                          "home",
                                                          "homeland",
                                                          "industry",
                                                          "information",
                                                          "interior",
                                                          "internal",
                                                          "investigative",
                                                          "justice",
                                                          "labor",
                                                          "labour",
                                                          "liberal",
                                                          "liberation",
                                                          "lower",
                                                          "ministers",
                                                          "national",
                                                          "nationalist",
                                                          "people",
                                                          "peoples",
                                                          "popular",
                                                          "prime",
                                                          "progressive",
                                                          "public",
                                                          "radical",
                                                          "reform",
                                                          "representatives",
                                                          "republican",
                                                          "science",
                                                          "security",
                                                          "social",
                                                          "socialist",
                                                          "sports",
                                                          "supreme",
                                                          "tourism",
                                                          "trade",
                                                          "transport",
                                                          "treasury",
                                                          "unity",
                                                          "upper",
                                                          "workers"});
static_assert(std::ranges::is_sorted(kStateBodies) && std::ranges::is_sorted(kPersons));
static_assert(std::ranges::is_sorted(kBodies) && std::ranges::is_sorted(kSeats));
static_assert(std::ranges::is_sorted(kOffices) && std::ranges::is_sorted(kTopics));

constexpr auto kArticles = std::to_array<std::string_view>({"a", "an", "the"});

bool is_in(std::span<const std::string_view> list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

struct Word {
  std::string key;
  bool capital = false;
};

std::vector<Word> cut_words(std::string_view name) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t end = std::min(name.find(' ', i), name.size());
    const std::string_view raw = name.substr(i, end - i);
    i = end + 1;
    std::string key = normalise_name(raw);
    if (key.empty() || raw == "'s" || raw == "\xE2\x80\x99s" || raw == "'") continue;
    const bool plain = raw.front() >= 'a' && raw.front() <= 'z' &&
                       std::ranges::none_of(raw, [](char c) { return c >= 'A' && c <= 'Z'; });
    // "Dept. of Justice"; "forces" are a people's before they are one.
    if (key != "forces" && key != "services") key = fold_word(key);
    words.push_back({std::move(key), !plain});
    if (raw.back() == ',') words.push_back({",", false});
  }
  if (words.size() > 1 && is_in(kArticles, words.front().key)) words.erase(words.begin());
  return words;
}

std::string singular_of(std::string_view word) {
  if (word == "men") return "man";
  if (word == "women") return "woman";
  if (word == "children") return "child";
  if (word == "media" || word == "headquarters") return std::string(word);
  if (word.ends_with("men")) return std::string(word.substr(0, word.size() - 2)) + "an";
  if (word.ends_with("ies")) return std::string(word.substr(0, word.size() - 3)) + 'y';
  if (word.ends_with("wives")) return "wife";
  if (word.ends_with('s') && !word.ends_with("ss")) return std::string(word.substr(0, word.size() - 1));
  return std::string(word);
}

/// What the last word of a head says; nothing for a word that heads no part of anything.
std::optional<HeadKind> kind_of(std::string_view word) {
  const std::string singular = singular_of(word);
  const bool plural = singular != word;
  if (std::ranges::binary_search(kBodies, singular)) return HeadKind::Body;
  if (std::ranges::binary_search(kSeats, singular)) return HeadKind::Seat;
  if (word == "authorities" || word == "people" || word == "personnel") return HeadKind::People;
  if (std::ranges::binary_search(kOffices, singular)) return plural ? HeadKind::People : HeadKind::Office;
  if (std::ranges::binary_search(kPersons, singular)) return plural ? HeadKind::People : HeadKind::Person;
  return std::nullopt;
}

bool is_head_word(const std::string& word) {
  // "US" looks like a pronoun.
  if (!find_country_code(word).empty()) return false;
  return is_generic_word(word) || std::ranges::binary_search(kTopics, word) || kind_of(word).has_value();
}

/// Several counted, or one of many: no group of all.
bool is_counted(std::string_view word) {
  static constexpr auto kCounts = std::to_array<std::string_view>(
      {"another", "dozens", "eight", "few",     "five", "four", "hundreds", "many",      "more", "nine",
       "one",     "seven",  "some",  "several", "six",  "ten",  "three",    "thousands", "two",  "other"});
  return is_in(kCounts, word) || (!word.empty() && word.front() >= '0' && word.front() <= '9');
}

std::string join(std::span<const Word> words) {
  std::string text;
  for (const Word& word : words) {
    if (!text.empty()) text += ' ';
    text += word.key;
  }
  return text;
}

class Parser {
 public:
  explicit Parser(std::string_view name) : words_(cut_words(name)) {}

  std::optional<ComposedName> parse() {
    if (words_.size() < 2 || words_.size() > 12) return std::nullopt;
    if (!is_counted(words_[0].key)) return parse_uncounted();
    // "Two Russian soldiers", "dozens of Russian soldiers".
    words_.erase(words_.begin(), words_.begin() + (words_[1].key == "of" ? 2 : 1));
    const auto kind = words_.empty() ? std::nullopt : kind_of(words_.back().key);
    if ((kind == HeadKind::People || kind == HeadKind::Person) &&
        std::ranges::all_of(words_, [](const Word& word) { return is_head_word(word.key); })) {
      // "Three People" of a headline.
      ComposedName some;
      some.head = join(words_);
      some.kind = HeadKind::Person;
      return some;
    }
    std::optional<ComposedName> made = parse_uncounted();
    if (made && made->kind != HeadKind::People) made.reset();
    if (made) made->kind = HeadKind::Person;
    return made;
  }

 private:
  std::optional<ComposedName> parse_uncounted() {
    const std::size_t n = words_.size();
    if (n < 2) return std::nullopt;
    std::size_t prep = 1;
    while (prep < n && !is_preposition(prep)) ++prep;
    // "Islamic State of Iraq fighters": the common nouns at the end head all before them.
    std::size_t tail = n;
    while (tail > 0 && !words_[tail - 1].capital && is_head_word(words_[tail - 1].key)) --tail;
    if (tail > 0 && tail < n && prep < tail) {
      if (!is_name(0, tail)) return std::nullopt;
      return finish(tail, n, 0, tail, n);
    }
    if (prep == 1 && !is_head_word(words_[0].key)) return std::nullopt;
    // The head: the common nouns before the preposition.
    std::size_t head = prep;
    while (head > 0 && !words_[head - 1].capital && is_head_word(words_[head - 1].key)) --head;
    if (head == prep) {
      while (head > 0 && is_head_word(words_[head - 1].key)) --head;
    }
    if (head == prep || (head > 0 && !is_name(0, head))) return std::nullopt;
    return finish(head, prep, 0, head, prep);
  }

  [[nodiscard]] bool is_preposition(std::size_t i) const {
    const std::string& word = words_[i].key;
    return !words_[i].capital &&
           (word == "of" || word == "in" || word == "at" || word == "to" || word == "for");
  }

  /// Words with capitals, and small ones between them.
  [[nodiscard]] bool is_name(std::size_t begin, std::size_t end) const {
    if (begin >= end || !words_[begin].capital || !words_[end - 1].capital) return false;
    for (std::size_t i = begin; i < end; ++i) {
      static constexpr auto kSmall = std::to_array<std::string_view>(
          {"al", "and", "bin", "da", "de", "del", "do", "e", "el", "la", "of", "the", "ul", "van", "von"});
      if (!words_[i].capital && !is_in(kSmall, words_[i].key)) return false;
    }
    return true;
  }

  std::optional<ComposedName> finish(std::size_t head, std::size_t head_end, std::size_t owner,
                                     std::size_t owner_end, std::size_t rest) {
    ComposedName made;
    std::vector<Word> heads(words_.begin() + static_cast<std::ptrdiff_t>(head),
                            words_.begin() + static_cast<std::ptrdiff_t>(head_end));
    made.owner = join(std::span(words_).subspan(owner, owner_end - owner));
    while (rest < words_.size()) {
      const std::string prep = words_[rest].key;
      std::size_t begin = rest + 1;
      if (begin < words_.size() && is_in(kArticles, words_[begin].key)) ++begin;
      std::size_t end = begin;
      while (end < words_.size() && !(end > begin && is_preposition(end)) && words_[end].key != ",") ++end;
      if (begin == end) return std::nullopt;
      const auto part = std::span(words_).subspan(begin, end - begin);
      const bool topic = (prep == "of" || prep == "for") && std::ranges::all_of(part, [](const Word& word) {
                           return std::ranges::binary_search(kTopics, word.key) || word.key == "and";
                         });
      if (topic) {
        heads.insert(heads.begin(), part.begin(), part.end());
      } else if (!is_name(begin, end)) {
        return std::nullopt;
      } else if (prep == "of" || prep == "for") {
        if (!made.owner.empty()) return std::nullopt;
        made.owner = join(part);
      } else {
        if (!made.place.empty()) return std::nullopt;
        made.place = join(part);
      }
      rest = end;
      if (rest < words_.size() && words_[rest].key == ",") break;  // "in Kabul, Afghanistan"
    }
    const std::optional<HeadKind> kind = kind_of(words_[head_end - 1].key);
    if (!kind) return std::nullopt;
    made.kind = *kind;
    // "Surgeon General", "Attorney General" is who holds the office.
    if (made.kind == HeadKind::Person && heads.size() > 1 && heads.back().key == "general") {
      made.kind = HeadKind::Office;
    }
    made.is_proper =
        std::ranges::all_of(heads, [](const Word& word) { return word.capital || word.key == "and"; });
    fold_head(heads, made);
    made.country = find_country_code(made.owner);
    if (made.owner.empty() && made.place.empty()) {
      const bool liberation =
          std::ranges::any_of(heads, [](const Word& word) { return word.key == "liberation"; });
      const bool body = std::ranges::binary_search(kStateBodies, singular_of(words_[head_end - 1].key));
      const bool office = made.kind == HeadKind::Office;
      if (!made.is_proper || heads.size() < 2 || liberation || !(body || office)) return std::nullopt;
    }
    return made;
  }

  /// "Ministry of Foreign Affairs" as "foreign ministry", "security forces" as "security force".
  static void fold_head(std::vector<Word>& heads, ComposedName& made) {
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const std::string& key = heads[i].key;
      if (key == "affairs" && i > 0) continue;
      if (!made.head.empty()) made.head += ' ';
      const bool one = made.kind == HeadKind::Body || made.kind == HeadKind::Seat;
      made.head += fold_word(i + 1 == heads.size() && one ? std::string_view(singular_of(key)) : key);
    }
  }

  std::vector<Word> words_;
};

}  // namespace

std::optional<ComposedName> parse_composed_name(std::string_view name) {
  return Parser(name).parse();
}

}  // namespace actorgraph
