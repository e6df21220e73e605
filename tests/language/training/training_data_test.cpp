#include "language/training/training_data.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "records/error.hpp"
#include "tests/language/temporary_folder.hpp"
#include "tests/language/training/tiny_corpus.hpp"

using namespace actorgraph;

namespace {

std::size_t count_of(const TrainingData& data, const std::string& forms) {
  return static_cast<std::size_t>(
      std::count_if(data.sentences.begin(), data.sentences.end(),
                    [&](const TrainingSentence& sentence) { return joined_forms(sentence) == forms; }));
}

std::string labelled_rows(int times) {
  std::string text;
  for (int i = 0; i < times; ++i) {
    text +=
        "1\tRuprecht\t_\tPROPN\tNNP\t_\t2\tnsubj\t_\tName=B-PERSON\n2\tfled\t_\tVERB\tVBD\t_\t0\troot\t_\t_"
        "\n\n";
  }
  return text;
}

}  // namespace

TEST_CASE("trees, names and labelled sentences are gathered, each as often as asked for") {
  const TemporaryFolder folder;
  write_bytes(folder.file("tiny.conllu"), tiny_treebank());
  write_bytes(folder.file("names.jsonl"),
              R"({"id":"n1","text":"Kings of Ruritania-Zenda","tokens":["Kings","of","Ruritania-Zenda"],)"
              R"("entities":[[9,24,"GPE"]]})"
              "\n");
  write_bytes(folder.file("labelled.conllu"), labelled_rows(3));
  TrainingFiles files;
  files.trees = {folder.file("tiny.conllu") + ",,2"};
  files.names = {folder.file("names.jsonl")};
  files.labelled = {folder.file("labelled.conllu")};
  files.dev_names = {folder.file("names.jsonl")};
  const TrainingData data = load_training_data(files);
  CHECK(count_of(data, "ThearmyattackedZenda.") == 2);
  CHECK(count_of(data, "KingsofRuritania-Zenda") == 2);  // once as it is, once with the hyphen as a word
  CHECK(count_of(data, "Ruprechtfled") == 3);
  REQUIRE(data.dev.size() == 1);
  CHECK(data.dev[0].name == "names.jsonl");

  // The words of the labelled sentences stand behind all others.
  files.labelled.clear();
  const TrainingData annotated = load_training_data(files);
  CHECK(data.annotated_words == annotated.tables.vocabulary.size() + 1);
  CHECK(data.tables.vocabulary.size() == annotated.tables.vocabulary.size() + 2);
  CHECK(std::equal(annotated.tables.vocabulary.begin(), annotated.tables.vocabulary.end(),
                   data.tables.vocabulary.begin()));
  CHECK(data.known.vocabulary.find(word_hash("ruprecht")) != kUnknownWord);
  CHECK(annotated.known.vocabulary.find(word_hash("ruprecht")) == kUnknownWord);
}

TEST_CASE("annotated texts are known without their blanks") {
  const TemporaryFolder folder;
  write_bytes(folder.file("tiny.conllu"), tiny_treebank());
  write_bytes(folder.file("claims.jsonl"), "{\"text\": \"Rebels fled.\"}\n");
  TrainingFiles files;
  files.trees = {folder.file("tiny.conllu")};
  const TrainingData data = load_training_data(files);
  const auto texts = annotated_texts(data, {folder.file("claims.jsonl")});
  CHECK(texts.contains("ThearmyattackedZenda."));
  CHECK(texts.contains("Rebelsfled."));
  CHECK(!texts.contains("Rebels fled."));
  CHECK_THROWS_WITH_AS((void)annotated_texts(data, {folder.file("none.jsonl")}),
                       (folder.file("none.jsonl") + ": cannot be opened for reading").c_str(), IoError);
  write_bytes(folder.file("bad.jsonl"), "{\"txt\": 1}\n");
  CHECK_THROWS_WITH_AS(
      (void)annotated_texts(data, {folder.file("bad.jsonl")}),
      (folder.file("bad.jsonl") + ": expected an object with text, got '{\"txt\": 1}'").c_str(), FormatError);
}
