// What was wrong with one piece of input: reported and counted, while the run goes on.
#pragma once

#include <cstdint>
#include <string>

namespace actorgraph {

struct Issue {
  std::string source;        ///< the file, or "-" for standard input
  std::uint64_t line = 0;    ///< 1-based; 0 where the whole file is meant
  std::uint64_t column = 0;  ///< 1-based, in bytes; 0 where the whole line is meant
  std::string message;       ///< what is wrong, what was expected, what to do
};

/// "source:line:column: message", with the parts that are known.
[[nodiscard]] std::string to_string(const Issue& issue);

}  // namespace actorgraph
