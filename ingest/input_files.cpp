#include "ingest/input_files.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "ingest/ascii.hpp"

namespace actorgraph {
namespace {

namespace fs = std::filesystem;

std::string lower_message(const std::error_code& error) {
  std::string text = error.message();
  if (!text.empty()) text[0] = to_ascii_lower(text[0]);
  return text;
}

struct Entry {
  std::string name;
  fs::file_type type = fs::file_type::none;
  std::uint64_t size_bytes = 0;
};

class FolderWalk {
 public:
  FolderWalk(const std::function<void(const InputFile&)>& on_file, const std::function<void(Issue)>& on_issue)
      : on_file_(on_file), on_issue_(on_issue) {}

  void read_folder(const std::string& folder) {
    std::error_code error;
    std::vector<Entry> entries;
    auto it = fs::directory_iterator(folder, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
      if (auto entry = make_entry(*it); entry.type != fs::file_type::none) {
        entries.push_back(std::move(entry));
      }
    }
    if (error) on_issue_({folder, 0, 0, "cannot read the folder: " + lower_message(error)});
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    for (const Entry& entry : entries) {
      const std::string path = folder.ends_with('/') ? folder + entry.name : folder + '/' + entry.name;
      if (entry.type == fs::file_type::directory) {
        read_folder(path);
      } else {
        on_file_({path, find_input_format(entry.name), entry.size_bytes});
      }
    }
  }

 private:
  /// A folder that is no link, or a file of a known format; else of type none.
  static Entry make_entry(const fs::directory_entry& from) {
    std::error_code error;
    Entry entry{.name = from.path().filename().string()};
    if (entry.name.starts_with('.')) return entry;
    if (from.is_directory(error)) {
      if (!from.is_symlink(error)) entry.type = fs::file_type::directory;
    } else if (find_input_format(entry.name) != InputFormat::Unknown) {
      entry.type = fs::file_type::regular;
      const std::uint64_t size = from.file_size(error);
      entry.size_bytes = error ? 0 : size;
    }
    return entry;
  }

  const std::function<void(const InputFile&)>& on_file_;
  const std::function<void(Issue)>& on_issue_;
};

}  // namespace

InputFormat find_input_format(const std::string& path) {
  const std::string ending = to_ascii_lower(fs::path(path).extension().string());
  if (ending == ".txt") return InputFormat::PlainText;
  if (ending == ".jsonl" || ending == ".ndjson") return InputFormat::JsonLines;
  return InputFormat::Unknown;
}

void find_input_files(const std::string& path, const std::function<void(const InputFile&)>& on_file,
                      const std::function<void(Issue)>& on_issue) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    on_issue({path, 0, 0, "no such file or folder"});
  } else if (error) {
    on_issue({path, 0, 0, "cannot be read: " + lower_message(error)});
  } else if (status.type() == fs::file_type::directory) {
    FolderWalk(on_file, on_issue).read_folder(path);
  } else if (status.type() != fs::file_type::regular) {
    on_file({path, InputFormat::Unknown, 0});
  } else if (const InputFormat format = find_input_format(path); format == InputFormat::Unknown) {
    on_issue(
        {path, 0, 0,
         "unknown kind of file; expected .txt (plain text), .jsonl or .ndjson (JSON lines), or a folder"});
  } else {
    const std::uint64_t size = fs::file_size(path, error);
    on_file({path, format, error ? 0 : size});
  }
}

}  // namespace actorgraph
