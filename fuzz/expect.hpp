// What a fuzz target demands of a result. Unlike assert it also holds in release builds.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace actorgraph {

/// Ends the program with `what` where `holds` is false; libFuzzer and the replay then name the input.
inline void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

}  // namespace actorgraph
