#include "language/training/labeller.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "tests/language/training/tiny_corpus.hpp"

using namespace actorgraph;

TEST_CASE("what networks say of sentences is written as CoNLL-U and read back for training") {
  const Treebank bank = parse_treebank(tiny_treebank());
  const FeatsTable feats = count_feats({bank}, 1);
  std::vector<TrainingSentence> sentences = training_sentences(bank, feats);
  const std::vector<std::uint64_t> words = all_words(sentences);
  const KnownWords known = {Vocabulary(words), {}};
  for (TrainingSentence& sentence : sentences) set_features(sentence, known);
  sentences.emplace_back();  // an empty one is left out
  sentences.push_back(sentences.front());
  sentences.back().forms[0] = "\xC2\x85";  // and one with a word that is a line's end
  NetworkShape shape;
  shape.word_dim = shape.units = 8;
  shape.word_count = static_cast<std::uint32_t>(known.vocabulary.size());
  shape.feats_count = static_cast<std::uint32_t>(feats.bundles.size());
  const TrainableNetwork first(shape, 1);
  const TrainableNetwork second(shape, 2);
  const TrainableNetwork* const both[] = {&first, &second};
  std::ostringstream one_thread;
  write_labelled(both, sentences, feats, 1, one_thread);
  std::ostringstream three_threads;
  write_labelled(both, sentences, feats, 3, three_threads);
  CHECK(one_thread.str() == three_threads.str());

  const std::vector<TrainingSentence> read = load_labelled(parse_treebank(one_thread.str()), feats);
  REQUIRE(read.size() == bank.documents.at(0).sentences.size());
  for (const TrainingSentence& sentence : read) {
    const auto original = std::find_if(sentences.begin(), sentences.end(),
                                       [&](const TrainingSentence& s) { return s.forms == sentence.forms; });
    REQUIRE(original != sentences.end());
    const TrainingSentence* const batch[] = {&*original};
    const Prediction said = predict(both, batch, Weights::Average).at(0);
    CHECK(sentence.upos == said.upos);
    CHECK(sentence.xpos == said.xpos);
    CHECK(sentence.heads == said.heads);
    CHECK(sentence.deprels == said.deprels);
    for (std::size_t i = 0; i < said.names.size(); ++i) CHECK(sentence.names[i] == 1U << said.names[i]);
  }
}
