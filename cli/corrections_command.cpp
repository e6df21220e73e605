#include "cli/corrections_command.hpp"

#include <charconv>
#include <fstream>
#include <ostream>

#include "cli/data_folder.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_saver.hpp"
#include "cli/text_layout.hpp"
#include "records/error.hpp"
#include "store/store.hpp"

namespace actorgraph {
namespace {

constexpr const char* kHeader =
    "# Corrections of a graph file: kind, what, the other (or the document, or the name), note.";

/// The corrections of a file that this command printed.
std::vector<Correction> read_corrections(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream)
    throw IoError(path + ": cannot be read; expected a file that `actorgraph corrections` printed");
  std::vector<Correction> corrections;
  std::string line;
  for (std::size_t number = 1; std::getline(stream, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    try {
      corrections.push_back(parse_correction(line));
    } catch (const FormatError& error) {
      throw FormatError(path + ":" + std::to_string(number) + ": " + error.what());
    }
  }
  return corrections;
}

/// Which of `corrections` the user means: "last", or a number as in the list.
const Correction& choose_correction(const std::vector<Correction>& corrections, const std::string& which) {
  if (corrections.empty()) throw Error("there is no correction to take back");
  if (which == "last") return corrections.back();
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(which.data(), which.data() + which.size(), number);
  if (error != std::errc{} || end != which.data() + which.size() || number == 0 ||
      number > corrections.size()) {
    throw ConfigError("--undo is '" + which + "'; expected last, or a number from 1 to " +
                      std::to_string(corrections.size()));
  }
  return corrections[number - 1];
}

}  // namespace

void CorrectionsCommand::setup(CLI::App& app) {
  app.description(
      "Lists what users have corrected with `actor` and `event`, in the order of giving, one a line. The "
      "lines\n"
      "can be kept in a file and applied to another graph file of the same articles.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  CLI::Option* undo =
      app.add_option("--undo", undo_, "Take one back: last, or its number in the list")->type_name("WHICH");
  app.add_option("--apply", apply_, "Add the corrections of a file that this command printed")
      ->type_name("FILE")
      ->excludes(undo);
  app.add_option("--data", data_, "Folder of the models and lexicons")->type_name("DIR");
  app.footer(
      "Examples:\n"
      "  actorgraph corrections story.db\n"
      "  actorgraph corrections story.db --undo last\n"
      "  actorgraph corrections story.db > corrections.tsv\n"
      "  actorgraph corrections rebuilt.db --apply corrections.tsv");
}

int CorrectionsCommand::run(Console& console) {
  if (!undo_.empty()) {
    Store store = Store::open(store_);
    const std::vector<Correction> corrections = store.corrections();
    const Correction& taken = choose_correction(corrections, undo_);
    store.remove_correction(taken);
    store.commit();
    static_cast<void>(save_graph(store, find_data_folder(data_)));
    if (!console.quiet) {
      console.out << ' ' << console.paint(Colour::Green, "taken back") << "  " << to_string(taken.kind)
                  << ": " << make_harmless(taken.note) << '\n';
    }
  } else if (!apply_.empty()) {
    const std::vector<Correction> corrections = read_corrections(apply_);
    Store store = Store::open(store_);
    std::uint64_t added = 0;
    for (const Correction& correction : corrections) added += store.add_correction(correction) ? 1U : 0U;
    store.commit();
    static_cast<void>(save_graph(store, find_data_folder(data_)));
    if (!console.quiet) {
      console.out << ' ' << console.paint(Colour::Green, "applied") << "  " << count_of(added, "correction");
      if (added < corrections.size()) console.out << "; " << corrections.size() - added << " known already";
      console.out << '\n';
    }
  } else {
    const std::vector<Correction> corrections = open_documents(store_).corrections();
    if (!corrections.empty() && !console.out_is_terminal) console.out << kHeader << '\n';
    std::size_t number = 0;
    for (const Correction& correction : corrections) {
      ++number;
      if (console.out_is_terminal) {
        console.out << ' ' << number << "  " << to_string(correction.kind) << "  "
                    << make_harmless(correction.note)
                    << make_harmless(correction.name.empty() ? "" : " -> " + correction.name) << '\n';
      } else {
        console.out << to_line(correction) << '\n';
      }
    }
    if (corrections.empty() && console.out_is_terminal) console.out << " no corrections\n";
  }
  console.flush_out();
  return kDone;
}

}  // namespace actorgraph
