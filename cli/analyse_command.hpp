// actorgraph analyse: articles to sentences, words, trees and names; what extract works on.
#pragma once

#include "cli/command.hpp"
#include "cli/input_options.hpp"

namespace actorgraph {

class AnalyseCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "analyse"; }
  [[nodiscard]] std::string summary() const override {
    return "Write the words, trees and names of articles";
  }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  InputOptions input_;
  std::string format_ = "conllu";
};

}  // namespace actorgraph
