// actorgraph corrections: lists, takes back, writes and reads what users have corrected.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace actorgraph {

class CorrectionsCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "corrections"; }
  [[nodiscard]] std::string summary() const override {
    return "List, take back, save or apply corrections of the merge";
  }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string undo_;
  std::string apply_;
  std::string data_;
};

}  // namespace actorgraph
