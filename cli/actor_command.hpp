// actorgraph actor: what a user corrects in the merge of actors.
#pragma once

#include <string>

#include "cli/command.hpp"

namespace actorgraph {

class ActorCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "actor"; }
  [[nodiscard]] std::string summary() const override { return "Join, split, divide or rename actors"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  CLI::App* join_ = nullptr;
  CLI::App* split_ = nullptr;
  CLI::App* divide_ = nullptr;
  CLI::App* rename_ = nullptr;
  std::string store_;
  std::string one_;
  std::string other_;
  std::string data_;
};

}  // namespace actorgraph
