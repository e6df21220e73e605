#include "cli/manual_command.hpp"

#include <filesystem>
#include <ostream>

#include "cli/completions.hpp"
#include "cli/man_page.hpp"
#include "cli/option_list.hpp"
#include "cli/output_file.hpp"
#include "cli/program.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

void write_file(const Console& console, const std::filesystem::path& path, const std::string& text) {
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  if (error) throw IoError(path.parent_path().string() + ": cannot be made (" + error.message() + ")");
  OutputFile output(console, path.string());
  output.stream() << text;
  if (!output.stream()) output.fail();
  output.commit();
}

}  // namespace

void ManualCommand::setup(CLI::App& app) {
  app.group("");  // not in the list of commands
  app.description(
      "Writes bash/actorgraph, zsh/_actorgraph, fish/actorgraph.fish and man1/*.1 into a folder.");
  app.add_option("FOLDER", folder_, "The folder; made where it is missing")->required();
}

int ManualCommand::run(Console& console) {
  const auto commands = make_commands();
  CLI::App app{kProgramSummary, "actorgraph"};
  declare_program(app, commands, console);
  const std::vector<CommandEntry> entries = list_commands(app);
  const std::filesystem::path folder = folder_;
  write_file(console, folder / "bash" / "actorgraph", make_bash_completion(entries));
  write_file(console, folder / "zsh" / "_actorgraph", make_zsh_completion(entries));
  write_file(console, folder / "fish" / "actorgraph.fish", make_fish_completion(entries));
  for (const CommandEntry& entry : entries) {
    write_file(console, folder / "man1" / (name_of_page(entry) + ".1"),
               make_man_page(entry, entries, ACTORGRAPH_VERSION));
  }
  return kDone;
}

}  // namespace actorgraph
