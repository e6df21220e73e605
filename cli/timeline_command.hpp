// actorgraph timeline: how many events there were, and which, by day, month or year.
#pragma once

#include "cli/command.hpp"

namespace actorgraph {

class TimelineCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "timeline"; }
  [[nodiscard]] std::string summary() const override { return "Show what happened by day, month or year"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string actor_;
  std::string type_;
  std::string by_;
  std::string since_;
  std::string until_;
  std::string format_;
  bool all_ = false;
};

}  // namespace actorgraph
