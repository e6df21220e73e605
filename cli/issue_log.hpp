// What was wrong with the input: the first issues as messages, all of them in a file.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>

#include "cli/console.hpp"
#include "records/issue.hpp"

namespace actorgraph {

class IssueLog {
 public:
  static constexpr std::uint64_t kShown = 20;

  /// `path` is the file for all issues, made at the first one and removed now where an earlier run left it;
  /// empty: no file.
  IssueLog(const Console& console, std::string path);

  /// Errors: throws IoError where the file cannot be written.
  void add(const Issue& issue);

  /// Says how many more there are than were shown.
  void finish();

  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  const Console& console_;
  std::string path_;
  std::ofstream file_;
  std::uint64_t count_ = 0;
};

}  // namespace actorgraph
