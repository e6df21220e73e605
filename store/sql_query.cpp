#include "store/sql_query.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "records/error.hpp"
#include "store/store_file.hpp"

namespace actorgraph {
namespace {

// What the full-text search asks of itself, and what tells of tables.
constexpr std::array<std::string_view, 7> kPragmas = {"data_version",    "table_info", "table_xinfo",
                                                      "table_list",      "index_list", "index_info",
                                                      "foreign_key_list"};

int authorize(void* /*context*/, int action, const char* one, const char* other, const char* /*schema*/,
              const char* /*view*/) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION:
      return other != nullptr && std::string_view(other) == "load_extension" ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA:
      return one != nullptr && std::ranges::find(kPragmas, std::string_view(one)) != kPragmas.end()
                 ? SQLITE_OK
                 : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

/// The line of `sql` that holds byte `at`, and a caret under it.
std::string show_place(std::string_view sql, std::size_t at) {
  at = std::min(at, sql.size());
  const std::size_t before = at == 0 ? std::string_view::npos : sql.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view line = sql.substr(begin, sql.find('\n', begin) - begin);
  std::string shown = "\n  " + std::string(line) + "\n  ";
  for (std::size_t i = begin; i < at; ++i) {
    if ((static_cast<unsigned char>(sql[i]) & 0xC0U) != 0x80U) shown += ' ';
  }
  return shown + '^';
}

}  // namespace

struct SqlQuery::Handle {
  explicit Handle(Store::File& opened) : file(opened), db(opened.db.getHandle()) {
    // The searches are opened first: that makes tables of their own.
    file.db.exec("SELECT rowid FROM sentence_search LIMIT 0; SELECT rowid FROM name_search LIMIT 0");
    file.db.exec("PRAGMA query_only = ON");
    sqlite3_set_authorizer(db, authorize, nullptr);
  }
  ~Handle() {
    sqlite3_finalize(statement);
    sqlite3_set_authorizer(db, nullptr, nullptr);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  Store::File& file;
  sqlite3* db;
  sqlite3_stmt* statement = nullptr;
};

SqlQuery::SqlQuery(const Store& store, const std::string& sql)
    : handle_(guarded(store.path(), [&] { return std::make_unique<Handle>(*store.file_); })) {
  const char* rest = nullptr;
  const int result = sqlite3_prepare_v2(handle_->db, sql.c_str(), static_cast<int>(sql.size() + 1),
                                        &handle_->statement, &rest);
  const bool writes = handle_->statement != nullptr && sqlite3_stmt_readonly(handle_->statement) == 0;
  if (result == SQLITE_AUTH || writes) {
    throw ConfigError(
        "sql: only questions can be asked (SELECT ..., WITH ... SELECT ...), of this file alone" +
        show_place(sql, 0));
  }
  if (result != SQLITE_OK) {
    const int at = sqlite3_error_offset(handle_->db);
    std::string message = std::string("sql: ") + sqlite3_errmsg(handle_->db);
    if (message.find("no such table") != std::string::npos) {
      message +=
          "; there are actors, aliases, claims, corrections, documents, edges, event_claims, events, "
          "evidence,"
          " merges, refusals and sentences";
    }
    if (result == SQLITE_ERROR)
      throw ConfigError(message + show_place(sql, at < 0 ? 0 : static_cast<std::size_t>(at)));
    guarded(store.path(), [&]() -> int { throw SQLite::Exception(handle_->db, result); });
  }
  if (handle_->statement == nullptr) throw ConfigError("sql: there is no statement; expected SELECT ...");
  const std::string_view tail = rest;
  const std::size_t more = tail.find_first_not_of(" \t\r\n;");
  if (more != std::string_view::npos) {
    throw ConfigError("sql: expected one statement" +
                      show_place(sql, static_cast<std::size_t>(rest - sql.c_str()) + more));
  }
  for (int i = 0; i < sqlite3_column_count(handle_->statement); ++i) {
    columns_.emplace_back(sqlite3_column_name(handle_->statement, i));
  }
}

SqlQuery::~SqlQuery() = default;

bool SqlQuery::next() {
  const int result = sqlite3_step(handle_->statement);
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  // What the question itself gets wrong (a sum that is too large) is no fault of the file.
  if (result == SQLITE_ERROR) throw ConfigError(std::string("sql: ") + sqlite3_errmsg(handle_->db));
  return guarded(handle_->file.path, [&]() -> bool { throw SQLite::Exception(handle_->db, result); });
}

SqlQuery::Value SqlQuery::value(std::size_t column) const {
  sqlite3_stmt* row = handle_->statement;
  const int at = static_cast<int>(column);
  switch (sqlite3_column_type(row, at)) {
    case SQLITE_NULL:
      return std::monostate();
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(row, at)};
    case SQLITE_FLOAT:
      return sqlite3_column_double(row, at);
    case SQLITE_BLOB: {
      constexpr std::string_view kDigits = "0123456789abcdef";
      const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(row, at));
      std::string text;
      for (int i = 0; i < sqlite3_column_bytes(row, at); ++i) {
        text += kDigits[bytes[i] >> 4U];
        text += kDigits[bytes[i] & 0xFU];
      }
      return text;
    }
    default: {
      const auto* bytes = static_cast<const char*>(static_cast<const void*>(sqlite3_column_text(row, at)));
      return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, at)));
    }
  }
}

}  // namespace actorgraph
