#include "store/row_cursor.hpp"

#include <SQLiteCpp/Exception.h>

#include <chrono>

#include "records/error.hpp"

namespace actorgraph {
namespace {

// Years of std::chrono, from -32767 to 32767.
constexpr std::int64_t kMostDays = 11'900'000;

}  // namespace

RowCursor::RowCursor(const SQLite::Database& db, std::string_view sql) : db_(db.getHandle()) {
  if (sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                         &statement_, nullptr) != SQLITE_OK) {
    fail();
  }
}

RowCursor::~RowCursor() {
  sqlite3_finalize(statement_);
}

bool RowCursor::next() {
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) {
    sqlite3_reset(statement_);
    throw SQLite::Exception(db_, result);
  }
  // Ends the read, so that a later commit of another program is seen.
  sqlite3_reset(statement_);
  return false;
}

std::string_view RowCursor::text(int column) const {
  // The text must be asked for before its length.
  const auto* bytes =
      static_cast<const char*>(static_cast<const void*>(sqlite3_column_text(statement_, column)));
  return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::optional<Date> RowCursor::day(int column) const {
  if (is_null(column)) return std::nullopt;
  return date_of_sql(number(column));
}

void RowCursor::reset() {
  sqlite3_reset(statement_);
}

void RowCursor::bind(int index, std::int64_t value) {
  if (sqlite3_bind_int64(statement_, index, value) != SQLITE_OK) fail();
}

void RowCursor::bind(int index, std::string_view value) {
  const char* bytes = value.data() == nullptr ? "" : value.data();
  if (sqlite3_bind_text(statement_, index, bytes, static_cast<int>(value.size()), SQLITE_TRANSIENT) !=
      SQLITE_OK) {
    fail();
  }
}

void RowCursor::fail() const {
  throw SQLite::Exception(db_, sqlite3_errcode(db_));
}

void RowCursor::fail_label(int column) const {
  throw FormatError(std::to_string(number(column)) + " is no number of a label in the column '" +
                    sqlite3_column_name(statement_, column) + "'");
}

std::int64_t sql_days(Date date) {
  return std::chrono::sys_days(date).time_since_epoch().count();
}

Date date_of_sql(std::int64_t days) {
  if (days > kMostDays || days < -kMostDays - kMostDays) {
    throw FormatError(std::to_string(days) + " is not a number of days");
  }
  const std::chrono::sys_days day{std::chrono::days{days}};
  return day;
}

}  // namespace actorgraph
