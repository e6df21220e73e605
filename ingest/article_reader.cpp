#include "ingest/article_reader.hpp"

#include <array>
#include <cassert>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include "ingest/ascii.hpp"
#include "ingest/charset.hpp"
#include "ingest/input_files.hpp"
#include "ingest/json_record.hpp"
#include "ingest/line_reader.hpp"
#include "ingest/plain_text.hpp"

namespace actorgraph {
namespace {

class Reader {
 public:
  Reader(const IngestOptions& options, const IngestHandlers& handlers)
      : options_(options), handlers_(handlers) {}

  void read_file(const InputFile& file) {
    const std::uint64_t before = progress_.bytes;
    if (file.format == InputFormat::PlainText && file.size_bytes > options_.max_article_bytes) {
      report({file.path, 0, 0, too_long("the text")});
    } else {
      errno = 0;
      std::ifstream in(file.path, std::ios::binary);
      if (!in) {
        std::string reason = std::generic_category().message(errno);
        reason[0] = to_ascii_lower(reason[0]);
        report({file.path, 0, 0, "cannot be opened: " + reason});
      } else {
        read_stream(in, file.path, file.format);
      }
    }
    // What was left unread is done with, too: the sum comes to total_bytes.
    progress_.bytes = std::max(progress_.bytes, before + file.size_bytes);
  }

  /// Requires: `format` is Unknown where the first character is to tell.
  void read_stream(std::istream& in, const std::string& path, InputFormat format) {
    LineReader reader(in, options_.max_article_bytes);
    base_bytes_ = progress_.bytes;
    std::string head;
    while (reader.next()) {
      const std::string_view start = trim_space(reader.line());
      const bool is_text = format == InputFormat::PlainText || !start.starts_with('{') || is_wide(start);
      if (!start.empty() && !is_text) return read_json_lines(reader, path);
      if (!start.empty() && format == InputFormat::JsonLines && !is_binary(start)) {
        return read_json_lines(reader, path);
      }
      head += reader.line();
      if (reader.has_newline()) head += '\n';
      if (!start.empty() || reader.is_cut()) break;
      if (head.size() > options_.max_article_bytes) break;
    }
    read_whole(in, reader, std::move(head), path, format);
  }

  void report(Issue issue) {
    ++progress_.issues;
    if (handlers_.on_issue) handlers_.on_issue(std::move(issue), progress_);
  }

  [[nodiscard]] const IngestProgress& progress() const { return progress_; }

 private:
  static bool is_wide(std::string_view start) {
    return start.substr(0, 2).find('\0') != std::string_view::npos;
  }
  static bool is_binary(std::string_view start) {
    return has_wide_byte_order_mark(start) || start.find('\0') != std::string_view::npos;
  }

  [[nodiscard]] std::string too_long(const std::string& what) const {
    return what + " is longer than the " + std::to_string(options_.max_article_bytes) +
           " bytes that one article may have; split it into articles, or allow more with --max-article-mb";
  }

  /// Reads an input that must be seen whole: a plain text, or JSON lines in UTF-16.
  void read_whole(std::istream& in, const LineReader& reader, std::string bytes, const std::string& path,
                  InputFormat format) {
    const std::uint64_t head_bytes = reader.bytes();
    std::array<char, 65536> buffer{};
    bool is_cut = reader.is_cut();
    while (!is_cut && in.good()) {
      in.read(buffer.data(), buffer.size());
      bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
      is_cut = bytes.size() > options_.max_article_bytes;
    }
    progress_.bytes = base_bytes_ + std::max<std::uint64_t>(head_bytes, bytes.size());
    if (is_cut) return report({path, 0, 0, too_long("the text")});
    if (in.bad()) return report({path, 0, 0, "reading it failed half-way; is the disk or the pipe broken?"});
    if (bytes.empty()) return report({path, 0, 0, "is empty; expected an article"});
    Result<std::string> text = decode_text(std::move(bytes), path);
    if (!text) return report(text.error());
    const std::string_view start = trim_space(*text);
    if (start.empty()) return report({path, 0, 0, "has only white space; expected an article"});
    if (format == InputFormat::JsonLines || (format == InputFormat::Unknown && start.starts_with('{'))) {
      std::istringstream lines(std::move(*text));
      LineReader line_reader(lines, options_.max_article_bytes);
      while (line_reader.next() && trim_space(line_reader.line()).empty()) {
      }
      is_decoded_ = true;
      read_json_lines(line_reader, path);
      is_decoded_ = false;
      return;
    }
    Article article = parse_plain_text(std::move(*text));
    if (options_.published) article.published = options_.published;
    if (!options_.source.empty()) article.source = options_.source;
    hand_over(std::move(article), path);
  }

  /// Reads records from the present line of `reader` on.
  void read_json_lines(LineReader& reader, const std::string& path) {
    do {
      if (!is_decoded_) progress_.bytes = base_bytes_ + reader.bytes();
      if (reader.is_cut()) {
        report({path, reader.number(), 0, too_long("the line")});
      } else if (!trim_space(reader.line()).empty()) {
        read_record(reader, path);
      }
    } while (reader.next());
  }

  void read_record(LineReader& reader, const std::string& path) {
    std::string_view line = reader.line();
    constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
    const std::size_t mark = reader.number() == 1 && line.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
    Result<JsonArticle> record = parse_json_article(line.substr(mark));
    const auto place = [&](Issue issue) {
      issue.source = path;
      issue.line = reader.number();
      issue.column += mark;
      return issue;
    };
    if (!record) return report(place(record.error()));
    if (record->warning) report(place(*record->warning));
    Article& article = record->article;
    if (!article.published) article.published = options_.published;
    if (article.source.empty()) article.source = options_.source;
    hand_over(std::move(article), path);
  }

  void hand_over(Article article, const std::string& path) {
    article.path = path;
    ++progress_.articles;
    if (handlers_.on_article) handlers_.on_article(std::move(article), progress_);
  }

  const IngestOptions& options_;
  const IngestHandlers& handlers_;
  IngestProgress progress_;
  std::uint64_t base_bytes_ = 0;  ///< of the inputs before the present one
  bool is_decoded_ = false;       ///< lines come from a converted copy, whose bytes are counted already
};

}  // namespace

IngestProgress read_articles(std::span<const std::string> paths, const IngestOptions& options,
                             std::istream& standard_input, const IngestHandlers& handlers) {
  assert(options.max_article_bytes <= std::uint64_t{1} << 30U);
  Reader reader(options, handlers);
  for (const std::string& path : paths) {
    if (path == "-") {
      reader.read_stream(standard_input, path, InputFormat::Unknown);
    } else {
      find_input_files(
          path, [&](const InputFile& file) { reader.read_file(file); },
          [&](Issue issue) { reader.report(std::move(issue)); });
    }
  }
  return reader.progress();
}

std::uint64_t total_bytes(std::span<const std::string> paths) {
  std::uint64_t bytes = 0;
  for (const std::string& path : paths) {
    if (path == "-") continue;
    find_input_files(
        path, [&](const InputFile& file) { bytes += file.size_bytes; }, [](const Issue&) {});
  }
  return bytes;
}

}  // namespace actorgraph
