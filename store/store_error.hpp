// What went wrong with a graph file, in the words of a user. Used by Store alone.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <string>

#include "records/error.hpp"

namespace actorgraph {

/// Throws StoreError where the file at `path` is at fault, IoError where its device or another program is.
[[noreturn]] void rethrow_store_error(const SQLite::Exception& error, const std::string& path);
[[noreturn]] void rethrow_store_error(const FormatError& error, const std::string& path);

/// Errors: throws StoreError where `path` does not exist or is a folder.
void check_is_graph_file(const std::string& path);

/// Runs `work`, whose errors are told as those of the file at `path`.
template <class Work>
auto guarded(const std::string& path, const Work& work) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    rethrow_store_error(error, path);
  } catch (const FormatError& error) {
    rethrow_store_error(error, path);
  }
}

}  // namespace actorgraph
