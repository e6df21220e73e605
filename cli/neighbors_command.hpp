// actorgraph neighbors: with whom an actor has to do.
#pragma once

#include "cli/command.hpp"
#include "cli/limit_option.hpp"

namespace actorgraph {

class NeighborsCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "neighbors"; }
  [[nodiscard]] std::string summary() const override { return "Show with whom an actor has to do"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string actor_;
  std::string relation_;
  std::string format_;
  LimitOption limit_;
  bool all_ = false;
};

}  // namespace actorgraph
