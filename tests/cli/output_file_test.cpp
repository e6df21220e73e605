#include "cli/output_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "records/error.hpp"

using namespace actorgraph;

namespace {

struct Fixture {
  Fixture() {
    std::string pattern = (std::filesystem::temp_directory_path() / "actorgraph-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    folder = pattern;
  }
  ~Fixture() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  Fixture(const Fixture&) = delete;
  Fixture& operator=(const Fixture&) = delete;

  [[nodiscard]] std::string path() const { return (folder / "out.json").string(); }

  [[nodiscard]] std::string content() const {
    std::ifstream file(path());
    return {std::istreambuf_iterator<char>(file), {}};
  }

  [[nodiscard]] long files() const {
    return std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
  }

  std::filesystem::path folder;
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Console console{.in = in, .out = out, .err = err};
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a file appears with commit, and replaces the old one") {
  std::ofstream(path()) << "old";
  chmod(path().c_str(), 0640);
  {
    OutputFile file(console, path());
    file.stream() << "new";
    CHECK(content() == "old");
    file.commit();
  }
  CHECK(content() == "new");
  CHECK(files() == 1);
  struct stat status {};
  REQUIRE(stat(path().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
}

TEST_CASE_FIXTURE(Fixture, "without commit nothing changes and nothing is left behind") {
  std::ofstream(path()) << "old";
  {
    OutputFile file(console, path());
    file.stream() << "half";
  }
  CHECK(content() == "old");
  CHECK(files() == 1);
}

TEST_CASE_FIXTURE(Fixture, "- is standard output") {
  OutputFile file(console, "-");
  file.stream() << "new";
  file.commit();
  CHECK(out.str() == "new");
}

TEST_CASE_FIXTURE(Fixture, "a full device is an error that names the file and the cause") {
  OutputFile file(console, "/dev/full");
  file.stream() << "new";
  CHECK_THROWS_WITH_AS(
      file.commit(), "/dev/full: cannot be written (No space left on device); nothing was changed", IoError);
}

TEST_CASE_FIXTURE(Fixture, "a folder is not a file") {
  CHECK_THROWS_WITH_AS(OutputFile(console, folder.string()),
                       (folder.string() + ": is a folder; expected the name of a file").c_str(), IoError);
}
