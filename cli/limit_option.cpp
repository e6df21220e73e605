#include "cli/limit_option.hpp"

#include <algorithm>
#include <string>

namespace actorgraph {

void LimitOption::add_to(CLI::App& app) {
  option_ = app.add_option(
      "-n,--limit", limit_,
      "At most so many; 0 for all (default: " + std::to_string(in_table_) + " in a table, else all)");
  option_->type_name("N");
}

std::size_t LimitOption::count(TableFormat format, std::size_t total) const {
  if (option_->count() == 0)
    return format == TableFormat::Table ? std::min<std::size_t>(in_table_, total) : total;
  return limit_ == 0 ? total : std::min<std::size_t>(limit_, total);
}

}  // namespace actorgraph
