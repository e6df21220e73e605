// actorgraph remove: takes documents out of a graph file.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"

namespace actorgraph {

class RemoveCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "remove"; }
  [[nodiscard]] std::string summary() const override { return "Take articles out of a graph file"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::vector<std::string> keys_;
  std::string data_;
};

}  // namespace actorgraph
