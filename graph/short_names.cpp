#include "graph/short_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

#include "graph/generic_words.hpp"
#include "graph/person_words.hpp"

namespace actorgraph {
namespace {

// Blocks of more names than this are of surnames so common that nothing can be told from them.
constexpr std::size_t kMostNames = 150;
// So many of an actor's documents are looked at for the story of a bare name.
constexpr std::size_t kMostLooks = 100;

/// A person's name in its parts: "John F. Kennedy Jr".
struct PersonName {
  std::uint32_t profile = 0;
  std::vector<std::string_view> lead;   ///< initials before the first name: "W. Mark Lind"
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
  const auto first = std::ranges::find_if(words, [](std::string_view word) { return word.size() > 1; });
  if (first != words.end()) {
    name.lead.assign(words.begin(), first);
    words.erase(words.begin(), first);
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

bool agree_as_far(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  const std::size_t both = std::min(a.size(), b.size());
  return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(both), b.begin(), agree);
}

/// Whether the two may be names of one person: what both give agrees.
bool may_be_one(const PersonName& a, const PersonName& b) {
  if (a.surname != b.surname || (!a.suffix.empty() && !b.suffix.empty() && a.suffix != b.suffix))
    return false;
  return agree_as_far(a.given, b.given) && agree_as_far(a.lead, b.lead);
}

/// Whether `b` tells all that `a` does, and more.
bool is_shorter(const PersonName& a, const PersonName& b) {
  if (a.surname != b.surname || a.given.front().size() < 2 || a.given.front() != b.given.front())
    return false;
  if (a.given.size() > b.given.size() || (!a.suffix.empty() && a.suffix != b.suffix)) return false;
  if (a.lead.size() > b.lead.size() || !agree_as_far(a.lead, b.lead)) return false;
  bool less = a.given.size() < b.given.size() || a.suffix != b.suffix || a.lead.size() < b.lead.size();
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

/// An actor of several words that may be meant by the last one.
struct Bearer {
  std::uint32_t root = 0;
  bool is_person = false;
  std::vector<std::uint32_t> documents;  ///< by date
};

/// A body or company, whose last word may stand for it: "Hentzau Rovers". "Bank of Zenda" is no "Zenda".
bool may_lend_last_word(const ActorProfile& profile) {
  const NameClass kind = class_of(profile.kind);
  return profile.key.form == NameForm::Name && (kind == NameClass::Body || kind == NameClass::Company) &&
         looks_like_name(profile.name) && profile.name.find(" of ") == std::string_view::npos;
}

class LastWords {
 public:
  LastWords(const ActorTable& table, const SharedStories& stories, ActorClasses& classes)
      : profiles_(table.profiles), classes_(classes), stories_(stories) {}

  void join() {
    for (std::uint32_t i = 0; i < profiles_.size(); ++i) {
      if (is_bare(profiles_[i])) wanted_[profiles_[i].key.key].push_back(i);
    }
    for (std::uint32_t i = 0; i < profiles_.size(); ++i) add_bearer(i);
    for (auto& [word, all] : bearers_) {
      if (all.size() > kMostNames) continue;
      for (Bearer& bearer : all) stories_.sort_by_date(bearer.documents);
      const bool person = std::ranges::any_of(all, &Bearer::is_person);
      for (const std::uint32_t bare : wanted_.at(word)) {
        const bool surname = profiles_[bare].key.form == NameForm::Surname;
        join_one(bare, all, surname && person);
      }
    }
  }

 private:
  static bool is_bare(const ActorProfile& profile) {
    const std::string& key = profile.key.key;
    if (key.size() < 3 || key.find(' ') != std::string::npos || is_generic_word(key)) return false;
    if (profile.key.form == NameForm::Surname) return true;
    const NameClass kind = class_of(profile.kind);
    const bool capitals = std::ranges::none_of(profile.name, [](char c) { return c >= 'a' && c <= 'z'; });
    return (profile.key.form == NameForm::Name || profile.key.form == NameForm::Company) && !capitals &&
           profile.documents.size() <= kMostLooks && (kind == NameClass::Body || kind == NameClass::Company);
  }

  void add_bearer(std::uint32_t i) {
    const ActorProfile& profile = profiles_[i];
    const bool person = profile.is_person() && profile.key.form == NameForm::Name;
    std::string_view word;
    if (person) {
      const PersonName name = cut_name(profile, i);
      // "W. Mark" is a beginning of more.
      if (name.given.empty() || name.given.front().size() < 2) return;
      word = name.surname;
    } else {
      const std::vector<std::string_view> words = words_of(profile.key.key);
      if (words.size() < 2 || words.size() > 5 || !may_lend_last_word(profile)) return;
      word = words.back();
    }
    if (!wanted_.contains(word)) return;
    std::vector<Bearer>& all = bearers_[word];
    const std::uint32_t root = classes_.root_of(i);
    const auto known = std::ranges::find(all, root, &Bearer::root);
    Bearer& bearer = known != all.end() ? *known : all.emplace_back(Bearer{root, person, {}});
    bearer.documents.insert(bearer.documents.end(), profile.documents.begin(), profile.documents.end());
  }

  void join_one(std::uint32_t bare, const std::vector<Bearer>& all, bool person) {
    const Bearer* found = nullptr;
    bool other = false;
    for (const std::uint32_t document : profiles_[bare].documents) {
      const Bearer* here = nullptr;
      for (const Bearer& bearer : all) {
        if (bearer.is_person != person || bearer.root == classes_.root_of(bare)) continue;
        const bool same_document = std::ranges::find(bearer.documents, document) != bearer.documents.end();
        // A document that has such a person itself did not mean it.
        if (person && same_document) return;
        if (!same_document && !stories_.are_one(document, bearer.documents, bearer.root, kMostLooks))
          continue;
        other = other || here != nullptr;
        here = &bearer;
      }
      // All its documents have to mean the same.
      other = other || (found != nullptr && found != here);
      if (here == nullptr) return;
      found = here;
    }
    if (found == nullptr) return;
    const LinkReason reason = person ? LinkReason::Surname : LinkReason::ShorterName;
    if (other) {
      classes_.refuse(bare, found->root, reason, "several of that name in documents of the same story");
    } else {
      classes_.join_into(bare, found->root,
                         {reason, "the only one of that name in documents of the same story", 0.75});
    }
  }

  const std::vector<ActorProfile>& profiles_;
  ActorClasses& classes_;
  const SharedStories& stories_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> wanted_;
  std::map<std::string_view, std::vector<Bearer>> bearers_;
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

void join_nicknames(const ActorTable& table, const SharedStories& stories, ActorClasses& classes) {
  const auto& profiles = table.profiles;
  std::map<std::pair<std::string_view, std::string_view>, std::vector<PersonName>> blocks;
  std::set<std::string_view> wanted;  // surnames that stand behind a short form
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    const std::vector<std::string_view> words = words_of(profiles[i].key.key);
    if (profiles[i].is_person() && words.size() > 1 && family_of_given_name(words.front()).second) {
      wanted.insert(cut_name(profiles[i], i).surname);
    }
  }
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    if (!profiles[i].is_person() || profiles[i].key.form != NameForm::Name) continue;
    PersonName name = cut_name(profiles[i], i);
    if (name.given.empty() || !wanted.contains(name.surname)) continue;
    const std::string_view family = family_of_given_name(name.given.front()).first;
    blocks[{name.surname, family}].push_back(std::move(name));
  }
  for (const auto& [key, block] : blocks) {
    if (block.size() < 2 || block.size() > kMostNames) continue;
    for (const PersonName& name : block) {
      if (!family_of_given_name(name.given.front()).second) continue;
      std::set<std::uint32_t> found;
      for (const PersonName& other : block) {
        if (family_of_given_name(other.given.front()).second) continue;
        std::vector<std::uint32_t> documents = profiles[other.profile].documents;
        stories.sort_by_date(documents);
        const std::uint32_t root = classes.root_of(other.profile);
        if (std::ranges::any_of(profiles[name.profile].documents, [&](std::uint32_t document) {
              return stories.are_one(document, documents, root, kMostLooks);
            })) {
          found.insert(root);
        }
      }
      if (found.size() != 1) continue;
      classes.join_into(
          name.profile, *found.begin(),
          {LinkReason::ShorterName, "a short form of the given name, in documents of the same story", 0.8});
    }
  }
}

void join_last_words(const ActorTable& table, const SharedStories& stories, ActorClasses& classes) {
  LastWords(table, stories, classes).join();
}

}  // namespace actorgraph
