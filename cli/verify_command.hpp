// actorgraph verify: proves that a graph file says what its articles say.
#pragma once

#include "cli/command.hpp"

namespace actorgraph {

class VerifyCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "verify"; }
  [[nodiscard]] std::string summary() const override { return "Prove a graph file against its articles"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string data_;
};

}  // namespace actorgraph
