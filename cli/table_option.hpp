// The option -f of the commands that print rows.
#pragma once

#include <CLI/App.hpp>
#include <string>

#include "cli/table.hpp"

namespace actorgraph {

/// Declares -f,--format into `format`; empty: not given.
void add_table_option(CLI::App& app, std::string& format);

/// The format that was asked for, else the usual one of `console`.
[[nodiscard]] TableFormat chosen_table_format(const std::string& format, const Console& console);

}  // namespace actorgraph
