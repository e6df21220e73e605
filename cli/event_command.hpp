// actorgraph event: what a user corrects in the merge of events.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace actorgraph {

class EventCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "event"; }
  [[nodiscard]] std::string summary() const override { return "Join or split events"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  CLI::App* join_ = nullptr;
  CLI::App* split_ = nullptr;
  std::string store_;
  std::string event_;
  std::string other_;
  std::string data_;
};

}  // namespace actorgraph
