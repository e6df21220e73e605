// actorgraph top: the actors on whom most stands.
#pragma once

#include "cli/command.hpp"
#include "cli/limit_option.hpp"

namespace actorgraph {

class TopCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "top"; }
  [[nodiscard]] std::string summary() const override {
    return "Rank actors by degree, PageRank, betweenness or events";
  }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string by_ = "degree";
  std::string kind_;
  std::string format_;
  LimitOption limit_{20};
  bool all_ = false;
};

}  // namespace actorgraph
