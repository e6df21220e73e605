#include "language/model_file.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "tests/language/temporary_folder.hpp"

using namespace actorgraph;

namespace {

template <class T>
std::span<const T> as_span(const std::vector<T>& values) {
  return values;
}

template <class T>
std::vector<T> copy(std::span<const T> values) {
  return {values.begin(), values.end()};
}

const std::vector<float> kScales = {0.5F, -1.25F, 3e-9F};
const std::vector<std::int8_t> kWeights = {-127, 0, 127, 5, 6};

void save(const std::string& path) {
  ModelFileWriter writer;
  writer.add("scales", as_span(kScales));
  writer.add("weights", as_span(kWeights));
  writer.add("none", std::span<const float>());
  writer.add("a name of more than eight bytes", as_span(std::vector<std::uint64_t>{1, 2, 3}));
  writer.save(path);
}

/// The message with which opening `path`, or what follows, fails.
std::string message(const std::function<void()>& action) {
  try {
    action();
  } catch (const FormatError& error) {
    return std::string("format: ") + error.what();
  } catch (const IoError& error) {
    return std::string("io: ") + error.what();
  }
  return "no error";
}

std::string open_message(const std::string& path) {
  return message([&] { (void)ModelFile::open(path); });
}

}  // namespace

TEST_CASE("a model file gives back its sections") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.model");
  save(path);
  const ModelFile file = ModelFile::open(path);
  CHECK(copy(file.values<float>("scales")) == kScales);
  CHECK(copy(file.values<std::int8_t>("weights")) == kWeights);
  CHECK(file.section("none").empty());
  CHECK(copy(file.values<std::uint64_t>("a name of more than eight bytes")) ==
        std::vector<std::uint64_t>{1, 2, 3});
  for (const std::string name : {"scales", "weights", "a name of more than eight bytes"}) {
    CAPTURE(name);
    CHECK(reinterpret_cast<std::uintptr_t>(file.section(name).data()) % 64 == 0);
  }
}

TEST_CASE("a section outlives the file's first owner") {
  const TemporaryFolder folder;
  save(folder.file("a.model"));
  auto first = std::make_unique<ModelFile>(ModelFile::open(folder.file("a.model")));
  const ModelFile second = *first;
  const auto scales = first->values<float>("scales");
  first.reset();
  std::filesystem::remove(folder.file("a.model"));
  CHECK(copy(scales) == kScales);
}

TEST_CASE("the same sections give the same bytes, and a later one of a name replaces the earlier") {
  const TemporaryFolder folder;
  save(folder.file("a"));
  save(folder.file("b"));
  CHECK(read_bytes(folder.file("a")) == read_bytes(folder.file("b")));

  ModelFileWriter writer;
  writer.add("x", as_span(std::vector<int>{1, 2}));
  writer.add("x", as_span(std::vector<int>{3}));
  writer.save(folder.file("c"));
  CHECK(copy(ModelFile::open(folder.file("c")).values<int>("x")) == std::vector<int>{3});
}

TEST_CASE("a file without sections is a model file") {
  const TemporaryFolder folder;
  const std::string path = folder.file("empty");
  ModelFileWriter().save(path);
  const ModelFile file = ModelFile::open(path);
  CHECK(message([&] { (void)file.section("words"); }) ==
        "format: " + path + ": the model has no section 'words'");
}

TEST_CASE("what is no model file is refused with a message") {
  const TemporaryFolder folder;
  const std::string path = folder.file("bad.model");
  CHECK(open_message(path) == "io: " + path + ": cannot read the model: No such file or directory");

  write_bytes(path, "");
  CHECK(open_message(path) == "format: " + path + ": not a model file (too short)");
  write_bytes(path, "AGMODEL1 and no mo");
  CHECK(open_message(path) == "format: " + path + ": not a model file (too short)");

  save(path);
  const std::string good = read_bytes(path);
  std::string other = good;
  other[7] = '2';
  write_bytes(path, other);
  CHECK(open_message(path) ==
        "format: " + path + ": not a model file of this version (expected it to begin with AGMODEL1)");
}

TEST_CASE("a damaged or truncated file is refused, wherever it is hurt") {
  const TemporaryFolder folder;
  const std::string path = folder.file("hurt.model");
  save(path);
  const std::string good = read_bytes(path);
  const std::string damaged =
      "format: " + path + ": the model is damaged (its checksum is wrong); fetch or train it again";
  for (std::size_t at = 8; at < good.size(); ++at) {
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    write_bytes(path, bytes);
    CAPTURE(at);
    REQUIRE(open_message(path) == damaged);
  }
  for (std::size_t size = 24; size < good.size(); ++size) {
    write_bytes(path, good.substr(0, size));
    CAPTURE(size);
    REQUIRE(open_message(path) == damaged);
  }
  write_bytes(path, good + std::string(16, 'x'));
  CHECK(open_message(path) == damaged);
}

TEST_CASE("a section of a wrong size is refused when it is read") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.model");
  save(path);
  const ModelFile file = ModelFile::open(path);
  CHECK(message([&] { (void)file.values<float>("weights"); }) ==
        "format: " + path + ": section 'weights' has a wrong size");
  CHECK(message([&] { (void)file.values<float>("Weights"); }) ==
        "format: " + path + ": the model has no section 'Weights'");
}

TEST_CASE("a file that cannot be written is an error") {
  const TemporaryFolder folder;
  const std::string path = folder.file("no/such/folder.model");
  CHECK(message([&] { save(path); }) == "io: " + path + ": cannot be written");
}
