// A question in SQL, asked of a graph file by its user: it can read, and nothing else.
// Thread-safety: none; as a Store.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "store/store.hpp"

namespace actorgraph {

class SqlQuery {
 public:
  /// A value: NULL, a number, a text; bytes are written as hexadecimal digits.
  using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

  /// The statement may read tables and views, and call functions; other files, settings and changes are out
  /// of reach. Lifetime: the store must outlive the query. Errors: throws ConfigError that shows `sql` with a
  /// caret where SQLite does not understand it, and where it
  ///         is not one statement that reads; later functions throw as those of Store.
  SqlQuery(const Store& store, const std::string& sql);
  ~SqlQuery();
  SqlQuery(const SqlQuery&) = delete;
  SqlQuery& operator=(const SqlQuery&) = delete;

  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }

  /// Goes to the next row; false behind the last one.
  bool next();

  /// Requires: next() was true, column < columns().size().
  [[nodiscard]] Value value(std::size_t column) const;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  std::vector<std::string> columns_;
};

}  // namespace actorgraph
