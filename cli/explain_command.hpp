// actorgraph explain: why an actor is one node.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace actorgraph {

class ExplainCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "explain"; }
  [[nodiscard]] std::string summary() const override { return "Say why names are one actor, or are not"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string actor_;
  std::string format_;
};

}  // namespace actorgraph
