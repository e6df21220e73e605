// actorgraph search: sentences and names that hold words.
#pragma once

#include "cli/command.hpp"

namespace actorgraph {

class SearchCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "search"; }
  [[nodiscard]] std::string summary() const override { return "Search sentences and names for words"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string words_;
  std::string format_;
  std::size_t limit_ = 20;
};

}  // namespace actorgraph
