// actorgraph why: what lies between two actors, in sentences.
#pragma once

#include "cli/command.hpp"

namespace actorgraph {

class WhyCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "why"; }
  [[nodiscard]] std::string summary() const override { return "Show all that is said between two actors"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string one_;
  std::string other_;
  std::string format_;
  std::size_t sentences_ = 3;
};

}  // namespace actorgraph
