// A data folder whose lists of names are empty, to be filled by a test.
#pragma once

#include <filesystem>

#include "tests/language/temporary_folder.hpp"

namespace actorgraph {

inline void save_empty_lists(const TemporaryFolder& folder) {
  std::filesystem::create_directories(folder.file("gazetteer"));
  std::filesystem::create_directories(folder.file("actors"));
  for (const char* list :
       {"gazetteer/given_names.tsv", "gazetteer/surnames.tsv", "gazetteer/cities.tsv",
        "gazetteer/regions.tsv", "gazetteer/titles.tsv", "gazetteer/org_words.tsv",
        "gazetteer/organisations.tsv", "gazetteer/other_names.tsv", "actors/countries.tsv",
        "actors/communities.tsv", "actors/people.tsv", "actors/organisations.tsv", "actors/churches.tsv",
        "actors/groups.tsv", "actors/parties.tsv", "actors/companies.tsv", "actors/media.tsv"}) {
    write_bytes(folder.file(list), "# a list\n");
  }
}

}  // namespace actorgraph
