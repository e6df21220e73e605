#include "language/segmenter_model.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "records/error.hpp"

using namespace actorgraph;

namespace {

struct TemporaryFile {
  explicit TemporaryFile(const std::string& text)
      : path((std::filesystem::temp_directory_path() / "actorgraph_segmenter_model_test.tsv").string()) {
    std::ofstream(path, std::ios::binary) << text;
  }
  ~TemporaryFile() { std::remove(path.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  std::string path;
};

std::string load_fault(const std::string& text) {
  const TemporaryFile file(text);
  try {
    (void)SegmenterModel::load(file.path);
  } catch (const FormatError& error) {
    return std::string(error.what()).substr(file.path.size());
  }
  return "no fault";
}

}  // namespace

TEST_CASE("a table of weights is read as it was written") {
  const std::string table = to_table({{0xFFFFFFFF, -3}, {0x10, 25}, {0x20, 7}});
  CHECK(table == "actorgraph-segmenter 1\n10 25\n20 7\nffffffff -3\n");
  const TemporaryFile file(table);
  const SegmenterModel model = SegmenterModel::load(file.path);
  CHECK_FALSE(model.empty());
  CHECK(model.weight(0x10) == 25);
  CHECK(model.weight(0x20) == 7);
  CHECK(model.weight(0xFFFFFFFF) == -3);
  CHECK(model.weight(0x30) == 0);
  CHECK(SegmenterModel().weight(0x10) == 0);
}

TEST_CASE("a table that is none is refused with its line") {
  CHECK(load_fault("hello\n") == ":1: 'hello', expected 'actorgraph-segmenter 1'");
  CHECK(load_fault("actorgraph-segmenter 1\n10 x\n") ==
        ":2: '10 x', expected a feature and its weight such as '1f3a -25'");
  CHECK(load_fault("actorgraph-segmenter 1\n10 0\n") ==
        ":2: '10 0', expected a feature and its weight such as '1f3a -25'");
  CHECK(load_fault("actorgraph-segmenter 1\n10 5\n10 6\n") == ":3: the features are not in ascending order");
  CHECK_THROWS_WITH_AS((void)SegmenterModel::load("/nowhere/segmenter.tsv"),
                       "/nowhere/segmenter.tsv: cannot be read; is --data the folder with the model?",
                       IoError);
}
