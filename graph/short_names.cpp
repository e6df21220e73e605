#include "graph/short_names.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

#include "graph/generic_words.hpp"

namespace actorgraph {
namespace {

// Blocks of more names than this are of surnames so common that nothing can be told from them.
constexpr std::size_t kMostNames = 150;
// Documents of one story: so many days apart at most, so many actors in common at least, and more of them
// where a date is missing.
constexpr int kStoryDays = 4;
constexpr std::size_t kCommonActors = 1;
constexpr std::size_t kCommonActorsUndated = 2;
// Actors in more documents than this tell of no story.
constexpr std::size_t kMostDocuments = 200;

/// A person's name in its parts: "John F. Kennedy Jr".
struct PersonName {
  std::uint32_t profile = 0;
  std::vector<std::string_view> given;  ///< the first name and those in the middle; never empty
  std::string_view surname;
  std::string_view suffix;  ///< "jr", "iii"; else empty
};

bool is_suffix(std::string_view word) {
  static constexpr auto kSuffixes = std::to_array<std::string_view>({"jr", "sr", "ii", "iii", "iv"});
  return std::ranges::find(kSuffixes, word) != kSuffixes.end();
}

/// Whether every word begins with a capital, but for what stands within surnames; "John's sister" is no name.
bool looks_like_name(std::string_view written) {
  if (written.find("'s") != std::string_view::npos ||
      written.find("\xE2\x80\x99s") != std::string_view::npos) {
    return false;
  }
  for (const std::string_view word : words_of(written)) {
    static constexpr auto kSmall =
        std::to_array<std::string_view>({"al", "bin", "da", "de", "del", "der", "di", "do", "dos", "du", "el",
                                         "ibn", "la", "le", "ten", "van", "von"});
    const bool small = word.front() >= 'a' && word.front() <= 'z';
    const bool joined = word.size() > 3 && (word.starts_with("al-") || word.starts_with("el-"));
    if (small && !joined && std::ranges::find(kSmall, word) == kSmall.end()) return false;
    if (word.front() >= '0' && word.front() <= '9') return false;
  }
  return true;
}

/// Nothing where the name has no given name.
PersonName cut_name(const ActorProfile& person, std::uint32_t profile) {
  PersonName name;
  name.profile = profile;
  std::vector<std::string_view> words = words_of(person.key.key);
  if (words.size() > 6 || !looks_like_name(person.name)) return name;
  if (words.size() > 2 && is_suffix(words.back())) {
    name.suffix = words.back();
    words.pop_back();
  }
  if (words.size() < 2) return name;
  if (words.back().size() < 3 || is_generic_word(words.back())) return name;
  name.surname = words.back();
  words.pop_back();
  // "bin Laden", "de la Rua" belong to the surname; they are no middle names.
  while (words.size() > 1) {
    static constexpr auto kParticles =
        std::to_array<std::string_view>({"al", "bin", "da", "de", "del", "der", "di", "do", "dos", "du", "el",
                                         "ibn", "la", "le", "ten", "van", "von"});
    if (std::ranges::find(kParticles, words.back()) == kParticles.end()) break;
    words.pop_back();
  }
  name.given = std::move(words);
  return name;
}

bool is_initial_of(std::string_view initial, std::string_view word) {
  return initial.size() == 1 && word.starts_with(initial);
}

bool agree(std::string_view a, std::string_view b) {
  return a == b || is_initial_of(a, b) || is_initial_of(b, a);
}

/// Whether the two may be names of one person: what both give agrees.
bool may_be_one(const PersonName& a, const PersonName& b) {
  if (a.surname != b.surname || (!a.suffix.empty() && !b.suffix.empty() && a.suffix != b.suffix))
    return false;
  const std::size_t both = std::min(a.given.size(), b.given.size());
  return std::equal(a.given.begin(), a.given.begin() + static_cast<std::ptrdiff_t>(both), b.given.begin(),
                    agree);
}

/// Whether `b` tells all that `a` does, and more.
bool is_shorter(const PersonName& a, const PersonName& b) {
  if (a.surname != b.surname || a.given.front().size() < 2 || a.given.front() != b.given.front())
    return false;
  if (a.given.size() > b.given.size() || (!a.suffix.empty() && a.suffix != b.suffix)) return false;
  bool less = a.given.size() < b.given.size() || a.suffix != b.suffix;
  for (std::size_t i = 0; i < a.given.size(); ++i) {
    if (a.given[i] == b.given[i]) continue;
    if (!is_initial_of(a.given[i], b.given[i])) return false;
    less = true;
  }
  return less;
}

class ShorterNames {
 public:
  explicit ShorterNames(ActorClasses& classes) : classes_(classes) {}

