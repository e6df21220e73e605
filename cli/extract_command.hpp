// actorgraph extract: articles to claims on standard output; a filter.
#pragma once

#include "cli/command.hpp"
#include "cli/input_options.hpp"

namespace actorgraph {

class ExtractCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "extract"; }
  [[nodiscard]] std::string summary() const override { return "Write the claims of articles as JSON lines"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  InputOptions input_;
  std::string format_ = "jsonl";
  std::string output_ = "-";
};

}  // namespace actorgraph
