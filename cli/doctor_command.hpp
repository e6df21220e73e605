// actorgraph doctor: what is wrong with a graph file, and how to mend it.
#pragma once

#include "cli/command.hpp"

namespace actorgraph {

class DoctorCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "doctor"; }
  [[nodiscard]] std::string summary() const override { return "Say what is wrong, and how to mend it"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string data_;
};

}  // namespace actorgraph
