#include "graph/relation_classes.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "records/error.hpp"

using namespace actorgraph;

namespace {

/// A data folder whose table is `text`; removed at the end.
class Folder {
 public:
  explicit Folder(const std::string& text) {
    std::filesystem::create_directories(path_ / "events");
    std::ofstream(path_ / "events/relation_classes.tsv") << text;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_ = std::filesystem::temp_directory_path() / "actorgraph_relation_classes";
};

std::string fault_of(const std::string& text) {
  const Folder folder(text);
  try {
    (void)RelationClasses::load(folder.path());
  } catch (const FormatError& error) {
    const std::string message = error.what();
    return message.substr(message.find("relation_classes.tsv"));
  }
  return "none";
}

}  // namespace

TEST_CASE("synonyms, nouns and prepositions lead to one class") {
  const RelationClasses classes = RelationClasses::load(ACTORGRAPH_SOURCE_DIR "/data");
  CHECK(classes.find("murder") == classes.find("shoot dead"));
  CHECK(classes.find("murder").kind == RelationKind::OnceOf);
  CHECK(classes.find("attack on") == classes.find("storm"));
  CHECK(classes.find("hold talk with") == classes.find("meet"));
  CHECK(classes.find("meet with").kind == RelationKind::Mutual);
  CHECK(classes.find("be spokesman of").kind == RelationKind::State);
  CHECK(classes.find("die of").kind == RelationKind::Once);
}

TEST_CASE("a lemma that is not listed is a class of its own, without its preposition") {
  const RelationClasses classes;
  CHECK(classes.find("whitewash for") == RelationClass{"whitewash", RelationKind::Act});
  CHECK(classes.find("whitewash") == classes.find("whitewash for"));
  CHECK_MESSAGE(classes.find("break up").name != classes.find("break").name, "a particle changes a verb");
  CHECK(classes.find("have").kind == RelationKind::State);
}

TEST_CASE("faults of the table name their place") {
  CHECK(fault_of("# comment\nact\tkill,slay\n") == "none");
  CHECK(fault_of("act\n") == "relation_classes.tsv:1: \"act\" has 1 columns, expected 2");
  CHECK(fault_of("deed\tkill\n") ==
        "relation_classes.tsv:1: \"deed\" is none of act, mutual, once, once of, state");
  CHECK(fault_of("act\tkill,,slay\n") == "relation_classes.tsv:1: \"kill,,slay\" has an empty lemma");
  CHECK(fault_of("act\tkill,slay\nact\tend,slay\n") ==
        "relation_classes.tsv:2: \"slay\" is also of class \"kill\"");
  CHECK_THROWS_AS((void)RelationClasses::load("/nonexistent"), IoError);
}
