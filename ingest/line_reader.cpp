#include "ingest/line_reader.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {

bool LineReader::next() {
  line_.clear();
  is_cut_ = false;
  has_newline_ = false;
  // Not filled with zeros: most lines are far shorter.
  std::array<char, 16384> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  while (in_.good()) {
    in_.getline(buffer.data(), buffer.size());
    const auto count = static_cast<std::uint64_t>(in_.gcount());
    const bool is_full = in_.fail() && !in_.eof() && !in_.bad() && count == buffer.size() - 1;
    if (is_full) in_.clear();
    bytes_ += count;
    has_newline_ = !is_full && !in_.eof() && !in_.fail();
    if (count == 0 && !has_newline_ && line_.empty() && !is_cut_) return false;
    const std::uint64_t part = has_newline_ ? count - 1 : count;
    const std::uint64_t room = max_line_bytes_ - line_.size();
    line_.append(buffer.data(), std::min(part, room));
    if (part > room) is_cut_ = true;
    if (!is_full) {
      ++number_;
      return true;
    }
  }
  return false;
}

}  // namespace actorgraph
