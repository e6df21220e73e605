// actorgraph communities: groups of actors that have most to do with one another.
#pragma once

#include "cli/command.hpp"
#include "cli/limit_option.hpp"

namespace actorgraph {

class CommunitiesCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "communities"; }
  [[nodiscard]] std::string summary() const override { return "Find groups of actors that belong together"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string format_;
  LimitOption limit_{20};
  bool members_ = false;
  bool all_ = false;
};

}  // namespace actorgraph
