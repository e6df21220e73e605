#include "language/conllu_reader.hpp"

#include <algorithm>
#include <utility>

#include "language/characters.hpp"
#include "language/conllu_builder.hpp"
#include "records/error.hpp"

namespace actorgraph {

ConlluReader::ConlluReader(std::istream& in, std::string source, ConlluUse use)
    : in_(in), source_(std::move(source)), use_(use) {}

bool ConlluReader::read_line(ConlluLine& line) {
  if (!std::getline(in_, line.text)) {
    if (in_.bad()) throw IoError(source_ + ": cannot be read");
    return false;
  }
  line.number = ++line_;
  if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
  if (line_ == 1 && line.text.starts_with("\xEF\xBB\xBF")) line.text.erase(0, 3);
  return true;
}

/// Reads the lines of the next sentence; false at the end.
bool ConlluReader::read_lines(ConlluLines& lines) {
  lines = ConlluLines();
  const auto fail = [&](std::uint64_t line, std::uint64_t column, const char* message) {
    if (!lines.issue) lines.issue = Issue{source_, line, column, message};
  };
  ConlluLine line;
  while (read_line(line)) {
    if (line.text.empty()) {
      if (lines.rows.empty() && lines.comments.empty()) continue;
      break;
    }
    if (const std::size_t bad = find_utf8_fault(line.text); bad < line.text.size()) {
      fail(line.number, bad + 1, "the byte is not UTF-8; convert the file to UTF-8");
    }
    if (const std::size_t bad = line.text.find('\r'); bad != std::string::npos) {
      fail(line.number, bad + 1, "a carriage return stands inside the line");
    }
    if (line.text.front() != '#') {
      lines.rows.push_back(std::move(line));
    } else if (lines.rows.empty()) {
      lines.comments.push_back(std::move(line));
    } else {
      fail(line.number, 1, "a comment stands inside a sentence; an empty line must end the sentence");
    }
  }
  if (lines.rows.empty() && !lines.comments.empty()) {
    fail(lines.comments.back().number, 0, "the comments are followed by no words");
  }
  return !lines.rows.empty() || !lines.comments.empty();
}

std::optional<Result<Document>> ConlluReader::read() {
  ConlluLines lines;
  if (pending_) {
    lines = std::move(*pending_);
    pending_.reset();
  } else if (!read_lines(lines)) {
    return std::nullopt;
  }
  ConlluBuilder builder(source_, use_);
  std::optional<Issue> issue;
  while (true) {
    if (!issue) {
      if (lines.issue) {
        issue = std::move(lines.issue);
      } else if (!builder.add(lines)) {
        issue = builder.issue();
      }
    }
    if (!read_lines(lines)) break;
    if (std::any_of(lines.comments.begin(), lines.comments.end(),
                    [](const ConlluLine& line) { return find_comment(line.text, "newdoc").has_value(); })) {
      pending_ = std::move(lines);
      break;
    }
  }
  if (issue) return Result<Document>(std::move(*issue));
  return Result<Document>(builder.finish());
}

}  // namespace actorgraph
