// actorgraph actors: the actors of a graph file, the most mentioned first.
#pragma once

#include <cstdint>

#include "cli/command.hpp"
#include "cli/limit_option.hpp"

namespace actorgraph {

class ActorsCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "actors"; }
  [[nodiscard]] std::string summary() const override { return "List the actors, the most mentioned first"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string level_;
  std::string words_;
  std::string kind_;
  std::string format_;
  LimitOption limit_;
};

}  // namespace actorgraph