  void join(const std::vector<PersonName>& block) {
    if (block.size() < 2 || block.size() > kMostNames) return;
    for (const PersonName& name : block) {
      const PersonName* fullest = nullptr;
      for (const PersonName& other : block) {
        if (!is_shorter(name, other)) continue;
        if (fullest == nullptr || is_shorter(*fullest, other)) fullest = &other;
      }
      if (fullest == nullptr) continue;
      // Any other that it may shorten, and what is one with the fullest already, must be able to be one with
      // it.
      const std::uint32_t root = classes_.root_of(fullest->profile);
      const bool rival = std::ranges::any_of(block, [&](const PersonName& other) {
        const bool one = classes_.root_of(other.profile) == root;
        return (one && !may_be_one(name, other)) ||
               (!one && is_shorter(name, other) && !may_be_one(other, *fullest));
      });
      if (fullest == nullptr) continue;
      if (rival) {
        classes_.refuse(name.profile, fullest->profile, LinkReason::ShorterName,
                        "may be another of that name, too");
        continue;
      }
      classes_.join_into(name.profile, fullest->profile,
                         {LinkReason::ShorterName, "no other fuller name fits", 0.85});
    }
  }

 private:
  ActorClasses& classes_;
};

/// Which documents are of one story.
class Stories {
 public:
  Stories(const ActorTable& table, const ActorClasses& classes) : actors_(table.documents.size()) {
    const auto& profiles = table.profiles;
    std::vector<std::vector<std::uint32_t>> documents(profiles.size());
    for (std::uint32_t i = 0; i < profiles.size(); ++i) {
      const ActorProfile& profile = profiles[i];
      // Countries are in all news.
      if (!profile.is_shared() || profile.kind == ActorKind::Country) continue;
      auto& all = documents[classes.root_of(i)];
      if (all.size() > kMostDocuments) continue;
      all.insert(all.end(), profile.documents.begin(), profile.documents.end());
    }
    for (std::uint32_t root = 0; root < documents.size(); ++root) {
      auto& all = documents[root];
      std::ranges::sort(all);
      all.erase(std::unique(all.begin(), all.end()), all.end());
      if (all.size() < 2 || all.size() > kMostDocuments) continue;
      for (const std::uint32_t document : all) actors_[document].push_back(root);
    }
    for (const DocumentId id : table.documents) {
      const auto at = table.published.find(id);
      dates_.push_back(at == table.published.end() ? std::nullopt : std::optional(at->second));
    }
  }

  /// Whether two documents tell one story, `actor` left out of account.
  [[nodiscard]] bool are_one(std::uint32_t a, std::uint32_t b, std::uint32_t actor) const {
    std::size_t wanted = kCommonActorsUndated;
    if (dates_[a] && dates_[b]) {
      const auto days = std::chrono::sys_days(*dates_[a]) - std::chrono::sys_days(*dates_[b]);
      if (std::chrono::abs(days).count() > kStoryDays) return false;
      wanted = kCommonActors;
    }
    std::size_t common = 0;
    for (auto x = actors_[a].begin(), y = actors_[b].begin();
         x != actors_[a].end() && y != actors_[b].end();) {
      if (*x == *y && *x != actor && ++common >= wanted) return true;
      const bool left = *x <= *y;
      const bool right = *y <= *x;
      if (left) ++x;
      if (right) ++y;
    }
    return false;
  }

