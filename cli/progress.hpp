// How far a long run is, as one line that is drawn over and over. Shown on a terminal only.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "cli/console.hpp"

namespace actorgraph {

struct ProgressState {
  std::uint64_t bytes = 0;  ///< of the input
  std::uint64_t articles = 0;
  std::uint64_t issues = 0;
};

/// The line for `state` after `elapsed_ms`: share, bar, articles, rate, time left, unreadable ones.
/// In: total_bytes is 0 where the size of the input is not known; then share, bar and time left are missing.
[[nodiscard]] std::string progress_line(const ProgressState& state, std::uint64_t total_bytes,
                                        std::uint64_t elapsed_ms);

/// "41 s", "2 min 36 s", "1 h 02 min"
[[nodiscard]] std::string duration_as_text(std::uint64_t seconds);

class Progress {
 public:
  Progress(const Console& console, std::uint64_t total_bytes);
  ~Progress();  ///< removes the line
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Draws `state`, at most ten times a second.
  void show(const ProgressState& state);

  /// Removes the line, so that a message can be written; the next show draws it again.
  void clear();

  [[nodiscard]] std::uint64_t elapsed_ms() const;

 private:
  using Clock = std::chrono::steady_clock;

  const Console& console_;
  std::uint64_t total_bytes_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point drawn_;
  bool visible_ = false;
};

}  // namespace actorgraph
