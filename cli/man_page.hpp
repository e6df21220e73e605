// Manual pages of the program and its commands, for man.
#pragma once

#include <string>
#include <vector>

#include "cli/option_list.hpp"

namespace actorgraph {

/// The name of the page of a command without its section: "actorgraph", "actorgraph-query".
[[nodiscard]] std::string name_of_page(const CommandEntry& command);

/// The page in the man macros of roff, section 1. Requires: `commands` begins with the program itself;
/// `version` is that of the program.
[[nodiscard]] std::string make_man_page(const CommandEntry& command,
                                        const std::vector<CommandEntry>& commands,
                                        const std::string& version);

}  // namespace actorgraph
