// The streams of the program and what is known of the terminals behind them. Only cli writes to them.
// Thread-safety: none; the main thread writes.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

namespace actorgraph {

enum class Colour { Red, Green, Yellow, Blue, Dim, Bold };

struct Console {
  std::istream& in;
  std::ostream& out;  ///< data
  std::ostream& err;  ///< messages
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool colours = false;  ///< where the stream is a terminal, and neither NO_COLOR nor TERM=dumb is set
  int width_columns = 80;
  bool quiet = false;                  ///< no progress and no summary
  std::string program = "actorgraph";  ///< as the user called it, for the commands that we suggest

  /// `text` in a colour, where `out` shows colours.
  [[nodiscard]] std::string paint(Colour colour, std::string_view text) const;

  /// The same for `err`.
  [[nodiscard]] std::string paint_message(Colour colour, std::string_view text) const;

  /// Hands all that was written to `out` to the system.
  /// Errors: throws IoError where it cannot be written.
  void flush_out() const;
};

/// The console of this process: standard streams, environment and terminal size.
[[nodiscard]] Console make_console();

/// Makes the process safe to write from: closed standard streams are replaced, so that no file that is opened
/// later takes their number, and a reader that goes away (`| head`) ends the program silently.
void prepare_process();

}  // namespace actorgraph
