#include "language/training/name_lists.hpp"

#include <algorithm>
#include <fstream>

#include "records/error.hpp"

namespace actorgraph {
namespace {

using Class = GazetteerClass;
using Columns = std::vector<std::string_view>;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// Calls `on_row` with the columns of each row; missing ones are empty.
template <class Function>
void for_each_row(const std::string& path, Function on_row) {
  constexpr std::size_t kColumns = 6;
  std::ifstream in(path);
  if (!in) throw IoError(path + ": cannot be opened for reading");
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    Columns columns = split(line, '\t');
    columns.resize(std::max(columns.size(), kColumns));
    on_row(columns);
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

std::vector<std::string_view> words_of_name(std::string_view name) {
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

void for_each_listed_name(const std::string& data_dir,
                          const std::function<void(const ListedName&)>& on_name) {
  const auto add = [&](std::string_view names, Class name_class, bool is_facility = false) {
    for (const std::string_view name : split(names, '|')) {
      if (!name.empty()) on_name({name.substr(0, name.find(" (")), name_class, is_facility});
    }
  };
  const auto add_names = [&](const char* file, Class name_class) {
    for_each_row(data_dir + "/gazetteer/" + file,
                 [&](const Columns& columns) { add(columns[0], name_class); });
  };
  add_names("given_names.tsv", Class::GivenName);
  add_names("surnames.tsv", Class::Surname);
  add_names("cities.tsv", Class::City);
  add_names("regions.tsv", Class::Region);
  add_names("titles.tsv", Class::Title);
  for_each_row(data_dir + "/gazetteer/organisations.tsv", [&](const Columns& columns) {
    add(columns[0], class_of_organisation(columns[1]), columns[1] == "facility");
  });
  for_each_row(data_dir + "/gazetteer/org_words.tsv",
               [&](const Columns& columns) { add(columns[0], class_of_org_word(columns[1])); });
  for_each_row(data_dir + "/actors/countries.tsv", [&](const Columns& columns) {
    add(columns[1], Class::Country);
    add(columns[2], Class::Demonym);
    add(columns[3], Class::Demonym);
    add(columns[4], Class::City);
    add(columns[5], Class::Country);
  });
  const auto add_actors = [&](const char* file, Class name_class) {
    for_each_row(data_dir + "/actors/" + file, [&](const Columns& columns) {
      add(columns[0], name_class);
      add(columns[3], name_class);
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
}

}  // namespace actorgraph
