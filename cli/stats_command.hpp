// actorgraph stats: what a graph file holds.
#pragma once

#include "cli/command.hpp"

namespace actorgraph {

class StatsCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "stats"; }
  [[nodiscard]] std::string summary() const override { return "Count what a graph file holds"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string format_;
};

}  // namespace actorgraph
