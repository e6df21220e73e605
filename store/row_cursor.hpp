// One SQL statement whose rows are read one after the other, without an allocation or a lock a column: for
// millions of rows. Used by Store's parts alone.
#pragma once

#include <sqlite3.h>
#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "records/date.hpp"

namespace actorgraph {

class RowCursor {
 public:
  /// Errors: throws SQLite::Exception, as all that follow.
  RowCursor(const SQLite::Database& db, std::string_view sql);
  ~RowCursor();
  RowCursor(const RowCursor&) = delete;
  RowCursor& operator=(const RowCursor&) = delete;

  /// Binds values to ?1, ?2, ... and goes before the first row.
  template <class... Values>
  RowCursor& start(const Values&... values) {
    reset();
    int index = 0;
    (bind(++index, values), ...);
    return *this;
  }

  /// Goes to the next row; false behind the last one, where the read has ended.
  bool next();

  /// Ends the read before the last row.
  void reset();

  [[nodiscard]] int columns() const { return sqlite3_column_count(statement_); }
  [[nodiscard]] const char* name(int column) const { return sqlite3_column_name(statement_, column); }

  // Columns of the current row, from 0. Views live until next().
  [[nodiscard]] bool is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }
  [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
  [[nodiscard]] std::uint32_t count(int column) const { return static_cast<std::uint32_t>(number(column)); }
  [[nodiscard]] double real(int column) const { return sqlite3_column_double(statement_, column); }
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
  [[nodiscard]] std::optional<Date> day(int column) const;
  template <class AnyId>
  [[nodiscard]] AnyId id(int column) const {
    return {static_cast<std::uint64_t>(number(column))};
  }
  /// Errors: throws FormatError where the number is of no label.
  template <class Label>
  [[nodiscard]] Label label(int column, Label last) const {
    const std::int64_t value = number(column);
    if (value < 0 || value > static_cast<std::int64_t>(last)) fail_label(column);
    return static_cast<Label>(value);
  }

 private:
  void bind(int index, std::int64_t value);
  void bind(int index, std::uint64_t value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, std::uint32_t value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, std::string_view value);
  [[noreturn]] void fail() const;
  [[noreturn]] void fail_label(int column) const;

  sqlite3* db_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
};

/// Days since 1970-01-01, and back.
[[nodiscard]] std::int64_t sql_days(Date date);
/// Errors: throws FormatError where no date can be so far.
[[nodiscard]] Date date_of_sql(std::int64_t days);

}  // namespace actorgraph
