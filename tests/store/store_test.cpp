#include "store/store.hpp"

#include <doctest/doctest.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include "records/dump.hpp"
#include "tests/store/store_files.hpp"

using namespace actorgraph;

TEST_CASE("what was added comes out again") {
  const TemporaryFolder folder;
  const Document doc = make_document("Kabul");
  const std::vector<Claim> claims = make_claims(doc);
  {
    Store store = Store::create(folder.file("a.db"));
    CHECK(store.add(doc, claims));
    store.commit();
  }
  const Store store = Store::open_read_only(folder.file("a.db"));
  std::vector<StoredDocument> all;
  store.for_each([&](const StoredDocument& stored) { all.push_back(stored); });
  REQUIRE(all.size() == 1);
  const Document& read = all[0].doc;
  CHECK(read.id == doc.id);
  CHECK(read.article.text == doc.article.text);
  CHECK(read.article.blocks == doc.article.blocks);
  CHECK(read.article.path == doc.article.path);
  CHECK(read.article.name == doc.article.name);
  CHECK(read.article.url == doc.article.url);
  CHECK(read.article.source == doc.article.source);
  CHECK(read.article.author == doc.article.author);
  CHECK(read.article.place == doc.article.place);
  CHECK(read.article.published == doc.article.published);
  REQUIRE(read.sentences.size() == 2);
  CHECK(read.sentences[0].span == doc.sentences[0].span);
  CHECK(read.sentences[0].kind == SentenceKind::Headline);
  CHECK(read.sentences[1].kind == SentenceKind::Prose);
  CHECK(read.sentences[1].block == 1);
  CHECK(dump(all[0].claims) == dump(claims));
  CHECK(all[0].claims == claims);
}

TEST_CASE("a document without date, sentences and claims is kept") {
  const TemporaryFolder folder;
  Document doc;
  doc.article.text = "x";
  doc.id = make_document_id(doc.article);
  Store store = Store::create(folder.file("a.db"));
  CHECK(store.add(doc, {}));
  const auto stored = store.find_document(doc.id);
  REQUIRE(stored);
  CHECK(stored->doc.article.text == "x");
  CHECK_FALSE(stored->doc.article.published);
  CHECK(stored->claims.empty());
}

TEST_CASE("a document that is present is skipped, in one run and in the next") {
  const TemporaryFolder folder;
  const Document doc = make_document("Kabul");
  {
    Store store = Store::create(folder.file("a.db"));
    CHECK(store.add(doc, make_claims(doc)));
    CHECK_FALSE(store.add(doc, make_claims(doc)));
    store.commit();
  }
  const std::string before = read_bytes(folder.file("a.db"));
  Store store = Store::open(folder.file("a.db"));
  CHECK(store.contains(doc.id));
  CHECK_FALSE(store.add(doc, {}));
  CHECK(store.add(make_document("Herat"), {}));
  CHECK(store.stats().documents == 2);
  CHECK(store.stats().claims == 2);
  CHECK(before.size() > 0);
}

TEST_CASE("claims with equal ids are one claim") {
  const TemporaryFolder folder;
  const Document doc = make_document("Kabul");
  std::vector<Claim> claims = make_claims(doc);
  claims.push_back(claims[0]);
  Store store = Store::create(folder.file("a.db"));
  store.add(doc, claims);
  CHECK(store.stats().claims == 2);
}

TEST_CASE("what was not committed is taken back") {
  const TemporaryFolder folder;
  make_file(folder.file("a.db"), 1);
  {
    Store store = Store::open(folder.file("a.db"));
    store.add(make_document("Herat"), {});
    CHECK(store.stats().documents == 2);
  }
  CHECK(Store::open(folder.file("a.db")).stats().documents == 1);
}

TEST_CASE("a full batch is committed by itself") {
  const TemporaryFolder folder;
  {
    Store store = Store::create(folder.file("a.db"));
    for (std::uint32_t i = 0; i < Store::kBatchDocuments + 1; ++i) {
      store.add(make_document("Town " + std::to_string(i)), {});
    }
  }
  CHECK(Store::open_read_only(folder.file("a.db")).stats().documents == Store::kBatchDocuments);
}

