// The program's command line as a whole: all commands with their options, for main and for its manual.
#pragma once

#include <CLI/App.hpp>
#include <memory>
#include <vector>

#include "cli/command.hpp"

namespace actorgraph {

inline constexpr const char* kProgramSummary =
    "Builds a knowledge graph of actors and events from news articles.";

/// Declares the program and all of `commands`. Lifetime: commands and console must outlive `app`.
void declare_program(CLI::App& app, const std::vector<std::unique_ptr<Command>>& commands, Console& console);

}  // namespace actorgraph
