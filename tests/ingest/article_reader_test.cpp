#include "ingest/article_reader.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "records/dump.hpp"

using namespace actorgraph;
using namespace std::string_literals;

namespace {

namespace fs = std::filesystem;

/// A folder of its own that is gone at the end of the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "actorgraph-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
    ::chmod(name.c_str(), 0755);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  std::string write(const std::string& name, std::string_view bytes) const {
    const fs::path file = fs::path(path_) / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
  }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// Someone without root's rights to read everything, for the life of the object.
class PlainUser {
 public:
  PlainUser() {
    if (was_root_) REQUIRE(::seteuid(65534) == 0);
  }
  PlainUser(const PlainUser&) = delete;
  PlainUser& operator=(const PlainUser&) = delete;
  ~PlainUser() {
    if (was_root_) (void)!::seteuid(0);
  }

 private:
  bool was_root_ = ::geteuid() == 0;
};

struct Seen {
  std::vector<Article> articles;
  std::vector<IngestProgress> progress;
  std::string log;  ///< in order: "article PATH name", or the issue; without the folder's own path
  IngestProgress end;
};

Seen read(std::vector<std::string> paths, const IngestOptions& options = {}, const std::string& input = {},
          const std::string& folder = {}) {
  Seen seen;
  const auto say = [&](std::string line) {
    if (!folder.empty() && line.find(folder) != std::string::npos)
      line.erase(line.find(folder), folder.size() + 1);
    seen.log += line + '\n';
  };
  IngestHandlers handlers;
  handlers.on_article = [&](Article article, const IngestProgress& progress) {
    const std::string path = folder.empty() ? article.path : fs::relative(article.path, folder).string();
    say("article " + path + (article.name.empty() ? "" : " " + article.name));
    seen.articles.push_back(std::move(article));
    seen.progress.push_back(progress);
  };
  handlers.on_issue = [&](const Issue& issue, const IngestProgress& progress) {
    say(to_string(issue));
    seen.progress.push_back(progress);
  };
  std::istringstream in(input);
  seen.end = read_articles(paths, options, in, handlers);
  CHECK(seen.end.articles == seen.articles.size());
  return seen;
}

const std::string kRecord = R"({"id": "1", "text": "Two people died."})"s + '\n';

}  // namespace

TEST_CASE("folders are searched through in the order of names, files in the order of paths and lines") {
  const Folder folder;
  folder.write("b.txt", "B is here.");
  folder.write("a/z.jsonl", kRecord + R"({"id": "2", "text": "B."})");
  folder.write("a/B.TXT", "B is there.");
  folder.write("a.txt", "A is here.");
  folder.write("notes.md", "Not read.");
  folder.write(".hidden.txt", "Not read.");
  folder.write(".git/c.txt", "Not read.");
  fs::create_directory_symlink(folder.path(), folder.path() + "/loop");
  const Seen seen = read({folder.path()}, {}, {}, folder.path());
  CHECK(seen.log ==
        "article a/B.TXT\narticle a/z.jsonl 1\narticle a/z.jsonl 2\narticle a.txt\narticle b.txt\n");
  CHECK(seen.end.bytes == total_bytes(std::vector{folder.path()}));
  CHECK(seen.articles[0].path == folder.path() + "/a/B.TXT");
  CHECK(read({folder.path() + "/b.txt", folder.path() + "/a.txt"}, {}, {}, folder.path()).log ==
        "article b.txt\narticle a.txt\n");
}

