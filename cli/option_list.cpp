#include "cli/option_list.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace actorgraph {
namespace {

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

/// "FORMAT" and {"table", "json"} of "FORMAT:{table,json}".
std::pair<std::string, std::vector<std::string>> split_type(const std::string& type) {
  const std::size_t colon = type.find(':');
  std::pair<std::string, std::vector<std::string>> parts{type.substr(0, colon), {}};
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}');
  if (open == std::string::npos || close == std::string::npos) return parts;
  std::string list = type.substr(open + 1, close - open - 1) + ',';
  for (std::size_t at = 0; at < list.size(); at = list.find(',', at) + 1) {
    parts.second.push_back(list.substr(at, list.find(',', at) - at));
  }
  return parts;
}

OptionEntry make_entry(const CLI::Option& option) {
  OptionEntry entry;
  entry.is_positional = option.get_positional();
  entry.is_required = option.get_required();
  entry.description = one_line(option.get_description());
  if (entry.is_positional) {
    entry.names.push_back(option.get_name(true));
  } else {
    for (const std::string& name : option.get_snames()) entry.names.push_back('-' + name);
    for (const std::string& name : option.get_lnames()) entry.names.push_back("--" + name);
  }
  if (option.get_items_expected_max() > 0) {
    std::tie(entry.value, entry.choices) = split_type(option.get_type_name());
    if (entry.value.empty()) entry.value = "VALUE";
  }
  return entry;
}

void add_commands(const CLI::App& app, const std::string& name, std::string summary,
                  std::vector<CommandEntry>& commands) {
  CommandEntry entry{.name = name,
                     .summary = std::move(summary),
                     .description = app.get_description(),
                     .footer = app.get_footer(),
                     .options = {}};
  for (const CLI::Option* option : app.get_options()) entry.options.push_back(make_entry(*option));
  commands.push_back(std::move(entry));
  for (const CLI::App* part : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (part->get_group().empty()) continue;
    const std::string description = part->get_description();
    add_commands(*part, name.empty() ? part->get_name() : name + ' ' + part->get_name(),
                 one_line(description.substr(0, description.find(". "))), commands);
  }
}

}  // namespace

std::vector<CommandEntry> list_commands(const CLI::App& program) {
  std::vector<CommandEntry> commands;
  add_commands(program, "", program.get_description(), commands);
  return commands;
}

}  // namespace actorgraph
