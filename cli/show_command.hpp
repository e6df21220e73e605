// actorgraph show: the sentences behind an edge, an event or a claim.
#pragma once

#include "cli/command.hpp"

namespace actorgraph {

class ShowCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "show"; }
  [[nodiscard]] std::string summary() const override {
    return "Show the sentences behind an edge, event or claim";
  }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string id_;
  std::string format_;
  std::string data_;
};

}  // namespace actorgraph
