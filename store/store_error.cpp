#include "store/store_error.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

namespace actorgraph {
namespace {

/// "process 4711 (actorgraph)": who holds the lock for writing; "another program" where the system does not
/// tell. Locks are listed by the file that they are of, which is not opened here: to close it would end our
/// own.
std::string writer_of(const std::string& path) {
  struct stat side {};
  std::ifstream locks("/proc/locks");
  if (stat((path + "-shm").c_str(), &side) != 0 || !locks) return "another program";
  // "1: POSIX ADVISORY WRITE 4711 fe:00:131 120 120"
  constexpr std::uint64_t kWriteLock = 120;
  std::string line;
  while (std::getline(locks, line)) {
    std::istringstream fields(line);
    std::string number;
    std::string type;
    std::string mode;
    std::string access;
    std::string file;
    std::uint64_t process = 0;
    std::uint64_t first = 0;
    std::string last;
    fields >> number >> type >> mode >> access >> process >> file >> first >> last;
    const bool is_side = file.ends_with(":" + std::to_string(side.st_ino));
    if (!fields || !is_side || access != "WRITE" || first != kWriteLock) continue;
    std::ifstream stream("/proc/" + std::to_string(process) + "/comm");
    std::string name;
    std::getline(stream, name);
    return "process " + std::to_string(process) + (name.empty() ? "" : " (" + name + ")");
  }
  return "another program";
}

}  // namespace

void rethrow_store_error(const SQLite::Exception& error, const std::string& path) {
  const std::string reason = std::string(" (") + error.what() + ")";
  switch (error.getErrorCode()) {
    case SQLITE_NOTADB:
      throw StoreError(path + ": this is not a graph file" + reason +
                       "; expected a file that `actorgraph build -o` wrote");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw IoError(path + ": " + writer_of(path) + " is writing this graph file" + reason +
                    "; try again when it has ended");
    case SQLITE_FULL:
      throw IoError(path + ": no space left on the device" + reason +
                    "; what was committed is kept, free some space and run the same command again");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw IoError(path + ": the graph file or its folder cannot be written" + reason +
                    "; check the permissions");
    case SQLITE_CANTOPEN:
      throw IoError(path + ": cannot be opened" + reason +
                    "; check that its folder exists and may be written");
    case SQLITE_IOERR:
      throw IoError(path + ": the device reported an error" + reason +
                    "; what was committed is kept, look after the disk and run the same command again");
    case SQLITE_NOMEM:
      throw IoError(path + ": out of memory" + reason);
    default:
      throw StoreError(path + ": the graph file is damaged" + reason +
                       "; restore a copy, or build it again from the articles");
  }
}

void rethrow_store_error(const FormatError& error, const std::string& path) {
  throw StoreError(path + ": the graph file is damaged (" + error.what() +
                   "); restore a copy, or build it again from the articles");
}

void check_is_graph_file(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    throw StoreError(path + ": no such graph file; make one with: actorgraph build ARTICLES... -o " + path);
  }
  if (error) throw IoError(path + ": " + error.message());
  if (status.type() == std::filesystem::file_type::directory) {
    throw StoreError(path + ": is a folder; expected a graph file that `actorgraph build -o` wrote");
  }
}

}  // namespace actorgraph
