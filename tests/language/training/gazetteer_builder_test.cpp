#include "language/training/gazetteer_builder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "language/token_features.hpp"
#include "records/error.hpp"
#include "tests/language/temporary_folder.hpp"
#include "tests/language/training/listed_names.hpp"

using namespace actorgraph;

namespace {

GazetteerClasses classes_of(const GazetteerTable& table, const std::vector<std::string>& words) {
  std::vector<GazetteerWord> found;
  for (const std::string& word : words) found.push_back({word_hash(word), true});
  std::vector<GazetteerClasses> classes(words.size());
  Gazetteer(table.keys, table.entries).look_up(found, classes);
  return classes.at(0);
}

}  // namespace

TEST_CASE("every list gives its names a class") {
  const TemporaryFolder folder;
  save_empty_lists(folder);
  write_bytes(folder.file("gazetteer/given_names.tsv"), "# a comment\nRudolf\tm\n");
  write_bytes(folder.file("gazetteer/cities.tsv"), "Zenda\tRUR\tcity\nHentzau Bad\tRUR\tcity\n");
  write_bytes(folder.file("gazetteer/org_words.tsv"),
              "ministry\tgovernment\nairways\tcompany\nairport\tfacility\n");
  write_bytes(folder.file("actors/countries.tsv"),
              "RUR\tRuritania\tRuritanian\tRuritanian|Ruritanians\tStrelsau\tKingdom of Ruritania\n");
  write_bytes(folder.file("actors/parties.tsv"),
              "Blue Front (Ruritania)\tparty\tRURPTY\tBlues|People's Front\n");
  write_bytes(folder.file("gazetteer/other_names.tsv"), "Strelsau Accords\ttreaty\n");
  const GazetteerTable table = build_gazetteer(folder.path(), {});
  CHECK(classes_of(table, {"Strelsau", "Accords"}) == bit_of(GazetteerClass::Other));
  CHECK(std::is_sorted(table.keys.begin(), table.keys.end()));
  CHECK(classes_of(table, {"Rudolf"}) == bit_of(GazetteerClass::GivenName));
  CHECK(classes_of(table, {"Zenda"}) == bit_of(GazetteerClass::City));
  CHECK(classes_of(table, {"Hentzau", "Bad"}) == bit_of(GazetteerClass::City));
  CHECK(classes_of(table, {"Hentzau"}) == 0);
  CHECK(classes_of(table, {"Ministry"}) == bit_of(GazetteerClass::BodyWord));
  CHECK(classes_of(table, {"Airways"}) == bit_of(GazetteerClass::BusinessWord));
  CHECK(classes_of(table, {"Airport"}) == bit_of(GazetteerClass::FacilityWord));
  CHECK(classes_of(table, {"Ruritania"}) == bit_of(GazetteerClass::Country));
  CHECK(classes_of(table, {"Kingdom", "of", "Ruritania"}) == bit_of(GazetteerClass::Country));
  CHECK(classes_of(table, {"Ruritanians"}) == bit_of(GazetteerClass::Demonym));
  CHECK(classes_of(table, {"Strelsau"}) == bit_of(GazetteerClass::City));
  CHECK(classes_of(table, {"Blue", "Front"}) == bit_of(GazetteerClass::PoliticalGroup));
  CHECK(classes_of(table, {"Blues"}) == bit_of(GazetteerClass::PoliticalGroup));
  CHECK(classes_of(table, {"People", "'s", "Front"}) == bit_of(GazetteerClass::PoliticalGroup));
}

TEST_CASE("places and organisations count in any case unless they are common words, people never do") {
  const TemporaryFolder folder;
  save_empty_lists(folder);
  write_bytes(folder.file("gazetteer/cities.tsv"),
              "Zenda\tRUR\tcity\nSplit\tHRV\tcity\nBad Split\tHRV\tcity\n");
  write_bytes(folder.file("gazetteer/given_names.tsv"), "Rudolf\tm\n");
  write_bytes(folder.file("gazetteer/titles.tsv"), "Captain\tu\tmilitary\n");
  write_bytes(folder.file("gazetteer/organisations.tsv"), "Zenda Ferries\tcompany\tRUR\nZFO\tparty\tRUR\n");
  const GazetteerTable table = build_gazetteer(folder.path(), {word_hash("split")});
  const Gazetteer gazetteer(table.keys, table.entries);
  const auto classes_of_lower = [&](const std::vector<std::string>& words) {
    std::vector<GazetteerWord> found;
    for (const std::string& word : words) found.push_back({word_hash(word), false});
    std::vector<GazetteerClasses> classes(words.size());
    gazetteer.look_up(found, classes);
    return classes.back();
  };
  CHECK(classes_of_lower({"zenda"}) == bit_of(GazetteerClass::City));
  CHECK(classes_of_lower({"split"}) == 0);
  CHECK(classes_of_lower({"bad", "split"}) == bit_of(GazetteerClass::City));
  CHECK(classes_of_lower({"rudolf"}) == 0);
  CHECK(classes_of_lower({"zfo"}) == 0);
  CHECK(classes_of_lower({"captain"}) == bit_of(GazetteerClass::Title));
  CHECK(classes_of_lower({"zenda", "ferries"}) == bit_of(GazetteerClass::Company));
  CHECK(classes_of(table, {"ZFO"}) == bit_of(GazetteerClass::PoliticalGroup));
}

TEST_CASE("a list that is missing is named") {
  const TemporaryFolder folder;
  save_empty_lists(folder);
  std::filesystem::remove(folder.file("actors/media.tsv"));
  CHECK_THROWS_WITH_AS((void)build_gazetteer(folder.path(), {}),
                       (folder.path() + "/actors/media.tsv: cannot be opened for reading").c_str(), IoError);
}
