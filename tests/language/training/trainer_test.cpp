#include "language/training/trainer.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "language/name_decoder.hpp"
#include "language/network.hpp"
#include "language/training/model_writer.hpp"
#include "records/error.hpp"
#include "tests/language/temporary_folder.hpp"
#include "tests/language/training/tiny_corpus.hpp"

using namespace actorgraph;

namespace {

/// The tiny corpus with all that a network of it needs.
struct Corpus {
  Treebank bank = parse_treebank(tiny_treebank());
  FeatsTable feats = count_feats({bank}, 1);
  std::vector<TrainingSentence> sentences = training_sentences(bank, feats);
  std::vector<std::uint64_t> words = all_words(sentences);
  KnownWords known{Vocabulary(words), {}};

  Corpus() {
    for (TrainingSentence& sentence : sentences) set_features(sentence, known);
  }
  [[nodiscard]] TrainableNetwork network(std::uint64_t seed) const {
    NetworkShape shape;
    shape.word_dim = 16;
    shape.affix_dim = 8;
    shape.trigram_dim = 8;
    shape.shape_dim = 4;
    shape.gazetteer_dim = 2;
    shape.units = 16;
    shape.layers = 1;
    shape.arc_dim = shape.label_dim = shape.tag_dim = shape.name_dim = 16;
    shape.word_count = static_cast<std::uint32_t>(known.vocabulary.size());
    shape.feats_count = static_cast<std::uint32_t>(feats.bundles.size());
    return {shape, seed};
  }
};

TrainerOptions short_options() {
  TrainerOptions options;
  options.epochs = 3;
  options.batch_tokens = 24;
  options.threads = 1;
  return options;
}

std::vector<Parameter> trained(const Corpus& corpus, const TrainerOptions& options) {
  TrainableNetwork network = corpus.network(1);
  std::ostringstream log;
  train(network, corpus.sentences, {}, corpus.known, options, log);
  return network.parameters();
}

bool same(const std::vector<Parameter>& a, const std::vector<Parameter>& b) {
  bool equal = a.size() == b.size();
  for (std::size_t p = 0; equal && p < a.size(); ++p)
    equal = a[p].value == b[p].value && a[p].average == b[p].average;
  return equal;
}

}  // namespace

TEST_CASE("a small network learns a small treebank by heart, and its model says the same") {
  const Corpus corpus;
  REQUIRE(corpus.sentences.size() == 12);
  TrainableNetwork network = corpus.network(2);
  TrainerOptions options;
  options.epochs = 400;
  options.batch_tokens = 30;
  options.threads = 1;
  options.capitals = options.lower_case = options.headlines = 0;
  options.adam.rate = 1e-2F;
  options.adam.average_decay = 0.95F;
  options.dropout = {0.02F, 0, 0.05F, 0.05F, 0.05F, 0.05F};
  std::ostringstream log;
  train(network, corpus.sentences, {}, corpus.known, options, log);
  const DevScores scores = score(network, corpus.sentences, 2);
  CHECK(scores.upos == 100);
  CHECK(scores.xpos == 100);
  CHECK(scores.uas == 100);
  CHECK(scores.las == 100);
  CHECK(scores.names == 100);

  const TemporaryFolder folder;
  const LemmaTable lemmas = learn_lemma_rules(corpus.sentences, {});
  save_model(network, {corpus.words, {}, corpus.feats, lemmas, {}}, folder.file("tiny.model"));
  const Network model(ModelFile::open(folder.file("tiny.model")));
  const Lemmatizer lemmatizer(lemmas.rules, lemmas.keys, lemmas.rule_of_key);
  NetworkScratch scratch;
  for (const Document& doc : corpus.bank.documents) {
    for (const Sentence& gold : doc.sentences) {
      Sentence sent;
      for (const Token& tok : gold.tokens) sent.tokens.emplace_back().form = tok.form;
      Sentence* const batch[] = {&sent};
      model.analyse(batch, Feats::Predict, scratch);
      CAPTURE(gold.sent_id);
      CHECK(sent.names == gold.names);
      for (std::size_t i = 0; i < gold.tokens.size(); ++i) {
        const Token& tok = sent.tokens[i];
        CAPTURE(tok.form);
        CHECK(tok.upos == gold.tokens[i].upos);
        CHECK(tok.xpos == gold.tokens[i].xpos);
        CHECK(tok.feats == gold.tokens[i].feats);
        CHECK(tok.head == gold.tokens[i].head);
        CHECK(tok.deprel == gold.tokens[i].deprel);
        std::string lemma;
        lemmatizer.lemmatize(tok.form, tok.xpos, lemma);
        CHECK(lemma == gold.tokens[i].lemma);
      }
    }
  }
}

TEST_CASE("training is the same for a seed, with one thread and with two") {
  const Corpus corpus;
  for (const std::uint32_t threads : {1U, 2U}) {
    CAPTURE(threads);
    TrainerOptions options = short_options();
    options.threads = threads;
    const auto first = trained(corpus, options);
    CHECK(same(first, trained(corpus, options)));
    options.seed = 2;
    CHECK(!same(first, trained(corpus, options)));
  }
}

TEST_CASE("training goes on from its state") {
  const Corpus corpus;
  const TemporaryFolder folder;
  TrainerOptions options = short_options();
  const auto whole = trained(corpus, options);
  options.state_path = folder.file("state");
  CHECK(same(trained(corpus, options), whole));

  // All epochs are done: nothing but the state is left to see.
  TrainableNetwork other = corpus.network(77);
  std::ostringstream log;
  train(other, corpus.sentences, {}, corpus.known, options, log);
  CHECK(log.str().empty());
  CHECK(same(other.parameters(), whole));

  options.epochs = 4;
  train(other, corpus.sentences, {{"tiny", corpus.sentences}}, corpus.known, options, log);
  CHECK(log.str().rfind("epoch 4 seconds ", 0) == 0);
  CHECK(log.str().find(" | tiny upos ") != std::string::npos);
  CHECK(!same(other.parameters(), whole));
}

TEST_CASE("a state that is of another network or cannot be written is refused") {
  const Corpus corpus;
  const TemporaryFolder folder;
  TrainerOptions options = short_options();
  const auto message = [&] {
    try {
      (void)trained(corpus, options);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("no error");
  };
  options.state_path = folder.file("state");
  write_bytes(options.state_path, "short");
  CHECK(message() == options.state_path + ": the state is of another network; delete it to start again");
  options.state_path = folder.file("no/such/state");
  CHECK(message() == options.state_path + ": cannot be written");
}

TEST_CASE("scores count what a development set annotates") {
  const Corpus corpus;
  const TrainableNetwork network = corpus.network(3);
  std::vector<TrainingSentence> dev = corpus.sentences;
  for (TrainingSentence& sentence : dev) {
    sentence.heads.clear();
    sentence.names.clear();
    sentence.xpos.assign(sentence.size(), kNoLabel);
  }
  const DevScores scores = score(network, dev, 1);
  CHECK(scores.upos >= 0);
  CHECK(scores.upos < 60);
  CHECK(scores.xpos != scores.xpos);
  CHECK(scores.uas != scores.uas);
  CHECK(scores.las != scores.las);
  CHECK(scores.names != scores.names);
}
