// actorgraph diff: what changed between two dates of one file, or two files.
#pragma once

#include "cli/command.hpp"
#include "cli/limit_option.hpp"

namespace actorgraph {

class DiffCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "diff"; }
  [[nodiscard]] std::string summary() const override {
    return "Show what changed between two dates or two files";
  }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string other_;
  std::string since_;
  std::string until_;
  std::string format_;
  LimitOption limit_;
};

}  // namespace actorgraph
