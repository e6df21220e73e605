// The open file of a Store: its connection, its prepared statements and its transaction. Used by Store alone.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>

#include "store/store.hpp"
#include "store/store_error.hpp"

namespace actorgraph {

/// Ids are kept as signed integers.
[[nodiscard]] constexpr std::int64_t to_sql(std::uint64_t id) {
  return static_cast<std::int64_t>(id);
}

/// The columns that File::read_document expects.
inline constexpr const char* kDocumentColumns =
    "number, id, path, name, url, source, author, place, published, blocks, text";

struct Store::File {
  File(std::string file_path, int flags);

  void prepare_writing();
  void prepare_reading();

  /// Errors: throws StoreError where the file is of another program or version.
  void check_version();

  /// Reads the document of the current row of `select`, whose columns are kDocumentColumns.
  StoredDocument read_document(SQLite::Statement& select);

  /// Opens the transaction where none is open.
  void begin();

  /// Runs a statement in the transaction; whether it changed a row.
  template <class Bind>
  bool change(const char* sql, const Bind& bind) {
    begin();
    SQLite::Statement statement(db, sql);
    bind(statement);
    return statement.exec() > 0;
  }

  std::string path;
  SQLite::Database db;
  std::optional<SQLite::Statement> insert_document;
  std::optional<SQLite::Statement> insert_sentence;
  std::optional<SQLite::Statement> insert_claim;
  std::optional<SQLite::Statement> select_sentences;
  std::optional<SQLite::Statement> select_claims;
  std::optional<SQLite::Statement> select_number;
  std::optional<SQLite::Transaction> transaction;  // after db: rolled back before the file is closed
  std::uint32_t pending = 0;                       // documents in the transaction
};

}  // namespace actorgraph