 private:
  std::vector<std::vector<std::uint32_t>> actors_;  // of each document, sorted roots
  std::vector<std::optional<Date>> dates_;
};

struct Bearer {
  std::uint32_t root;
  std::vector<std::uint32_t> documents;  // sorted
};

}  // namespace

void join_shorter_names(const ActorTable& table, ActorClasses& classes) {
  const auto& profiles = table.profiles;
  std::vector<PersonName> names;
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    if (!profiles[i].is_person() || profiles[i].key.form != NameForm::Name) continue;
    PersonName name = cut_name(profiles[i], i);
    if (!name.given.empty()) names.push_back(std::move(name));
  }
  const auto block_of = [](const PersonName& name) { return std::tuple(name.surname, name.given.front()); };
  std::ranges::sort(names, {}, [&](const PersonName& name) {
    return std::tuple_cat(block_of(name), std::tuple(name.profile));
  });
  ShorterNames shorter(classes);
  for (std::size_t i = 0, next = 0; i < names.size(); i = next) {
    while (next < names.size() && block_of(names[next]) == block_of(names[i])) ++next;
    shorter.join(
        {names.begin() + static_cast<std::ptrdiff_t>(i), names.begin() + static_cast<std::ptrdiff_t>(next)});
  }
}

void join_surnames(const ActorTable& table, ActorClasses& classes) {
  const auto& profiles = table.profiles;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> wanted;
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    if (profiles[i].key.form == NameForm::Surname && !is_generic_word(profiles[i].key.key))
      wanted[profiles[i].key.key].push_back(i);
  }
  if (wanted.empty()) return;
  std::map<std::string_view, std::vector<Bearer>> bearers;
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    if (!profiles[i].is_person() || profiles[i].key.form != NameForm::Name) continue;
    const PersonName name = cut_name(profiles[i], i);
    if (name.given.empty() || !wanted.contains(name.surname)) continue;
    std::vector<Bearer>& all = bearers[name.surname];
    const std::uint32_t root = classes.root_of(i);
    const auto known = std::ranges::find(all, root, &Bearer::root);
    Bearer& bearer = known != all.end() ? *known : all.emplace_back(Bearer{root, {}});
    bearer.documents.insert(bearer.documents.end(), profiles[i].documents.begin(),
                            profiles[i].documents.end());
  }
  const Stories stories(table, classes);
  for (auto& [surname, all] : bearers) {
    if (all.size() > kMostNames) continue;
    for (Bearer& bearer : all) std::ranges::sort(bearer.documents);
    for (const std::uint32_t bare : wanted.at(surname)) {
      const std::uint32_t document = profiles[bare].documents.front();
      const Bearer* found = nullptr;
      std::size_t fitting = 0;
      for (const Bearer& bearer : all) {
        if (std::ranges::binary_search(bearer.documents, document)) {
          // The document itself has such a person and did not mean it.
          fitting = 2;
          break;
        }
        const bool fits = bearer.documents.size() <= kMostDocuments &&
                          std::ranges::any_of(bearer.documents, [&](std::uint32_t other) {
                            return stories.are_one(document, other, bearer.root);
                          });
        if (!fits) continue;
        found = &bearer;
        ++fitting;
      }
      if (fitting == 1) {
        classes.join_into(
            bare, found->root,
            {LinkReason::Surname, "the only one of that surname in documents of the same story", 0.75});
      } else if (fitting > 1 && found != nullptr) {
        classes.refuse(bare, found->root, LinkReason::Surname,
                       "several of that surname in documents of the same story");
      }
    }
  }
}

}  // namespace actorgraph
