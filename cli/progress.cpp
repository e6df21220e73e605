#include "cli/progress.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "cli/text_layout.hpp"

namespace actorgraph {
namespace {

constexpr std::uint64_t kBarColumns = 20;
constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr std::uint64_t kSettledMs = 2000;  // a time left is told only after that

/// A bar of eighths of a column.
std::string bar(std::uint64_t share_permille) {
  static constexpr std::array<const char*, 8> kParts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const std::uint64_t eighths = share_permille * kBarColumns * 8 / 1000;
  std::string text = "▕";
  for (std::uint64_t i = 0; i < eighths / 8; ++i) text += "█";
  text += kParts[eighths % 8];
  const std::uint64_t filled = eighths / 8 + (eighths % 8 != 0 ? 1 : 0);
  text.append(kBarColumns - filled, ' ');
  return text + "▏";
}

std::string two_digits(std::uint64_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 2) digits.insert(0, 1, '0');
  return digits;
}

}  // namespace

std::string progress_line(const ProgressState& state, std::uint64_t total_bytes, std::uint64_t elapsed_ms) {
  std::string line = " reading  ";
  if (total_bytes > 0) {
    const std::uint64_t permille = std::min<std::uint64_t>(1000, state.bytes * 1000 / total_bytes);
    const std::string percent = std::to_string(permille / 10);
    line += std::string(3 - percent.size(), ' ') + percent + " % " + bar(permille) + ' ';
  }
  line += count_of(state.articles, "article");
  if (elapsed_ms > 0) line += " · " + group_digits(state.articles * 1000 / elapsed_ms) + "/s";
  if (total_bytes > state.bytes && state.bytes > 0 && elapsed_ms >= kSettledMs) {
    const auto left_ms = static_cast<std::uint64_t>(static_cast<double>(elapsed_ms) *
                                                    static_cast<double>(total_bytes - state.bytes) /
                                                    static_cast<double>(state.bytes));
    line += " · " + duration_as_text((left_ms + 999) / 1000) + " left";
  }
  if (state.issues > 0) line += " · " + group_digits(state.issues) + " unreadable";
  return line;
}

std::string duration_as_text(std::uint64_t seconds) {
  if (seconds < 60) return std::to_string(seconds) + " s";
  if (seconds < 3600) return std::to_string(seconds / 60) + " min " + two_digits(seconds % 60) + " s";
  return std::to_string(seconds / 3600) + " h " + two_digits(seconds / 60 % 60) + " min";
}

Progress::Progress(const Console& console, std::uint64_t total_bytes)
    : console_(console), total_bytes_(total_bytes) {}

Progress::~Progress() {
  clear();
}

void Progress::show(const ProgressState& state) {
  if (console_.quiet || !console_.err_is_terminal) return;
  const Clock::time_point now = Clock::now();
  if (now - drawn_ < kInterval) return;
  drawn_ = now;
  visible_ = true;
  const auto room = static_cast<std::size_t>(std::max(console_.width_columns - 1, 20));
  console_.err << '\r' << shorten(progress_line(state, total_bytes_, elapsed_ms()), room) << "\033[K"
               << std::flush;
}

void Progress::clear() {
  if (!visible_) return;
  console_.err << "\r\033[K" << std::flush;
  visible_ = false;
  drawn_ = {};
}

std::uint64_t Progress::elapsed_ms() const {
  const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start_);
  return static_cast<std::uint64_t>(elapsed.count());
}

}  // namespace actorgraph
