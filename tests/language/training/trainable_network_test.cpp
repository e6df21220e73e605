#include "language/training/trainable_network.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "language/tree_decoder.hpp"

using namespace actorgraph;

namespace {

using Batch = std::vector<const TrainingSentence*>;
using Networks = std::vector<const TrainableNetwork*>;

const KnownWords& known_words() {
  static const std::vector<std::uint64_t> hashes = {word_hash("the"), word_hash("army"), word_hash("left")};
  static const KnownWords words = {Vocabulary(hashes), {}};
  return words;
}

NetworkShape small_shape() {
  NetworkShape shape;
  shape.word_dim = 4;
  shape.affix_dim = 3;
  shape.trigram_dim = 3;
  shape.shape_dim = 2;
  shape.gazetteer_dim = 2;
  shape.units = 5;
  shape.layers = 2;
  shape.arc_dim = 4;
  shape.label_dim = 5;
  shape.tag_dim = 6;
  shape.name_dim = 3;
  shape.word_count = 4;
  shape.feats_count = 3;
  return shape;
}

DropoutOptions no_dropout() {
  return {0, 0, 0, 0, 0, 0};
}

TrainingSentence make_sentence(std::vector<std::string> forms) {
  TrainingSentence sentence;
  sentence.forms = std::move(forms);
  set_features(sentence, known_words());
  if (sentence.size() > 1) sentence.features[1].gazetteer = 0x11;  // as if it were listed
  sentence.upos.assign(sentence.size(), kNoLabel);
  sentence.xpos.assign(sentence.size(), kNoLabel);
  sentence.feats.assign(sentence.size(), kNoLabel);
  return sentence;
}

/// Sentences of falling length: all annotated; names alone, some of them coarse; a tree alone; one word.
std::vector<TrainingSentence> make_sentences() {
  std::vector<TrainingSentence> out;
  TrainingSentence full = make_sentence({"The", "army", "left", "Zenda", "today", "."});
  full.upos = {5, 7, 15, 11, kNoLabel, 12};
  full.xpos = {3, 1, 13, 4, 1, 8};
  full.feats = {0, 1, 2, 1, kNoLabel, 0};
  full.heads = {1, 2, kRootHead, 2, 2, 2};
  full.deprels = {22, 36, 49, 42, 43, 47};
  full.names = {1, 1, 1, 1U << begin_tag(NameType::Gpe), 1, 1};
  full.features[3].gazetteer = 0x8005;
  out.push_back(full);
  TrainingSentence named = make_sentence({"Police", "of", "Blue", "Front"});
  named.names = {kAnyNameTag, 1U | (1U << begin_tag(NameType::Misc)),
                 (1U << begin_tag(NameType::Org)) | (1U << begin_tag(NameType::Person)),
                 1U << inside_tag(NameType::Org)};
  named.features[2].gazetteer = 2;
  out.push_back(named);
  TrainingSentence tree = make_sentence({"They", "left", "Zenda"});
  tree.heads = {1, kRootHead, 1};
  tree.deprels = {36, 49, 42};
  out.push_back(tree);
  TrainingSentence word = make_sentence({"the"});
  word.upos = {5};
  word.heads = {kRootHead};
  word.deprels = {49};
  out.push_back(word);
  return out;
}

Batch pointers(const std::vector<TrainingSentence>& sentences) {
  Batch batch;
  for (const TrainingSentence& sentence : sentences) batch.push_back(&sentence);
  return batch;
}

Losses run(const TrainableNetwork& network, const Batch& batch, const DropoutOptions& dropout,
           std::vector<Gradient>& gradients, float scale = 1) {
  std::mt19937_64 random(7);  // the same masks each time
  return network.add_gradients(batch, dropout, scale, random, gradients);
}

/// What the gradients are of; features count half.
double total(const Losses& losses) {
  return std::accumulate(losses.sum.begin(), losses.sum.end(), 0.0) - 0.5 * losses.sum[2];
}

void check_gradients(const DropoutOptions& dropout) {
  TrainableNetwork network(small_shape(), 3);
  const std::vector<TrainingSentence> sentences = make_sentences();
  const Batch batch = pointers(sentences);
  // Arc scores are products of many small numbers: their slopes must not vanish.
  for (Parameter& parameter : network.parameters())
    parameter.value *= parameter.name.rfind("arc", 0) == 0 ? 5.0F : 1.5F;
  std::vector<Gradient> gradients = network.make_gradients();
  const double here = total(run(network, batch, dropout, gradients));
  std::vector<Gradient> unused = network.make_gradients();
  constexpr float kStep = 1e-3F;
  for (std::size_t p = 0; p < gradients.size(); ++p) {
    Parameter& parameter = network.parameters()[p];
    const Matrix& gradient = gradients[p].sum;
    CAPTURE(parameter.name);
    CHECK(gradient.cwiseAbs().maxCoeff() > 0.03F);
    // The entries with the steepest slopes, and some others.
    std::vector<Eigen::Index> entries(static_cast<std::size_t>(gradient.size()));
    std::iota(entries.begin(), entries.end(), 0);
    const std::size_t steepest = std::min<std::size_t>(8, entries.size());
    std::partial_sort(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(steepest), entries.end(),
                      [&](Eigen::Index a, Eigen::Index b) {
                        return std::abs(gradient.data()[a]) > std::abs(gradient.data()[b]);
                      });
    for (std::size_t k = 0; k < std::min<std::size_t>(12, entries.size()); ++k) {
      float& x = parameter.value.data()[entries[k]];
      const float before = x;
      x = before + kStep;
      const double above = total(run(network, batch, dropout, unused));
      x = before - kStep;
      const double below = total(run(network, batch, dropout, unused));
      x = before;
      // To one side there may be a bend of the rectifiers.
      const double right = (above - here) / static_cast<double>(kStep);
      const double left = (here - below) / static_cast<double>(kStep);
      const auto analytic = static_cast<double>(gradient.data()[entries[k]]);
      CAPTURE(entries[k]);
      CAPTURE(left);
      CAPTURE(right);
      CAPTURE(analytic);
      const double error = std::min(
          {std::abs(left - analytic), std::abs(right - analytic), std::abs((left + right) / 2 - analytic)});
      CHECK(error <= 8e-3 + 0.02 * std::abs(analytic));
    }
  }
}

}  // namespace

