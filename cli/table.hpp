// Rows of results in the form that their reader wants: an aligned table, JSON, JSON lines,
// CSV, TSV or Markdown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/console.hpp"

namespace actorgraph {

enum class TableFormat : std::uint8_t {
  Table,
  Json,   ///< one array of objects
  Jsonl,  ///< one object a line
  Csv,
  Tsv,
  Markdown
};

/// Reads table, json, jsonl, csv, tsv or md.
[[nodiscard]] std::optional<TableFormat> parse_table_format(std::string_view text);

/// A table on a terminal, JSON lines in a pipe or file.
[[nodiscard]] TableFormat default_table_format(const Console& console);

/// A value: missing, a text, a number, yes or no, or a list of texts.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double, bool, std::vector<std::string>>;

/// A cell of `text`, missing where it is empty.
[[nodiscard]] Cell text_cell(std::string text);

struct Column {
  std::string name;   ///< the key of JSON lines, the heading elsewhere
  bool note = false;  ///< in an aligned table: not a column, but a line of its own below the row
};

/// Writes rows of cells, one a column, to `console.out`. An aligned table leaves out columns without values,
/// and says a note that rows share once, below the last of them. It is as wide as the terminal at most: its
/// widest columns are cut; off a terminal nothing is cut.
class TableWriter {
 public:
  TableWriter(const Console& console, TableFormat format, std::vector<Column> columns);

  /// Errors: throws IoError where the stream fails.
  void add(std::vector<Cell> row);

  /// Writes what is left; must be called once. Nothing is written for an aligned table without rows.
  void finish();

 private:
  void write_aligned();

  const Console& console_;
  TableFormat format_;
  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;  // of an aligned table, until finish
  bool has_rows_ = false;
};

}  // namespace actorgraph
