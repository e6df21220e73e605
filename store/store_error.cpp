#include "store/store_error.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <system_error>

namespace actorgraph {

void rethrow_store_error(const SQLite::Exception& error, const std::string& path) {
  const std::string reason = std::string(" (") + error.what() + ")";
  switch (error.getErrorCode()) {
    case SQLITE_NOTADB:
      throw StoreError(path + ": this is not a graph file" + reason +
                       "; expected a file that `actorgraph build -o` wrote");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw IoError(path + ": another program is writing this graph file" + reason + "; try again later");
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
      throw IoError(path + ": the device reported an error" + reason);
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
