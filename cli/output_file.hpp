// A file that appears whole or not at all: written beside its place and renamed.
#pragma once

#include <fstream>
#include <ostream>
#include <string>

#include "cli/console.hpp"

namespace actorgraph {

class OutputFile {
 public:
  /// Opens a temporary file beside `path`; "-" is standard output, and what is not a regular file (a pipe, a
  /// device) is written in place.
  /// Errors: throws IoError, naming the file and the cause.
  OutputFile(const Console& console, std::string path);

  /// Removes the temporary file where commit was not reached.
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] std::ostream& stream();

  /// Puts the file in its place, replacing what was there.
  /// Errors: throws IoError where not everything could be written (full disk).
  void commit();

  /// The error of a stream that failed, with the system's reason.
  [[noreturn]] void fail() const;

 private:
  const Console& console_;
  std::string path_;
  std::string temporary_;  // empty: written in place
  std::ofstream file_;
};

}  // namespace actorgraph
