#include "store/file_check.hpp"

#include <doctest/doctest.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <random>

#include "tests/store/store_files.hpp"

using namespace actorgraph;

namespace {

std::vector<std::string> faults_of(const std::string& path) {
  std::vector<std::string> messages;
  const Store store = Store::open_read_only(path);
  for (const Fault& fault : FileCheck(store).find_faults()) messages.push_back(fault.message);
  return messages;
}

/// All that the file says, without how it says it.
std::string content_of(const std::string& path) {
  std::string content;
  SQLite::Database db(path);
  db.exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'sentence_search', 'instance')");
  for (const char* table : {"label", "document", "sentence", "term", "code", "time", "place", "claim",
                            "claim_detail", "correction", "sqlite_schema", "words"}) {
    SQLite::Statement select(db, std::string("SELECT * FROM ") + table);
    while (select.executeStep()) {
      for (int i = 0; i < select.getColumnCount(); ++i) content += select.getColumn(i).getString() + '|';
      content += '\n';
    }
  }
  return content;
}

}  // namespace

TEST_CASE("nothing is wrong with a file that was only written and removed from") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  make_file(path, 5);
  CHECK(faults_of(path).empty());
  {
    Store store = Store::open(path);
    CHECK(store.remove(make_document("Town 3").id));
    store.commit();
  }
  CHECK(faults_of(path).empty());
}

TEST_CASE("what was changed is told with its place") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  make_file(path, 1);
  const std::string before = read_bytes(path);
  const Document doc = make_document("Town 0");
  const std::string document = "document " + to_string(doc.id) + ": ";
  const auto after = [&](const char* harm) {
    std::ofstream(path, std::ios::binary) << before;
    SQLite::Database(path, SQLite::OPEN_READWRITE).exec(harm);
    const std::vector<std::string> faults = faults_of(path);
    return faults.empty() ? std::string() : faults.front();
  };
  CHECK(after("UPDATE document SET url = 'x'") ==
        document + "its id is not that of its text, date, source and address");
  CHECK(after("UPDATE document SET title = 'x'") == document + "its title is not that of its text");
  CHECK(after("UPDATE document SET author = 'x'") ==
        document + "what was read from it is not what was written");
  CHECK(after("UPDATE claim SET confidence = 0.5") ==
        document + "what was read from it is not what was written");
  CHECK(after("UPDATE claim SET relation_end = relation_end - 1 WHERE number = 2") ==
        document + "claim " + to_string(make_claims(doc)[1].id) +
            ": its id is not that of what its sentence states");
  CHECK(after("UPDATE claim SET modality = 50") ==
        document + "50 is no number of a label in the column 'modality'");
  CHECK(after("UPDATE sentence SET end_byte = 4 WHERE number = 1")
            .starts_with(document + "sentence 1 begins or ends"));
  CHECK(after("DELETE FROM claim_detail") == document + "what was read from it is not what was written");
  CHECK(after("PRAGMA foreign_keys = OFF; DELETE FROM document").ends_with("that is missing"));
  CHECK(after("PRAGMA foreign_keys = OFF; DELETE FROM sentence").ends_with("that is missing"));
  CHECK(after("UPDATE label SET name = 'x' WHERE number = 3") ==
        "the words of kinds and modalities are not those of this version");
  CHECK(after("UPDATE place SET hash = 5") == "row 1 of the list place is not what was written");
  CHECK(after("INSERT INTO sentence_search (sentence_search) VALUES ('delete-all')") ==
        "the index sentence_search does not fit its texts");
  CHECK(after("DROP VIEW claims") == "the tables are not those of this version");
  CHECK(after("INSERT INTO correction VALUES (1, 'rename-actor', 5)") ==
        "the correction 'rename-actor' is not what was written");
}

TEST_CASE("a flipped byte anywhere is found, or changes nothing that the file says") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  make_file(path, 20);
  const std::string before = read_bytes(path);
  const std::string content = content_of(path);
  std::mt19937_64 random(5);
  int found = 0;
  for (int i = 0; i < 150; ++i) {
    std::string bytes = before;
    // What is not in use is zero, and half the file; there is less to learn from it.
    std::size_t at = random() % bytes.size();
    while (bytes[at] == '\0') at = random() % bytes.size();
    const auto bit = static_cast<unsigned>(1U << (random() % 8));
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ bit);
    CAPTURE(at);
    CAPTURE(bit);
    std::ofstream(path, std::ios::binary) << bytes;
    bool is_found = false;
    try {
      is_found = !faults_of(path).empty();
    } catch (const Error&) {
      is_found = true;
    }
    if (is_found) {
      ++found;
      continue;
    }
    const bool says_the_same = content_of(path) == content;
    CHECK(says_the_same);
  }
  CHECK(found > 100);
}
