// Where the program finds what it knows: the folder with model/, lexicon/ and actors/.
#pragma once

#include <string>

namespace actorgraph {

/// The data folder: `option` (of --data) where it is not empty, else the environment's ACTORGRAPH_DATA, else
/// ../share/actorgraph or ../data beside the program, else that of the sources it was built from.
///
/// Errors: throws ConfigError where the named folder, or each of the usual ones, is missing.
[[nodiscard]] std::string find_data_folder(const std::string& option);

}  // namespace actorgraph
