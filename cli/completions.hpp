// Completions of the command line for shells: commands, options and their values; elsewhere files.
#pragma once

#include <string>
#include <vector>

#include "cli/option_list.hpp"

namespace actorgraph {

/// A file that bash sources. Requires: as of all below, `commands` begins with the program itself.
[[nodiscard]] std::string make_bash_completion(const std::vector<CommandEntry>& commands);

/// A function of zsh's, `_actorgraph`.
[[nodiscard]] std::string make_zsh_completion(const std::vector<CommandEntry>& commands);

[[nodiscard]] std::string make_fish_completion(const std::vector<CommandEntry>& commands);

}  // namespace actorgraph
