#include "extract/lexicon.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "records/error.hpp"

using namespace actorgraph;

namespace {

const std::string kData = ACTORGRAPH_SOURCE_DIR "/data";

// A copy of the lexicon with one file changed.
std::string data_with(const std::string& file, const std::string& contents) {
  const auto root = std::filesystem::temp_directory_path() / "actorgraph_lexicon_test";
  std::filesystem::remove_all(root);
  std::filesystem::create_directories(root);
  std::filesystem::copy(kData + "/lexicon", root / "lexicon");
  std::ofstream(root / "lexicon" / file, std::ios::binary) << contents;
  return root.string();
}

std::string error_of(const std::string& data_dir) {
  try {
    (void)Lexicon::load(data_dir);
  } catch (const Error& error) {
    return std::string(error.what()).substr(data_dir.size());
  }
  return "";
}

}  // namespace

TEST_CASE("words are found with what the tables say of them") {
  const Lexicon lexicon = Lexicon::load(kData);
  REQUIRE(lexicon.find_event_noun("invasion") != nullptr);
  CHECK(lexicon.find_event_noun("invasion")->verb == "invade");
  CHECK(lexicon.find_event_noun("arrest")->frame == EventFrame::Patient);
  CHECK(lexicon.find_event_noun("table") == nullptr);
  CHECK(lexicon.find_light_verb("take part in")->preposition == "in");
  CHECK(lexicon.find_subject_control("try")->outcome == Outcome::Attempted);
  CHECK(lexicon.find_object_control("prevent")->outcome == Outcome::Negated);
  CHECK(lexicon.find_content_noun("threat") == Outcome::Threatened);
  CHECK(lexicon.find_speech_verb("say") == SpeechKind::Speech);
  CHECK(lexicon.find_idiom("set", "", "fire")->front() == "to");
  CHECK(lexicon.links("believe", "in"));
  CHECK_FALSE(lexicon.links("eat", "in"));
}

TEST_CASE("a damaged table is named with its line") {
  CHECK(error_of(data_with("content_nouns.tsv", "# nouns\nplan\tplanned\nhope\n")) ==
        "/lexicon/content_nouns.tsv:3: \"hope\" has 1 columns, expected 2");
  CHECK(error_of(data_with("content_nouns.tsv", "hope\tmaybe\n")) ==
        "/lexicon/content_nouns.tsv:1: \"maybe\" is none of asserted, attempted, planned, threatened, "
        "demanded, "
        "possible, negated, alleged");
  CHECK(error_of(kData + "/absent") ==
        "/lexicon/event_nouns.tsv: cannot be read; is the data folder complete?");
}
