#include "language/training/gazetteer_builder.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <string_view>

#include "language/token_features.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

using Class = GazetteerClass;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// The words of a name as the tokeniser divides them: a possessive stands by itself.
std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (const std::string_view word : split(name, ' ')) {
    if (word.empty()) continue;
    if (word.size() > 2 && word.substr(word.size() - 2) == "'s") {
      words.push_back(word.substr(0, word.size() - 2));
      words.push_back(word.substr(word.size() - 2));
    } else {
      words.push_back(word);
    }
  }
  return words;
}

/// Titles and words that head names, which are common words themselves.
bool is_common(Class name_class) {
  return name_class == Class::Title || name_class == Class::BusinessWord || name_class == Class::BodyWord ||
         name_class == Class::FacilityWord || name_class == Class::EventWord;
}

bool is_personal(Class name_class) {
  return name_class == Class::GivenName || name_class == Class::Surname || name_class == Class::Person;
}

class Builder {
 public:
  explicit Builder(const std::unordered_set<std::uint64_t>& common_words) : common_words_(common_words) {}

  /// `names` may be several, separated by |. What stands in brackets tells namesakes apart and is no part of
  /// a name.
  void add(std::string_view names, Class name_class) {
    for (const std::string_view name : split(names, '|')) {
      const std::vector<std::string_view> words = words_of(name.substr(0, name.find(" (")));
      std::uint64_t hash = 0;
      for (std::size_t i = 0; i < words.size(); ++i) {
        hash = extend_hash(hash, word_hash(words[i]));
        GazetteerEntry& entry = entries_[hash];
        if (i + 1 < words.size()) {
          entry.flags |= GazetteerEntry::BeginsLonger;
          continue;
        }
        entry.classes |= bit_of(name_class);
        if (counts_in_any_case(words, name_class)) entry.flags |= GazetteerEntry::AnyCase;
      }
    }
  }

  [[nodiscard]] GazetteerTable finish() const {
    GazetteerTable table;
    for (const auto& [key, entry] : entries_) {
      table.keys.push_back(key);
      table.entries.push_back(entry);
    }
    return table;
  }

 private:
  [[nodiscard]] bool counts_in_any_case(const std::vector<std::string_view>& words, Class name_class) const {
    if (is_common(name_class)) return true;
    if (is_personal(name_class)) return false;
    return words.size() > 1 || (words[0].size() > 3 && !common_words_.contains(word_hash(words[0])));
  }

  const std::unordered_set<std::uint64_t>& common_words_;
  std::map<std::uint64_t, GazetteerEntry> entries_;
};

/// Calls `add_row` with the columns of each row; missing ones are empty.
template <class Function>
void for_each_row(const std::string& path, Function add_row) {
  std::ifstream in(path);
  if (!in) throw IoError(path + ": cannot be opened for reading");
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string_view> columns = split(line, '\t');
    columns.resize(std::max<std::size_t>(columns.size(), 6));
    add_row(columns);
  }
}

Class class_of_organisation(std::string_view kind) {
  if (kind == "company" || kind == "media") return Class::Company;
  if (kind == "party") return Class::Party;
  if (kind == "armed group") return Class::ArmedGroup;
  return kind == "facility" ? Class::Region : Class::Organisation;
}

Class class_of_org_word(std::string_view kind) {
  if (kind == "facility") return Class::FacilityWord;
  if (kind == "event") return Class::EventWord;
  const bool is_business = kind == "company" || kind == "media" || kind == "sports";
  return is_business ? Class::BusinessWord : Class::BodyWord;
}

}  // namespace

GazetteerTable build_gazetteer(const std::string& data_dir,
                               const std::unordered_set<std::uint64_t>& common_words) {
  using Columns = std::vector<std::string_view>;
  Builder builder(common_words);
  const auto add_names = [&](const char* file, Class name_class) {
    for_each_row(data_dir + "/gazetteer/" + file,
                 [&](const Columns& columns) { builder.add(columns[0], name_class); });
  };
  add_names("given_names.tsv", Class::GivenName);
  add_names("surnames.tsv", Class::Surname);
  add_names("cities.tsv", Class::City);
  add_names("regions.tsv", Class::Region);
  add_names("titles.tsv", Class::Title);
  for_each_row(data_dir + "/gazetteer/organisations.tsv",
               [&](const Columns& columns) { builder.add(columns[0], class_of_organisation(columns[1])); });
  for_each_row(data_dir + "/gazetteer/org_words.tsv",
               [&](const Columns& columns) { builder.add(columns[0], class_of_org_word(columns[1])); });
  for_each_row(data_dir + "/actors/countries.tsv", [&](const Columns& columns) {
    builder.add(columns[1], Class::Country);
    builder.add(columns[2], Class::Demonym);
    builder.add(columns[3], Class::Demonym);
    builder.add(columns[4], Class::City);
    builder.add(columns[5], Class::Country);
  });
  const auto add_actors = [&](const char* file, Class name_class) {
    for_each_row(data_dir + "/actors/" + file, [&](const Columns& columns) {
      builder.add(columns[0], name_class);
      builder.add(columns[3], name_class);
    });
  };
  add_actors("communities.tsv", Class::Demonym);
  add_actors("people.tsv", Class::Person);
  add_actors("organisations.tsv", Class::Organisation);
  add_actors("churches.tsv", Class::Organisation);
  add_actors("groups.tsv", Class::ArmedGroup);
  add_actors("parties.tsv", Class::Party);
  add_actors("companies.tsv", Class::Company);
  add_actors("media.tsv", Class::Company);
  return builder.finish();
}

}  // namespace actorgraph