TEST_CASE("a removed document leaves nothing behind") {
  const TemporaryFolder folder;
  make_file(folder.file("a.db"), 3);
  Store store = Store::open(folder.file("a.db"));
  const DocumentId second = make_document("Town 1").id;
  CHECK(store.remove(second));
  CHECK_FALSE(store.remove(second));
  CHECK_FALSE(store.contains(second));
  CHECK(store.stats().documents == 2);
  CHECK(store.stats().sentences == 4);
  CHECK(store.stats().claims == 4);
  store.commit();
  CHECK(Store::open_read_only(folder.file("a.db")).stats().documents == 2);
  const Document doc = make_document("Town 1");
  CHECK(store.add(doc, make_claims(doc)));
  CHECK(store.stats().claims == 6);
}

TEST_CASE("documents are found by id, name, path and address") {
  const TemporaryFolder folder;
  Store store = Store::create(folder.file("a.db"));
  Document doc = make_document("Kabul");
  store.add(doc, {});
  Document other = make_document("Herat");
  other.article.name = "n2";
  other.article.url = "https://example.org/2";
  other.id = make_document_id(other.article);
  store.add(other, {});
  CHECK(store.find_documents("n2") == std::vector{other.id});
  CHECK(store.find_documents("https://example.org/1") == std::vector{doc.id});
  CHECK(store.find_documents("news.txt") == std::vector{doc.id, other.id});
  CHECK(store.find_documents(to_string(doc.id)) == std::vector{doc.id});
  CHECK(store.find_documents("n3").empty());
}

TEST_CASE("corrections are kept in order, once each, until they are taken back") {
  const TemporaryFolder folder;
  Correction join;
  join.actor = {1};
  join.other_actor = {2};
  join.note = "Lind = Linde";
  Correction rename;
  rename.kind = CorrectionKind::RenameActor;
  rename.actor = {2};
  rename.name = "Ada Lind";
  {
    Store store = Store::create(folder.file("a.db"));
    CHECK(store.corrections().empty());
    CHECK(store.add_correction(rename));
    CHECK(store.add_correction(join));
    CHECK_FALSE(store.add_correction(join));
    store.commit();
  }
  Store store = Store::open(folder.file("a.db"));
  CHECK(store.corrections() == std::vector{rename, join});
  CHECK(store.remove_correction(rename));
  CHECK_FALSE(store.remove_correction(rename));
  CHECK(store.corrections() == std::vector{join});
}

TEST_CASE("the same documents give the same bytes") {
  const TemporaryFolder folder;
  make_file(folder.file("a.db"), 300);
  make_file(folder.file("b.db"), 300);
  CHECK(read_bytes(folder.file("a.db")) == read_bytes(folder.file("b.db")));
}

