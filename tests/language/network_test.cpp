#include "language/network.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <random>

#include "language/tree_decoder.hpp"
#include "tests/language/temporary_folder.hpp"
#include "tests/language/tiny_model.hpp"

using namespace actorgraph;

namespace {

using Words = std::vector<std::string>;

Sentence make_sentence(const Words& words) {
  Sentence sent;
  for (const std::string& word : words) {
    Token tok;
    tok.form = word;
    sent.tokens.push_back(tok);
  }
  return sent;
}

/// Sentences of many lengths out of a few words, some of them known to no model.
std::vector<Words> make_texts() {
  const Words words = {"The",      "attack", "on",   "Kabul", "killed", "12",   "soldiers", ",",
                       "police",   "said",   "Ana",  "Ruiz",  "'s",     "army", "blames",   "the",
                       "U.S.-led", "zqxv",   "日本", "😀",     "WILL",   "not",  "“",        "leave",
                       "”",        ".",      "2024", "UN",    "in",     "March"};
  std::mt19937 random(41);
  std::vector<Words> texts;
  for (const std::size_t length : {1U, 1U, 2U, 3U, 3U, 5U, 8U, 8U, 8U, 13U, 21U, 40U, 40U, 77U}) {
    Words& text = texts.emplace_back();
    for (std::size_t i = 0; i < length; ++i) text.push_back(words[random() % words.size()]);
  }
  texts.push_back({"The", "army", "attacked", "Kabul", "."});
  std::stable_sort(texts.begin(), texts.end(),
                   [](const Words& a, const Words& b) { return a.size() > b.size(); });
  return texts;
}

std::string described(const Sentence& sent) {
  std::string out;
  for (const Token& tok : sent.tokens) {
    out += tok.form + '/' + std::string(to_string(tok.upos)) + '/' + std::string(to_string(tok.xpos)) + '/' +
           tok.feats + '/' + (tok.head == kRootHead ? "root" : std::to_string(tok.head)) + '/' +
           std::string(to_string(tok.deprel)) + ' ';
  }
  for (const Name& name : sent.names) {
    out += '[' + std::to_string(name.tokens.begin) + ' ' + std::to_string(name.tokens.end) + ' ' +
           std::string(to_string(name.type)) + ']';
  }
  return out;
}

/// The analyses of `texts` in batches of `batch` sentences.
Words analysed(const Network& network, const std::vector<Words>& texts, std::size_t batch,
               NetworkScratch& scratch) {
  Words out;
  for (std::size_t begin = 0; begin < texts.size(); begin += batch) {
    std::vector<Sentence> sentences;
    for (std::size_t i = begin; i < std::min(texts.size(), begin + batch); ++i)
      sentences.push_back(make_sentence(texts[i]));
    std::vector<Sentence*> order;
    for (Sentence& sent : sentences) order.push_back(&sent);
    network.analyse(order, Feats::Predict, scratch);
    for (const Sentence& sent : sentences) out.push_back(described(sent));
  }
  return out;
}

/// Runs `test` with the tiny model, and with the shipped one where it is there.
void with_each_model(const std::function<void(const ModelFile&)>& test) {
  const TemporaryFolder folder;
  make_tiny_model().save(folder.file("tiny.model"));
  test(ModelFile::open(folder.file("tiny.model")));
  const std::string shipped = ACTORGRAPH_SOURCE_DIR "/data/model/analyser.model";
  if (std::filesystem::exists(shipped)) test(ModelFile::open(shipped));
}

/// The message with which a tiny model, changed by `change`, is refused.
std::string refusal(const std::function<void(ModelFileWriter&)>& change) {
  const TemporaryFolder folder;
  ModelFileWriter writer = make_tiny_model();
  change(writer);
  writer.save(folder.file("m"));
  try {
    const Network network(ModelFile::open(folder.file("m")));
  } catch (const FormatError& error) {
    return error.what();
  }
  return "no error";
}

template <class T>
std::function<void(ModelFileWriter&)> replace(const std::string& name, std::vector<T> values) {
  return [=](ModelFileWriter& writer) { writer.add(name, std::span<const T>(values)); };
}

std::function<void(ModelFileWriter&)> reshape(const std::function<void(NetworkShape&)>& change) {
  NetworkShape shape = tiny_shape();
  change(shape);
  return replace("shape", std::vector<NetworkShape>{shape});
}

}  // namespace

TEST_CASE("a sentence's analysis is the same alone, in any batch and under every kernel set") {
  with_each_model([](const ModelFile& file) {
    const std::vector<Words> texts = make_texts();
    NetworkScratch first_scratch;
    const Network plain(file, *available_kernels().front());
    const Words expected = analysed(plain, texts, 1, first_scratch);
    CHECK(std::count(expected.begin(), expected.end(), expected[0]) == 1);
    for (const Kernels* kernels : available_kernels()) {
      const Network network(file, *kernels);
      NetworkScratch scratch;
      for (const std::size_t batch : {1U, 2U, 3U, 7U, 100U}) {
        CAPTURE(kernels->name);
        CAPTURE(batch);
        CHECK(analysed(network, texts, batch, scratch) == expected);
      }
    }
  });
}

