// actorgraph manual: the program's completions and manual pages, made from what its commands declare. Hidden:
// the build calls it.
#pragma once

#include "cli/command.hpp"

namespace actorgraph {

class ManualCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "manual"; }
  [[nodiscard]] std::string summary() const override { return "Write completions and manual pages"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string folder_;
};

}  // namespace actorgraph
