#include "cli/data_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

#include "records/error.hpp"

namespace actorgraph {
namespace {

namespace fs = std::filesystem;

bool is_data_folder(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "lexicon", ignored);
}

std::string checked(const std::string& folder, const std::string& origin) {
  if (is_data_folder(folder)) return folder;
  throw ConfigError(origin + " is '" + folder +
                    "', which has no lexicon/ in it; expected the folder data/ of actorgraph");
}

}  // namespace

std::string find_data_folder(const std::string& option) {
  if (!option.empty()) return checked(option, "--data");
  const char* variable = std::getenv("ACTORGRAPH_DATA");
  if (variable != nullptr && *variable != '\0') return checked(variable, "ACTORGRAPH_DATA");
  std::vector<fs::path> places;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path beside = program.parent_path().parent_path();
    places.push_back(beside / "share" / "actorgraph");
    places.push_back(beside / "data");
  }
  places.emplace_back(ACTORGRAPH_DATA_DIR);
  std::string looked;
  for (const fs::path& place : places) {
    if (is_data_folder(place)) return place.string();
    looked += (looked.empty() ? "" : ", ") + place.string();
  }
  throw ConfigError("the data folder was not found in " + looked +
                    "; name it with --data or ACTORGRAPH_DATA");
}

}  // namespace actorgraph