TEST_CASE("the gradients are the slopes of the loss") {
  check_gradients(no_dropout());
}

TEST_CASE("the gradients are the slopes of the loss under dropout") {
  check_gradients({0.3F, 0.2F, 0.25F, 0.2F, 0.3F});
}

TEST_CASE("the gradients of a batch are the sum of its sentences' gradients") {
  const TrainableNetwork network(small_shape(), 4);
  const std::vector<TrainingSentence> sentences = make_sentences();
  std::vector<Gradient> together = network.make_gradients();
  std::vector<Gradient> alone = network.make_gradients();
  const Losses losses = run(network, pointers(sentences), no_dropout(), together, 0.25F);
  Losses sum;
  for (const TrainingSentence& sentence : sentences)
    sum += run(network, {&sentence}, no_dropout(), alone, 0.25F);
  for (std::size_t i = 0; i < losses.sum.size(); ++i) {
    CHECK(losses.sum[i] == doctest::Approx(sum.sum[i]).epsilon(1e-5));
    CHECK(losses.count[i] == sum.count[i]);
  }
  for (std::size_t p = 0; p < alone.size(); ++p) {
    CAPTURE(network.parameters()[p].name);
    CHECK((together[p].sum - alone[p].sum).cwiseAbs().maxCoeff() < 1e-4F);
  }
}

TEST_CASE("only what is annotated counts") {
  const TrainableNetwork network(small_shape(), 5);
  const std::vector<TrainingSentence> sentences = make_sentences();
  std::vector<Gradient> gradients = network.make_gradients();
  const Losses losses = run(network, pointers(sentences), no_dropout(), gradients);
  // Tags, tags, features, arcs, labels (of all but roots), names.
  CHECK(losses.count == std::array<double, 6>{6, 6, 5, 10, 7, 9});

  const TrainingSentence bare = make_sentence({"Zenda", "fell"});
  std::vector<Gradient> none = network.make_gradients();
  const Losses nothing = run(network, {&bare}, no_dropout(), none);
  CHECK(nothing.sum == std::array<double, 6>{});
  for (const Gradient& gradient : none) CHECK(gradient.sum.cwiseAbs().maxCoeff() == 0);
}

