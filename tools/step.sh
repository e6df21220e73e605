# shellcheck shell=bash
# What tools/run, tools/test and tools/check share: one line a step. Sourced by them, in the repository root.

# Kept between builds where it is there; read by CMake when a build folder is first configured.
if command -v ccache >/dev/null; then export CMAKE_CXX_COMPILER_LAUNCHER=ccache; fi

# step NAME COMMAND...: runs the command and prints "✓ NAME (seconds)"; its output only where it fails.
# A terminal shows the last line of the output meanwhile.
step() {
  local name=$1 started=$SECONDS log status=0 line
  shift
  log=$(mktemp)
  if [ -t 1 ]; then
    "$@" 2>&1 | tee "$log" | while IFS= read -r line; do
      printf '\r\033[K   %s  %.90s' "$name" "$line"
    done || status=$?
    printf '\r\033[K'
  else
    "$@" >"$log" 2>&1 || status=$?
  fi
  if [ "$status" -eq 0 ]; then
    printf ' ✓ %s (%d s)\n' "$name" "$((SECONDS - started))"
  else
    printf ' ✗ %s (%d s)\n' "$name" "$((SECONDS - started))"
    cat "$log"
  fi
  rm -f "$log"
  return "$status"
}

# build_preset PRESET FOLDER [TARGET...]: configures and builds a preset of CMakePresets.json.
build_preset() {
  local preset=$1 folder=$2
  shift 2
  cmake --preset "$preset" && cmake --build "$folder" ${1:+--target "$@"}
}
