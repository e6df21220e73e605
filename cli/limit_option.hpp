// The option -n of the commands that list rows.
#pragma once

#include <CLI/App.hpp>
#include <cstddef>
#include <cstdint>

#include "cli/table.hpp"

namespace actorgraph {

class LimitOption {
 public:
  /// Rows of an aligned table where the user names no limit.
  explicit LimitOption(std::uint64_t in_table = 50) : in_table_(in_table) {}

  /// Declares -n,--limit. Requires: the option stays where it is as long as `app` is used.
  void add_to(CLI::App& app);

  /// How many of `total` rows are to be shown.
  [[nodiscard]] std::size_t count(TableFormat format, std::size_t total) const;

 private:
  std::uint64_t in_table_;
  std::uint64_t limit_ = 0;
  CLI::Option* option_ = nullptr;
};

}  // namespace actorgraph
