#include "language/training/gazetteer_builder.hpp"

#include <map>
#include <string_view>

#include "language/token_features.hpp"
#include "language/training/name_lists.hpp"

namespace actorgraph {
namespace {

using Class = GazetteerClass;

/// Titles and words that head names, which are common words themselves.
bool is_common(Class name_class) {
  return name_class == Class::Title || name_class == Class::BusinessWord || name_class == Class::BodyWord ||
         name_class == Class::FacilityWord || name_class == Class::EventWord;
}

bool is_personal(Class name_class) {
  return name_class == Class::GivenName || name_class == Class::Surname || name_class == Class::Person;
}

}  // namespace

GazetteerTable build_gazetteer(const std::string& data_dir,
                               const std::unordered_set<std::uint64_t>& common_words) {
  const auto counts_in_any_case = [&](const std::vector<std::string_view>& words, Class name_class) {
    if (is_common(name_class)) return true;
    if (is_personal(name_class)) return false;
    return words.size() > 1 || (words[0].size() > 3 && !common_words.contains(word_hash(words[0])));
  };
  std::map<std::uint64_t, GazetteerEntry> entries;
  for_each_listed_name(data_dir, [&](const ListedName& listed) {
    const std::vector<std::string_view> words = words_of_name(listed.name);
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      hash = extend_hash(hash, word_hash(words[i]));
      GazetteerEntry& entry = entries[hash];
      if (i + 1 < words.size()) {
        entry.flags |= GazetteerEntry::kBeginsLonger;
        continue;
      }
      entry.classes |= bit_of(listed.name_class);
      if (counts_in_any_case(words, listed.name_class)) entry.flags |= GazetteerEntry::kAnyCase;
    }
  });
  GazetteerTable table;
  for (const auto& [key, entry] : entries) {
    table.keys.push_back(key);
    table.entries.push_back(entry);
  }
  return table;
}

}  // namespace actorgraph
