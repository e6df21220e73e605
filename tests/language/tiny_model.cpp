#include "tests/language/tiny_model.hpp"

#include <algorithm>
#include <filesystem>
#include <random>

#include "language/compound_splitter.hpp"
#include "language/lemmatizer.hpp"
#include "language/token_features.hpp"

namespace actorgraph {
namespace {

template <class T>
std::span<const T> as_span(const std::vector<T>& values) {
  return values;
}

class SectionWriter {
 public:
  SectionWriter(ModelFileWriter& file, std::uint32_t seed) : file_(file), random_(seed) {}

  /// 8-bit weights in about -range..range, and their scales.
  void add_weights(const std::string& name, std::size_t rows, std::size_t cols, std::size_t scales,
                   float range) {
    std::vector<std::int8_t> weights(rows * cols);
    for (std::int8_t& w : weights) w = static_cast<std::int8_t>(static_cast<int>(random_() % 255) - 127);
    file_.add(name, as_span(weights));
    file_.add(name + ".scale", as_span(std::vector<float>(scales, range / 127)));
  }
  void add_floats(const std::string& name, std::size_t count, float range) {
    std::vector<float> values(count);
    for (float& x : values) x = range * (static_cast<float>(random_() % 2001) / 1000 - 1);
    file_.add(name, as_span(values));
  }
  void add_table(const std::string& name, std::size_t rows, std::size_t dim) {
    add_weights(name, rows, dim, rows, 1);
  }
  void add_layer(const std::string& name, std::size_t rows, std::size_t cols) {
    add_weights(name + ".weight", rows, cols, cols, 1);
    add_floats(name + ".bias", cols, 0.5F);
  }
  void add_text(const std::string& name, const std::string& text) {
    file_.add(name, std::span<const char>(text.data(), text.size()));
  }

 private:
  ModelFileWriter& file_;
  std::mt19937 random_;
};

}  // namespace

NetworkShape tiny_shape() {
  NetworkShape shape;
  shape.word_dim = 6;
  shape.affix_dim = 5;
  shape.trigram_dim = 4;
  shape.shape_dim = 3;
  shape.gazetteer_dim = 2;
  shape.units = 8;
  shape.layers = 2;
  shape.arc_dim = 10;
  shape.label_dim = 36;
  shape.tag_dim = 12;
  shape.name_dim = 14;
  shape.word_count = 4;
  shape.feats_count = 3;
  return shape;
}

ModelFileWriter make_tiny_model() {
  const NetworkShape shape = tiny_shape();
  ModelFileWriter file;
  SectionWriter sections(file, 31);
  file.add("shape", std::span<const NetworkShape>(&shape, 1));
  file.add("vocabulary",
           as_span(std::vector<std::uint64_t>{word_hash("the"), word_hash("attack"), word_hash(".")}));
  sections.add_text("feats_bundles", "\nNumber=Sing\nNumber=Plur\n");
  sections.add_table("words", shape.word_count, shape.word_dim);
  sections.add_table("affixes", kAffixBuckets, shape.affix_dim);
  sections.add_table("trigrams", kTrigramBuckets, shape.trigram_dim);
  sections.add_table("shapes", kShapeCount, shape.shape_dim);
  sections.add_table("gazetteer", kGazetteerClassCount, shape.gazetteer_dim);
  for (std::uint32_t layer = 0; layer < shape.layers; ++layer) {
    for (const char* direction : {"f", "b"}) {
      const std::string prefix = "lstm" + std::to_string(layer) + direction;
      const std::uint32_t inputs = layer == 0 ? shape.input_dim() : shape.context_dim();
      sections.add_weights(prefix + ".input", inputs, 4 * shape.units, 4 * shape.units, 1);
      sections.add_weights(prefix + ".recurrent", shape.units, 4 * shape.units, 4 * shape.units, 1);
      sections.add_floats(prefix + ".bias", 4 * shape.units, 1);
    }
  }
  const std::uint32_t context = shape.context_dim();
  sections.add_layer("tag", context, shape.tag_dim);
  sections.add_layer("name", context, shape.name_dim);
  sections.add_layer("arc_dependent", context, shape.arc_dim);
  sections.add_layer("arc_head", context, shape.arc_dim);
  sections.add_layer("label_dependent", context, shape.label_dim);
  sections.add_layer("label_head", context, shape.label_dim);
  sections.add_layer("upos", shape.tag_dim, kUposCount);
  sections.add_layer("xpos", shape.tag_dim, kXposCount);
  sections.add_layer("feats", shape.tag_dim, shape.feats_count);
  sections.add_layer("name_tag", shape.name_dim, kNameTagCount);
  sections.add_layer("label", shape.label_dim, kDeprelCount);
  sections.add_weights("arc.weight", shape.arc_dim, shape.arc_dim, shape.arc_dim, 1);
  sections.add_floats("arc.bias", shape.arc_dim, 1);
  sections.add_floats("arc.root", shape.arc_dim, 1);

  // Whatever the tag, an ending in s loses it.
  std::vector<std::uint64_t> keys;
  for (std::size_t xpos = 0; xpos < kXposCount; ++xpos)
    keys.push_back(lemma_key(LemmaKey::Ending, "s", static_cast<Xpos>(xpos)));
  sections.add_text("lemma_rules", "0 0 \n0 1 \n");
  file.add("lemma_keys", as_span(keys));
  file.add("lemma_rule_of_key", as_span(std::vector<std::uint16_t>(keys.size(), 1)));
  file.add("gazetteer_keys", as_span(std::vector<std::uint64_t>{extend_hash(0, word_hash("kabul"))}));
  file.add("gazetteer_entries", as_span(std::vector<GazetteerEntry>{{bit_of(GazetteerClass::City), 0}}));
  file.add("word_tag_keys", as_span(std::vector<std::uint64_t>{word_hash("old")}));
  file.add("word_tags", as_span(std::vector<WordTags>{{Upos::Adj, Xpos::Jj, 1}}));
  return file;
}

void save_tiny_data(const std::string& folder) {
  namespace fs = std::filesystem;
  fs::create_directories(fs::path(folder) / "model");
  fs::copy_file(fs::path(ACTORGRAPH_SOURCE_DIR) / "data/model/segmenter.tsv",
                fs::path(folder) / "model/segmenter.tsv");
  make_tiny_model().save(folder + "/model/analyser.model");
}

}  // namespace actorgraph
