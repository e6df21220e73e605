#include "cli/table_option.hpp"

namespace actorgraph {

void add_table_option(CLI::App& app, std::string& format) {
  app.add_option("-f,--format", format,
                 "table, json, jsonl, csv, tsv or md (default: a table\non a terminal, JSON lines in a pipe)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"table", "json", "jsonl", "csv", "tsv", "md"}));
}

TableFormat chosen_table_format(const std::string& format, const Console& console) {
  return parse_table_format(format).value_or(default_table_format(console));
}

}  // namespace actorgraph
