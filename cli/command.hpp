// What a subcommand is: four functions, called in this order by main.
#pragma once

#include <CLI/App.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/console.hpp"

namespace actorgraph {

/// The exit codes of the program.
enum ExitCode : int {
  kDone = 0,
  kFailed = 1,
  kWrongUsage = 2,
  kInputUnreadable = 3,  ///< part of the input could not be read
  kGraphFile = 4,        ///< the graph file is missing or damaged
};

class Command {
 public:
  virtual ~Command() = default;

  [[nodiscard]] virtual std::string name() const = 0;

  /// One line for the list of commands.
  [[nodiscard]] virtual std::string summary() const = 0;

  /// Declares the options, the description and the examples; touches no file.
  virtual void setup(CLI::App& app) = 0;

  /// Does the work. Errors: throws, for main to report.
  virtual int run(Console& console) = 0;
};

/// All subcommands, in the order of the help.
[[nodiscard]] std::vector<std::unique_ptr<Command>> make_commands();

}  // namespace actorgraph
