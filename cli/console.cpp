#include "cli/console.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "records/error.hpp"

namespace actorgraph {
namespace {

std::string paint_if(bool colours, Colour colour, std::string_view text) {
  if (!colours) return std::string(text);
  const char* start = "";
  switch (colour) {
    case Colour::Red:
      start = "\033[31m";
      break;
    case Colour::Green:
      start = "\033[32m";
      break;
    case Colour::Yellow:
      start = "\033[33m";
      break;
    case Colour::Blue:
      start = "\033[34m";
      break;
    case Colour::Dim:
      start = "\033[2m";
      break;
    case Colour::Bold:
      start = "\033[1m";
      break;
  }
  return start + std::string(text) + "\033[0m";
}

int terminal_width() {
  if (const char* columns = std::getenv("COLUMNS")) {
    int width = 0;
    const auto [end, error] = std::from_chars(columns, columns + std::strlen(columns), width);
    if (error == std::errc() && *end == '\0' && width > 0) return width;
  }
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

bool wants_colours() {
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  const char* term = std::getenv("TERM");
  return term != nullptr && std::string_view(term) != "dumb";
}

}  // namespace

std::string Console::paint(Colour colour, std::string_view text) const {
  return paint_if(colours && out_is_terminal, colour, text);
}

std::string Console::paint_message(Colour colour, std::string_view text) const {
  return paint_if(colours && err_is_terminal, colour, text);
}

void Console::flush_out() const {
  errno = 0;
  out.flush();
  if (!out) {
    throw IoError("standard output: cannot be written" +
                  (errno != 0 ? std::string(" (") + std::strerror(errno) + ")" : std::string()) +
                  "; the output is not complete");
  }
}

Console make_console() {
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  return Console{.in = std::cin,
                 .out = std::cout,
                 .err = std::cerr,
                 .out_is_terminal = isatty(STDOUT_FILENO) == 1,
                 .err_is_terminal = isatty(STDERR_FILENO) == 1,
                 .colours = wants_colours(),
                 .width_columns = terminal_width(),
                 .quiet = false,
                 .program = "actorgraph"};
}

void prepare_process() {
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
    if (fcntl(stream, F_GETFD) != -1) continue;
    // The lowest free number is `stream`; opened the wrong way round, so that its use is an error.
    if (open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) != stream) std::_Exit(1);
  }
  std::signal(SIGPIPE, SIG_DFL);
}

}  // namespace actorgraph
