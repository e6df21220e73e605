// actorgraph merge: one graph file of several.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace actorgraph {

class MergeCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "merge"; }
  [[nodiscard]] std::string summary() const override { return "Make one graph file of several"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::vector<std::string> parts_;
  std::string output_;
  std::string data_;
};

}  // namespace actorgraph