TEST_CASE("a broken line is reported with its place and the run goes on") {
  const Folder folder;
  folder.write("a.jsonl", kRecord + "{\"text\": }\n\n" + R"({"id": "3", "text": "C."})" + "\n[]\n");
  folder.write("b.txt", "B is here.");
  const Seen seen = read({folder.path()}, {}, {}, folder.path());
  CHECK(seen.log ==
        "article a.jsonl 1\n"
        "a.jsonl:2:10: not valid JSON: invalid value; expected one JSON object a line, found '}'\n"
        "article a.jsonl 3\n"
        "a.jsonl:5:1: expected a JSON object ({\"title\": ..., \"text\": ...}), found '[]'\n"
        "article b.txt\n");
  CHECK(seen.end.issues == 2);
  CHECK(seen.end.articles == 3);
  CHECK(seen.progress[0].bytes == kRecord.size());
  CHECK(seen.progress[0].articles == 1);
}

TEST_CASE("every broken file gets a message of its own and the run goes on") {
  const Folder folder;
  folder.write("a.txt", "");
  folder.write("b.txt", " \n\n");
  folder.write("c.txt",
               "\x7f"
               "ELF\x02\0\0"s);
  folder.write("d.txt", "The port\nof \xE2\x80 Tamar \xC3\xA9.");
  folder.write("e.jsonl", "");
  folder.write("f.jsonl", "\n \n");
  folder.write("g.jsonl", "\x89PNG\0\0"s);
  folder.write("h.jsonl", "{\"text\": \"caf\xE9\"}\n");
  folder.write("i.txt", "Two people died.");
  CHECK(
      read({folder.path()}, {}, {}, folder.path()).log ==
      "a.txt: is empty; expected an article\n"
      "b.txt: has only white space; expected an article\n"
      "c.txt:1:6: a binary file (it has a NUL byte here); expected text\n"
      "d.txt:2:4: byte 0xE2 is not valid UTF-8, and the text fits no other encoding; convert the file to "
      "UTF-8"
      " (for example with iconv) and read it again\n"
      "e.jsonl: is empty; expected an article\n"
      "f.jsonl: has only white space; expected an article\n"
      "g.jsonl:1:5: a binary file (it has a NUL byte here); expected text\n"
      "h.jsonl:1:14: not valid UTF-8; JSON lines must be UTF-8: convert the file (for example with iconv) and"
      " read it again\n"
      "article i.txt\n");
}

TEST_CASE("paths that cannot be read say so") {
  const Folder folder;
  folder.write("notes.md", "Not read.");
  folder.write("shut/a.txt", "A is here.");
  folder.write("b.txt", "B is here.");
  folder.write("c.txt", "C is here.");
  fs::permissions(folder.path() + "/shut", fs::perms::none);
  fs::permissions(folder.path() + "/b.txt", fs::perms::none);
  std::string log;
  {
    const PlainUser user;
    log =
        read({folder.path() + "/none.txt", folder.path() + "/notes.md", folder.path()}, {}, {}, folder.path())
            .log;
  }
  fs::permissions(folder.path() + "/shut", fs::perms::owner_all);
  CHECK(log ==
        "none.txt: no such file or folder\n"
        "notes.md: unknown kind of file; expected .txt (plain text), .jsonl or .ndjson (JSON lines), or a "
        "folder\n"
        "b.txt: cannot be opened: permission denied\n"
        "article c.txt\n"
        "shut: cannot read the folder: permission denied\n");
}

TEST_CASE("standard input is JSON lines where it begins with a brace, else a plain text") {
  CHECK(read({"-"}, {}, "\n " + kRecord + kRecord).log == "article - 1\narticle - 1\n");
  CHECK(
      read({"-"}, {}, "\xEF\xBB\xBF" + kRecord + "{").log ==
      "article - 1\n-:2:2: not valid JSON: missing a name for object member; expected one JSON object a line,"
      " found the end of the line\n");
  const Seen seen = read({"-"}, {}, "\n Rebels seize port\n\nTwo people died.\n");
  REQUIRE(seen.log == "article -\n");
  CHECK(seen.articles[0].text == "\n Rebels seize port\n\nTwo people died.\n");
  CHECK(dump(seen.articles[0]) == "title 2..19 | Rebels seize port\nbody 21..37 | Two people died.\n");
  CHECK(seen.end.bytes == 38);
  CHECK(read({"-"}, {}, "").log == "-: is empty; expected an article\n");
}

