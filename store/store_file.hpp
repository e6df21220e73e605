// The open file of a Store: its connection, its prepared statements and its transaction. Used by Store and
// its parts alone.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/claim_row.hpp"
#include "store/row_cursor.hpp"
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

/// How a file is opened.
enum class FileAccess : std::uint8_t {
  Create,    ///< a new file
  Write,     ///< an existing one
  Read,      ///< an existing one that stays as it is
  Immutable  ///< the same where nobody can write it, not even SQLite its side files
};

struct Store::File {
  File(std::string file_path, FileAccess access);
  ~File();
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  /// Ends all that is under way and puts everything into the one file, unless somebody else has it open.
  void finish();

  void prepare_writing();
  void prepare_reading();

  /// The version of the file's tables.
  /// Errors: throws StoreError where the file is of another program, or of a newer version of this one.
  [[nodiscard]] int check_version();

  /// Whether the file has no table and is nobody's yet: a new one, or what a run left that was killed while
  /// it made the file.
  [[nodiscard]] bool is_blank() const;

  /// Makes the tables of the current version in the open transaction.
  void make_tables();

  /// The same in a transaction of its own, where no other program was quicker.
  void make_tables_if_blank();

  /// Brings the tables of an earlier version to the present one, in a transaction of its own.
  void migrate();

  /// Out:      false where the file has the line already.
  bool add_correction_line(const std::string& line);

  /// Reads the document of the current row of `select`, whose columns are kDocumentColumns.
  StoredDocument read_document(const RowCursor& select);

  /// Opens the transaction where none is open.
  void begin();

  /// Writes a document that the file does not know, in the open transaction.
  void insert(const Document& doc, std::span<const Claim> claims, std::uint64_t digest);

  /// Says that the graph is no longer that of the claims, in the open transaction.
  void mark_behind();

  /// Empties the tables of the graph, in the open transaction.
  void clear_graph();

  /// Takes what no claim refers to any more out of the lists, in the open transaction.
  void drop_unused();

  [[nodiscard]] std::int64_t state(const char* name) const;
  void set_state(const char* name, std::int64_t value);

  /// The number of a term, which is added where it is new.
  std::int64_t number_of_term(const std::string& text);

  /// Runs a statement in the transaction; whether it changed a row.
  template <class Bind>
  bool change(const char* sql, const Bind& bind) {
    begin();
    SQLite::Statement statement(db, sql);
    bind(statement);
    return statement.exec() > 0;
  }

  std::string path;
  FileAccess access;
  SQLite::Database db;
  std::optional<SQLite::Statement> insert_document;
  std::optional<SQLite::Statement> insert_sentence;
  std::optional<SQLite::Statement> insert_search;
  std::optional<SQLite::Statement> insert_claim;
  std::optional<SQLite::Statement> insert_detail;
  std::optional<RowCursor> select_sentences;
  std::optional<RowCursor> select_claims;
  std::optional<RowCursor> select_number;
  std::optional<SQLite::Transaction> transaction;  // after db: rolled back before the file is closed
  std::uint32_t pending = 0;                       // documents in the transaction

 private:
  void copy_documents();
  std::int64_t number_of_code(const EventCode& code);
  std::int64_t number_of_time(const TimeReference& time);
  std::int64_t number_of_place(const PlaceReference& place);
  template <class Bind>
  std::int64_t number_of(const char* list, std::uint64_t hash, const char* insert, const Bind& bind);

  // What the lists hold, as far as this transaction has asked.
  std::unordered_map<std::string, std::int64_t> terms_;
  std::unordered_map<std::uint64_t, std::int64_t> listed_;
};

}  // namespace actorgraph
