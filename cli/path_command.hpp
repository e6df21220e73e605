// actorgraph path: how two actors hang together.
#pragma once

#include "cli/command.hpp"

namespace actorgraph {

class PathCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "path"; }
  [[nodiscard]] std::string summary() const override { return "Show how two actors hang together"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string from_;
  std::string to_;
  std::string format_;
  std::size_t paths_ = 0;
  std::size_t steps_ = 8;
  bool all_ = false;
};

}  // namespace actorgraph
