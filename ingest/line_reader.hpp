// Lines of a stream without more of it in memory than one line. Used by article_reader.
#pragma once

#include <cstdint>
#include <istream>
#include <string>

namespace actorgraph {

class LineReader {
 public:
  /// Lines beyond `max_line_bytes` are cut off there. `in` outlives the reader.
  LineReader(std::istream& in, std::uint64_t max_line_bytes) : in_(in), max_line_bytes_(max_line_bytes) {}

  /// Reads the next line without its "\n" into line(); false at the end of the stream.
  /// Cost: O(bytes). A line is handed over as soon as it is complete, so a pipe may be read while it is
  /// still being written.
  bool next();

  [[nodiscard]] std::string& line() { return line_; }
  [[nodiscard]] std::uint64_t number() const { return number_; }  ///< 1-based
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }    ///< read so far
  [[nodiscard]] bool is_cut() const { return is_cut_; }           ///< the line was too long
  [[nodiscard]] bool has_newline() const { return has_newline_; }

 private:
  std::istream& in_;
  std::uint64_t max_line_bytes_;
  std::string line_;
  std::uint64_t number_ = 0;
  std::uint64_t bytes_ = 0;
  bool is_cut_ = false;
  bool has_newline_ = false;
};

}  // namespace actorgraph
