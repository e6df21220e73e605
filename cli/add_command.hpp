// actorgraph add: more articles into a graph file.
#pragma once

#include "cli/command.hpp"
#include "cli/input_options.hpp"

namespace actorgraph {

class AddCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "add"; }
  [[nodiscard]] std::string summary() const override { return "Read more articles into a graph file"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  InputOptions input_;
  std::string store_;
};

}  // namespace actorgraph
