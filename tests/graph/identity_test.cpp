#include "graph/identity.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace actorgraph;

namespace {

constexpr DocumentId kFirst{1};
constexpr DocumentId kSecond{2};

struct NameRow {
  std::string name;
  std::string_view key;
};

}  // namespace

TEST_CASE("names are folded to keys") {
  const NameRow rows[] = {
      {"Taliban", "taliban"},
      {"The Taliban's", "taliban"},
      {"the Taliban’s", "taliban"},
      {"TALIBAN", "taliban"},
      {"  Red   Cross \n", "red cross"},
      {"ISIS-K", "isis k"},
      {"U.S.", "us"},
      {"U.S", "us"},
      {"US", "us"},
      {"U.S.-led coalition", "us led coalition"},
      {"J. K. Rowling", "jk rowling"},
      {"J.K. Rowling", "jk rowling"},
      {"St. Petersburg", "st petersburg"},
      {"A.Smith", "a smith"},
      {"José Núñez", "jose nunez"},
      {"Jose\u0301 Nu\u0301n\u0303ez", "jose nunez"},
      {"Łódź", "lodz"},
      {"Straße", "strasse"},
      {"Møller–Mærsk", "moller maersk"},
      {"Владимир Путин", "vladimir putin"},
      {"Αθήνα", "athena"},
      {"Ｋｙｉｖ", "kyiv"},
      {"Shi'ite militia", "shiite militia"},
      {"Shi’ite militia", "shiite militia"},
      {"Kurdistan Workers' Party", "kurdistan workers party"},
      {"Russia 's", "russia"},
      {"Johnson & Johnson", "johnson and johnson"},
      {"Mr. Smith", "smith"},
      {"President Vladimir Putin", "vladimir putin"},
      {"the Prime Minister Imran Khan", "imran khan"},
      {"Gen. Qassem Soleimani", "qassem soleimani"},
      {"President of Russia", "president of russia"},
      {"Prime Minister's Office", "prime minister office"},
      {"President", "president"},
      {"Prime Minister", "prime minister"},
      {"General Motors", "general motors"},
      {"The", "the"},
      {"A. Smith", "a smith"},
      {"zero\u200Bwidth", "zerowidth"},
      {"Kabul,\u00A0Afghanistan", "kabul afghanistan"},
      {"G7", "g7"},
      {"9/11", "9 11"},
      {"!!!", "!!!"},
      {" — ", "—"},
      {"", ""},
      {" \t\n", ""},
  };
  for (const NameRow& row : rows) {
    CAPTURE(row.name);
    CHECK(normalise_name(row.name) == row.key);
  }
}

TEST_CASE("bytes that are not UTF-8 do no harm") {
  CHECK(normalise_name("Kabul\xFF\xFE") == "kabul");
  CHECK(normalise_name("Jos\xE9 Kabul") == "jos kabul");
  CHECK(normalise_name("\xF0\x9F\x92\xA3 Kabul \xF0\x9F\x92\xA3") == "kabul");
}

TEST_CASE("a description has no word that must be a name's") {
  for (const char* name : {"police",
                           "the group",
                           "protesters",
                           "a hotel",
                           "Police",
                           "Security forces",
                           "Anti-government protesters",
                           "The police",
                           "A hotel",
                           "20th century",
                           "two men",
                           "15 people",
                           "They",
                           "I",
                           "We",
                           "It",
                           "9/11",
                           "1990s",
                           "Authorities",
                           "Residents",
                           "Foreign Ministry",
                           "Government Troops",
                           "the Prime Minister",
                           "Militiamen"}) {
    CAPTURE(name);
    CHECK(is_description(name) == (std::string_view(name) != "Militiamen"));
  }
  for (const char* name : {"Kabul police", "Russian forces", "ISIS-K", "US", "G7", "Covid19", "iPhone",
                           "anti-Russian propaganda", "Security Council", "POLICE", "Łódź", "習近平",
                           "the Taliban", "Afghan Foreign Ministry", "Georgia", "al-Qaida", "de Gaulle"}) {
    CAPTURE(name);
    CHECK_FALSE(is_description(name));
  }
}

TEST_CASE("a name is one node in all documents, a description one in each") {
  CHECK(make_actor_id("ISIS-K", kFirst) == make_actor_id("ISIS-K", kSecond));
  CHECK(make_actor_id("The Taliban's", kFirst) == make_actor_id("TALIBAN", kSecond));
  CHECK(make_actor_id("police", kFirst) == make_actor_id("the police", kFirst));
  CHECK(make_actor_id("Police", kFirst) == make_actor_id("police", kFirst));
  CHECK(make_actor_id("police", kFirst) != make_actor_id("police", kSecond));
  CHECK(make_actor_id("US", kFirst) != make_actor_id("us", kFirst));
  CHECK(make_actor_id("", kFirst).is_none());
  CHECK(make_actor_id(" \n", kFirst).is_none());
  CHECK_FALSE(make_actor_id("—", kFirst).is_none());
}

TEST_CASE("an unresolved pronoun is no node") {
  for (const char* pronoun : {"it", "They", "We", "I", "nobody", "Those", "us"}) {
    CAPTURE(pronoun);
    CHECK(make_actor_id(pronoun, DocumentId{1}).is_none());
  }
  for (const char* name : {"US", "IT", "Itali", "Its chief executive"}) {
    CAPTURE(name);
    CHECK_FALSE(make_actor_id(name, DocumentId{1}).is_none());
  }
}

TEST_CASE("ids are the same on every machine") {
  CHECK(to_string(make_actor_id("ISIS-K", kFirst)) == "a9888a65e28db33bb");
}

TEST_CASE("subject, object and speaker are resolved, by the document's name for them") {
  Claim claim;
  claim.document = kFirst;
  claim.subject.text = "the group";
  claim.subject.actor = "ISIS-K";
  claim.object = Participant{};
  claim.object->text = "Russia";
  claim.attributed_to = Participant{};
  claim.attributed_to->text = "officials";
  std::vector<Claim> claims{claim, Claim{}};
  resolve_actors(claims);
  CHECK(claims[0].subject.id == make_actor_id("ISIS-K", kSecond));
  CHECK(claims[0].object->id == make_actor_id("Russia", kSecond));
  CHECK(claims[0].attributed_to->id == make_actor_id("officials", kFirst));
  CHECK(claims[1].subject.id.is_none());
}
