#include "store/sql_query.hpp"

#include <doctest/doctest.h>

#include "tests/store/store_files.hpp"

using namespace actorgraph;

namespace {

std::string refusal_of(const Store& store, const std::string& sql) {
  try {
    const SqlQuery query(store, sql);
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a question has columns and rows, whose values keep their types") {
  const TemporaryFolder folder;
  make_file(folder.file("a.db"), 1);
  const Store store = Store::open_read_only(folder.file("a.db"));
  SqlQuery query(store,
                 "SELECT relation, 2 AS two, 0.5, NULL, x'0aff', place FROM claims WHERE place IS NOT NULL;");
  CHECK(query.columns() == std::vector<std::string>{"relation", "two", "0.5", "NULL", "x'0aff'", "place"});
  REQUIRE(query.next());
  CHECK(query.value(0) == SqlQuery::Value("raid"));
  CHECK(query.value(1) == SqlQuery::Value(std::int64_t{2}));
  CHECK(query.value(2) == SqlQuery::Value(0.5));
  CHECK(query.value(3) == SqlQuery::Value());
  CHECK(query.value(4) == SqlQuery::Value("0aff"));
  CHECK(query.value(5) == SqlQuery::Value("Café quarter"));
  CHECK_FALSE(query.next());
}

TEST_CASE("every view answers, with readable dates and ids") {
  const TemporaryFolder folder;
  make_file(folder.file("a.db"), 1);
  const Store store = Store::open_read_only(folder.file("a.db"));
  for (const char* view : {"documents", "sentences", "claims", "actors", "aliases", "merges", "refusals",
                           "edges", "evidence", "events", "event_claims", "corrections"}) {
    CAPTURE(view);
    SqlQuery query(store, std::string("SELECT * FROM ") + view);
    while (query.next()) CHECK(query.columns().size() > 1);
  }
  SqlQuery query(store,
                 "SELECT id, published, subject, object, said_by, modality, first, country FROM claims"
                 " WHERE object IS NOT NULL");
  REQUIRE(query.next());
  const Document doc = make_document("Town 0");
  CHECK(query.value(0) == SqlQuery::Value(to_string(make_claims(doc)[1].id)));
  CHECK(query.value(1) == SqlQuery::Value("2024-03-25"));
  CHECK(query.value(2) == SqlQuery::Value("Northern rebels"));
  CHECK(query.value(3) == SqlQuery::Value("café"));
  CHECK(query.value(4) == SqlQuery::Value("police"));
  CHECK(query.value(5) == SqlQuery::Value("denied"));
  CHECK(query.value(6) == SqlQuery::Value("2024-03-25"));
  CHECK(query.value(7) == SqlQuery::Value("AFG"));
}

TEST_CASE("sentences are searched in SQL, too") {
  const TemporaryFolder folder;
  make_file(folder.file("a.db"), 2);
  const Store store = Store::open_read_only(folder.file("a.db"));
  SqlQuery query(store,
                 "SELECT text FROM sentence_search WHERE text MATCH 'raiding NOT rebel' ORDER BY rowid");
  REQUIRE(query.next());
  CHECK(query.value(0) == SqlQuery::Value("Café raided in Town 0"));
  CHECK(query.next());
  CHECK_FALSE(query.next());
}

TEST_CASE("nothing but reading is allowed") {
  const TemporaryFolder folder;
  make_file(folder.file("a.db"), 1);
  const std::string before = read_bytes(folder.file("a.db"));
  const Store store = Store::open(folder.file("a.db"));
  for (const char* sql : {"DELETE FROM claim", "UPDATE document SET text = ''", "DROP TABLE claim",
                          "CREATE TEMP TABLE x (y)", "ATTACH 'other.db' AS other", "PRAGMA query_only = OFF",
                          "PRAGMA journal_mode = DELETE", "VACUUM", "BEGIN", "SELECT load_extension('x')",
                          "INSERT INTO sentence_search (sentence_search) VALUES ('delete-all')"}) {
    CAPTURE(sql);
    CHECK(refusal_of(store, sql).starts_with("sql: "));
  }
  CHECK(refusal_of(store, "DELETE FROM claim") ==
        "sql: only questions can be asked (SELECT ..., WITH ... SELECT ...), of this file alone\n"
        "  DELETE FROM claim\n"
        "  ^");
  CHECK(store.stats().claims == 2);
}

TEST_CASE("what SQLite does not understand is shown with a caret") {
  const TemporaryFolder folder;
  make_file(folder.file("a.db"), 1);
  const Store store = Store::open_read_only(folder.file("a.db"));
  CHECK(refusal_of(store, "SELECT nme\nFROM actors") == "sql: no such column: nme\n  SELECT nme\n         ^");
  CHECK(refusal_of(store, "SELECT 1\nFORM actors") ==
        "sql: near \"actors\": syntax error\n  FORM actors\n       ^");
  CHECK(refusal_of(store, "SELECT 1 FROM actor_names") ==
        "sql: no such table: actor_names; there are actors, aliases, claims, corrections, documents, edges, "
        "event_claims, events, evidence, merges, refusals and sentences\n  SELECT 1 FROM actor_names\n  ^");
  CHECK(refusal_of(store, "SELECT 1; SELECT 2") ==
        "sql: expected one statement\n  SELECT 1; SELECT 2\n            ^");
  CHECK(refusal_of(store, "  -- nothing") == "sql: there is no statement; expected SELECT ...");
}
