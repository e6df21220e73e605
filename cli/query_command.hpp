// actorgraph query: who did what to whom.
#pragma once

#include "cli/command.hpp"

namespace actorgraph {

class QueryCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "query"; }
  [[nodiscard]] std::string summary() const override { return "Ask who did what to whom"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string level_;
  std::string pattern_;
  std::vector<std::string> relations_;
  std::string since_;
  std::string until_;
  std::string format_;
  bool all_ = false;
};

}  // namespace actorgraph