TEST_CASE("a sentence's analysis does not depend on its neighbours") {
  with_each_model([](const ModelFile& file) {
    const Network network(file);
    NetworkScratch scratch;
    const std::vector<Words> texts = make_texts();
    const Words alone = analysed(network, {texts[8]}, 1, scratch);
    for (std::size_t longer = 0; longer < 8; ++longer)
      CHECK(analysed(network, {texts[longer], texts[8]}, 2, scratch)[1] == alone[0]);
    for (std::size_t shorter = 9; shorter < texts.size(); ++shorter)
      CHECK(analysed(network, {texts[8], texts[shorter]}, 2, scratch)[0] == alone[0]);
  });
}

TEST_CASE("odd sentences are trees with one root") {
  with_each_model([](const ModelFile& file) {
    const Network network(file);
    NetworkScratch scratch;
    const std::vector<Words> texts = {
        Words(400, "the"),          Words(120, "😀"), {"THE", "ARMY", "ATTACKED", "KABUL"},
        {"هاجم", "الجيش", "كابول"}, {"x"},           {""},
        {std::string(5000, 'w')}};
    for (const Words& text : texts) {
      Sentence sent = make_sentence(text);
      Sentence* const order[] = {&sent};
      network.analyse(order, Feats::Leave, scratch);
      std::vector<std::uint32_t> heads;
      for (const Token& tok : sent.tokens) {
        heads.push_back(tok.head);
        CHECK((tok.deprel == Deprel::Root) == (tok.head == kRootHead));
        CHECK(tok.xpos != Xpos::None);
        CHECK(tok.feats.empty());
      }
      CAPTURE(text[0]);
      CHECK(is_tree(heads));
      std::uint32_t end = 0;
      for (const Name& name : sent.names) {
        CHECK(name.tokens.begin >= end);
        CHECK(name.tokens.begin < name.tokens.end);
        end = name.tokens.end;
      }
      CHECK(end <= text.size());
    }
    network.analyse({}, Feats::Leave, scratch);
  });
}

TEST_CASE("an earlier analysis leaves nothing in the sentence or the scratch") {
  with_each_model([](const ModelFile& file) {
    const Network network(file);
    NetworkScratch used;
    const std::vector<Words> texts = make_texts();
    (void)analysed(network, {Words(300, "Kabul")}, 1, used);
    NetworkScratch fresh;
    CHECK(analysed(network, texts, 4, used) == analysed(network, texts, 4, fresh));

    Sentence sent = make_sentence(texts[5]);
    Sentence* const order[] = {&sent};
    network.analyse(order, Feats::Predict, used);
    const std::string once = described(sent);
    network.analyse(order, Feats::Predict, used);
    CHECK(described(sent) == once);
  });
}

TEST_CASE("a model whose parts do not fit is refused with a message") {
  const std::string unfit = "the model does not fit this program: ";
  CHECK(refusal([](ModelFileWriter&) {}) == "no error");
  CHECK(refusal(replace("shape", std::vector<NetworkShape>(2, tiny_shape()))) == unfit + "section 'shape'");
  CHECK(refusal(replace("vocabulary", std::vector<std::uint64_t>{1, 2})) == unfit + "size of the vocabulary");
  CHECK(refusal(replace("vocabulary", std::vector<std::uint64_t>{1, 2, 2})) ==
        unfit + "size of the vocabulary");
  CHECK(refusal(replace("feats_bundles", std::vector<char>{'a', '\n'})) ==
        unfit + "number of feature bundles");
  CHECK(refusal(replace("words", std::vector<std::int8_t>(7))) == unfit + "words");
  CHECK(refusal(replace("arc.root", std::vector<float>(9))) == unfit + "arc.root");
  CHECK(refusal(reshape([](NetworkShape& shape) { shape.arc_dim = 11; })) == unfit + "odd sizes");
  CHECK(refusal(reshape([](NetworkShape& shape) { shape.name_dim = 13; })) == unfit + "odd sizes");
}

TEST_CASE("a matrix of a wrong size is refused, whichever it is") {
  const std::string unfit = "the model does not fit this program: ";
  for (const std::string name :
       {"lstm0f.input", "lstm1b.recurrent", "upos.weight", "xpos.weight", "feats.weight", "name_tag.weight",
        "label.weight", "tag.weight", "arc_head.weight", "label_dependent.weight", "arc.weight"}) {
    CAPTURE(name);
    CHECK(refusal(replace(name, std::vector<std::int8_t>(64, 1))) == unfit + name);
    CHECK(refusal(replace(name + ".scale", std::vector<float>(2, 1))) == unfit + name);
  }
  for (const std::string name : {"lstm0f.bias", "upos.bias", "name.bias", "label_head.bias"}) {
    CAPTURE(name);
    CHECK(refusal(replace(name, std::vector<float>(2, 1))) == unfit + name);
  }
}
