#include "extract/event_lexicon.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "records/error.hpp"

using namespace actorgraph;

namespace {

namespace fs = std::filesystem;

const EventLexicon& shipped() {
  static const EventLexicon kLexicon = EventLexicon::load(ACTORGRAPH_SOURCE_DIR "/data");
  return kLexicon;
}

// The message of loading a copy of the tables in which one file is `text`.
std::string message_of(const std::string& file, const std::string& text) {
  const fs::path folder = fs::temp_directory_path() / ("actorgraph-events-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  fs::copy(ACTORGRAPH_SOURCE_DIR "/data/events", folder / "events",
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  std::ofstream(folder / "events" / file) << text;
  std::string message = "no error";
  try {
    static_cast<void>(EventLexicon::load(folder.string()));
  } catch (const FormatError& error) {
    message = error.what();
    message.erase(0, folder.string().size() + 1);
  }
  fs::remove_all(folder);
  return message;
}

}  // namespace

TEST_CASE("a code says what it means in CAMEO and PLOVER") {
  const CameoCode* code = shipped().find_code("1831");
  REQUIRE(code != nullptr);
  CHECK(code->plover == "ASSAULT");
  CHECK(code->mode == "suicide-attack");
  CHECK(code->goldstein == -10);
  CHECK(code->quad == 4);
  CHECK(shipped().find_code("999") == nullptr);
  CHECK(shipped().find_code("010")->plover.empty());
}

TEST_CASE("the longest beginning of a code decides what a stance makes of it") {
  CHECK(shipped().apply(Stance::Refuse, "0841") == "1243");
  CHECK(shipped().apply(Stance::Refuse, "046") == "125");
  CHECK(shipped().apply(Stance::Threaten, "1831") == "138");
  CHECK(shipped().apply(Stance::Demand, "0873") == "1056");
  CHECK(shipped().apply(Stance::Stop, "163") == "085");
  CHECK(shipped().apply(Stance::Demand, "190").empty());
}

TEST_CASE("a bad row is named by file and line") {
  CHECK(message_of("event_nouns.tsv", "# head\nraid\t190\nraid\n") ==
        "events/event_nouns.tsv:3: \"raid\" has 1 columns, expected 2");
  CHECK(message_of("event_nouns.tsv", "raid\t999\n") ==
        "events/event_nouns.tsv:1: \"999\" is no code of codes.tsv");
  CHECK(message_of("stance_verbs.tsv", "swear\tdoubt\n") ==
        "events/stance_verbs.tsv:1: \"doubt\" is none of intend, refuse, threaten, appeal, demand, stop, "
        "attempt");
  CHECK(message_of("codes.tsv", "010\tspeak\tnone\t1\t-\t-\n") ==
        "events/codes.tsv:1: \"none\" is no number");
}
