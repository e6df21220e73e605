// actorgraph build: articles to a graph file.
#pragma once

#include "cli/command.hpp"
#include "cli/input_options.hpp"

namespace actorgraph {

class BuildCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "build"; }
  [[nodiscard]] std::string summary() const override { return "Read articles into a graph file"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  InputOptions input_;
  std::string output_;
};

}  // namespace actorgraph