TEST_CASE("the loss of several allowed name tags is that of their whole probability") {
  const TrainableNetwork network(small_shape(), 6);
  TrainingSentence sentence = make_sentence({"Zenda"});
  std::vector<Gradient> gradients = network.make_gradients();
  const auto loss = [&](NameTags allowed) {
    sentence.names = {allowed};
    return run(network, {&sentence}, no_dropout(), gradients).sum[5];
  };
  std::vector<double> probability;
  for (std::uint32_t tag = 0; tag < kNameTagCount; ++tag) probability.push_back(std::exp(-loss(1U << tag)));
  CHECK(std::accumulate(probability.begin(), probability.end(), 0.0) == doctest::Approx(1).epsilon(1e-5));
  for (const NameTags allowed : {0x3U, 0x1FFFEU, 0x11111U, 0x0A0A0U}) {
    double mass = 0;
    for (std::uint32_t tag = 0; tag < kNameTagCount; ++tag)
      mass += ((allowed >> tag) & 1U) != 0 ? probability[tag] : 0;
    CHECK(loss(allowed) == doctest::Approx(-std::log(mass)).epsilon(1e-5));
  }
  CHECK(loss(kAnyNameTag) == 0);
}

TEST_CASE("a prediction is whole, and the same alone and in a batch") {
  const TrainableNetwork network(small_shape(), 8);
  const std::vector<TrainingSentence> sentences = make_sentences();
  const std::vector<Prediction> together = predict(Networks{&network}, pointers(sentences), Weights::Average);
  REQUIRE(together.size() == sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Prediction alone = predict(Networks{&network}, Batch{&sentences[i]}, Weights::Current).at(0);
    CHECK(together[i].heads == alone.heads);
    CHECK(together[i].upos == alone.upos);
    CHECK(together[i].deprels == alone.deprels);
    CHECK(together[i].names == alone.names);
    CHECK(is_tree(alone.heads));
    CHECK(alone.names.size() == sentences[i].size());
  }
}

TEST_CASE("several networks say together what each of them says if they agree, and else the surest") {
  const TrainableNetwork network(small_shape(), 8);
  const TrainableNetwork other(small_shape(), 9);
  const std::vector<TrainingSentence> sentences = make_sentences();
  const Batch batch = pointers(sentences);
  const std::vector<Prediction> one = predict(Networks{&network}, batch, Weights::Average);
  const std::vector<Prediction> twice = predict(Networks{&network, &network}, batch, Weights::Average);
  const std::vector<Prediction> both = predict(Networks{&network, &other}, batch, Weights::Average);
  const std::vector<Prediction> turned = predict(Networks{&other, &network}, batch, Weights::Average);
  bool differs = false;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    CHECK(twice[i].heads == one[i].heads);
    CHECK(twice[i].upos == one[i].upos);
    CHECK(twice[i].names == one[i].names);
    CHECK(both[i].heads == turned[i].heads);
    CHECK(both[i].xpos == turned[i].xpos);
    CHECK(is_tree(both[i].heads));
    differs = differs || both[i].xpos != one[i].xpos;
  }
  CHECK(differs);
}

TEST_CASE("a seed gives the same weights, another seed others") {
  const TrainableNetwork a(small_shape(), 9);
  const TrainableNetwork b(small_shape(), 9);
  const TrainableNetwork c(small_shape(), 10);
  for (std::size_t p = 0; p < a.parameters().size(); ++p)
    CHECK(a.parameters()[p].value == b.parameters()[p].value);
  CHECK(a.parameters()[0].value != c.parameters()[0].value);
}

TEST_CASE("a network with more words starts from one with fewer") {
  TrainableNetwork fewer(small_shape(), 9);
  fewer.parameters()[0].average *= 2;
  NetworkShape shape = small_shape();
  shape.word_count += 2;
  TrainableNetwork more(shape, 10);
  const Matrix words = more.parameters()[0].value;
  more.start_from(fewer);
  const Matrix& started = more.parameters()[0].value;
  CHECK(started.topRows(4) == fewer.parameters()[0].average);
  CHECK(started.bottomRows(2) == words.bottomRows(2));
  CHECK(more.parameters()[0].average == started);
  for (std::size_t p = 1; p < more.parameters().size(); ++p)
    CHECK(more.parameters()[p].value == fewer.parameters()[p].average);
}
