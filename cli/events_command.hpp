// actorgraph events: what happened, however often it is reported.
#pragma once

#include <cstdint>

#include "cli/command.hpp"

namespace actorgraph {

class EventsCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "events"; }
  [[nodiscard]] std::string summary() const override { return "List events with all their reports"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string words_;
  std::string type_;
  std::string data_;
  std::string format_;
  std::uint64_t limit_ = 0;
  CLI::Option* limit_option_ = nullptr;
  std::uint32_t min_sources_ = 1;
  bool all_ = false;
};

}  // namespace actorgraph
