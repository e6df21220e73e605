#include "extract/name_matching.hpp"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "extract/word_list.hpp"

namespace actorgraph {
namespace {

bool is_suffix(std::string_view word) {
  return among(word, {"jr", "sr", "ii", "iii", "iv"});
}

bool is_company_form(std::string_view word) {
  return among(word, {"inc", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "plc", "ag",
                      "sa", "gmbh", "group", "holdings", "nv", "spa", "incorporated"});
}

// What a body holds, builds or writes is not the body: "X Science Fair".
bool is_named_after(std::string_view noun) {
  return among(noun, {"act",      "agreement", "airport", "arena",        "award",      "awards", "building",
                      "bridge",   "center",    "centre",  "championship", "conference", "cup",    "fair",
                      "festival", "forum",     "fund",    "games",        "hospital",   "hotel",  "law",
                      "league",   "museum",    "open",    "park",         "plan",       "prize",  "project",
                      "stadium",  "station",   "summit",  "theater",      "theatre",    "tower",  "treaty",
                      "trophy",   "university"});
}

// Words of a name that a person carries, "al assad" taken as "assad" where `bare`.
std::vector<std::string_view> person_words(std::span<const std::string> words) {
  std::vector<std::string_view> result;
  for (const std::string& word : words) {
    std::string_view view = word;
    if (is_suffix(view)) continue;
    if (view.starts_with("al ") || view.starts_with("el ")) view.remove_prefix(3);
    if (among(view, {"al", "el", "bin", "ibn", "-"})) continue;
    result.push_back(view);
  }
  return result;
}

template <class Words>
bool in_order(const Words& shorter, const Words& longer) {
  std::size_t at = 0;
  for (const auto& word : longer) {
    if (at < shorter.size() &&
        (shorter[at] == word || (shorter[at].size() == 1 && word.starts_with(shorter[at]))))
      ++at;
  }
  return at == shorter.size();
}

}  // namespace

bool is_short_person(std::span<const std::string> shorter, std::span<const std::string> longer) {
  const auto suffix = [](std::span<const std::string> words) {
    return !words.empty() && is_suffix(words.back()) ? std::string_view(words.back()) : std::string_view();
  };
  if (!suffix(shorter).empty() && suffix(shorter) != suffix(longer)) return false;  // father and son
  const auto small = person_words(shorter);
  const auto full = person_words(longer);
  if (small.empty() || full.empty() || small.size() > full.size()) return false;
  if (small.size() == 1) {
    if (small[0] == full.back() || (small[0] == full.front() && small[0].size() > 1)) return true;
    // The first of two surnames: "Samper" of "Ernesto Samper Pizano".
    return full.size() == 3 && small[0] == full[1] && small[0].size() > 2;
  }
  if (small.back() != full.back()) return false;
  if (in_order(small, full)) return true;
  // "George W Bush" and "George H W Bush" are two men; "George Bush" may be either.
  return false;
}

bool is_short_body(std::span<const std::string> shorter, std::span<const std::string> longer) {
  const auto without_form = [](std::span<const std::string> words) {
    while (words.size() > 1 && is_company_form(words.back())) words = words.first(words.size() - 1);
    return words;
  };
  const auto small = without_form(shorter);
  const auto full = without_form(longer);
  if (std::equal(small.begin(), small.end(), full.begin(), full.end())) return true;
  if (small.empty() || small.size() >= full.size()) return false;
  // The head stands before "of" or "for": "Ministry of Defence".
  const auto opens_tail = [](const std::string& word) { return word == "of" || word == "for"; };
  const auto head_end = std::find_if(full.begin() + 1, full.end(), opens_tail);
  const auto core = full.first(static_cast<std::size_t>(head_end - full.begin()));
  const bool tail = std::any_of(small.begin(), small.end(), opens_tail);
  // "Bursa" is no short form of "Chamber of Engineers of Bursa".
  if ((tail || head_end == full.end()) && small.back() == full.back() && in_order(small, full))
    return small[0].size() > 2;
  if (small.back() == core.back() && in_order(small, core)) return small.size() > 1 || core.size() == 1;
  return small.size() == 1 && small[0] == full.front() && small[0].size() > 4 && head_end == full.end() &&
         !is_named_after(full.back());
}

bool looks_like_acronym(std::string_view name) {
  std::size_t capitals = 0;
  for (const char c : name) {
    if (c == ' ' || (c >= 'a' && c <= 'z' && c != 's')) return false;
    if (c >= 'A' && c <= 'Z') ++capitals;
  }
  return capitals >= 2;
}

bool is_acronym_of(std::string_view acronym, std::span<const std::string> words) {
  if (!looks_like_acronym(acronym)) return false;
  std::string letters;
  for (const char c : acronym) {
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
  }
  std::string initials;
  std::string with_small;
  for (const std::string& phrase : words) {
    std::string_view rest = phrase;
    while (!rest.empty()) {
      const auto blank = std::min(rest.find(' '), rest.size());
      const auto word = rest.substr(0, blank);
      if (!word.empty()) {
        with_small += word[0];
        if (!among(word, {"of", "the", "and", "for", "in", "on", "to", "&", "de", "la"})) initials += word[0];
      }
      rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
  }
  return letters == initials || letters == with_small;
}

}  // namespace actorgraph
