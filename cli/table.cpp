#include "cli/table.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <ostream>

#include "cli/text_layout.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t kSmallestColumn = 8;

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += "; ";
    all += text;
  }
  return all;
}

/// The shortest form that reads back as the same number.
std::string number_text(double number) {
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  return {digits.data(), end};
}

std::string plain_text(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&cell)) return number_text(*number);
  if (const auto* yes = std::get_if<bool>(&cell)) return *yes ? "true" : "false";
  if (const auto* texts = std::get_if<std::vector<std::string>>(&cell)) return joined(*texts);
  return {};
}

std::string aligned_text(const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    return *number < 0 ? std::to_string(*number) : group_digits(static_cast<std::uint64_t>(*number));
  }
  return make_harmless(plain_text(cell));
}

std::string json_line(const std::vector<Column>& columns, const std::vector<Cell>& row) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  const auto write = [&json](const std::string& text) {
    json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  };
  json.StartObject();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    json.Key(columns[i].name.c_str());
    if (const auto* text = std::get_if<std::string>(&row[i])) {
      write(*text);
    } else if (const auto* number = std::get_if<std::int64_t>(&row[i])) {
      json.Int64(*number);
    } else if (std::holds_alternative<double>(row[i])) {
      const std::string digits = plain_text(row[i]);
      json.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
    } else if (const auto* yes = std::get_if<bool>(&row[i])) {
      json.Bool(*yes);
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&row[i])) {
      json.StartArray();
      for (const std::string& text_of_list : *texts) write(text_of_list);
      json.EndArray();
    } else {
      json.Null();
    }
  }
  json.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

/// RFC 4180: quoted where it holds a comma, a quote or a line break.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

/// The tab, line feed, carriage return and backslash are written \t, \n, \r and two backslashes.
std::string tsv_field(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '\t':
        escaped += "\\t";
        break;
      case '\n':
        escaped += "\\n";
        break;
      case '\r':
        escaped += "\\r";
        break;
      case '\\':
        escaped += "\\\\";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string delimited_line(TableFormat format, const std::vector<std::string>& fields) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += format == TableFormat::Csv ? ',' : '\t';
    line += format == TableFormat::Csv ? csv_field(fields[i]) : tsv_field(fields[i]);
  }
  return line;
}

/// A row of a Markdown table: bars are escaped, line breaks become spaces.
std::string markdown_line(const std::vector<std::string>& fields) {
  std::string line = "|";
  for (const std::string& field : fields) {
    line += ' ';
    for (const char c : make_harmless(field)) {
      if (c == '|' || c == '\\') line += '\\';
      line += c;
    }
    line += " |";
  }
  return line;
}

/// Makes the widest columns narrower until `total` fits into `limit`.
void fit(std::vector<std::size_t>& widths, std::size_t limit) {
  std::size_t total = 0;
  for (const std::size_t width : widths) total += width + 2;
  while (total > limit) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= kSmallestColumn) return;
    --*widest;
    --total;
  }
}

}  // namespace

std::optional<TableFormat> parse_table_format(std::string_view text) {
  if (text == "table") return TableFormat::Table;
  if (text == "json") return TableFormat::Json;
  if (text == "jsonl") return TableFormat::Jsonl;
  if (text == "csv") return TableFormat::Csv;
  if (text == "tsv") return TableFormat::Tsv;
  if (text == "md") return TableFormat::Markdown;
  return std::nullopt;
}

TableFormat default_table_format(const Console& console) {
  return console.out_is_terminal ? TableFormat::Table : TableFormat::Jsonl;
}

Cell text_cell(std::string text) {
  if (text.empty()) return std::monostate();
  return text;
}

TableWriter::TableWriter(const Console& console, TableFormat format, std::vector<Column> columns)
    : console_(console), format_(format), columns_(std::move(columns)) {
  std::vector<std::string> names;
  for (const Column& column : columns_) names.push_back(column.name);
  if (format_ == TableFormat::Csv || format_ == TableFormat::Tsv) {
    console_.out << delimited_line(format_, names) << '\n';
  } else if (format_ == TableFormat::Markdown) {
    console_.out << markdown_line(names) << '\n'
                 << markdown_line(std::vector<std::string>(names.size(), "---")) << '\n';
  } else if (format_ == TableFormat::Json) {
    console_.out << '[';
  }
}

void TableWriter::add(std::vector<Cell> row) {
  assert(row.size() == columns_.size());
  if (format_ == TableFormat::Table) {
    rows_.push_back(std::move(row));
  } else if (format_ == TableFormat::Jsonl) {
    console_.out << json_line(columns_, row) << '\n';
  } else if (format_ == TableFormat::Json) {
    console_.out << (has_rows_ ? ",\n" : "\n") << json_line(columns_, row);
  } else {
    std::vector<std::string> fields;
    for (const Cell& cell : row) fields.push_back(plain_text(cell));
    const bool is_markdown = format_ == TableFormat::Markdown;
    console_.out << (is_markdown ? markdown_line(fields) : delimited_line(format_, fields)) << '\n';
  }
  has_rows_ = true;
  if (!console_.out) console_.flush_out();
}

void TableWriter::finish() {
  if (format_ == TableFormat::Table && !rows_.empty()) write_aligned();
  if (format_ == TableFormat::Json) console_.out << (has_rows_ ? "\n]\n" : "]\n");
  console_.flush_out();
}

void TableWriter::write_aligned() {
  std::vector<std::size_t> shown;
  std::vector<std::size_t> widths;
  std::vector<bool> right;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const bool empty = std::ranges::all_of(
        rows_, [i](const auto& row) { return std::holds_alternative<std::monostate>(row[i]); });
    if (columns_[i].note || empty) continue;
    shown.push_back(i);
    std::size_t width = width_columns(columns_[i].name);
    for (const auto& row : rows_) width = std::max(width, width_columns(aligned_text(row[i])));
    widths.push_back(width);
    right.push_back(std::ranges::any_of(rows_, [i](const auto& row) {
      return std::holds_alternative<std::int64_t>(row[i]) || std::holds_alternative<double>(row[i]);
    }));
  }
  const auto limit = static_cast<std::size_t>(std::max(console_.width_columns, 40));
  if (console_.out_is_terminal) fit(widths, limit);

  const auto line_of = [&](const auto& text_of) {
    std::string line;
    std::size_t missing = 0;  // spaces owed before the next text, so that no line ends in spaces
    for (std::size_t k = 0; k < shown.size(); ++k) {
      const std::string text = shorten(text_of(shown[k]), widths[k]);
      const std::size_t rest = widths[k] - width_columns(text);
      missing += k == 0 ? 1 : 2;
      if (right[k]) missing += rest;
      if (!text.empty()) line += std::string(std::exchange(missing, 0), ' ') + text;
      if (!right[k]) missing += rest;
    }
    return line;
  };
  console_.out << console_.paint(Colour::Dim, line_of([&](std::size_t i) { return columns_[i].name; }))
               << '\n';
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    const std::vector<Cell>& row = rows_[r];
    console_.out << line_of([&](std::size_t i) { return aligned_text(row[i]); }) << '\n';
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_[i].note || std::holds_alternative<std::monostate>(row[i])) continue;
      if (r + 1 < rows_.size() && rows_[r + 1][i] == row[i]) continue;  // said once, below the last of them
      const std::size_t room = console_.out_is_terminal ? limit - 4 : std::string::npos / 2;
      for (const std::string& line : wrap(aligned_text(row[i]), room)) {
        console_.out << "    " << console_.paint(Colour::Dim, line) << '\n';
      }
    }
  }
}

}  // namespace actorgraph