TEST_CASE("claims are found by id and by a range of ids") {
  const TemporaryFolder folder;
  const Document doc = make_document("Kabul");
  std::vector<Claim> claims = make_claims(doc);
  claims[0].id = {0x7FFF'0000'0000'0001ULL};
  claims[1].id = {0x8000'0000'0000'0001ULL};
  Store store = Store::create(folder.file("a.db"));
  store.add(doc, claims);
  CHECK(store.find_document_of(claims[1].id) == doc.id);
  CHECK_FALSE(store.find_document_of({5}));
  CHECK_FALSE(store.find_document({5}));
  CHECK(store.find_claims({1}, {0xFFFF'FFFF'FFFF'FFFFULL}, 10) == std::vector{claims[0].id, claims[1].id});
  CHECK(store.find_claims({1}, {0xFFFF'FFFF'FFFF'FFFFULL}, 1) == std::vector{claims[0].id});
  CHECK(store.find_claims({0x8000'0000'0000'0000ULL}, {0x8FFF'FFFF'FFFF'FFFFULL}, 10) ==
        std::vector{claims[1].id});
  CHECK(store.find_claims({2}, {3}, 10).empty());
}

TEST_CASE("stats count what is there") {
  const TemporaryFolder folder;
  make_file(folder.file("a.db"), 3);
  const StoreStats stats = Store::open_read_only(folder.file("a.db")).stats();
  CHECK(stats.documents == 3);
  CHECK(stats.sentences == 6);
  CHECK(stats.claims == 6);
  CHECK(stats.text_bytes == 3 * make_document("Town 0").article.text.size());
  CHECK(stats.file_bytes == std::filesystem::file_size(folder.file("a.db")));
  CHECK(stats.first_published == parse_date("2024-03-25"));
  CHECK(stats.last_published == parse_date("2024-03-25"));
}

TEST_CASE("a missing, foreign, empty or damaged file is told apart") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  const auto open = [&] { static_cast<void>(Store::open_read_only(path)); };

  CHECK(message_of(open) == "StoreError: " + path +
                                ": no such graph file; make one with: actorgraph build ARTICLES... -o " +
                                path);

  std::ofstream(path) << "Rebels raided a café. This is text, not a database, and it is long enough to see.";
  CHECK(message_of(open) == "StoreError: " + path +
                                ": this is not a graph file (file is not a database); expected a file that "
                                "`actorgraph build -o` wrote");

  std::filesystem::resize_file(path, 0);
  CHECK(message_of(open) == "StoreError: " + path +
                                ": this is not a graph file (an SQLite file of another program, or an empty "
                                "one); expected a file that `actorgraph build -o` wrote");

  SQLite::Database(path, SQLite::OPEN_READWRITE).exec("CREATE TABLE other (x)");
  CHECK(
      message_of(open).starts_with("StoreError: " + path + ": this is not a graph file (an SQLite file of"));

  std::filesystem::remove(path);
  std::filesystem::create_directory(path);
  CHECK(message_of(open) ==
        "StoreError: " + path + ": is a folder; expected a graph file that `actorgraph build -o` wrote");
}

TEST_CASE("a file of another version is refused with what to do") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  make_file(path, 1);
  SQLite::Database(path, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
  CHECK(message_of([&] { static_cast<void>(Store::open(path)); }) ==
        "StoreError: " + path +
            ": the graph file has version 99, this program reads "
            "versions 1 to 4; use the newer actorgraph that wrote it");
}

TEST_CASE("a truncated file is damaged") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  make_file(path, 50);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  CHECK(
      message_of([&] { static_cast<void>(Store::open_read_only(path)); }) ==
      "StoreError: " + path +
          ": the graph file is damaged (database disk image is malformed); restore a copy, or build it again "
          "from the articles");
}

TEST_CASE("a value that cannot be is damage, not a crash") {
  for (const char* harm : {
           "UPDATE claim SET modality = 99",
           "UPDATE claim SET subject_end = 1000000",
           "UPDATE claim SET subject_begin = -1",
           "UPDATE claim SET inferred = '[1]'",
           "UPDATE claim SET arguments = '[[\"time\"]]'",
           "UPDATE claim SET arguments = '{'",
           "UPDATE claim SET subject_kind = -1",
           "UPDATE time SET precision = 99",
           "UPDATE sentence SET end_byte = 1000000",
           "UPDATE document SET published = 999999999",
           "UPDATE document SET blocks = '[[\"tail\",0,1]]'",
       }) {
    CAPTURE(harm);
    const TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    make_file(path, 1);
    SQLite::Database(path, SQLite::OPEN_READWRITE).exec(harm);
    const Store store = Store::open_read_only(path);
    const std::string message = message_of([&] { store.for_each([](const StoredDocument&) {}); });
    CHECK(message.starts_with("StoreError: " + path + ": the graph file is damaged ("));
  }
}

TEST_CASE("the half transaction of a killed run is taken back on reading") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  const std::string copy = folder.file("copy.db");
  make_file(path, 1);
  {
    SQLite::Database db(path, SQLite::OPEN_READWRITE);
    db.exec("PRAGMA cache_size = 1; BEGIN");
    for (int i = 0; i < 100; ++i) {
      db.exec(
          "INSERT INTO document (id, digest, path, name, title, url, source, author, place, blocks, text) "
          "VALUES"
          " (abs(random()), 0, '', '', '', '', '', '', '', '[]', hex(zeroblob(5000)))");
    }
    std::filesystem::copy_file(path, copy);
    std::filesystem::copy_file(path + "-journal", copy + "-journal");
  }
  CHECK(read_bytes(copy) != read_bytes(path));
  CHECK(Store::open_read_only(copy).stats().documents == 1);
  CHECK_FALSE(std::filesystem::exists(copy + "-journal"));
}

TEST_CASE("creating over an existing file or in a missing folder is refused") {
  const TemporaryFolder folder;
  make_file(folder.file("a.db"), 1);
  CHECK(message_of([&] { static_cast<void>(Store::create(folder.file("a.db"))); }) ==
        "IoError: " + folder.file("a.db") + ": exists already; expected a new file");
  CHECK(message_of([&] { static_cast<void>(Store::create(folder.file("none/a.db"))); }) ==
        "IoError: " + folder.file("none/a.db") +
            ": cannot be opened (unable to open database file); check that its folder exists and may be "
            "written");
}

TEST_CASE("an empty file, as a run killed at its start leaves it, is made anew") {
  const TemporaryFolder folder;
  std::ofstream(folder.file("a.db")).flush();
  CHECK(Store::create(folder.file("a.db")).stats().documents == 0);
}

TEST_CASE("a claim cannot stand without its sentence") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  make_file(path, 2);
  SQLite::Database db(path, SQLite::OPEN_READWRITE);
  db.exec("PRAGMA foreign_keys = ON; DELETE FROM document WHERE number = 1");
  CHECK(db.execAndGet("SELECT count(*) FROM claim").getInt() == 2);
  CHECK(db.execAndGet("SELECT count(*) FROM sentence").getInt() == 2);
}

TEST_CASE("the file is one file again when its writer has closed it") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  {
    Store store = Store::create(path);
    store.add(make_document("Zenda"), {});
    store.commit();
    CHECK(std::filesystem::exists(path + "-wal"));
    CHECK(Store::open_read_only(path).stats().documents == 1);
  }
  for (const char* side : {"-wal", "-shm", "-journal"}) CHECK_FALSE(std::filesystem::exists(path + side));
}

TEST_CASE("what a writer has not yet put back is read by others, and by the next one") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  const std::string copy = folder.file("copy.db");
  {
    Store store = Store::create(path);
    store.add(make_document("Zenda"), {});
    store.commit();
    // As a killed run leaves the two.
    std::filesystem::copy_file(path, copy);
    std::filesystem::copy_file(path + "-wal", copy + "-wal");
  }
  CHECK(Store::open_read_only(copy).stats().documents == 1);
  CHECK(Store::open(copy).stats().documents == 1);
  CHECK_FALSE(std::filesystem::exists(copy + "-wal"));
  CHECK(Store::open_read_only(copy).stats().documents == 1);
}

TEST_CASE("a graph is behind what was added, removed or corrected since") {
  const TemporaryFolder folder;
  make_file(folder.file("a.db"), 1);
  Store store = Store::open(folder.file("a.db"));
  CHECK_FALSE(store.has_current_graph());
  CHECK_FALSE(store.remove({5}));
  CHECK_FALSE(store.remove_correction({}));
}

TEST_CASE("a second writer waits, then says who is writing") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  Store first = Store::create(path);
  first.add(make_document("Zenda"), {});
  Store second = Store::open(path);
  second.set_patience_ms(50);
  const std::string message = message_of([&] { second.add(make_document("Strelsau"), {}); });
  // Where the system does not list locks, nobody is named.
  const bool is_named =
      message.starts_with("IoError: " + path + ": process " + std::to_string(getpid()) + " (");
  CHECK((is_named || message.starts_with("IoError: " + path + ": another program is writing")));
  CHECK(message.ends_with(" is writing this graph file (database is locked); try again when it has ended"));
  first.commit();
  CHECK(second.add(make_document("Strelsau"), {}));
  second.commit();
  CHECK(second.stats().documents == 2);
}

TEST_CASE("a file that a killed run left without tables is made new") {
  const TemporaryFolder folder;
  const std::string path = folder.file("a.db");
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("PRAGMA journal_mode = WAL");
  CHECK(std::filesystem::file_size(path) > 0);
  Store store = Store::open(path);
  CHECK(store.add(make_document("Zenda"), {}));
}

TEST_CASE("runs that make a file at once share it") {
  const TemporaryFolder folder;
  Store first = Store::open_or_create(folder.file("a.db"));
  Store second = Store::open_or_create(folder.file("a.db"));
  CHECK(first.stats().documents == 0);
  CHECK(second.stats().documents == 0);
}
