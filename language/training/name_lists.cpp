#include "language/training/name_lists.hpp"

#include <algorithm>
#include <array>
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
  if (kind == "party" || kind == "armed group") return Class::PoliticalGroup;
  return kind == "facility" ? Class::Region : Class::Organisation;
}

Class class_of_org_word(std::string_view kind) {
  if (kind == "facility") return Class::FacilityWord;
  if (kind == "event") return Class::EventWord;
  const bool is_business = kind == "company" || kind == "media" || kind == "sports";
  return is_business ? Class::BusinessWord : Class::BodyWord;
}

/// Nature is LOC, what is governed GPE; a "region" or an "area" may be either.
std::optional<NameType> type_of_region(std::string_view kind) {
  constexpr std::array<std::string_view, 22> kNatural = {
      "river",  "mountain", "mountains", "island", "islands", "sea",      "lake",    "desert",
      "strait", "valley",   "gulf",      "ocean",  "bay",     "cape",     "channel", "peninsula",
      "canal",  "plateau",  "forest",    "coast",  "range",   "continent"};
  constexpr std::array<std::string_view, 14> kGoverned = {
      "province", "state",      "county",       "governorate", "district", "oblast", "department",
      "canton",   "prefecture", "municipality", "republic",    "krai",     "raion",  "settlement"};
  if (std::find(kNatural.begin(), kNatural.end(), kind) != kNatural.end()) return NameType::Loc;
  if (std::find(kGoverned.begin(), kGoverned.end(), kind) != kGoverned.end()) return NameType::Gpe;
  return {};
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
  const auto add = [&](std::string_view names, Class name_class, std::optional<NameType> type) {
    for (const std::string_view name : split(names, '|')) {
      if (!name.empty()) on_name({name.substr(0, name.find(" (")), name_class, type});
    }
  };
  const auto add_names = [&](const char* file, Class name_class, std::optional<NameType> type) {
    for_each_row(data_dir + "/gazetteer/" + file,
                 [&](const Columns& columns) { add(columns[0], name_class, type); });
  };
  add_names("given_names.tsv", Class::GivenName, NameType::Person);
  add_names("surnames.tsv", Class::Surname, NameType::Person);
  add_names("cities.tsv", Class::City, NameType::Gpe);
  for_each_row(data_dir + "/gazetteer/regions.tsv",
               [&](const Columns& columns) { add(columns[0], Class::Region, type_of_region(columns[2])); });
  add_names("titles.tsv", Class::Title, std::nullopt);
  for_each_row(data_dir + "/gazetteer/organisations.tsv", [&](const Columns& columns) {
    const NameType type = columns[1] == "facility" ? NameType::Fac : NameType::Org;
    add(columns[0], class_of_organisation(columns[1]), type);
  });
  for_each_row(data_dir + "/gazetteer/other_names.tsv", [&](const Columns& columns) {
    add(columns[0], Class::Other, columns[1] == "event" ? NameType::Event : NameType::Misc);
  });
  for_each_row(data_dir + "/gazetteer/org_words.tsv",
               [&](const Columns& columns) { add(columns[0], class_of_org_word(columns[1]), std::nullopt); });
  for_each_row(data_dir + "/actors/countries.tsv", [&](const Columns& columns) {
    add(columns[1], Class::Country, NameType::Gpe);
    add(columns[2], Class::Demonym, NameType::Norp);
    add(columns[3], Class::Demonym, NameType::Norp);
    add(columns[4], Class::City, NameType::Gpe);
    add(columns[5], Class::Country, NameType::Gpe);
  });
  const auto add_actors = [&](const char* file, Class name_class, std::optional<NameType> type) {
    for_each_row(data_dir + "/actors/" + file, [&](const Columns& columns) {
      add(columns[0], name_class, type);
      add(columns[3], name_class, type);
    });
  };
  add_actors("communities.tsv", Class::Demonym, NameType::Norp);
  add_actors("people.tsv", Class::Person, std::nullopt);
  add_actors("organisations.tsv", Class::Organisation, NameType::Org);
  add_actors("churches.tsv", Class::Organisation, NameType::Org);
  add_actors("groups.tsv", Class::PoliticalGroup, NameType::Org);
  add_actors("parties.tsv", Class::PoliticalGroup, NameType::Org);
  add_actors("companies.tsv", Class::Company, NameType::Org);
  add_actors("media.tsv", Class::Company, NameType::Org);
}

}  // namespace actorgraph
