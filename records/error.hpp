// Errors that end the run. Library folders throw them; main alone catches them.
#pragma once

#include <stdexcept>

namespace actorgraph {

struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A file or stream could not be read or written.
struct IoError : Error {
  using Error::Error;
};

/// The bytes of a file are not what its format says.
struct FormatError : Error {
  using Error::Error;
};

/// An option or a configuration file makes no sense.
struct ConfigError : Error {
  using Error::Error;
};

/// The graph file is missing, damaged or of another version.
struct StoreError : Error {
  using Error::Error;
};

}  // namespace actorgraph
