#include "extract/data_table.hpp"

#include <fstream>

#include "records/error.hpp"

namespace actorgraph {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> fields;
  while (true) {
    const std::size_t at = text.find(separator);
    fields.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return fields;
    text.remove_prefix(at + 1);
  }
}

std::vector<DataRow> read_data_table(const std::string& path, std::size_t columns) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw IoError(path + ": cannot be read; is the data folder complete?");
  std::vector<DataRow> rows;
  std::string line;
  for (std::size_t number = 1; std::getline(stream, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line[0] == '#') continue;
    DataRow row{split(line, '\t'), path + ":" + std::to_string(number)};
    if (row.fields.size() != columns) {
      throw FormatError(row.place + ": \"" + line + "\" has " + std::to_string(row.fields.size()) +
                        " columns, expected " + std::to_string(columns));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace actorgraph
