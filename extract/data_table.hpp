// The tables of data/lexicon and data/events: one row a line, fields separated by tabs, "#" before remarks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// One line of a table, and where it stands.
struct DataRow {
  std::vector<std::string> fields;
  std::string place;  ///< "file:line"
};

/// Reads all rows but remarks and empty lines.
/// Errors: throws IoError where the file cannot be read, FormatError naming file and line where a row does
///         not have `columns` fields.
[[nodiscard]] std::vector<DataRow> read_data_table(const std::string& path, std::size_t columns);

/// The parts of `text` between separators; one where there is none.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

}  // namespace actorgraph
