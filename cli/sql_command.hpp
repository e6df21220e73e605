// actorgraph sql: questions in SQL.
#pragma once

#include "cli/command.hpp"

namespace actorgraph {

class SqlCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "sql"; }
  [[nodiscard]] std::string summary() const override { return "Ask in SQL; nothing can be changed"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string sql_;
  std::string format_;
};

}  // namespace actorgraph
