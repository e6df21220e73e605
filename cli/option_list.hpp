// What the command line declares, as plain values: for completions and manual pages.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace actorgraph {

struct OptionEntry {
  std::vector<std::string> names;    ///< "-f", "--format"; of a positional its one name
  std::string value;                 ///< "FORMAT"; empty for a flag
  std::vector<std::string> choices;  ///< its only values; empty where any is
  std::string description;           ///< one line
  bool is_positional = false;
  bool is_required = false;
};

struct CommandEntry {
  std::string name;     ///< "query", "actor join"; empty for the program itself
  std::string summary;  ///< one line
  std::string description;
  std::string footer;
  std::vector<OptionEntry> options;  ///< in order of declaration
};

/// The program, then its commands, each followed by its own; hidden ones are left out.
[[nodiscard]] std::vector<CommandEntry> list_commands(const CLI::App& program);

}  // namespace actorgraph
