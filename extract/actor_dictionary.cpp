#include "extract/actor_dictionary.hpp"

#include <algorithm>
#include <array>

#include "extract/fold_name.hpp"
#include "extract/world_table.hpp"

namespace actorgraph {
namespace {

constexpr std::uint32_t kMostBetween = 2;  // words between two words that a blank joins

// What makes an adjective or the name of a people from a stem: "Bulgar-ian", "Zenda-n".
constexpr std::array<std::string_view, 10> kSuffixes = {"ians", "ian", "eans", "ean", "ans",
                                                        "an",   "ns",  "n",    "ese", "ish"};
constexpr std::size_t kLeastStem = 4;

struct FoldedWord {
  std::string text;
  std::uint32_t word = 0;  // index of the word that it is part of
  bool opens = false;      // it is the first part of that word
  bool closes = false;
  bool capital = false;
};

std::vector<FoldedWord> fold_words(std::span<const std::string> words) {
  std::vector<FoldedWord> folded;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    std::string text = fold_name(words[i]);
    if (text.ends_with("'s")) text.resize(text.size() - 2);
    while (!text.empty() && text.back() == '\'') text.pop_back();
    if (text.empty()) continue;
    const bool capital = count_capitals(words[i]) > 0;
    std::size_t begin = 0;
    while (begin <= text.size()) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      folded.push_back({text.substr(begin, end - begin), i, begin == 0, end == text.size(), capital});
      begin = end + 1;
    }
  }
  return folded;
}

}  // namespace

void ActorDictionary::add_name(std::string_view written, std::uint32_t record) {
  Name name;
  name.record = record;
  name.stem = records_[record].kind == DictionaryKind::Actor && !written.ends_with('_');
  std::string word;
  const auto close_word = [&](bool loose) {
    std::string folded = fold_name(word);
    word.clear();
    std::size_t begin = 0;
    while (begin < folded.size()) {  // a hyphen within makes two
      const std::size_t end = std::min(folded.find(' ', begin), folded.size());
      name.words.push_back(folded.substr(begin, end - begin));
      name.loose.push_back(false);
      begin = end + 1;
    }
    if (!name.loose.empty() && loose) name.loose.back() = true;
  };
  for (const char c : written) {
    if (c == ' ' || c == '\t' || c == '_') {
      close_word(c != '_');
    } else {
      word += c;
    }
  }
  close_word(false);
  if (name.words.size() > 1 && name.words.front() == "the") {  // a phrase comes without its article
    name.words.erase(name.words.begin());
    name.loose.erase(name.loose.begin());
  }
  if (name.words.empty()) return;
  name.stem = name.stem && name.words.size() == 1;
  auto& names = index_[name.words.front()];
  const auto shorter = [&](const Name& other) { return other.words.size() < name.words.size(); };
  names.insert(std::find_if(names.begin(), names.end(), shorter), std::move(name));
}

const std::string* ActorDictionary::find_code(const Record& record, std::optional<Date> when) {
  const std::string* undated = nullptr;
  for (const DatedCode& coded : record.codes) {
    if (!coded.from && !coded.to) {
      if (undated == nullptr) undated = &coded.code;
      continue;
    }
    if (when && (!coded.from || *coded.from <= *when) && (!coded.to || *when <= *coded.to))
      return &coded.code;
  }
  return undated;
}

std::vector<DictionaryMatch> ActorDictionary::find(std::span<const std::string> words,
                                                   std::optional<Date> when) const {
  std::vector<DictionaryMatch> matches;
  if (index_.empty()) return matches;
  const std::vector<FoldedWord> folded = fold_words(words);

  // One past the last part that `name` takes from `at` on; 0 where it does not stand there.
  const auto reach = [&](const Name& name, std::size_t at) -> std::size_t {
    bool capital = folded[at].capital;
    std::size_t next = at + 1;
    for (std::size_t i = 1; i < name.words.size(); ++i) {
      std::size_t found = next;
      const std::size_t last = next + (name.loose[i - 1] ? kMostBetween : 0U);
      while (found < folded.size() && found <= last && folded[found].text != name.words[i]) ++found;
      if (found >= folded.size() || found > last) return 0;
      capital = capital || folded[found].capital;
      next = found + 1;
    }
    if (!folded[next - 1].closes) return 0;
    return capital || records_[name.record].kind != DictionaryKind::Actor ? next : 0;
  };
  const auto match_at = [&](std::size_t at) -> std::size_t {
    const auto take = [&](const Name& name, std::size_t end) {
      const Record& record = records_[name.record];
      const std::string* code = find_code(record, when);
      if (code == nullptr) return false;
      matches.push_back({folded[at].word, folded[end - 1].word + 1, record.kind, *code});
      return true;
    };
    if (const auto found = index_.find(folded[at].text); found != index_.end()) {
      for (const Name& name : found->second) {
        const std::size_t end = reach(name, at);
        if (end > at && take(name, end)) return end;
      }
    }
    if (!folded[at].capital || !folded[at].closes) return at;
    for (const auto suffix : kSuffixes) {
      const std::string& text = folded[at].text;
      if (!text.ends_with(suffix) || text.size() < kLeastStem + suffix.size()) continue;
      const auto found = index_.find(text.substr(0, text.size() - suffix.size()));
      if (found == index_.end()) continue;
      for (const Name& name : found->second) {
        if (name.stem && take(name, at + 1)) return at + 1;
      }
    }
    return at;
  };
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = folded[at].opens ? match_at(at) : at;
    at = end > at ? end : at + 1;
  }
  return matches;
}

}  // namespace actorgraph
