// actorgraph: reads news articles into a graph of actors and events. The only place that catches and exits.
#include <algorithm>
#include <CLI/App.hpp>
#include <iostream>
#include <new>

#include "cli/command.hpp"
#include "cli/program.hpp"
#include "graph/actor_suggestions.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

void report(const Console& console, const std::string& message) {
  console.out.flush();
  console.err << console.paint_message(Colour::Red, "error:") << ' ' << message << '\n' << std::flush;
}

/// " Did you mean query?" for a first word that is no command; empty where nothing is near.
std::string suggest_command(const std::string& word, const std::vector<std::unique_ptr<Command>>& commands) {
  constexpr std::size_t kMostChanges = 2;
  for (std::size_t changes = 0; changes <= kMostChanges; ++changes) {
    for (const auto& command : commands) {
      if (edit_distance(word, command->name(), kMostChanges) == changes) {
        return "; did you mean " + command->name() + "?";
      }
    }
  }
  return {};
}

int run_command(int argc, char** argv, Console& console) {
  const auto commands = make_commands();
  CLI::App app{kProgramSummary, "actorgraph"};
  declare_program(app, commands, console);
  for (const auto& command : commands) {
    if (argc < 2 || command->name() != argv[1]) {
      app.get_subcommand(command->name())->description(command->summary());  // for the list
    }
  }
  if (argc > 1 && argv[1][0] != '-' && argv[1][0] != '\0' &&
      std::ranges::none_of(commands, [&](const auto& command) { return command->name() == argv[1]; })) {
    report(console, "'" + std::string(argv[1]) + "' is no command" + suggest_command(argv[1], commands) +
                        "\nsee: " + console.program + " --help");
    return kWrongUsage;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    app.exit(success, console.out, console.err);
    console.flush_out();
    return kDone;
  } catch (const CLI::ParseError& error) {
    const auto chosen = app.get_subcommands();
    report(console, std::string(error.what()) + "\nsee: " + console.program + ' ' +
                        (chosen.empty() ? "" : chosen.front()->get_name() + ' ') + "--help");
    return kWrongUsage;
  }
  for (const auto& command : commands) {
    if (app.got_subcommand(command->name())) return command->run(console);
  }
  console.out << app.help();
  console.flush_out();
  return kWrongUsage;
}

}  // namespace
}  // namespace actorgraph

int main(int argc, char** argv) {
  using namespace actorgraph;
  prepare_process();
  Console console = make_console();
  if (argc > 0 && std::string_view(argv[0]).find('/') != std::string_view::npos) console.program = argv[0];
  try {
    return run_command(argc, argv, console);
  } catch (const StoreError& error) {
    report(console, error.what());
    return kGraphFile;
  } catch (const ConfigError& error) {
    report(console, error.what());
    return kWrongUsage;
  } catch (const std::bad_alloc&) {
    report(console, "out of memory; give fewer threads (-j) or smaller articles (--max-article-mb)");
    return kFailed;
  } catch (const std::exception& error) {
    report(console, error.what());
    return kFailed;
  }
}
