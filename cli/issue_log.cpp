#include "cli/issue_log.hpp"

#include <filesystem>
#include <ostream>
#include <system_error>

#include "cli/text_layout.hpp"
#include "records/error.hpp"

namespace actorgraph {

IssueLog::IssueLog(const Console& console, std::string path) : console_(console), path_(std::move(path)) {
  std::error_code ignored;
  if (!path_.empty() && std::filesystem::is_regular_file(path_, ignored)) {
    std::filesystem::remove(path_, ignored);
  }
}

void IssueLog::add(const Issue& issue) {
  const std::string text = make_harmless(to_string(issue));
  if (count_++ < kShown) {
    console_.err << console_.paint_message(Colour::Yellow, "issue:") << ' ' << text << '\n' << std::flush;
  }
  if (path_.empty()) return;
  if (!file_.is_open()) file_.open(path_);
  file_ << text << '\n';
  if (!file_) throw IoError(path_ + ": the list of issues cannot be written");
}

void IssueLog::finish() {
  if (file_.is_open()) {
    file_.close();
    if (!file_) throw IoError(path_ + ": the list of issues cannot be written");
  }
  if (count_ <= kShown) return;
  console_.err << "and " << count_of(count_ - kShown, "more issue");
  if (!path_.empty()) console_.err << "; all are in " << path_;
  console_.err << '\n';
}

}  // namespace actorgraph