TEST_CASE("JSON lines in UTF-16 are read, with a mark and without") {
  std::string little;
  for (const char c : kRecord + kRecord) little += std::string{c, '\0'};
  CHECK(read({"-"}, {}, "\xFF\xFE" + little).log == "article - 1\narticle - 1\n");
  CHECK(read({"-"}, {}, little).log == "article - 1\narticle - 1\n");
  const Folder folder;
  folder.write("a.jsonl", "\xFF\xFE" + little);
  const Seen seen = read({folder.path()}, {}, {}, folder.path());
  CHECK(seen.log == "article a.jsonl 1\narticle a.jsonl 1\n");
  CHECK(seen.end.bytes == little.size() + 2);
}

TEST_CASE("the date and source of the options win over a text's and fill a record's") {
  const IngestOptions options{.published = parse_date("2020-01-02"), .source = "Given"};
  const Article text =
      read({"-"}, options, "Orrin Post\n\nRebels have seized the port\n\n7 June 2024\n\nTwo died.")
          .articles[0];
  CHECK(to_string(*text.published) == "2020-01-02");
  CHECK(text.source == "Given");
  const Article bare = read({"-"}, options, kRecord).articles[0];
  CHECK(to_string(*bare.published) == "2020-01-02");
  CHECK(bare.source == "Given");
  const Article full =
      read({"-"}, options, R"({"text": "A.", "date": "2024-06-07", "source": "Own"})").articles[0];
  CHECK(to_string(*full.published) == "2024-06-07");
  CHECK(full.source == "Own");
}

TEST_CASE("an article beyond the limit is left out") {
  const Folder folder;
  folder.write("a.txt", "Two people died in the port.");
  folder.write("b.jsonl", R"({"id": "1", "text": "A very long text."})"
                          "\n"
                          R"({"text": "B."})");
  folder.write("c.txt", "Short.");
  const IngestOptions options{.max_article_bytes = 20};
  const Seen seen = read({folder.path()}, options, {}, folder.path());
  CHECK(seen.log ==
        "a.txt: the text is longer than the 20 bytes that one article may have; split it into articles, or "
        "allow more with --max-article-mb\n"
        "b.jsonl:1: the line is longer than the 20 bytes that one article may have; split it into articles, "
        "or allow more with --max-article-mb\n"
        "article b.jsonl\n"
        "article c.txt\n");
  CHECK(seen.end.bytes == total_bytes(std::vector{folder.path()}));
  CHECK(read({"-"}, options, "Two people died in the port.").log ==
        "-: the text is longer than the 20 bytes that one article may have; split it into articles, or allow "
        "more with --max-article-mb\n");
  CHECK(read({"-"}, options, "Two people\n\ndied in the port.").log ==
        "-: the text is longer than the 20 bytes that one article may have; split it into articles, or allow "
        "more with --max-article-mb\n");
}

TEST_CASE("a first line beyond the limit does not hide the records after it") {
  CHECK(read({"-"}, {.max_article_bytes = 20},
             R"({"text": "A very long text."})"
             "\n"
             R"({"text": "B."})")
            .log ==
        "-:1: the line is longer than the 20 bytes that one article may have; split it into articles, or "
        "allow more with "
        "--max-article-mb\narticle -\n");
}

TEST_CASE("what is missing counts no bytes") {
  CHECK(total_bytes(std::vector<std::string>{"-", "/nowhere/at/all"}) == 0);
}

TEST_CASE("what a handler throws passes through") {
  std::istringstream in(kRecord);
  IngestHandlers handlers;
  handlers.on_article = [](const Article&, const IngestProgress&) { throw std::runtime_error("stop"); };
  const std::vector<std::string> paths = {"-"};
  CHECK_THROWS_WITH(read_articles(paths, {}, in, handlers), "stop");
}
