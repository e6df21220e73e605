// actorgraph rebuild: derives all that a graph file holds from its texts again.
#pragma once

#include "cli/command.hpp"
#include "cli/input_options.hpp"

namespace actorgraph {

class RebuildCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "rebuild"; }
  [[nodiscard]] std::string summary() const override { return "Derive everything again from the texts"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  int merge_again(Console& console) const;
  int read_again(Console& console) const;

  InputOptions input_;
  std::string store_;
  bool graph_alone_ = false;
};

}  // namespace actorgraph
