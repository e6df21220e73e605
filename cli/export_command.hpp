// actorgraph export: the merged graph as a file for other programs.
#pragma once

#include "cli/command.hpp"

namespace actorgraph {

class ExportCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "export"; }
  [[nodiscard]] std::string summary() const override { return "Write the graph for Gephi, igraph, networkx"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string level_;
  std::string output_;
  std::string format_;
  std::string gexf_version_ = "1.3";
  std::string links_key_ = "edges";
  bool gephi_ = false;
};

}  // namespace actorgraph
