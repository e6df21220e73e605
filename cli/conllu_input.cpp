#include "cli/conllu_input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <istream>
#include <system_error>
#include <vector>

#include "records/error.hpp"

namespace actorgraph {
namespace {

namespace fs = std::filesystem;

/// The files below `path` and the issues of what cannot be searched, in order of their names.
void find_files(const fs::path& path, std::vector<fs::path>& files, std::vector<Issue>& issues) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    files.push_back(path);
    return;
  }
  std::vector<fs::path> entries;
  fs::directory_iterator entry(path, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const fs::path& name = entry->path();
    std::error_code ignored;
    const bool folder = entry->is_directory(ignored) && !entry->is_symlink(ignored);
    if (name.filename().string().starts_with('.')) continue;
    if (folder || name.extension() == ".conllu") entries.push_back(name);
  }
  if (error) {
    issues.push_back({path.string(), 0, 0, "the folder cannot be read (" + error.message() + ")"});
  }
  std::ranges::sort(entries);
  for (const fs::path& name : entries) find_files(name, files, issues);
}

class ConlluRun {
 public:
  ConlluRun(ConlluUse use, const IngestOptions& options, const ConlluHandlers& handlers)
      : use_(use), options_(options), handlers_(handlers) {}

  void report(Issue issue) {
    ++progress_.issues;
    handlers_.on_issue(std::move(issue), progress_);
  }

  void read_file(const fs::path& path) {
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    if (!in) {
      return report({path.string(), 0, 0,
                     std::string("cannot be opened (") + std::strerror(errno) +
                         "); expected a CoNLL-U file, a folder of them, or - for standard input"});
    }
    read_stream(in, path.string());
  }

  void read_stream(std::istream& in, const std::string& name) {
    ConlluReader reader(in, name, use_);
    const std::uint64_t before = progress_.bytes;
    const std::uint64_t found = progress_.articles + progress_.issues;
    try {
      while (auto result = reader.read()) {
        if (const std::streamoff at = in.tellg(); at > 0)
          progress_.bytes = before + static_cast<std::uint64_t>(at);
        if (!*result) {
          report(result->error());
          continue;
        }
        Document doc = std::move(**result);
        Article& article = doc.article;
        article.path = name;
        if (!article.published) article.published = options_.published;
        if (article.source.empty()) article.source = options_.source;
        doc.id = make_document_id(article);
        ++progress_.articles;
        handlers_.on_document(std::move(doc), progress_);
      }
    } catch (const IoError& error) {
      report({name, 0, 0, error.what()});
    }
    if (progress_.articles + progress_.issues == found) {
      report({name, 0, 0, "holds no sentence; expected CoNLL-U with ten columns a word"});
    }
    std::error_code ignored;
    if (const auto size = fs::file_size(name, ignored); !ignored) progress_.bytes = before + size;
  }

  [[nodiscard]] const IngestProgress& progress() const { return progress_; }

 private:
  ConlluUse use_;
  const IngestOptions& options_;
  const ConlluHandlers& handlers_;
  IngestProgress progress_;
};

}  // namespace

IngestProgress read_conllu(std::span<const std::string> paths, ConlluUse use, const IngestOptions& options,
                           std::istream& standard_input, const ConlluHandlers& handlers) {
  ConlluRun run(use, options, handlers);
  for (const std::string& path : paths) {
    if (path == "-") {
      run.read_stream(standard_input, path);
      continue;
    }
    std::vector<fs::path> files;
    std::vector<Issue> issues;
    find_files(path, files, issues);
    for (Issue& issue : issues) run.report(std::move(issue));
    if (files.empty() && issues.empty()) run.report({path, 0, 0, "the folder has no .conllu file in it"});
    for (const fs::path& file : files) run.read_file(file);
  }
  return run.progress();
}

std::uint64_t conllu_bytes(std::span<const std::string> paths) {
  std::uint64_t bytes = 0;
  for (const std::string& path : paths) {
    std::vector<fs::path> files;
    std::vector<Issue> ignored_issues;
    if (path != "-") find_files(path, files, ignored_issues);
    for (const fs::path& file : files) {
      std::error_code error;
      const auto size = fs::file_size(file, error);
      if (!error) bytes += size;
    }
  }
  return bytes;
}

}  // namespace actorgraph
