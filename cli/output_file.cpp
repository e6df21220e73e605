#include "cli/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "records/error.hpp"

namespace actorgraph {
namespace {

std::string reason_of(int error) {
  return error == 0 ? std::string() : std::string(" (") + std::strerror(error) + ")";
}

mode_t usual_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

OutputFile::OutputFile(const Console& console, std::string path) : console_(console), path_(std::move(path)) {
  if (path_ == "-") return;
  struct stat status {};
  const bool exists = stat(path_.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) throw IoError(path_ + ": is a folder; expected the name of a file");
  errno = 0;
  if (exists && !S_ISREG(status.st_mode)) {
    file_.open(path_, std::ios::binary);
  } else {
    temporary_ = path_ + ".XXXXXX.tmp";
    const int descriptor = mkostemps(temporary_.data(), 4, O_CLOEXEC);
    if (descriptor == -1) {
      const int error = errno;
      temporary_.clear();
      throw IoError(path_ + ": cannot be written" + reason_of(error) +
                    "; check that its folder exists and may be written");
    }
    fchmod(descriptor, exists ? status.st_mode & 07777 : usual_mode());
    close(descriptor);
    file_.open(temporary_, std::ios::binary);
  }
  if (!file_) fail();
}

OutputFile::~OutputFile() {
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

std::ostream& OutputFile::stream() {
  return path_ == "-" ? console_.out : file_;
}

void OutputFile::commit() {
  if (path_ == "-") return console_.flush_out();
  errno = 0;
  file_.close();
  if (!file_) fail();
  if (temporary_.empty()) return;
  const int descriptor = open(temporary_.c_str(), O_RDONLY | O_CLOEXEC);
  const bool safe = descriptor != -1 && fsync(descriptor) == 0;
  if (descriptor != -1) close(descriptor);
  if (!safe || std::rename(temporary_.c_str(), path_.c_str()) != 0) fail();
  temporary_.clear();
}

void OutputFile::fail() const {
  const int error = errno;
  throw IoError((path_ == "-" ? "standard output" : path_) + ": cannot be written" + reason_of(error) +
                (path_ == "-" ? "; the output is not complete" : "; nothing was changed"));
}

}  // namespace actorgraph
